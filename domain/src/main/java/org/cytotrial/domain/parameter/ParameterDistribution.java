package org.cytotrial.domain.parameter;

/// How a parameter varies between patients. The centre is the value of its [LedgerEntry], and a
/// draw outside the entry's low and high is drawn again (truncation, not clipping).
public sealed interface ParameterDistribution {
  /// The same in every patient.
  record Fixed() implements ParameterDistribution {}

  /// Computed for each patient from other parameters or from the end of the burn-in.
  record Derived() implements ParameterDistribution {}

  /// `value · exp(sigma z)`: the value is the median.
  record Lognormal(double sigma) implements ParameterDistribution {}

  /// `logit⁻¹(logit(value) + sigma z)`: the value is the median.
  record LogitNormal(double sigma) implements ParameterDistribution {}

  /// `value + sd z`, in the parameter's unit.
  record Normal(double sd) implements ParameterDistribution {}

  /// 0 with one minus the probability, else lognormal around the value.
  ///
  /// @param probability id of the parameter that holds the probability of a value other than 0
  record ZeroInflatedLognormal(double sigma, String probability) implements ParameterDistribution {}

  /// Whether patients draw it.
  default boolean isSampled() {
    return switch (this) {
      case Fixed _, Derived _ -> false;
      case Lognormal _, LogitNormal _, Normal _, ZeroInflatedLognormal _ -> true;
    };
  }
}
