package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.AuthorList;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;
import org.jspecify.annotations.Nullable;

/// Reads the tagged text of ISI, now Web of Science: two letters, a space, and continuation lines
/// that begin with three spaces.
final class IsiReader implements RecordReader {
  private static final Pattern TAG = Pattern.compile("^([A-Z][A-Z0-9])(?: (.*))?$");
  private static final Set<String> LISTS = Set.of("AU", "AF", "CA", "C1", "CR");
  private static final Set<String> KNOWN =
      Set.of(
          "FN", "VR", "EF", "ER", "PT", "DT", "TI", "AU", "AF", "CA", "SO", "JI", "J9", "PY", "PD",
          "VL", "IS", "BP", "EP", "PS", "AR", "DI", "PM", "AB", "DE", "ID", "SN", "EI", "BN", "LA",
          "PU", "UT");

  private @Nullable Tags current;

  @Override
  public void read(ImportSession session) throws IOException {
    var lines = new Lines(session.reader());
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher m = TAG.matcher(line);
      if (m.matches()) {
        tagged(m.group(1), m.group(2) == null ? "" : m.group(2), lines.number(), session);
      } else if (line.startsWith("  ") && current != null && !current.list.isEmpty()) {
        boolean list = LISTS.contains(current.list.getLast().tag);
        current.goOn(line.strip(), list ? "\n" : " ");
      } else if (!line.isBlank()) {
        session.notice(
            lines.number(), "a line without a tag was passed over: " + ImportSession.quote(line));
      }
      if (current != null) {
        current.original.append(line).append('\n');
      }
    }
    if (current != null) {
      session.notice(lines.number(), "the file ends within a record (no ER); it was kept");
      finish(session);
    }
  }

  private void tagged(String tag, String value, long number, ImportSession session) {
    switch (tag) {
      case "FN", "VR", "EF" -> {}
      case "ER" -> finish(session);
      default -> {
        if (tag.equals("PT") && current != null) {
          session.notice(number, "PT before the last record had its ER: a new record begins here");
          finish(session);
        }
        Tags into = Tags.openOr(current, number);
        current = into;
        into.add(tag, value);
      }
    }
  }

  private void finish(ImportSession session) {
    Tags tags = current;
    current = null;
    if (tags == null) {
      return;
    }
    RecordDraft draft = RecordDraft.of(tags);
    draft.type = RecordType.of(tags.firstOrEmpty("DT", "PT"));
    if (draft.type == RecordType.MISC) {
      draft.type = RecordType.of(tags.firstOrEmpty("PT"));
    }
    draft.put(Field.TITLE, tags.firstOrEmpty("TI"));
    List<String> names = tags.all(tags.first("AF") == null ? "AU" : "AF");
    for (String all : names) {
      all.lines().forEach(name -> draft.authors.addAll(AuthorList.parse(name)));
    }
    draft.put(Field.JOURNAL, tags.firstOrEmpty("SO", "JI", "J9"));
    draft.year(tags.firstOrEmpty("PY", "PD"));
    draft.put(Field.VOLUME, tags.firstOrEmpty("VL"));
    draft.put(Field.ISSUE, tags.firstOrEmpty("IS"));
    draft.pages(tags.firstOrEmpty("BP"), tags.firstOrEmpty("EP"));
    draft.put(Field.PAGES, tags.firstOrEmpty("PS", "AR"));
    draft.put(Field.DOI, Identifiers.doi(tags.firstOrEmpty("DI")));
    draft.put(Field.PMID, Identifiers.pmid(tags.firstOrEmpty("PM")));
    draft.findPmid(tags.firstOrEmpty("UT"));
    draft.put(Field.ABSTRACT, tags.firstOrEmpty("AB"));
    for (String words : tags.all("DE", "ID")) {
      List.of(words.split(";", -1)).forEach(draft::addKeyword);
    }
    draft.put(Field.ISSN, tags.firstOrEmpty("SN", "EI"));
    draft.put(Field.ISBN, tags.firstOrEmpty("BN"));
    draft.put(Field.LANGUAGE, tags.firstOrEmpty("LA"));
    draft.put(Field.PUBLISHER, tags.firstOrEmpty("PU"));
    tags.countUnknown(KNOWN, session);
    session.emit(draft);
  }
}
