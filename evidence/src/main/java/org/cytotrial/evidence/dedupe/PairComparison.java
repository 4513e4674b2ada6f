package org.cytotrial.evidence.dedupe;

import java.util.List;
import org.cytotrial.evidence.dedupe.AuthorKeys.Match;
import org.cytotrial.evidence.dedupe.Comparison.Verdict;
import org.cytotrial.evidence.dedupe.Evidence.Field;

/// The rules by which a pair of records is judged. docs/decisions/0011 says why each is as it is.
final class PairComparison {
  private PairComparison() {}

  static Comparison of(ComparableRecord a, ComparableRecord b) {
    var e = new Evidence(a, b);
    String kinds = kinds(e);
    if (!kinds.isEmpty()) {
      return new Comparison(Verdict.CONTRADICTED, 0.2, kinds);
    }
    if (a.isCopyOf(b)) {
      return new Comparison(Verdict.SAME, 1, "identical records");
    }
    String same = sameBeyondDoubt(e);
    if (!same.isEmpty()) {
      return new Comparison(Verdict.SAME, 1, same + ": " + words(e.agreements()));
    }
    List<String> against = e.against();
    boolean numbers =
        e.title != TitleMatch.IDENTICAL && TitleMatch.numbersConflict(a.title(), b.title());
    if (against.isEmpty() && !numbers && isProbable(e)) {
      return new Comparison(
          Verdict.PROBABLY_SAME, 0.9, "nothing against it: " + words(e.agreements()));
    }
    if (against.size() == 1 && !numbers && outweighs(e)) {
      return new Comparison(
          Verdict.PROBABLY_SAME, 0.85, words(e.agreements()) + ", though " + against.getFirst());
    }
    return doubtful(e, against, numbers);
  }

  private static String words(List<String> list) {
    return String.join(", ", list);
  }

  /// A correction, a reply or a protocol is not the paper it belongs to.
  private static String kinds(Evidence e) {
    String first = e.a.title().kind();
    String second = e.b.title().kind();
    if (first.equals(second)) {
      return "";
    }
    return "one is "
        + (first.isEmpty() || second.isEmpty()
            ? "a " + first + second
            : "a " + first + ", the other a " + second);
  }

  private static String sameBeyondDoubt(Evidence e) {
    boolean near = e.title.isAtLeast(TitleMatch.NEAR);
    boolean similar = e.title.isAtLeast(TitleMatch.SIMILAR);
    boolean authors = e.authors == Match.SAME;
    if (e.pmid == Field.AGREES && (similar || (authors && e.years <= 1))) {
      return "same PubMed number " + e.a.pmid();
    }
    if (e.pmid == Field.DIFFERS) {
      return "";
    }
    if (e.doi == Field.AGREES && isSameByDoi(e)) {
      return "same DOI " + e.a.doi();
    }
    if (e.isCochrane() && e.pages == Field.AGREES && e.years == 0 && similar && authors) {
      return "same Cochrane number and year";
    }
    boolean place = isSamePlace(e);
    if (place && near && (authors || e.authors == Match.ABSENT)) {
      return "same title and place";
    }
    boolean specific = e.a.title().isSpecific() || e.b.title().isSpecific();
    boolean range = e.sameRange && e.years == 0 && e.doi != Field.DIFFERS && specific;
    if (range && authors && near && e.volume != Field.DIFFERS) {
      return "same title, authors and pages";
    }
    if (range
        && authors
        && similar
        && (place || (e.volume == Field.ABSENT && e.journal == Field.AGREES))) {
      return "same authors on the same pages, title written otherwise";
    }
    boolean placeInTime = place && e.journal != Field.DIFFERS && e.years <= 1;
    if (placeInTime && near && e.title == TitleMatch.IDENTICAL && e.a.title().isSpecific()) {
      return "same title and place, authors written otherwise";
    }
    if (placeInTime && authors && (e.title == TitleMatch.EXTENDED || (similar && e.sameRange))) {
      return "same authors and place, title written otherwise";
    }
    boolean one = e.issue != Field.DIFFERS && e.doi != Field.DIFFERS && e.journal == Field.AGREES;
    if (placeInTime && authors && e.sameRange && one) {
      return "same authors on the same pages, title translated or rewritten";
    }
    if (placeInTime && e.authors == Match.ABSENT && e.sameRange && one && similar) {
      return "same pages, similar title, authors missing";
    }
    return "";
  }

  /// Volume and first page, which is a place only where pages are numbered through the volume.
  /// Under a title like `Editorial`, the issue, DOI, journal and year must not differ either.
  private static boolean isSamePlace(Evidence e) {
    boolean place = e.volume == Field.AGREES && e.pages == Field.AGREES && !isOtherVersion(e);
    boolean specific = e.a.title().isSpecific() && e.b.title().isSpecific();
    boolean nothingElse =
        e.issue != Field.DIFFERS
            && e.doi != Field.DIFFERS
            && (e.journal == Field.AGREES || e.sameRange)
            && e.years == 0;
    return place && (specific || nothingElse);
  }

