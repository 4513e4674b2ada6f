package org.cytotrial.report.trial;

import java.util.List;
import java.util.Map;
import org.cytotrial.report.trial.ArmRows.Row;
import org.cytotrial.simulation.toxicity.Toxicity;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.EndpointEstimate.PublishedValue;
import org.cytotrial.simulation.trial.TrialResult;

/// The table for the terminal, at most 120 columns wide: for each arm what the virtual patients
/// did, beside what was published.
public final class TrialTable {
  static final int WIDTH = 120;
  private static final String NOTHING = "none in the evidence";

  private final TrialResult result;
  private final Lines out = new Lines(WIDTH);

  private TrialTable(TrialResult result) {
    this.result = result;
  }

  /// The whole table as lines of plain text.
  public static String text(TrialResult result) {
    return new TrialTable(result).text();
  }

  private String text() {
    head();
    Columns columns = Columns.of(result);
    for (ArmResult arm : result.arms()) {
      out.blank();
      arm(arm, columns);
    }
    out.blank();
    foot();
    return out.text();
  }

  private void head() {
    out.wrap(result.design().title(), 0);
    out.wrap(PopulationText.sentence(result), 0);
    PopulationText.rejected(result).forEach(line -> out.wrap("  " + line, 4));
    PopulationText.weighting(result).ifPresent(line -> out.wrap(line, 0));
    out.wrap(
        "Values with 95 % intervals, which cover the finite number of virtual patients only, not"
            + " errors of the model. Durable: a confirmed response without progression to the last"
            + " visit. "
            + NumberText.NOT_REACHED
            + ": not reached."
            + (result.weights().isPresent() ? " A weighted median has no interval." : ""),
        0);
  }

  private void arm(ArmResult arm, Columns columns) {
    out.add("%s, n = %s".formatted(arm.design().name(), NumberText.whole(arm.followed().size())));
    failed(arm);
    if (arm.estimates().isEmpty()) {
      out.add("  No patient could be followed to the end.");
      return;
    }
    ArmRows rows = ArmRows.of(arm);
    out.add(columns.line("", "unweighted", weightedHead(result), "published (n)"));
    rows.efficacy().forEach(row -> add(row, columns));
    if (!rows.toxicity().isEmpty()) {
      out.add("  Toxicity of grade ≥ 3, % of patients");
      rows.toxicity().forEach(row -> add(row, columns));
    }
    rows.absentLine().ifPresent(line -> out.wrap("  " + line, 4));
    if (!rows.doses().isEmpty()) {
      out.add("  Doses given, median and quartiles");
      rows.doses().forEach(row -> add(row, columns));
    }
    ArmRows.conditions(arm).forEach(line -> out.wrap("  " + line, 4));
  }

  private void failed(ArmResult arm) {
    for (Map.Entry<String, Integer> reason : arm.failed().entrySet()) {
      out.wrap("  %d failed: %s".formatted(reason.getValue(), reason.getKey()), 4);
    }
  }

  private static String weightedHead(TrialResult result) {
    return result
        .weights()
        .map(w -> "weighted (ESS " + NumberText.whole(Math.round(w.effectiveSampleSize())) + ")")
        .orElse("");
  }

  private void add(Row row, Columns columns) {
    String plain = NumberText.withInterval(row.plain());
    String weighted = row.weighted().map(NumberText::withInterval).orElse("");
    List<PublishedValue> published = row.plain().published();
    if (published.isEmpty()) {
      out.add(columns.line(row.label(), plain, weighted, NOTHING));
      return;
    }
    for (int i = 0; i < published.size(); i++) {
      String beside = published(published.get(i), columns.published());
      out.add(
          i == 0
              ? columns.line(row.label(), plain, weighted, beside)
              : columns.line("", "", "", beside));
    }
  }

  private static String published(PublishedValue value, int width) {
    String n = value.n() == 0 ? "(n ?)" : "(" + NumberText.whole(value.n()) + ")";
    String left = Lines.pad(NumberText.decimal(value.value()), 4) + " " + n + " ";
    String right = ", " + References.fitted(value.isFitted());
    return left + Lines.fit(value.shortId(), width - left.length() - right.length()) + right;
  }

  private void foot() {
    out.wrap(
        "Not modelled, so no rate is reported: " + String.join(", ", Toxicity.NOT_MODELLED) + ".",
        2);
    out.wrap("Uncalibrated: no published rate stood behind the model's parameters.", 2);
    if (!References.of(result).isEmpty()) {
      out.wrap(
          "Published (fitted: parameters or weights were set with a look at it, so agreement proves"
              + " nothing):",
          2);
      References.of(result)
          .forEach(p -> out.wrap("  %s: %s".formatted(p.arm().shortId(), References.text(p)), 4));
    }
  }

  /// Where the columns stand: as wide as their widest entry in any arm, the last one as wide as
  /// what is left.
  private record Columns(int label, int plain, int weighted) {
    private static final int INDENT = 2;
    private static final int GAP = 2;

    static Columns of(TrialResult result) {
      int label = 0;
      int plain = "unweighted".length();
      int weighted = 0;
      for (ArmResult arm : result.arms()) {
        for (Row row : ArmRows.of(arm).all()) {
          label = Math.max(label, row.label().length());
          plain = Math.max(plain, NumberText.withInterval(row.plain()).length());
          weighted =
              Math.max(
                  weighted, row.weighted().map(w -> NumberText.withInterval(w).length()).orElse(0));
        }
      }
      int heading = weightedHead(result).length();
      return new Columns(Math.min(label, 38), plain, Math.max(weighted, heading));
    }

    int published() {
      return WIDTH - INDENT - label - GAP - plain - GAP - (weighted == 0 ? 0 : weighted + GAP);
    }

    String line(String name, String first, String second, String last) {
      String middle = weighted == 0 ? "" : Lines.pad(second, weighted + GAP);
      return " ".repeat(INDENT)
          + Lines.pad(Lines.fit(name, label), label + GAP)
          + Lines.pad(first, plain + GAP)
          + middle
          + last;
    }
  }
}
