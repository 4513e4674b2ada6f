package org.cytotrial.evidence.dedupe;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;

/// A record reduced to what is compared; small, so that a hundred thousand fit in memory.
///
/// `issueNumbers` holds also those of supplements. `year` is 0 where unknown; `volume` and `issue`
/// are empty; `abstractStart` holds the first letters of the abstract.
record ComparableRecord(
    String id,
    TitleKey title,
    AuthorKeys authors,
    int year,
    JournalName journal,
    String volume,
    String issue,
    Set<String> issueNumbers,
    PageRange pages,
    String doi,
    String pmid,
    String abstractStart) {

  private static final int ABSTRACT_LETTERS = 100;
  private static final Pattern VOLUME =
      Pattern.compile("^\\W*(?:vol(?:ume)?\\.?\\s*)?([a-z]?\\d+)(?:\\s*\\(([^)]*)\\))?.*");
  private static final Pattern ISSUE = Pattern.compile("\\d+");
  private static final int LAST_WEEK = 53;
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  static ComparableRecord of(BibliographicRecord r) {
    int year = r.year().orElse(0);
    String volumeText = Letters.fold(r.text(Field.VOLUME));
    Matcher volume = VOLUME.matcher(volumeText);
    boolean known = volume.matches() && !volume.group(1).equals(Integer.toString(year));
    String within = known && volume.group(2) != null ? volume.group(2) : "";
    String issue = r.text(Field.ISSUE).isEmpty() ? within : r.text(Field.ISSUE);
    return new ComparableRecord(
        r.id(),
        TitleKey.of(r.title()),
        AuthorKeys.of(r.authors()),
        year,
        JournalName.of(r.container()),
        known ? volume.group(1).replaceFirst("^0+(?=\\d)", "") : "",
        issue(issue),
        numbers(issue),
        PageRange.of(r.text(Field.PAGES)),
        Identifiers.doiKey(r.text(Field.DOI)),
        Identifiers.pmid(r.text(Field.PMID)),
        abstractStart(r.text(Field.ABSTRACT)));
  }

  /// Whether nothing differs but the id, and the title or the place is the paper's own.
  boolean isCopyOf(ComparableRecord other) {
    return title.letters().equals(other.title.letters())
        && authors.equals(other.authors)
        && year == other.year
        && journal.equals(other.journal)
        && volume.equals(other.volume)
        && issueNumbers.equals(other.issueNumbers)
        && pages.equals(other.pages)
        && doi.equals(other.doi)
        && pmid.equals(other.pmid)
        && abstractStart.equals(other.abstractStart)
        && (title.isSpecific() || pages.isKnown() || !doi.isEmpty() || !pmid.isEmpty());
  }

  /// The number of an issue. No journal has more than 53 in a volume: larger numbers count through
  /// all volumes or are a database's own, and say nothing.
  private static String issue(String text) {
    int month = text.length() < 3 ? -1 : MONTHS.indexOf(Letters.fold(text.substring(0, 3)));
    if (month >= 0 && month % 3 == 0) {
      return Integer.toString(month / 3 + 1);
    }
    Matcher m = ISSUE.matcher(text);
    if (!m.find() || m.group().length() > 3) {
      return "";
    }
    int number = Integer.parseInt(m.group());
    return number == 0 || number > LAST_WEEK ? "" : Integer.toString(number);
  }

  /// All numbers in the field of the issue: of `3 SUPPL. 1` both 3 and 1.
  private static Set<String> numbers(String text) {
    if (text.isEmpty()) {
      return Set.of();
    }
    Set<String> numbers = new HashSet<>();
    ISSUE.matcher(text).results().forEach(m -> numbers.add(m.group()));
    return Set.copyOf(numbers);
  }

  private static String abstractStart(String text) {
    if (text.length() < ABSTRACT_LETTERS) {
      return "";
    }
    String begin = text.substring(0, Math.min(text.length(), 3 * ABSTRACT_LETTERS));
    String letters = String.join("", Letters.words(Letters.fold(begin)));
    return letters.substring(0, Math.min(letters.length(), ABSTRACT_LETTERS));
  }
}
