package org.cytotrial.statistics.weighting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/// The outcome of a search for weights.
public sealed interface Weighting {
  /// Weights that meet every target.
  ///
  /// @param weights one for each patient, summing to 1
  /// @param lambdas one for each target: `w_i ∝ exp(Σ λ_j x_ij)`
  /// @param effectiveSampleSize Kish's, between 1 and the number of patients
  /// @param iterations Newton steps taken
  record Met(Weights weights, List<Double> lambdas, double effectiveSampleSize, int iterations)
      implements Weighting {
    public Met {
      lambdas = List.copyOf(lambdas);
    }
  }

  /// No weights meet the targets, with the proof: each target that alone is out of reach or, where
  /// every target alone is in reach, one sum of features in which the targets lie beyond what any
  /// patient shows.
  record Unreachable(List<Conflict> conflicts) implements Weighting {
    public Unreachable {
      conflicts = List.copyOf(conflicts);
    }

    /// One line for each conflict.
    public String message() {
      return conflicts.stream().map(Conflict::message).collect(Collectors.joining("\n"));
    }
  }

  /// A sum of features that the targets put outside of what the patients show.
  ///
  /// @param terms the targets in conflict and their factors; a single one when it alone is out of
  ///   reach
  /// @param wanted the value of the sum at the targets
  /// @param lowest the smallest value among patients
  /// @param highest the largest value among patients
  record Conflict(List<Term> terms, double wanted, double lowest, double highest) {
    public Conflict {
      terms = List.copyOf(terms);
    }

    /// A sentence that names the targets, what they ask for, what is in reach, and what to try.
    public String message() {
      String reach =
          "but the patients reach only " + digits(lowest) + " to " + digits(highest) + ".";
      if (terms.size() == 1) {
        return "Target '%s' must be %s, %s Maybe take more patients, or leave the target out."
            .formatted(terms.getFirst().target().name(), digits(wanted), reach);
      }
      StringBuilder sum = new StringBuilder();
      for (Term term : terms) {
        String plus = sum.isEmpty() ? "" : " + ";
        String minus = sum.isEmpty() ? "−" : " − ";
        sum.append(term.factor() < 0 ? minus : plus).append(digits(Math.abs(term.factor())));
        sum.append(" × '").append(term.target().name()).append('\'');
      }
      return "Targets cannot be met together: %s must be %s, %s Maybe take more patients, or leave one of these targets out."
          .formatted(sum, digits(wanted), reach);
    }

    private static String digits(double value) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
  }

  /// A target and its factor in a sum.
  record Term(Target target, double factor) {}

  /// The weights.
  ///
  /// @throws IllegalStateException if the targets are out of reach, with the message of
  ///   [Unreachable]
  default Met orThrow() {
    return switch (this) {
      case Met met -> met;
      case Unreachable unreachable -> throw new IllegalStateException(unreachable.message());
    };
  }
}
