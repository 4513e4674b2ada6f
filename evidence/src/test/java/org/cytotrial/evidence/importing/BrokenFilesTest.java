package org.cytotrial.evidence.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong with exports: it is said with the line, and the rest goes on.
class BrokenFilesTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  private ImportReport read(byte[] bytes, List<BibliographicRecord> records) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, bytes);
    return Importer.read(file, records::add);
  }

  private ImportReport read(String text, List<BibliographicRecord> records) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), records);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252", "UTF-8"})
  void lettersSurviveTheEncoding(String charset) throws IOException {
    for (String text : List.of(Dialects.RIS_ENDNOTE, "\ufeff" + Dialects.RIS_ENDNOTE)) {
      if ((charset.startsWith("windows") || charset.equals("UTF-16"))
          && text.startsWith("\ufeff")) {
        continue;
      }
      List<BibliographicRecord> records = new ArrayList<>();
      ImportReport report = read(text.getBytes(Charset.forName(charset)), records);
      assertEquals("Müller", records.getFirst().authors().getFirst().family());
      assertEquals(charset.startsWith("windows") ? 1 : 0, report.noticeCount());
    }
  }

  @Test
  void singleBrokenBytesAreReadAndCounted() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(Dialects.RIS_ENDNOTE.getBytes(StandardCharsets.UTF_8));
    bytes.write(Dialects.RIS_ENDNOTE.getBytes(StandardCharsets.UTF_8));
    bytes.write(Dialects.RIS_ENDNOTE.getBytes(WINDOWS));
    List<BibliographicRecord> records = new ArrayList<>();
    ImportReport report = read(bytes.toByteArray(), records);
    assertEquals(3, records.size());
    records.forEach(r -> assertEquals("Müller", r.authors().getFirst().family()));
    assertEquals("UTF-8 with broken bytes", report.encoding());
    assertTrue(report.notices().getFirst().message().startsWith("1 bytes are not UTF-8"));
  }

  @Test
  void aRecordWithoutEndDoesNotSwallowTheNext() throws IOException {
    String half = "TY  - JOUR\nTI  - Half a record\nAU  - Doe, J.\n\n" + Dialects.RIS_ENDNOTE;
    List<BibliographicRecord> records = new ArrayList<>();
    ImportReport report = read(half, records);
    assertEquals(2, records.size());
    assertEquals("Half a record", records.getFirst().title());
    assertEquals(5, report.notices().getFirst().line());
  }

  @Test
  void searchHistoryBetweenRecordsIsSaid() throws IOException {
    String text =
        Dialects.RIS_ENDNOTE + "# Search: exp Melanoma/ and IL-7.ti. (17)\n" + Dialects.RIS_EMBASE;
    List<BibliographicRecord> records = new ArrayList<>();
    ImportReport report = read(text, records);
    assertEquals(2, records.size());
    assertEquals(1, report.noticeCount());
    assertTrue(
        report.notices().getFirst().toString().startsWith("file:16: a line between records"));
  }

  @Test
  void brokenXmlKeepsWhatStandsBefore() throws IOException {
    String broken = Dialects.ENDNOTE_XML.replace("</records>", "<record><titles></record>");
    List<BibliographicRecord> records = new ArrayList<>();
    ImportReport report = read(broken, records);
    assertEquals(1, records.size());
    assertTrue(report.notices().getFirst().message().contains("the 1 records before it were kept"));
  }

  @Test
  void entitiesOfAnXmlFileAreNotResolved() throws IOException {
    String bomb =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xml><records><record><titles>"
            + "<title>A title &e; of a record</title></titles></record></records></xml>";
    List<BibliographicRecord> records = new ArrayList<>();
    read(bomb, records);
    assertTrue(
        records.isEmpty() || records.getFirst().title().equals("A title of a record"),
        records.toString());
  }

  @Test
  void anUnclosedQuotationMarkIsSaid() throws IOException {
    String text = "title,year\n\"A title that never ends,2019\nAnother title,2020\n";
    List<BibliographicRecord> records = new ArrayList<>();
    ImportReport report = read(text, records);
    assertEquals(
        "a quotation mark in this row is never closed", report.notices().getFirst().message());
    assertEquals(2, report.notices().getFirst().line());
  }

  @Test
  void fieldsNotUnderstoodAreCounted() throws IOException {
    List<BibliographicRecord> records = new ArrayList<>();
    ImportReport report =
        read(Dialects.RIS_ENDNOTE.replace("DA  -", "XX  - lost\nXX  - lost too\nDA  -"), records);
    assertEquals(2, report.notUnderstood().get("XX"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html><body>Log in</body></html>|a web page (HTML)",
        "<modsCollection><mods/></modsCollection>|MODS XML",
        "<collection xmlns='http://www.loc.gov/MARC21/slim'/>|MARC XML",
        "{\"items\": [{\"title\": 1}]}|JSON",
        "%PDF-1.7|PDF",
        "cff-version: 1.2.0|CFF",
        "Dear all, here is the search.|no format of bibliographic records"
      })
  void otherThingsAreRefusedByName(String text, String name) {
    ImportException e = assertThrows(ImportException.class, () -> read(text, new ArrayList<>()));
    assertTrue(String.valueOf(e.getMessage()).contains(name), e.getMessage());
  }
}
