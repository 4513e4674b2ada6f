package org.cytotrial.simulation.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.parameter.ParameterDistribution.Derived;
import org.cytotrial.domain.parameter.ParameterDistribution.Fixed;
import org.cytotrial.domain.parameter.ParameterDistribution.LogitNormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Lognormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Normal;
import org.cytotrial.domain.parameter.ParameterDistribution.ZeroInflatedLognormal;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;

/// Draws the parameters that differ between patients, independently (no covariance is known).
///
/// Each parameter of each patient has its own random stream, so that adding a parameter leaves all
/// others as they were. A draw outside [low, high] is drawn again: a truncated distribution, not
/// one with heaps at its ends.
public final class PatientSampler {
  private final Ledger ledger;
  private final Seed seed;
  private final List<LedgerEntry> sampled;

  public PatientSampler(Ledger ledger, Seed seed) {
    this.ledger = ledger;
    this.seed = seed;
    this.sampled = ledger.entries().stream().filter(e -> e.distribution().isSampled()).toList();
  }

  /// The drawn parameters of patient `index`, in ledger order.
  public Map<String, Double> draw(int index) {
    Map<String, Double> drawn = new LinkedHashMap<>();
    for (LedgerEntry entry : sampled) {
      drawn.put(entry.id(), draw(entry, seed.stream(index, entry.id())));
    }
    return drawn;
  }

  private double draw(LedgerEntry entry, RandomStream stream) {
    if (entry.distribution() instanceof ZeroInflatedLognormal(_, var probability)
        && stream.nextUniform() >= ledger.value(probability)) {
      return 0;
    }
    while (true) {
      double value = candidate(entry, stream.nextNormal());
      if (within(value, entry.low(), entry.high())) {
        return value;
      }
    }
  }

  private static double candidate(LedgerEntry entry, double z) {
    double centre = entry.value();
    return switch (entry.distribution()) {
      case Lognormal(var sigma) -> centre * Math.exp(sigma * z);
      case ZeroInflatedLognormal(var sigma, _) -> centre * Math.exp(sigma * z);
      case Normal(var sd) -> centre + sd * z;
      case LogitNormal(var sigma) ->
          1 / (1 + Math.exp(-(Math.log(centre / (1 - centre)) + sigma * z)));
      case Fixed _, Derived _ -> centre;
    };
  }

  private static boolean within(double value, OptionalDouble low, OptionalDouble high) {
    return value >= low.orElse(Double.NEGATIVE_INFINITY)
        && value <= high.orElse(Double.POSITIVE_INFINITY);
  }
}
