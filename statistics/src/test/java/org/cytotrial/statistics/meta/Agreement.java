package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Counts how many values are equal to expected ones within the contract's tolerance: a share of
/// the larger of the value and a floor, which is 1e-3 for standard errors, variances, p-values and
/// ends of intervals, else 1.
final class Agreement {
  static final double CLOSED_FORM = 1e-8;
  static final double ITERATIVE = 1e-6;
  static final double QUADRATURE = 1e-4;
  private static final Set<String> SMALL =
      Set.of(
          "se", "se.tau2", "tau2", "p", "Qp", "QEp", "QMp", "CMHp", "LRTp", "ci.lb", "ci.ub",
          "pi.lb", "pi.ub", "vi", "sigma2");

  private final List<String> disagreements = new ArrayList<>();
  private int compared;

  void check(
      String where, String field, @Nullable JsonNode expected, double actual, double tolerance) {
    if (expected == null || expected.isMissingNode()) {
      disagreements.add(where + " " + field + ": no expected value, " + actual);
      return;
    }
    if (expected.isNull()) {
      compared++;
      if (!Double.isNaN(actual)) {
        disagreements.add(where + " " + field + ": null expected, " + actual);
      }
      return;
    }
    check(where, field, expected.asDouble(), actual, tolerance);
  }

  void check(String where, String field, double expected, double actual, double tolerance) {
    compared++;
    double floor = SMALL.contains(field) ? 1e-3 : 1;
    if (!(Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(expected), floor))) {
      disagreements.add(
          "%s %s: %.15g expected, %.15g, %.2g times the tolerance"
              .formatted(
                  where,
                  field,
                  expected,
                  actual,
                  Math.abs(actual - expected) / (tolerance * Math.max(Math.abs(expected), floor))));
    }
  }

  void equal(String where, Object expected, Object actual) {
    compared++;
    if (!expected.equals(actual)) {
      disagreements.add(where + ": " + expected + " expected, " + actual);
    }
  }

  void failed(String where, RuntimeException e) {
    compared++;
    disagreements.add(where + ": " + e);
  }

  int compared() {
    return compared;
  }

  List<String> disagreements() {
    return disagreements;
  }
}
