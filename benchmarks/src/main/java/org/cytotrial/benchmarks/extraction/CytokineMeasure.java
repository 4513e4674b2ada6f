package org.cytotrial.benchmarks.extraction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cytotrial.benchmarks.extraction.BratDocument.Entity;
import org.cytotrial.evidence.extraction.mentions.CytokineNames;
import org.cytotrial.evidence.extraction.mentions.TermMention;
import org.cytotrial.evidence.extraction.mentions.Vocabulary;

/// Names of cytokines and their receptors against TCRE `collection_02`: what people marked CYTOKINE
/// or PROTEIN and whose text stands in TCRE's synonym table, met by overlap. The table serves as
/// truth only; the names that are found come from a table of our own.
final class CytokineMeasure {
  private final PrintStream out;

  CytokineMeasure(PrintStream out) {
    this.out = out;
  }

  void run(Path data) throws IOException {
    Set<String> table = new HashSet<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(data.resolve("meta/cytokines.csv"))) {
      rows.forEach(r -> table.add(r.getField("sym").strip().toLowerCase(Locale.ROOT)));
    }
    var names = new CytokineNames(Vocabulary.shipped());
    int found = 0;
    int right = 0;
    int labelled = 0;
    int met = 0;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(data.resolve("brat/collection_02"), "*.ann")) {
      for (Path file : files) {
        BratDocument document = read(file);
        List<Entity> truth =
            document.entities().stream()
                .filter(e -> e.kind().equals("CYTOKINE") || e.kind().equals("PROTEIN"))
                .filter(e -> table.contains(e.text().strip().toLowerCase(Locale.ROOT)))
                .toList();
        List<TermMention> given = names.find(document.text());
        found += given.size();
        labelled += truth.size();
        right +=
            (int) given.stream().filter(m -> truth.stream().anyMatch(e -> overlap(m, e))).count();
        met +=
            (int) truth.stream().filter(e -> given.stream().anyMatch(m -> overlap(m, e))).count();
      }
    }
    double precision = (double) right / found;
    double recall = (double) met / labelled;
    double f1 = 2 * precision * recall / (precision + recall);
    out.printf(
        Locale.ROOT,
        "bar extraction_cytokine_mentions ours=%.3f peer=none target>=0.90 %s  (precision %.3f"
            + " recall %.3f, %d labelled; the rules were written while looking at this"
            + " collection)%n",
        f1,
        f1 >= 0.9 ? "held" : "short",
        precision,
        recall,
        labelled);
  }

  private static BratDocument read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).replace(".ann", "");
    return BratDocument.of(
        name, Files.readString(file.resolveSibling(name + ".txt")), Files.readString(file));
  }

  private static boolean overlap(TermMention mention, Entity entity) {
    return mention.start() < entity.end() && entity.start() < mention.end();
  }
}
