package org.cytotrial.benchmarks.extraction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cytotrial.evidence.extraction.Extractor;
import org.cytotrial.evidence.extraction.text.DocumentReader;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.importing.Importer;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;

/// Every field against sixty abstracts read before the extractor was run on them
/// (`abstracts-truth.csv`, which holds no text of any abstract).
///
/// Different values of a field in an abstract count once. `accepted` values are neither wrong nor
/// missed. Numbers agree within 0.2 %, for months made of weeks.
final class AbstractsMeasure {
  private static final double ROUNDING = 0.002;
  private static final double TARGET = 0.95;

  private final PrintStream out;
  private final boolean verbose;

  AbstractsMeasure(PrintStream out, boolean verbose) {
    this.out = out;
    this.verbose = verbose;
  }

  private record Truth(String pmid, String field, String value, boolean expected) {}

  void run(Path samples) throws IOException {
    Map<String, BibliographicRecord> records = new HashMap<>();
    for (String file :
        List.of("cytokine-rcts/cytokine_oncology_rcts.nbib", "medline-1000/pubmed_test.nbib")) {
      Importer.read(samples.resolve(file), r -> records.putIfAbsent(r.text(Field.PMID), r));
    }
    List<Truth> truth = truth();
    Set<String> fields = new LinkedHashSet<>(truth.stream().map(Truth::field).sorted().toList());
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (String pmid : new LinkedHashSet<>(truth.stream().map(Truth::pmid).toList())) {
      List<ExtractedValue> values =
          Extractor.extract(DocumentReader.of(Objects.requireNonNull(records.get(pmid), pmid)))
              .values();
      for (String field : fields) {
        List<Truth> rows =
            truth.stream().filter(t -> t.pmid().equals(pmid) && t.field().equals(field)).toList();
        count(field, found(values, field), rows, tallies.computeIfAbsent(field, _ -> new Tally()));
      }
    }
    tallies.forEach(this::print);
  }

  private void print(String field, Tally tally) {
    out.printf(
        Locale.ROOT,
        "bar extraction_sixty_%s ours=%.3f peer=none target>=%.2f %s  (precision %d/%d, recall %.3f"
            + " = %d/%d)%n",
        field,
        tally.precision(),
        TARGET,
        tally.found() == 0 ? "not measured" : tally.precision() >= TARGET ? "held" : "short",
        tally.right(),
        tally.found(),
        tally.recall(),
        tally.right(),
        tally.expected());
  }

  private static Set<String> found(List<ExtractedValue> values, String field) {
    Set<String> found = new LinkedHashSet<>();
    for (ExtractedValue v : values) {
      if (v.field().spelling().equals(field)) {
        found.add(field.equals("dose") ? v.value() + " " + v.unit() : v.value());
      }
    }
    return found;
  }

  private void count(String field, Set<String> found, List<Truth> rows, Tally tally) {
    int counted = 0;
    int right = 0;
    int expected = (int) rows.stream().filter(Truth::expected).map(Truth::value).distinct().count();
    for (String value : found) {
      List<Truth> met = rows.stream().filter(t -> same(t.value(), value)).toList();
      boolean isExpected = met.stream().anyMatch(Truth::expected);
      right += isExpected ? 1 : 0;
      counted += isExpected || met.isEmpty() ? 1 : 0;
      if (verbose && met.isEmpty()) {
        out.println("  wrong: " + field + " " + value + " among " + rows);
      }
    }
    tally.add(counted, right, expected);
  }

  private static boolean same(String truth, String value) {
    String[] a = truth.split(" ", 2);
    String[] b = value.split(" ", 2);
    boolean units = a.length == b.length && (a.length < 2 || a[1].equals(b[1]));
    try {
      double x = Double.parseDouble(a[0]);
      return units && Math.abs(x - Double.parseDouble(b[0])) <= ROUNDING * x;
    } catch (NumberFormatException _) {
      return truth.equals(value);
    }
  }

  private static List<Truth> truth() throws IOException {
    List<Truth> rows = new ArrayList<>();
    try (Reader in =
            new InputStreamReader(
                Objects.requireNonNull(
                    AbstractsMeasure.class.getResourceAsStream("abstracts-truth.csv")),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
      csv.forEach(r ->
          rows.add(
              new Truth(
                  r.getField("pmid"),
                  r.getField("field"),
                  r.getField("value"),
                  r.getField("kind").equals("expected"))));
    }
    return rows;
  }
}
