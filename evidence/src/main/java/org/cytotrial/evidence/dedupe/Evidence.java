package org.cytotrial.evidence.dedupe;

import java.util.ArrayList;
import java.util.List;

/// Field by field, what a pair of records agrees on.
final class Evidence {
  /// Agreement of one field; `ABSENT` if either record lacks it.
  enum Field {
    AGREES,
    DIFFERS,
    ABSENT
  }

  final ComparableRecord a;
  final ComparableRecord b;
  final TitleMatch title;
  final AuthorKeys.Match authors;
  final Field doi;
  final Field pmid;
  final Field volume;
  final Field issue;
  final Field pages;
  final Field journal;
  final boolean sameRange;

  /// Between the years of publication; 0 if one is unknown.
  final int years;

  Evidence(ComparableRecord a, ComparableRecord b) {
    this.a = a;
    this.b = b;
    title = TitleMatch.of(a.title(), b.title());
    authors = a.authors().match(b.authors());
    doi = equal(a.doi(), b.doi());
    pmid = equal(a.pmid(), b.pmid());
    volume = volume();
    issue = equal(a.issue(), b.issue());
    journal =
        !a.journal().isKnown() || !b.journal().isKnown()
            ? Field.ABSENT
            : a.journal().agrees(b.journal()) ? Field.AGREES : Field.DIFFERS;
    years = a.year() == 0 || b.year() == 0 ? 0 : Math.abs(a.year() - b.year());
    pages = pages();
    sameRange = a.pages().isSameRange(b.pages());
  }

  /// Some databases put the number of a supplement where the volume belongs: that says nothing.
  private Field volume() {
    boolean misplaced =
        (a.issue().isEmpty() && b.issueNumbers().contains(a.volume()))
            || (b.issue().isEmpty() && a.issueNumbers().contains(b.volume()));
    Field equal = equal(a.volume(), b.volume());
    return equal == Field.DIFFERS && misplaced ? Field.ABSENT : equal;
  }

  private Field pages() {
    PageRange p = a.pages();
    PageRange q = b.pages();
    if (!p.isComparable(q)) {
      return Field.ABSENT;
    }
    if (p.first() == q.first() || (journal == Field.AGREES && p.overlaps(q))) {
      return Field.AGREES;
    }
    boolean early = p.isCountedFromOne() != q.isCountedFromOne();
    return early && years == 0 && journal == Field.AGREES ? Field.ABSENT : Field.DIFFERS;
  }

  private static Field equal(String a, String b) {
    return a.isEmpty() || b.isEmpty() ? Field.ABSENT : a.equals(b) ? Field.AGREES : Field.DIFFERS;
  }

  boolean isYearKnown() {
    return a.year() != 0 && b.year() != 0;
  }

  boolean sameAbstract() {
    return !a.abstractStart().isEmpty() && a.abstractStart().equals(b.abstractStart());
  }

  boolean isCochrane() {
    return a.pages().isCochrane() && b.pages().isCochrane();
  }

  /// What speaks against the pair, in words.
  List<String> against() {
    List<String> against = new ArrayList<>();
    add(against, doi == Field.DIFFERS, "different DOIs");
    add(against, pmid == Field.DIFFERS, "different PubMed numbers");
    add(against, years > 1, "years " + a.year() + " and " + b.year());
    add(against, journal == Field.DIFFERS, "different journals or proceedings");
    add(against, volume == Field.DIFFERS, "volumes " + a.volume() + " and " + b.volume());
    add(
        against,
        pages == Field.DIFFERS,
        "first pages " + a.pages().first() + " and " + b.pages().first());
    add(
        against,
        issue == Field.DIFFERS && pages != Field.AGREES,
        "issues " + a.issue() + " and " + b.issue());
    return against;
  }

  /// What speaks for the pair, in words.
  List<String> agreements() {
    List<String> agree = new ArrayList<>();
    agree.add(title.words);
    add(agree, authors == AuthorKeys.Match.SAME, "same authors");
    add(agree, authors == AuthorKeys.Match.PARTLY, "partly the same authors");
    add(agree, journal == Field.AGREES, "same journal");
    add(agree, isYearKnown() && years == 0, "year " + a.year());
    add(agree, volume == Field.AGREES, "volume " + a.volume());
    add(agree, pages == Field.AGREES, sameRange ? "same pages" : "same first page");
    return agree;
  }

  private static void add(List<String> list, boolean when, String what) {
    if (when) {
      list.add(what);
    }
  }
}
