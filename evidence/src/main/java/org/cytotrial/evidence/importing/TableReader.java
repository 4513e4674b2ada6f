package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.evidence.importing.TableHeader.Column;
import org.cytotrial.evidence.records.AuthorList;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;

/// Reads tables: the project's own columns, and the exports of Scopus, Embase, PubMed, Zotero,
/// Rayyan, abstrackr, Covidence, RefWorks, Lens, Web of Science and others.
final class TableReader implements RecordReader {
  private static final Map<Column, Field> PLAIN = new EnumMap<>(Column.class);

  static {
    PLAIN.put(Column.TITLE, Field.TITLE);
    PLAIN.put(Column.JOURNAL, Field.JOURNAL);
    PLAIN.put(Column.BOOKTITLE, Field.BOOKTITLE);
    PLAIN.put(Column.VOLUME, Field.VOLUME);
    PLAIN.put(Column.ISSUE, Field.ISSUE);
    PLAIN.put(Column.PAGES, Field.PAGES);
    PLAIN.put(Column.ISBN, Field.ISBN);
    PLAIN.put(Column.ISSN, Field.ISSN);
    PLAIN.put(Column.ABSTRACT, Field.ABSTRACT);
    PLAIN.put(Column.LANGUAGE, Field.LANGUAGE);
    PLAIN.put(Column.URL, Field.URL);
    PLAIN.put(Column.PUBLISHER, Field.PUBLISHER);
    PLAIN.put(Column.NOTE, Field.NOTE);
  }

  @Override
  public void read(ImportSession session) throws IOException {
    var lines = new Lines(session.reader());
    TableHeader header = null;
    while (header == null) {
      String line = lines.next();
      if (line == null) {
        return;
      }
      header = TableHeader.of(line.strip());
      if (header == null && !line.isBlank()) {
        session.notice(
            lines.number(),
            "a line before the header was passed over: " + ImportSession.quote(line));
      }
    }
    var rows = new CsvRows(lines, header.separator);
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      if (rows.broken()) {
        session.notice(rows.line(), "a quotation mark in this row is never closed");
      }
      if (row.size() != header.columns.size()) {
        session.notice(
            rows.line(),
            "this row has "
                + row.size()
                + " cells, the header "
                + header.columns.size()
                + "; it was read as far as it goes");
      }
      row(header, row, rows, session);
    }
  }

  private static void row(
      TableHeader header, List<String> row, CsvRows rows, ImportSession session) {
    var draft = new RecordDraft(rows.line());
    draft.original.append(rows.original());
    draft.type = RecordType.MISC;
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(row.size(), header.columns.size()); i++) {
      String value = row.get(i).strip();
      boolean nothing = value.isEmpty() || value.equals("NA") || value.equals("nan");
      if (!nothing && header.columns.get(i) == Column.UNKNOWN) {
        session.notUnderstood(header.names.get(i));
      } else if (!nothing) {
        cells.putIfAbsent(header.columns.get(i), value);
      }
    }
    fill(draft, cells);
    String id = cells.getOrDefault(Column.ID, "");
    draft.id = id.isEmpty() ? Long.toString(rows.line()) : id;
    session.emit(draft);
  }

  private static void fill(RecordDraft draft, Map<Column, String> cells) {
    PLAIN.forEach((column, field) -> draft.put(field, cells.getOrDefault(column, "")));
    draft.put(Field.JOURNAL, cells.getOrDefault(Column.ABBREVIATION, ""));
    draft.authors.addAll(
        AuthorList.parse(cells.getOrDefault(Column.AUTHORS, "").replaceAll("\\(\\d{6,}\\)", "")));
    draft.year(cells.getOrDefault(Column.YEAR, ""));
    draft.pages(
        cells.getOrDefault(Column.FIRST_PAGE, ""), cells.getOrDefault(Column.LAST_PAGE, ""));
    draft.put(Field.PAGES, cells.getOrDefault(Column.ARTICLE_NUMBER, ""));
    draft.put(Field.DOI, Identifiers.doi(cells.getOrDefault(Column.DOI, "")));
    draft.put(Field.PMID, Identifiers.pmid(cells.getOrDefault(Column.PMID, "")));
    draft.findDoi(cells.getOrDefault(Column.URL, ""));
    draft.findPmid(cells.getOrDefault(Column.URL, ""));
    draft.findDoi(noteDoi(cells.getOrDefault(Column.NOTE, "")));
    draft.type = RecordType.of(cells.getOrDefault(Column.TYPE, ""));
    if (draft.type == RecordType.MISC && draft.fields.containsKey(Field.JOURNAL)) {
      draft.type = RecordType.ARTICLE;
    }
    for (String word : cells.getOrDefault(Column.KEYWORDS, "").split("[;\\n]", -1)) {
      draft.addKeyword(word);
    }
  }

  /// A note that is nothing but a DOI is one; a DOI within a note may be another document's.
  private static String noteDoi(String note) {
    return note.matches("\\s*(?:(?i)doi:?\\s*|https?://(dx\\.)?doi\\.org/)?10\\.\\d{4,9}/\\S+\\s*")
        ? note
        : "";
  }
}
