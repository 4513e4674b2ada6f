package org.cytotrial.evidence.search.online;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Days on which records entered a database, both included.
record SearchedDates(LocalDate from, LocalDate to) {
  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  boolean isOneDay() {
    return from.equals(to);
  }

  SearchedDates firstHalf() {
    return new SearchedDates(from, middle());
  }

  SearchedDates secondHalf() {
    return new SearchedDates(middle().plusDays(1), to);
  }

  private LocalDate middle() {
    return from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
  }

  String fromText() {
    return SLASHES.format(from);
  }

  String toText() {
    return SLASHES.format(to);
  }

  /// For the name of a file.
  String name() {
    return from + "_" + to;
  }
}
