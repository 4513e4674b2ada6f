package org.cytotrial.evidence.dedupe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cytotrial.evidence.importing.ImportReport;
import org.cytotrial.evidence.importing.Importer;
import org.cytotrial.evidence.importing.SharedCases;
import org.cytotrial.evidence.records.UniqueIds;
import org.junit.jupiter.api.Test;

/// ASReview's collection of exports: the same papers through many programs, so that all of them
/// together must give as many papers as one of them.
class CitationFileFormattingTest {
  private static final String FOLDER =
      "review/import-samples/asreview-citation-file-formatting/Datasets";

  @Test
  void tenPapersThroughTenProgramsAreTenPapers() throws IOException {
    Deduplication found =
        all(
            "RIS/_baseline_endnote.ris",
            "RIS/_baseline_mendeley.ris",
            "RIS/_baseline_rayyan.ris",
            "RIS/_baseline_refworks.ris",
            "RIS/_baseline_zotero.ris",
            "RIS/_baseline_eppireviewer.ris",
            "RIS/_baseline_embase.ris",
            "CSV/_baseline_zotero.csv",
            "CSV/_baseline_rayyan.csv",
            "CSV/_baseline_abstrackr.csv");
    assertEquals(10, found.groups());
  }

  @Test
  void theBaselineIsTheSameInEveryFormat() throws IOException {
    int papers = all("CSV/_baseline.csv").groups();
    Deduplication found =
        all(
            "CSV/_baseline.csv",
            "RIS/_baseline.ris",
            "TSV/_baseline.tsv",
            "RIS/_baseline_citavi.ris");
    assertEquals(papers, found.groups());
  }

  private static Deduplication all(String... files) throws IOException {
    Path folder = SharedCases.folder(FOLDER);
    var deduplicator = new Deduplicator();
    var ids = new UniqueIds();
    for (String file : files) {
      ImportReport report = Importer.read(folder.resolve(file), r -> deduplicator.add(ids.name(r)));
      System.out.println(
          file
              + ": "
              + report.records()
              + " records, "
              + report.format()
              + ", not understood "
              + report.notUnderstood()
              + " "
              + report.notices().stream().limit(3).toList());
    }
    Deduplication found = deduplicator.run();
    Set<Integer> seen = new TreeSet<>();
    for (var row : found.rows()) {
      if (row.group() > 10 && seen.add(row.group()) && files.length > 4) {
        System.out.println(row);
      }
    }
    System.out.println(
        List.of(files).size()
            + " files: "
            + found.rows().size()
            + " records, "
            + found.groups()
            + " papers, "
            + found.unsure());
    return found;
  }
}
