package org.cytotrial.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.statistics.meta.BackTransformation;
import org.cytotrial.statistics.meta.HeterogeneityMethod;
import org.cytotrial.statistics.meta.Search;
import org.cytotrial.statistics.meta.TestMethod;

/// What a `meta` command was asked for, checked.
///
/// @param measure what the rows are
/// @param method how they are pooled, by metafor's name
/// @param test of the coefficients
/// @param search for τ²
/// @param level of the intervals, in %
/// @param moderators columns that may explain the effects
/// @param numeric those of them that are numbers
/// @param cluster the column whose rows with equal values are one study
/// @param rules of zero cells
/// @param back to the scale people read
record MetaRequest(
    MetaMeasure measure,
    String method,
    TestMethod test,
    Search search,
    double level,
    List<String> moderators,
    List<String> numeric,
    Optional<String> cluster,
    MetaStudies.Rules rules,
    BackTransformation back) {

  private static final List<String> OTHERS = List.of("MH", "Peto", "GLMM");

  /// The method's name as metafor spells it.
  static String method(String text) {
    for (String other : OTHERS) {
      if (other.equalsIgnoreCase(text)) {
        return other;
      }
    }
    try {
      return HeterogeneityMethod.valueOf(text.toUpperCase(Locale.ROOT)).name();
    } catch (IllegalArgumentException _) {
      throw new WrongUse(
          "--method '"
              + text
              + "' is not known. Known: "
              + Arrays.toString(HeterogeneityMethod.values())
              + " and "
              + OTHERS
              + ".");
    }
  }

  static TestMethod test(String text) {
    return switch (text) {
      case "z" -> TestMethod.Z;
      case "knha", "hksj" -> TestMethod.KNHA;
      default -> throw new WrongUse("--test '" + text + "' is not known. Known: z, knha.");
    };
  }

  /// How τ² is sought: exactly where nothing is said, else as metafor does with these values in
  /// place of its own.
  static Search search(Map<String, String> control) {
    if (control.isEmpty()) {
      return Search.exact();
    }
    Search.Stopped usual = Search.Stopped.usual();
    double threshold = usual.threshold();
    double stepadj = usual.stepadj();
    double maxiter = usual.maxiter();
    double tol = usual.tol();
    for (Map.Entry<String, String> each : control.entrySet()) {
      double value = positive(each);
      switch (each.getKey()) {
        case "threshold" -> threshold = value;
        case "stepadj" -> stepadj = value;
        case "maxiter" -> maxiter = value;
        case "tol" -> tol = value;
        default ->
            throw new WrongUse(
                "--control '"
                    + each.getKey()
                    + "' is not known. Known: threshold, stepadj, maxiter, tol.");
      }
    }
    if (stepadj > 1 || maxiter != Math.rint(maxiter) || maxiter > Integer.MAX_VALUE) {
      throw new WrongUse(
          "--control "
              + control
              + ": stepadj is a share, at most 1, and maxiter a whole number of steps.");
    }
    return new Search.Stopped(threshold, stepadj, (int) maxiter, tol);
  }

  private static double positive(Map.Entry<String, String> control) {
    try {
      double value = Double.parseDouble(control.getValue());
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // said below, as for numbers that are none of the kind
    }
    throw new WrongUse(
        "--control " + control + ": a number above 0 is expected, such as threshold=1e-8.");
  }

  double confidence() {
    return level / 100;
  }

  boolean isNumeric(String moderator) {
    return numeric.contains(moderator);
  }

  boolean isStratified() {
    return method.equals("MH") || method.equals("Peto");
  }

  /// How τ² is estimated; empty for the methods that have no such estimate.
  Optional<HeterogeneityMethod> heterogeneity() {
    return OTHERS.contains(method)
        ? Optional.empty()
        : Optional.of(HeterogeneityMethod.valueOf(method));
  }

  /// Refuses combinations that mean nothing.
  void requireSense() {
    if (!(level > 0 && level < 100)) {
      throw new WrongUse("--level must lie between 0 and 100, not " + level + ".");
    }
    boolean peto = method.equals("Peto") && measure != MetaMeasure.OR;
    boolean mantel =
        method.equals("MH")
            && !List.of(
                    MetaMeasure.OR,
                    MetaMeasure.RR,
                    MetaMeasure.RD,
                    MetaMeasure.IRR,
                    MetaMeasure.IRD)
                .contains(measure);
    boolean glmm = method.equals("GLMM") && measure != MetaMeasure.PLO;
    if (peto || mantel || glmm) {
      throw new WrongUse(
          "--method "
              + method
              + " does not pool "
              + measure
              + ": MH takes OR, RR, RD, IRR and IRD; Peto takes OR; GLMM takes PLO.");
    }
    if (isStratified() && !moderators.isEmpty()) {
      throw new WrongUse("--mods needs a random-effects method such as REML, not " + method + ".");
    }
    if (heterogeneity().isEmpty() && test == TestMethod.KNHA) {
      throw new WrongUse(
          "--test knha needs a random-effects method such as REML, not " + method + ".");
    }
    if (cluster.isPresent() && (!method.equals("REML") || test != TestMethod.Z)) {
      throw new WrongUse("--cluster is fitted by --method REML with --test z.");
    }
  }

  /// The scale by the name of metafor's function that gets there.
  static String name(BackTransformation back) {
    return switch (back) {
      case IDENTITY -> "identity";
      case EXPONENTIAL -> "exp";
      case LOGISTIC -> "ilogit";
      case ARCSINE -> "iarcsin";
      case FREEMAN_TUKEY -> "ipft.hm";
      case HYPERBOLIC_TANGENT -> "ztor";
    };
  }
}
