package org.cytotrial.benchmarks.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cytotrial.evidence.extraction.Extractor;
import org.cytotrial.evidence.extraction.text.DocumentReader;
import org.cytotrial.evidence.extraction.text.DocumentText;
import org.cytotrial.evidence.extraction.values.ExtractedValue;

/// Five JATS articles are set in two columns as PDF; what is extracted from the PDF must equal what
/// is extracted from the JATS text.
final class PdfMeasure {
  private static final int ARTICLES = 5;

  private final PrintStream out;

  PdfMeasure(PrintStream out) {
    this.out = out;
  }

  void run(Path folder) throws IOException {
    List<Path> articles;
    try (Stream<Path> files = Files.list(folder)) {
      articles = files.filter(f -> f.toString().endsWith(".xml")).sorted().limit(ARTICLES).toList();
    }
    int equal = 0;
    Path made = Files.createTempDirectory("extraction-pdf");
    for (Path article : articles) {
      DocumentText jats = DocumentReader.read(article).getFirst();
      List<String> paragraphs =
          Arrays.stream(jats.text().split("\n\n", -1))
              .map(TwoColumns::printable)
              .filter(p -> !p.isEmpty())
              .toList();
      Path pdf = made.resolve(article.getFileName() + ".pdf");
      TwoColumns.write(pdf, paragraphs);
      List<String> expected =
          values(new DocumentText("jats", String.join("\n\n", paragraphs), List.of()));
      List<String> given = values(DocumentReader.read(pdf).getFirst());
      List<String> missing = new ArrayList<>(expected);
      given.forEach(missing::remove);
      boolean same = given.equals(expected);
      equal += same ? 1 : 0;
      out.printf(
          Locale.ROOT,
          "  %s: %d values from JATS, %d from its PDF, %s%n",
          article.getFileName(),
          expected.size(),
          given.size(),
          same ? "equal" : "different: " + missing.stream().limit(3).toList());
    }
    out.printf(
        Locale.ROOT,
        "bar extraction_pdf_equals_jats ours=%d peer=none target>=%d %s%n",
        equal,
        ARTICLES,
        equal >= ARTICLES ? "held" : "short");
  }

  private static List<String> values(DocumentText document) {
    return Extractor.extract(document).values().stream().map(PdfMeasure::line).toList();
  }

  private static String line(ExtractedValue v) {
    return v.field().spelling() + " " + v.value() + " " + v.unit() + " | " + v.sentence();
  }
}
