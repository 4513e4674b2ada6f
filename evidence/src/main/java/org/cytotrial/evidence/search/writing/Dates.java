package org.cytotrial.evidence.search.writing;

import java.time.LocalDate;
import java.time.YearMonth;

/// The ends of a range as years, days and numbers; an open end is year 1800 or 3000, before and
/// after everything.
record Dates(String from, String to) {
  private static final String FIRST = "1800";
  private static final String LAST = "3000";

  static Dates of(org.cytotrial.evidence.search.Query.DateRange range) {
    return new Dates(
        range.from().isEmpty() ? FIRST : range.from(), range.to().isEmpty() ? LAST : range.to());
  }

  String fromYear() {
    return from.substring(0, 4);
  }

  String toYear() {
    return to.substring(0, 4);
  }

  boolean hasDays() {
    return from.length() > 4 || to.length() > 4;
  }

  boolean openEnd() {
    return to.equals(LAST);
  }

  /// The first day of the range.
  LocalDate firstDay() {
    int[] p = parts(from);
    return LocalDate.of(p[0], p.length > 1 ? p[1] : 1, p.length > 2 ? p[2] : 1);
  }

  /// The last day of the range.
  LocalDate lastDay() {
    int[] p = parts(to);
    YearMonth month = YearMonth.of(p[0], p.length > 1 ? p[1] : 12);
    return p.length > 2 ? month.atDay(p[2]) : month.atEndOfMonth();
  }

  private static int[] parts(String date) {
    return java.util.Arrays.stream(date.split("/", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
