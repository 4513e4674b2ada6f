package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Problem.Severity;
import org.jspecify.annotations.Nullable;

/// Cuts a strategy into its lines: numbered (`1.`, `1`, `1)`, `#1`), in rows without numbers that
/// refer to each other by their rank, or one query over any number of printed lines.
final class LineSplitter {
  private static final Pattern NUMBERED =
      Pattern.compile("^\\s*(#\\s?|S)?(\\d{1,3})(\\s?[.):](?![a-z]{2}\\b)|(?=[\\s(\"])|$)\\s*");
  private static final Pattern SEARCH = Pattern.compile("^Search:?\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern GOES_ON =
      Pattern.compile("^(or|and|not|adj\\d*)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern STOPS_SHORT =
      Pattern.compile("\\b(or|and|not|adj\\d*)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMBINES =
      Pattern.compile(
          "^\\s*[(#\\d]*\\s*\\d+\\s*(\\)|\\b)\\s*(-\\s*\\d+\\s*/\\s*)?(or|and|not)\\b.*|^\\s*(or|and)\\s*/.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ONLY_NUMBERS =
      Pattern.compile("(?i)\\s*#?\\d+(\\s+(and|or|not)\\s+#?\\d+)+\\s*");
  private static final Pattern TITLE = Pattern.compile("^[\\w ()]{2,60}:\\s*$");

  private final String[] printed;
  private final List<Problem> problems;
  private final List<RawLine> lines = new ArrayList<>();
  private boolean backwards;

  LineSplitter(String text, List<Problem> problems) {
    this.printed = text.split("\\R", -1);
    this.problems = problems;
  }

  record Split(boolean numbered, List<RawLine> lines) {}

  Split split() {
    Optional<Matcher> first = firstNumber();
    if (first.isPresent()) {
      numbered(first.get().group(1) == null ? "" : "#", first.get().group(3));
      List<RawLine> filled = lines.stream().filter(l -> !l.isBlank()).toList();
      return new Split(true, backwards ? filled.reversed() : filled);
    }
    boolean rows = areRows();
    unnumbered(rows);
    return new Split(rows, lines.stream().filter(l -> !l.isBlank()).toList());
  }

  /// The first printed line with a number, if a later one carries the next number.
  private Optional<Matcher> firstNumber() {
    @Nullable Matcher before = null;
    for (String line : printed) {
      Matcher m = NUMBERED.matcher(line);
      if (!m.find() || GOES_ON.matcher(line.substring(m.end())).find()) {
        continue;
      }
      if (before != null && number(m) == number(before) + 1) {
        return Optional.of(before);
      }
      if (before != null && m.group(1) != null && number(m) == number(before) - 1) {
        backwards = true;
        return Optional.of(before);
      }
      if (before == null || (number(m) == 1 && m.group(1) == null)) {
        before = m;
      }
    }
    return before != null && before.group(3) != null && before.group(3).contains(".")
        ? Optional.of(before)
        : Optional.empty();
  }

  private static int number(Matcher m) {
    return Integer.parseInt(m.group(2));
  }

  private void numbered(String mark, String end) {
    @Nullable RawLine open = null;
    int last = -1;
    boolean marked = !mark.isEmpty() || !end.isBlank();
    for (int i = 0; i < printed.length; i++) {
      Matcher m = NUMBERED.matcher(printed[i]);
      boolean starts = m.find() && starts(m, printed[i], marked, last);
      if (starts) {
        last = number(m);
        open = new RawLine(m.group(2));
        lines.add(open);
        add(open, i, m.end());
      } else if (open == null) {
        passOver(i);
      } else if (lostNumber(open, i)) {
        last++;
        open = new RawLine(String.valueOf(last));
        lines.add(open);
        add(open, i, 0);
        problems.add(
            new Problem(
                Severity.WARNING,
                new Place(i + 1, 1),
                "this line has no number: read as line " + last));
      } else {
        add(open, i, 0);
      }
    }
  }

  /// A printed line that cannot belong to the one before: that one is whole, and a blank line or
  /// line numbers set this one apart.
  private boolean lostNumber(RawLine open, int i) {
    if (printed[i].isBlank() || open.isBlank() || together(open.text(), printed[i])) {
      return false;
    }
    return printed[i - 1].isBlank() || ONLY_NUMBERS.matcher(printed[i]).matches();
  }

  private boolean starts(Matcher m, String line, boolean marked, int last) {
    String rest = line.substring(m.end());
    if (GOES_ON.matcher(rest).find() && !rest.matches("(?i)(or|and)\\s*/.*")) {
      return false;
    }
    boolean hasMark = m.group(1) != null || !m.group(3).isBlank();
    int n = number(m);
    return last < 0
        || n == last + 1
        || (marked && hasMark)
        || (backwards && hasMark && n == last - 1)
        || (!marked && n > last && n < last + 4);
  }

  private void passOver(int i) {
    if (!printed[i].isBlank()) {
      problems.add(
          new Problem(
              Severity.NOTE,
              new Place(i + 1, 1),
              "'" + printed[i].strip() + "' stands before the first numbered line: passed over"));
    }
  }

  private static final int ROWS_AT_LEAST = 3;

  private boolean areRows() {
    long filled = java.util.Arrays.stream(printed).filter(l -> !l.isBlank()).count();
    return filled >= ROWS_AT_LEAST
        && java.util.Arrays.stream(printed).anyMatch(l -> COMBINES.matcher(l).matches());
  }

  private void unnumbered(boolean rows) {
    RawLine open = new RawLine("1");
    lines.add(open);
    for (int i = 0; i < printed.length; i++) {
      String line = printed[i];
      if (line.isBlank()) {
        continue;
      }
      if (open.isBlank() && lines.size() == 1 && TITLE.matcher(line).matches()) {
        passOver(i);
        continue;
      }
      if (!open.isBlank() && (rows || !together(open.text(), line))) {
        open = new RawLine(String.valueOf(lines.size() + 1));
        lines.add(open);
      }
      add(open, i, 0);
    }
  }

  private static boolean together(String before, String line) {
    return GOES_ON.matcher(line.strip()).find()
        || STOPS_SHORT.matcher(before).find()
        || count(before, '(') > count(before, ')');
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  private void add(RawLine into, int i, int from) {
    String rest = printed[i].substring(from);
    int blanks = rest.length() - rest.stripLeading().length();
    String part = rest.strip();
    if (into.isBlank()) {
      Matcher search = SEARCH.matcher(part);
      if (search.find()) {
        blanks += search.end();
        part = part.substring(search.end());
      }
    }
    if (!part.isEmpty()) {
      into.add(part, i + 1, from + blanks);
    }
  }
}
