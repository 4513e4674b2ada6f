package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.RecordType;
import org.jspecify.annotations.Nullable;

/// Reads EndNote's tagged export (ENW), the heir of Unix refer.
final class ReferReader implements RecordReader {
  private static final Pattern TAG = Pattern.compile("^%(\\S)(?:\\s+(.*))?$");
  private static final Set<String> KNOWN =
      Set.of(
          "0", "A", "T", "J", "B", "D", "8", "V", "N", "P", "R", "X", "K", "@", "U", "G", "I", "M",
          "Z", "9", "O");

  private @Nullable Tags current;

  @Override
  public void read(ImportSession session) throws IOException {
    var lines = new Lines(session.reader());
    boolean blank = true;
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher m = TAG.matcher(line.strip());
      if (m.matches()) {
        if (m.group(1).equals("0") || (blank && isComplete())) {
          finish(session);
        }
        tagged(m.group(1), m.group(2) == null ? "" : m.group(2), lines.number());
      } else if (!line.isBlank() && current != null) {
        current.goOn(line.strip(), "\n");
      } else if (!line.isBlank()) {
        session.notice(
            lines.number(), "a line between records was passed over: " + ImportSession.quote(line));
      }
      if (current != null) {
        current.original.append(line).append('\n');
      }
      blank = line.isBlank();
    }
    finish(session);
  }

  private boolean isComplete() {
    return current != null && current.has(Set.of("T")) && current.has(Set.of("0"));
  }

  private void tagged(String tag, String value, long number) {
    Tags into = Tags.openOr(current, number);
    current = into;
    into.add(tag, value);
  }

  private void finish(ImportSession session) {
    Tags tags = current;
    current = null;
    if (tags == null) {
      return;
    }
    RecordDraft draft = RecordDraft.of(tags);
    draft.type = RecordType.of(tags.firstOrEmpty("0", "9"));
    draft.put(Field.TITLE, tags.firstOrEmpty("T"));
    tags.all("A").forEach(a -> a.lines().forEach(draft::addAuthor));
    draft.year(tags.firstOrEmpty("D", "8"));
    draft.put(Field.JOURNAL, tags.firstOrEmpty("J"));
    boolean article = draft.type == RecordType.ARTICLE;
    draft.put(article ? Field.JOURNAL : Field.BOOKTITLE, tags.firstOrEmpty("B"));
    draft.put(Field.VOLUME, tags.firstOrEmpty("V"));
    draft.put(Field.ISSUE, tags.firstOrEmpty("N"));
    draft.put(Field.PAGES, tags.firstOrEmpty("P"));
    for (String place : tags.all("R", "U")) {
      draft.findDoi(place);
    }
    draft.findPmid(tags.firstOrEmpty("M", "U"));
    tags.all("X").forEach(a -> draft.append(Field.ABSTRACT, a, " "));
    tags.all("K").forEach(k -> k.lines().forEach(draft::addKeyword));
    tags.all("@").forEach(draft::serialNumber);
    draft.put(Field.LANGUAGE, tags.firstOrEmpty("G"));
    draft.put(Field.URL, tags.firstOrEmpty("U"));
    draft.put(Field.PUBLISHER, tags.firstOrEmpty("I"));
    draft.put(Field.NOTE, String.join(" ", tags.all("Z", "O")));
    tags.countUnknown(KNOWN, session);
    session.emit(draft);
  }
}
