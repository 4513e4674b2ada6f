package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads RIS in the dialects of reference managers and databases: tags with one to three spaces or
/// a tab before the dash, values over several lines, lines of search history between the records,
/// and records without `ER`.
final class RisReader implements RecordReader {
  private static final Pattern TAG =
      Pattern.compile("^\\s*([A-Z][A-Z0-9])[ \\t]{1,3}-(?:\\s+(.*))?$");
  private static final Set<String> IDENTITY = Set.of("TI", "T1", "AU", "A1", "CT", "BT");

  private @Nullable Tags current;

  /// What came after a second `TY`, until it is clear whether a new record begins there.
  private @Nullable Tags tail;

  @Override
  public void read(ImportSession session) throws IOException {
    var lines = new Lines(session.reader());
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher m = TAG.matcher(line);
      if (m.matches()) {
        String value = m.group(2) == null ? "" : m.group(2);
        tagged(m.group(1), value, line, lines.number(), session);
      } else {
        untagged(line, lines.number(), session);
      }
    }
    if (current != null) {
      session.notice(
          lines.number(), "the file ends within a record (no ER); what was there was kept");
      finish(session);
    }
  }

  private void tagged(String tag, String value, String line, long number, ImportSession session) {
    switch (tag) {
      case "TY" -> begin(value, line, number);
      case "ER" -> {
        if (current == null) {
          session.notice(number, "ER without a record was passed over");
        } else {
          keep(line);
          finish(session);
        }
      }
      default -> {
        if (current == null) {
          session.notice(number, "a record without TY begins here; it was read as a record");
          current = new Tags(number);
        }
        keep(line);
        Tags into = tail == null ? current : tail;
        into.add(tag, value);
        if (tail != null && IDENTITY.contains(tag) && !value.isBlank()) {
          splitAt(tail, session);
        }
      }
    }
  }

  private void begin(String type, String line, long number) {
    if (current == null) {
      current = new Tags(number);
    } else {
      if (tail != null) {
        current.append(tail);
      }
      tail = new Tags(number);
    }
    keep(line);
    (tail == null ? current : tail).add("TY", type);
  }

  private void splitAt(Tags next, ImportSession session) {
    Tags before = current;
    if (before != null && before.has(IDENTITY)) {
      session.notice(next.line, "TY before the last record had its ER: a new record begins here");
      session.emit(RisFields.draft(before, session));
    } else if (before != null) {
      before.append(next);
      tail = null;
      return;
    }
    current = next;
    tail = null;
  }

  private void untagged(String line, long number, ImportSession session) {
    Tags into = tail == null ? current : tail;
    if (into != null && !into.list.isEmpty()) {
      keep(line);
      if (!line.isBlank()) {
        String tag = into.list.getLast().tag;
        into.goOn(line.strip(), tag.equals("KW") ? "\n" : " ");
      }
    } else if (!line.isBlank() && !isNumbering(line)) {
      session.notice(
          number, "a line between records was passed over: " + ImportSession.quote(line));
    }
  }

  /// `12.` or `Record #3 of 18`, as Ovid and the Cochrane Library write before each record.
  private static boolean isNumbering(String line) {
    return line.strip().matches("\\d+\\.|Record #\\d+ of \\d+|Provider: .*|Content: .*");
  }

  private void keep(String line) {
    Tags into = tail == null ? current : tail;
    if (into != null) {
      into.original.append(line).append('\n');
    }
  }

  private void finish(ImportSession session) {
    Tags done = current;
    if (done != null) {
      if (tail != null) {
        done.append(tail);
      }
      session.emit(RisFields.draft(done, session));
    }
    current = null;
    tail = null;
  }
}
