package org.cytotrial.evidence.importing;

import java.util.Set;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;

/// Reads EndNote's XML, as EndNote, Bookends and others write it.
final class EndNoteXmlReader implements RecordReader {
  private static final Set<String> USED =
      Set.of(
          "database",
          "source-app",
          "rec-number",
          "foreign-keys",
          "ref-type",
          "contributors",
          "titles",
          "periodical",
          "alt-periodical",
          "pages",
          "volume",
          "number",
          "issue",
          "dates",
          "isbn",
          "accession-num",
          "notes",
          "urls",
          "abstract",
          "keywords",
          "electronic-resource-num",
          "language",
          "publisher",
          "remote-database-name");

  @Override
  public void read(ImportSession session) {
    new XmlRecords(Set.of("record"), (xml, line) -> draft(xml, line, session)).read(session);
  }

  private static RecordDraft draft(XmlRecord xml, long line, ImportSession session) {
    var draft = new RecordDraft(line);
    draft.id = xml.text("rec-number");
    xml.all("ref-type")
        .forEach(t -> {
          String name = t.attribute("name");
          draft.type = RecordType.of(name.isEmpty() ? byNumber(t.text()) : name);
        });
    draft.put(Field.TITLE, xml.text("titles/title"));
    xml.all("contributors/authors/author").forEach(a -> draft.addAuthor(a.text()));
    boolean inBook =
        draft.type == RecordType.INCOLLECTION || draft.type == RecordType.INPROCEEDINGS;
    String container =
        xml.text(
            "titles/secondary-title",
            "periodical/full-title",
            "titles/alt-title",
            "periodical/abbr-1",
            "alt-periodical/full-title");
    boolean journal = draft.type == RecordType.ARTICLE || draft.type == RecordType.MISC;
    draft.put(journal && !inBook ? Field.JOURNAL : Field.BOOKTITLE, container);
    draft.year(xml.text("dates/year", "dates/pub-dates/date"));
    draft.put(Field.VOLUME, xml.text("volume"));
    draft.put(Field.ISSUE, xml.text("number", "issue"));
    draft.put(Field.PAGES, xml.text("pages"));
    draft.put(Field.DOI, Identifiers.doi(xml.text("electronic-resource-num")));
    xml.all("urls/related-urls/url")
        .forEach(u -> {
          draft.findDoi(u.text());
          draft.findPmid(u.text());
        });
    pmid(draft, xml);
    draft.put(Field.ABSTRACT, xml.text("abstract"));
    xml.all("keywords/keyword").forEach(k -> draft.addKeyword(k.text()));
    draft.put(Field.LANGUAGE, xml.text("language"));
    draft.put(Field.URL, xml.text("urls/related-urls/url", "urls/web-urls/url"));
    draft.serialNumber(xml.text("isbn"));
    draft.put(Field.PUBLISHER, xml.text("publisher"));
    draft.put(Field.NOTE, xml.text("notes"));
    for (XmlRecord child : xml.children()) {
      if (!USED.contains(child.name)) {
        session.notUnderstood(child.name);
      }
    }
    return draft;
  }

  /// An accession number is PubMed's when the record says that it came from there.
  private static void pmid(RecordDraft draft, XmlRecord xml) {
    String accession = xml.text("accession-num");
    String from = xml.text("remote-database-name");
    draft.findPmid(accession);
    if (accession.matches("\\d{5,8}") && from.matches("(?i).*(medline|pubmed|nlm).*")) {
      draft.put(Field.PMID, accession);
    }
  }

  private static String byNumber(String number) {
    return switch (number.strip()) {
      case "17", "0", "19" -> "Journal Article";
      case "6", "28" -> "Book";
      case "5" -> "Book Section";
      case "10", "47" -> "Conference Paper";
      case "32" -> "Thesis";
      case "27" -> "Report";
      case "25" -> "Patent";
      default -> "";
    };
  }
}
