package org.cytotrial.benchmarks.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cytotrial.benchmarks.extraction.BratDocument.Entity;
import org.cytotrial.evidence.extraction.Extractor;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.numbers.NumberReader;
import org.cytotrial.evidence.extraction.text.DocumentText;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// Patients, events and percentages against PICO-Corpus. Rules were written on abstracts whose PMID
/// modulo 5 is not 0; the bars are measured on the others.
///
/// Value match: each labelled number is met by at most one extracted number of the same value in
/// the same abstract. Numbers of intervention and control count together; the roles are reported.
final class PicoMeasure {
  private record Kind(
      String name, double target, Set<ExtractionField> fields, Set<String> labels) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "pico_total_n", 0.85, Set.of(ExtractionField.TOTAL_N), Set.of("total-participants")),
          new Kind(
              "pico_arm_n",
              0.80,
              Set.of(ExtractionField.ARM_N, ExtractionField.EVALUATED_N),
              Set.of("intervention-participants", "control-participants")),
          new Kind(
              "pico_events",
              0.80,
              Set.of(ExtractionField.EVENTS),
              Set.of("iv-bin-abs", "cv-bin-abs")),
          new Kind(
              "pico_percents",
              0.80,
              Set.of(ExtractionField.PERCENT),
              Set.of("iv-bin-percent", "cv-bin-percent")));

  private final PrintStream out;

  PicoMeasure(PrintStream out) {
    this.out = out;
  }

  void run(Path archive) throws IOException {
    Map<String, String> files = TarGz.read(archive);
    List<BratDocument> documents = new ArrayList<>();
    files.forEach((name, text) -> {
      if (name.endsWith(".ann")) {
        String id = name.replace(".ann", "");
        documents.add(
            BratDocument.of(id, Objects.requireNonNull(files.get(id + ".txt"), id), text));
      }
    });
    List<BratDocument> held =
        documents.stream().filter(d -> Long.parseLong(d.name()) % 5 == 0).toList();
    for (Kind kind : KINDS) {
      tally(kind, held).printF1(out, kind.name(), kind.target());
    }
    List<BratDocument> seen =
        documents.stream().filter(d -> Long.parseLong(d.name()) % 5 != 0).toList();
    for (Kind kind : KINDS) {
      out.printf(
          Locale.ROOT,
          "  %s on the %d abstracts that rules were written on: F1 %.3f%n",
          kind.name(),
          seen.size(),
          tally(kind, seen).f1());
    }
    roles(held);
  }

  private static Tally tally(Kind kind, List<BratDocument> documents) {
    var tally = new Tally();
    for (BratDocument document : documents) {
      List<Double> truth =
          document.entities().stream()
              .filter(e -> kind.labels().contains(e.kind()))
              .map(PicoMeasure::value)
              .toList();
      List<Double> given =
          values(document).stream()
              .filter(v -> kind.fields().contains(v.field()))
              .map(v -> Double.parseDouble(v.value()))
              .toList();
      tally.match(given, truth, Double::equals);
    }
    return tally;
  }

  private static List<ExtractedValue> values(BratDocument document) {
    return Extractor.extract(new DocumentText(document.name(), document.text(), List.of()))
        .values();
  }

  private static double value(Entity entity) {
    if (entity.text().equalsIgnoreCase("no") || entity.text().startsWith("not ")) {
      return 0;
    }
    List<NumberMention> numbers = NumberReader.read(entity.text());
    return numbers.isEmpty() ? Double.NaN : numbers.getFirst().value();
  }

  /// How often the words that name an arm tell control from intervention.
  private void roles(List<BratDocument> documents) {
    int known = 0;
    int right = 0;
    for (BratDocument document : documents) {
      for (ExtractedValue v : values(document)) {
        for (Entity e : document.entities()) {
          boolean arm =
              e.kind().startsWith("iv-bin")
                  || e.kind().startsWith("cv-bin")
                  || e.kind().matches("(?:intervention|control)-participants");
          if (arm && e.start() < v.end() && v.start() < e.end() && !v.arm().isEmpty()) {
            known++;
            boolean control = e.kind().startsWith("cv") || e.kind().startsWith("control");
            right += isControl(v.arm()) == control ? 1 : 0;
          }
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "  pico arm roles: of %d values with a named arm, control or intervention was right for"
            + " %.1f %%%n",
        known,
        100.0 * right / known);
  }

  private static boolean isControl(String arm) {
    return arm.toLowerCase(Locale.ROOT)
        .matches(
            ".*\\b(?:control|placebo|standard|usual|alone|no|observation|conventional|sham|group"
                + " b|arm b|wait\\S*|untreated)\\b.*");
  }
}
