package org.cytotrial.evidence.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.RecordType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One invented paper in every format that can be read, the same each time.
class DialectsTest {
  static final String TITLE = "Interleukin-7 in mice with melanoma: a trial nobody did";

  @TempDir Path folder;

  /// Format and text of each dialect; every one holds the paper once.
  static List<Map.Entry<ImportFormat, String>> dialects() {
    return List.of(
        Map.entry(ImportFormat.RIS, Dialects.RIS_ENDNOTE),
        Map.entry(ImportFormat.RIS, Dialects.RIS_EMBASE),
        Map.entry(ImportFormat.RIS, Dialects.RIS_COCHRANE),
        Map.entry(ImportFormat.RIS, Dialects.RIS_OVID),
        Map.entry(ImportFormat.MEDLINE, Dialects.NBIB),
        Map.entry(ImportFormat.PUBMED_XML, Dialects.PUBMED_XML),
        Map.entry(ImportFormat.BIBTEX, Dialects.BIBTEX),
        Map.entry(ImportFormat.ENDNOTE_XML, Dialects.ENDNOTE_XML),
        Map.entry(ImportFormat.REFER, Dialects.REFER),
        Map.entry(ImportFormat.ISI, Dialects.ISI),
        Map.entry(ImportFormat.OVID, Dialects.OVID),
        Map.entry(ImportFormat.TABLE, Dialects.CONTRACT_CSV),
        Map.entry(ImportFormat.TABLE, Dialects.SCOPUS_OLD),
        Map.entry(ImportFormat.TABLE, Dialects.SCOPUS_NEW),
        Map.entry(ImportFormat.TABLE, Dialects.EMBASE_CSV),
        Map.entry(ImportFormat.TABLE, Dialects.TAB_SEPARATED));
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void thePaperIsTheSame(Map.Entry<ImportFormat, String> dialect) throws IOException {
    Path file = folder.resolve("any-name");
    Files.writeString(file, dialect.getValue());
    List<BibliographicRecord> records = new ArrayList<>();
    ImportReport report = Importer.read(file, records::add);
    assertEquals(dialect.getKey(), report.format());
    assertEquals(1, records.size(), report.toString());
    BibliographicRecord r = records.getFirst();
    assertEquals(TITLE, r.title().replaceFirst("[.]$", ""));
    assertEquals("2019", r.text(Field.YEAR));
    assertEquals("12", r.text(Field.VOLUME));
    assertEquals("3", r.text(Field.ISSUE));
    assertTrue(r.text(Field.PAGES).matches("101-(1|10)?9"), r.text(Field.PAGES));
    assertEquals("10.5555/none.2019.7", r.text(Field.DOI));
    assertEquals("Journal of Invented Results", r.container());
    assertEquals(RecordType.ARTICLE, r.type());
    assertEquals(2, r.authors().size(), r.authors().toString());
    assertEquals("Müller", r.authors().getFirst().family());
    assertEquals("O'Neill", r.authors().get(1).family());
    assertFalse(r.original().isBlank());
    assertTrue(r.original().contains("Interleukin-7"), r.original());
  }

  @Test
  void aPubMedNumberIsFoundWhereverAProgramPutsIt() throws IOException {
    for (String text :
        List.of(Dialects.NBIB, Dialects.PUBMED_XML, Dialects.RIS_COCHRANE, Dialects.ISI)) {
      Path file = folder.resolve("numbers");
      Files.writeString(file, text);
      assertEquals("99999999", Importer.readAll(file).getFirst().text(Field.PMID), text);
    }
  }
}
