package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytotrial.statistics.meta.BackTransformation;

/// The answer of a `meta` command for people: a row for each study, then what was pooled.
final class MetaText {
  private MetaText() {}

  static void print(Answer answer, MetaRequest request, PrintWriter out) {
    out.println(
        request.measure()
            + ": "
            + request.measure().words()
            + "; method "
            + request.method()
            + ", test "
            + answer.values().get("test")
            + ", k = "
            + answer.values().get("k"));
    if (answer.values().get("control") instanceof Map<?, ?> control) {
      out.println("the search for tau2 was stopped as metafor's is, with " + control);
    }
    out.println();
    var studies = new TextTable("study", "effect", "variance", "weight %");
    for (Map<?, ?> each : list(answer, "studies")) {
      studies.row(
          text(each.get("study")),
          text(each.get("yi")),
          text(each.get("vi")),
          text(each.get("weight")));
    }
    studies.print(out);
    out.println();
    String interval = text(answer.values().get("level")) + " % interval";
    var table = new TextTable("", "estimate", "se", interval, "p");
    if (answer.values().get("coefficients") == null) {
      table.row(
          "pooled",
          text(answer, "estimate"),
          text(answer, "se"),
          text(answer, "ci"),
          text(answer, "p"));
      table.row("a new study", "", "", text(answer, "pi"), "");
    }
    for (Map<?, ?> each : list(answer, "coefficients")) {
      table.row(
          text(each.get("name")),
          text(each.get("estimate")),
          text(each.get("se")),
          text(each.get("ci")),
          text(each.get("p")));
    }
    if (answer.values().get("back") instanceof Map<?, ?> back
        && request.back() != BackTransformation.IDENTITY) {
      table.row(
          "as " + text(back.get("scale")),
          text(back.get("estimate")),
          "",
          text(back.get("ci")),
          "");
      table.row("  a new study", "", "", text(back.get("pi")), "");
    }
    table.print(out);
    out.println();
    heterogeneity(answer, out);
    blocks(answer, out);
  }

  private static void heterogeneity(Answer answer, PrintWriter out) {
    out.println(
        "tau2 "
            + text(answer, "tau2")
            + " (se "
            + text(answer, "tau2_se")
            + ", interval "
            + text(answer, "tau2_ci")
            + "), I2 "
            + text(answer, "I2")
            + " %, H2 "
            + text(answer, "H2"));
    out.println(
        "Q "
            + text(answer, "QE")
            + ", df "
            + text(answer, "QE_df")
            + ", p "
            + text(answer, "QE_p"));
    for (String key : List.of("CMH", "CMH_p", "R2", "QM", "QM_p", "sigma2")) {
      if (answer.values().get(key) != null) {
        out.println(key + " " + text(answer, key));
      }
    }
  }

  private static void blocks(Answer answer, PrintWriter out) {
    for (String key : List.of("egger", "egger_mixed", "begg", "trimfill", "selection")) {
      if (answer.values().get(key) instanceof Map<?, ?> block) {
        StringBuilder line = new StringBuilder(key + ":");
        block.forEach(
            (name, value) -> line.append("  ").append(name).append(' ').append(text(value)));
        out.println(line);
      }
    }
    for (String key : List.of("leave_one_out", "cumulative")) {
      if (answer.values().get(key) != null) {
        out.println();
        var table = new TextTable(key.replace('_', ' '), "estimate", "se", "tau2", "I2 %");
        for (Map<?, ?> each : list(answer, key)) {
          table.row(
              text(each.get("study")),
              text(each.get("estimate")),
              text(each.get("se")),
              text(each.get("tau2")),
              text(each.get("I2")));
        }
        table.print(out);
      }
    }
  }

  private static List<? extends Map<?, ?>> list(Answer answer, String key) {
    return answer.values().get(key) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(each -> (Map<?, ?>) each).toList()
        : List.of();
  }

  private static String text(Answer answer, String key) {
    return text(answer.values().get(key));
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case Integer whole -> whole.toString();
      case Double number -> digits(number);
      case List<?> ends when ends.size() == 2 -> text(ends.get(0)) + " to " + text(ends.get(1));
      default -> value.toString();
    };
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    return value == Math.rint(value) && size < 1e6
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, size >= 1e-3 && size < 1e6 ? "%.4f" : "%.4g", value);
  }
}
