package org.cytotrial.benchmarks.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// Extraction against labelled data in `review/extraction` and `review/import-samples`.
public final class ExtractionBenchmark {
  private ExtractionBenchmark() {}

  /// Prints a line per bar.
  ///
  /// @param arguments the folder `shared`, and which parts to run (`pico`, `cytokines`, `sixty`,
  ///   `pdf`, `numeric`), all of them by default; `-v` lists what is wrong in the sixty
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    List<String> given = List.of(arguments);
    Path review = Path.of(given.isEmpty() ? "../shared" : given.getFirst()).resolve("review");
    List<String> named = given.stream().skip(1).filter(a -> !a.equals("-v")).toList();
    List<String> parts =
        named.isEmpty() ? List.of("pico", "cytokines", "sixty", "pdf", "numeric") : named;
    Path extraction = review.resolve("extraction");
    Path numeric = extraction.resolve("rct-numeric-results/evaluation/data");
    if (parts.contains("pico")) {
      new PicoMeasure(out).run(extraction.resolve("pico-corpus-breast-cancer.tar.gz"));
    }
    if (parts.contains("cytokines")) {
      new CytokineMeasure(out).run(extraction.resolve("tcre-cytokine/data"));
    }
    if (parts.contains("sixty")) {
      new AbstractsMeasure(out, given.contains("-v")).run(review.resolve("import-samples"));
    }
    if (parts.contains("pdf")) {
      new PdfMeasure(out).run(numeric.resolve("no_attributes_xml_files"));
    }
    if (parts.contains("numeric")) {
      new NumericMeasure(out).run(numeric);
    }
  }
}
