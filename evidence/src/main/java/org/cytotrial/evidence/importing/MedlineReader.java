package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;
import org.jspecify.annotations.Nullable;

/// Reads MEDLINE's tagged text, which PubMed calls nbib.
final class MedlineReader implements RecordReader {
  private static final Pattern TAG =
      Pattern.compile("^([A-Z][A-Z0-9]{1,3})\\s{0,2}-(?:\\s*(.*))?$");
  private static final Set<String> FIRST = Set.of("PMID", "PMC", "PMCR");
  private static final Set<String> KNOWN =
      Set.of(
          "PMID", "TI", "BTI", "TT", "FAU", "AU", "CN", "DP", "DEP", "JT", "TA", "VI", "IP", "PG",
          "LID", "AID", "AB", "MH", "OT", "LA", "PT", "IS", "ISBN", "SO", "CTI");

  private @Nullable Tags current;

  @Override
  public void read(ImportSession session) throws IOException {
    var lines = new Lines(session.reader());
    boolean blank = true;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        blank = true;
        continue;
      }
      Matcher m = TAG.matcher(line);
      if (m.matches()) {
        boolean first = m.group(1).equals("PMID") || (blank && FIRST.contains(m.group(1)));
        tagged(m.group(1), m.group(2), first, lines.number(), session);
      } else if (line.startsWith("  ") && current != null && !current.list.isEmpty()) {
        current.goOn(line.strip(), " ");
      } else {
        session.notice(
            lines.number(), "a line without a tag was passed over: " + ImportSession.quote(line));
      }
      if (current != null) {
        current.original.append(line).append('\n');
      }
      blank = false;
    }
    finish(session);
  }

  private void tagged(
      String tag, @Nullable String value, boolean first, long number, ImportSession session) {
    if (first && current != null && !(tag.equals("PMID") && current.list.size() == 1)) {
      finish(session);
    }
    Tags into = Tags.openOr(current, number);
    current = into;
    into.add(tag, value == null ? "" : value);
  }

  private void finish(ImportSession session) {
    Tags done = current;
    current = null;
    if (done != null) {
      session.emit(draft(done, session));
    }
  }

  private static RecordDraft draft(Tags tags, ImportSession session) {
    RecordDraft draft = RecordDraft.of(tags);
    draft.put(Field.PMID, Identifiers.pmid(tags.firstOrEmpty("PMID")));
    draft.id = draft.fields.getOrDefault(Field.PMID, "");
    draft.type = type(tags.all("PT"));
    tags.all("TI").forEach(draft::addTitle);
    draft.put(Field.TITLE, tags.firstOrEmpty("BTI", "TT"));
    List<String> full = tags.all("FAU");
    (full.isEmpty() ? tags.all("AU") : full).forEach(draft::addAuthor);
    for (String group : tags.all("CN")) {
      draft.authors.add(new org.cytotrial.evidence.records.Author(group, ""));
    }
    draft.year(tags.firstOrEmpty("DP", "DEP"));
    boolean book = draft.type == RecordType.INCOLLECTION || draft.type == RecordType.BOOK;
    draft.put(book ? Field.BOOKTITLE : Field.JOURNAL, tags.firstOrEmpty("JT", "TA", "CTI"));
    draft.put(Field.VOLUME, tags.firstOrEmpty("VI"));
    draft.put(Field.ISSUE, tags.firstOrEmpty("IP"));
    draft.put(Field.PAGES, tags.firstOrEmpty("PG"));
    for (String id : tags.all("LID", "AID", "SO")) {
      if (!id.endsWith("[pii]")) {
        draft.findDoi(id.replace("[doi]", " "));
      }
    }
    tags.all("AB").forEach(a -> draft.append(Field.ABSTRACT, a, " "));
    tags.all("OT", "MH").forEach(draft::addKeyword);
    draft.put(Field.LANGUAGE, tags.firstOrEmpty("LA"));
    draft.put(Field.ISSN, tags.firstOrEmpty("IS"));
    draft.put(Field.ISBN, tags.firstOrEmpty("ISBN"));
    tags.countUnknown(KNOWN, session);
    return draft;
  }

  /// Many publication types may be named: a journal article is one whatever else it is.
  static RecordType type(List<String> names) {
    RecordType found = RecordType.MISC;
    for (String name : names) {
      RecordType type = RecordType.of(name);
      if (type == RecordType.ARTICLE && name.equalsIgnoreCase("journal article")) {
        return type;
      }
      found = found == RecordType.MISC ? type : found;
    }
    return found;
  }
}
