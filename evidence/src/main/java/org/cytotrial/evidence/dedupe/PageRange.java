package org.cytotrial.evidence.dedupe;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pages made comparable: digits of the first and last page, -1 where unknown; `236-42` is
/// `236-242`, `S212` is 212, and `01-Sep` is what a spreadsheet made of `1-9`.
record PageRange(long first, long last, String prefix) {
  static final PageRange NONE = new PageRange(-1, -1, "");

  private static final long LONGEST_COUNTED_FROM_ONE = 40;
  private static final long SMALLEST_LOCATOR = 1000;
  private static final long SMALLEST_BARE_LOCATOR = 10_000;

  private static final Pattern DATE = Pattern.compile("(?i)\"?(\\d{1,2})-([a-z]{3})\"?");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));
  private static final Pattern RANGE =
      Pattern.compile(
          "(?i)^\\W*(?:pp?\\.?\\s*)?(?:article\\s*)?([a-z]{0,5})\\s*[.]?\\s*(\\d{1,12})[a-z]?"
              + "(?:\\s*[-–—‐‑−]+\\s*([a-z]{0,5})(\\d{1,12}))?.*");

  static PageRange of(String pages) {
    if (pages.isBlank()) {
      return NONE;
    }
    Matcher date = DATE.matcher(pages.strip());
    if (date.matches()) {
      Integer month = MONTHS.get(date.group(2).toLowerCase(java.util.Locale.ROOT));
      return month == null ? NONE : new PageRange(Long.parseLong(date.group(1)), month, "");
    }
    Matcher m = RANGE.matcher(pages);
    if (!m.matches() || m.group(1).equalsIgnoreCase("suppl")) {
      return NONE;
    }
    long first = Long.parseLong(m.group(2));
    if (first == 0) {
      return NONE;
    }
    long last = m.group(4) == null ? -1 : completed(m.group(2), m.group(4));
    return new PageRange(
        first, last < first ? -1 : last, m.group(1).toLowerCase(java.util.Locale.ROOT));
  }

  private static long completed(String first, String last) {
    return last.length() < first.length()
        ? Long.parseLong(first.substring(0, first.length() - last.length()) + last)
        : Long.parseLong(last);
  }

  boolean isKnown() {
    return first >= 0;
  }

  /// Whether this numbers the article (`e12724`, `CD006273`), not its pages.
  boolean isLocator() {
    return last < 0
        && first
            >= (prefix.length() == 1 && !prefix.equals("s")
                ? SMALLEST_LOCATOR
                : SMALLEST_BARE_LOCATOR);
  }

  boolean isCochrane() {
    return prefix.equals("cd");
  }

  /// Whether the pages are counted within the article, as before it has a place in an issue.
  boolean isCountedFromOne() {
    return first == 1 && last > 1 && last <= LONGEST_COUNTED_FROM_ONE;
  }

  /// Whether both say the same kind of thing: the page in print, or the number of the article.
  boolean isComparable(PageRange other) {
    return isKnown()
        && other.isKnown()
        && (first == other.first || isLocator() == other.isLocator());
  }

  /// Whether one begins within the other.
  boolean overlaps(PageRange other) {
    return (last >= other.first && first <= other.first && last - first < 200)
        || (other.last >= first && other.first <= first && other.last - other.first < 200);
  }

  /// Whether both are the same pages, and more than one: no two papers share these.
  boolean isSameRange(PageRange other) {
    return first == other.first && last == other.last && last > first;
  }
}
