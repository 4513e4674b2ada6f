package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer of a `survival` command for people; times are in the unit of the table.
final class SurvivalText {
  private SurvivalText() {}

  static void print(Answer answer, PrintWriter out) {
    String interval = text(answer.values().get("level")) + " % interval";
    var groups =
        new TextTable("group", "n", "events", "median", interval, "restricted mean", "se", "until");
    for (Object each : list(answer.values().get("groups"))) {
      if (each instanceof Map<?, ?> g && g.get("rmst") instanceof Map<?, ?> mean) {
        groups.row(
            text(g.get("group")),
            text(g.get("n")),
            text(g.get("events")),
            text(g.get("median")),
            text(g.get("median_ci")),
            text(mean.get("value")),
            text(mean.get("se")),
            text(mean.get("tau")));
      }
    }
    groups.print(out);
    if (answer.values().get("logrank") instanceof Map<?, ?> test) {
      out.println();
      var table = new TextTable("group", "observed", "expected");
      for (Object each : list(test.get("groups"))) {
        if (each instanceof Map<?, ?> g) {
          table.row(text(g.get("group")), text(g.get("O")), text(g.get("E")));
        }
      }
      table.print(out);
      out.println(
          "log-rank: chi2 "
              + text(test.get("chi2"))
              + ", df "
              + text(test.get("df"))
              + ", p "
              + text(test.get("p")));
    }
    if (answer.values().get("cox") instanceof Map<?, ?> cox) {
      out.println();
      var table =
          new TextTable(
              "Cox, " + text(cox.get("ties")), "hazard ratio", interval, "log", "se", "p");
      if (cox.get("coefficients") == null) {
        table.row(cells("second group to first", cox));
      }
      for (Object each : list(cox.get("coefficients"))) {
        if (each instanceof Map<?, ?> c) {
          table.row(cells(text(c.get("name")), c));
        }
      }
      table.print(out);
      out.println(
          "score "
              + text(cox.get("score"))
              + ", likelihood ratio "
              + text(cox.get("likelihood_ratio"))
              + ", df "
              + text(cox.get("df")));
    }
  }

  private static String[] cells(String name, Map<?, ?> c) {
    return new String[] {
      name,
      text(c.get("hr")),
      text(c.get("ci")),
      text(c.get("coefficient")),
      text(c.get("se")),
      text(c.get("p"))
    };
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case Double whole when whole == Math.rint(whole) && Math.abs(whole) < 1e6 ->
          Long.toString(whole.longValue());
      case Double number ->
          String.format(Locale.ROOT, Math.abs(number) >= 1e-3 ? "%.4f" : "%.4g", number);
      case List<?> ends when ends.size() == 2 -> text(ends.get(0)) + " to " + text(ends.get(1));
      default -> value.toString();
    };
  }
}