  /// Abstracts of one meeting, and chapters of one book, may share a DOI.
  private static boolean isSameByDoi(Evidence e) {
    if (e.title.isAtLeast(TitleMatch.NEAR)) {
      return e.title == TitleMatch.IDENTICAL || e.pages != Field.DIFFERS;
    }
    boolean authors = e.authors == Match.SAME;
    boolean place =
        e.pages == Field.AGREES || (e.volume == Field.AGREES && e.pages != Field.DIFFERS);
    boolean pages = e.pages != Field.DIFFERS;
    boolean byAuthors = e.title.isAtLeast(TitleMatch.SIMILAR) ? pages : place;
    return (authors && byAuthors) || (e.title == TitleMatch.ABSENT && pages);
  }

  /// The Cochrane Library gives a review and its protocol and updates the same number.
  private static boolean isOtherVersion(Evidence e) {
    return e.isCochrane() && e.years > 0;
  }

  private static boolean isProbable(Evidence e) {
    if (!e.a.title().isSpecific() || !e.b.title().isSpecific()) {
      return false;
    }
    if (e.title == TitleMatch.EXTENDED) {
      boolean numbered = e.pages == Field.AGREES || e.issue == Field.AGREES;
      return e.authors == Match.SAME && e.journal == Field.AGREES && e.years == 0 && numbered;
    }
    if (!e.title.isAtLeast(TitleMatch.NEAR)) {
      return false;
    }
    boolean placed =
        e.journal == Field.AGREES || e.pages == Field.AGREES || e.volume == Field.AGREES;
    return switch (e.authors) {
      case SAME -> placed || (e.title == TitleMatch.IDENTICAL && e.years == 0);
      case ABSENT ->
          e.title == TitleMatch.IDENTICAL
              && e.years == 0
              && (e.pages == Field.AGREES || e.volume == Field.AGREES || e.sameAbstract());
      case PARTLY, DIFFERENT -> false;
    };
  }

  /// One field against, all else for: a slip of the pen, or a journal's other name.
  private static boolean outweighs(Evidence e) {
    if (!e.title.isAtLeast(TitleMatch.NEAR)
        || e.authors != Match.SAME
        || e.years > 1
        || !e.a.title().isSpecific()
        || e.pmid == Field.DIFFERS) {
      return false;
    }
    if (e.journal == Field.DIFFERS) {
      boolean numbered = e.volume == Field.AGREES && e.issue == Field.AGREES;
      return (e.sameRange || e.sameAbstract() || numbered) && e.years == 0;
    }
    if (e.volume == Field.DIFFERS) {
      return e.journal == Field.AGREES && e.sameRange;
    }
    if (e.pages == Field.DIFFERS) {
      return e.journal == Field.AGREES
          && e.volume == Field.AGREES
          && e.issue == Field.AGREES
          && e.title == TitleMatch.IDENTICAL;
    }
    return e.doi == Field.DIFFERS && e.sameRange && e.journal == Field.AGREES;
  }

  private static Comparison doubtful(Evidence e, List<String> against, boolean numbers) {
    boolean title = e.title.isAtLeast(TitleMatch.NEAR);
    String why =
        words(e.agreements())
            + (against.isEmpty() ? "" : "; but " + words(against))
            + (numbers ? "; other numbers in the title" : "");
    boolean located =
        (e.volume == Field.AGREES && e.pages == Field.AGREES)
            || (e.sameRange && e.years == 0 && e.volume != Field.DIFFERS);
    if (located
        && e.doi != Field.DIFFERS
        && e.pmid != Field.DIFFERS
        && e.title.isAtLeast(TitleMatch.SIMILAR)
        && (e.authors == Match.SAME || e.authors == Match.ABSENT)
        && (e.issue != Field.DIFFERS || e.a.title().isSpecific())) {
      return new Comparison(Verdict.UNSURE, 0.6, why);
    }
    if (against.size() > 1 || (numbers && !title) || e.pmid == Field.DIFFERS) {
      return new Comparison(Verdict.CONTRADICTED, title ? 0.4 : 0.1, why);
    }
    boolean known =
        e.authors == Match.SAME || (e.authors == Match.ABSENT && e.title == TitleMatch.IDENTICAL);
    if (title && known && e.a.title().isSpecific()) {
      return new Comparison(Verdict.UNSURE, against.isEmpty() ? 0.7 : 0.5, why);
    }
    return new Comparison(against.isEmpty() ? Verdict.DIFFERENT : Verdict.CONTRADICTED, 0.1, why);
  }
}
