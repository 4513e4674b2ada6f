package org.cytotrial.benchmarks.screening;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cytotrial.evidence.screening.ScreeningModel;
import org.cytotrial.evidence.screening.ScreeningReplay;
import org.cytotrial.evidence.screening.ScreeningText;

/// A set of records whose labels are known.
///
/// @param name folder and file name, such as `synergy/Oud_2018`
record ScreeningSet(String name, Path file, List<ScreeningText> texts, List<Boolean> labels) {
  private static final List<String> FOLDERS =
      List.of("synergy", "cohen2006", "ferdinands2020", "other");

  static List<ScreeningSet> all(Path folder) throws IOException {
    List<ScreeningSet> sets = new ArrayList<>();
    for (String each : FOLDERS) {
      try (Stream<Path> files = Files.list(folder.resolve(each))) {
        for (Path file : files.sorted().filter(f -> f.toString().endsWith(".csv")).toList()) {
          sets.add(read(each, file));
        }
      }
    }
    return sets;
  }

  private static ScreeningSet read(String folder, Path file) throws IOException {
    List<ScreeningText> texts = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        texts.add(new ScreeningText(row.getField("title"), row.getField("abstract")));
        Optional<String> label = row.findField("label_included");
        labels.add(label.orElseGet(() -> row.getField("included")).startsWith("1"));
      }
    }
    String name = String.valueOf(file.getFileName());
    return new ScreeningSet(
        folder + "/" + name.substring(0, name.length() - ".csv".length()), file, texts, labels);
  }

  int size() {
    return labels.size();
  }

  int relevant() {
    return (int) labels.stream().filter(l -> l).count();
  }

  /// The rows of one label.
  List<Integer> rows(boolean label) {
    return Stream.iterate(0, i -> i + 1).limit(size()).filter(i -> labels.get(i) == label).toList();
  }

  ScreeningModel model(Optional<String> criteria, long seed) {
    return new ScreeningModel(texts, criteria, seed);
  }

  /// The ranks at which the relevant records are shown.
  ScreeningScore screen(List<Integer> priors, Optional<String> criteria, long seed) {
    int known = (int) priors.stream().filter(labels::get).count();
    List<Integer> order =
        ScreeningReplay.run(model(criteria, seed), priors, labels::get, relevant() - known);
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      if (labels.get(order.get(i))) {
        positions.add(i + 1);
      }
    }
    return new ScreeningScore(size() - priors.size(), positions);
  }
}
