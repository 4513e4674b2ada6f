package org.cytotrial.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Counts, kind by kind, how many values of a command's JSON equal expected ones within the
/// contract's tolerance: a share of the larger of the value and a floor, which is 1e-3 for standard
/// errors, variances, p-values and ends of intervals, else 1. A missing value is a wrong one.
final class GoldenTally {
  static final double CLOSED_FORM = 1e-8;
  static final double ITERATIVE = 1e-6;
  static final double QUADRATURE = 1e-4;
  private static final Set<String> SMALL =
      Set.of(
          "se", "se.tau2", "tau2", "p", "Qp", "QEp", "QMp", "CMHp", "LRTp", "ci.lb", "ci.ub",
          "pi.lb", "pi.ub", "vi", "sigma2");

  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /// A value as it is expected: its kind and where it stands, for messages.
  record Expected(String kind, String where, String field, JsonNode value, double tolerance) {}

  /// Compares what the command answers when nothing is said about the search.
  void check(Expected expected, JsonNode actual) {
    check(expected, actual, () -> actual);
  }

  /// Compares what the command answers when nothing is said about the search, and where that is
  /// another number, what it answers when told to stop as the expected value's search did.
  void check(Expected expected, JsonNode actual, Supplier<JsonNode> stopped) {
    int[] count = counts.computeIfAbsent(expected.kind(), _ -> new int[3]);
    count[0]++;
    if (agree(expected, actual)) {
      count[1]++;
    } else if (agree(expected, stopped.get())) {
      count[2]++;
    } else {
      wrong.add(
          expected.where()
              + " "
              + expected.field()
              + ": expected "
              + expected.value()
              + ", not "
              + actual
              + " or "
              + stopped.get());
    }
  }

  private static boolean agree(Expected expected, JsonNode actual) {
    if (expected.value().isNull() || expected.value().isMissingNode()) {
      return actual.isNull();
    }
    if (expected.value().isString()) {
      return expected.value().asString().equals(actual.asString());
    }
    if (!actual.isNumber()) {
      return false;
    }
    double value = expected.value().asDouble();
    double floor = SMALL.contains(expected.field()) ? 1e-3 : 1;
    return Math.abs(actual.asDouble() - value)
        <= expected.tolerance() * Math.max(Math.abs(value), floor);
  }

  List<String> wrong() {
    return wrong;
  }

  /// A line per kind, one for all, and the bar.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int[] all = new int[3];
    counts.forEach((kind, count) -> {
      lines.add(line(kind, count));
      for (int i = 0; i < all.length; i++) {
        all[i] += count[i];
      }
    });
    lines.add(line("all", all));
    lines.add(
        "bar meta_golden ours=%d of %d by default, %d more with --control target=all by default %s"
            .formatted(all[1], all[0], all[2], all[1] == all[0] ? "held" : "short"));
    return lines;
  }

  private static String line(String kind, int[] count) {
    return "%-24s %6d values: %6d by default, %4d with --control as metafor was told, %d wrong"
        .formatted(kind, count[0], count[1], count[2], count[0] - count[1] - count[2]);
  }
}
