package org.cytotrial.evidence.linking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.Author;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;

/// Suggests reports of one trial: by a shared registration number, by a shared name of a trial
/// (`EORTC 18991`), or by three shared authors and the same number of patients. A suggestion is for
/// a person to decide on.
public final class LinkSuggestions {
  private static final int SHARED_AUTHORS = 3;
  private static final int FEWEST_PATIENTS = 10;
  private static final Pattern PATIENTS =
      Pattern.compile(
          "(?i)\\b(\\d{1,3}(?:[ ,]\\d{3})+|\\d{2,6}) (?:[a-z-]+ ){0,4}?"
              + "(?:patients|participants|subjects|adults|children|women|men)\\b");

  /// Names of trials and trial numbers of groups: letters, then three digits or more, so that
  /// `IL-2`, `PD-1` or `CD25` are none.
  private static final Pattern TRIAL_NAME =
      Pattern.compile("\\b(\\p{Lu}[\\p{L}]{2,}|E|S|C)[- ]?(0?\\d{3,5})\\b");

  /// Letters before digits that name no trial.
  private static final Set<String> NO_TRIAL =
      Set.of(
          "COVID",
          "SARS",
          "ISSN",
          "ISBN",
          "AND",
          "THE",
          "FOR",
          "FROM",
          "DURING",
          "SINCE",
          "JANUARY",
          "FEBRUARY",
          "MARCH",
          "APRIL",
          "MAY",
          "JUNE",
          "JULY",
          "AUGUST",
          "SEPTEMBER",
          "OCTOBER",
          "NOVEMBER",
          "DECEMBER",
          "BETWEEN",
          "UNTIL",
          "AFTER",
          "BEFORE",
          "NCT",
          "UMIN",
          "KCT",
          "NTR",
          "DRKS",
          "WHO",
          "GRADE",
          "TOTAL");

  /// Two reports, and what speaks for one trial.
  public record Suggestion(String first, String second, String why) {}

  private record Traits(
      String id, Set<String> numbers, Set<String> names, Set<String> authors, Set<Integer> sizes) {}

  private LinkSuggestions() {}

  /// Suggests links between records, each pair once, in the order given.
  public static List<Suggestion> among(List<BibliographicRecord> records) {
    List<Traits> traits = records.stream().map(LinkSuggestions::traits).toList();
    List<Suggestion> found = new ArrayList<>();
    for (int i = 0; i < traits.size(); i++) {
      for (int j = i + 1; j < traits.size(); j++) {
        String why = why(traits.get(i), traits.get(j));
        if (!why.isEmpty()) {
          found.add(new Suggestion(traits.get(i).id(), traits.get(j).id(), why));
        }
      }
    }
    return found;
  }

  private static String why(Traits a, Traits b) {
    Set<String> numbers = both(a.numbers(), b.numbers());
    if (!numbers.isEmpty()) {
      return "registration number " + String.join(", ", numbers);
    }
    Set<String> names = both(a.names(), b.names());
    if (!names.isEmpty()) {
      return "trial name " + String.join(", ", names);
    }
    Set<String> authors = both(a.authors(), b.authors());
    Set<Integer> sizes = both(a.sizes(), b.sizes());
    boolean otherTrials = !a.numbers().isEmpty() && !b.numbers().isEmpty();
    if (authors.size() >= SHARED_AUTHORS && !sizes.isEmpty() && !otherTrials) {
      return authors.size()
          + " shared authors and "
          + sizes.iterator().next()
          + " patients in both";
    }
    return "";
  }

  private static <T> Set<T> both(Set<T> a, Set<T> b) {
    Set<T> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }

  private static Traits traits(BibliographicRecord record) {
    String text =
        String.join(
            "\n",
            record.title(),
            record.text(Field.ABSTRACT),
            record.text(Field.NOTE),
            String.join("; ", record.keywords()));
    Set<String> authors = new HashSet<>();
    record.authors().forEach(a -> authors.add(key(a)));
    return new Traits(record.id(), TrialNumbers.in(text), names(text), authors, sizes(text));
  }

  private static String key(Author author) {
    String initial = author.given().isEmpty() ? "" : author.given().substring(0, 1);
    String plain = Normalizer.normalize(author.family() + " " + initial, Normalizer.Form.NFD);
    return plain.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }

  private static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    Matcher m = TRIAL_NAME.matcher(text);
    while (m.find()) {
      String word = m.group(1).toUpperCase(Locale.ROOT);
      boolean isYear = m.group(2).matches("(19|20)\\d\\d") && word.length() > 1;
      if (!NO_TRIAL.contains(word) && !isYear) {
        names.add(word + " " + m.group(2));
      }
    }
    return names;
  }

  private static Set<Integer> sizes(String text) {
    Set<Integer> sizes = new HashSet<>();
    Matcher m = PATIENTS.matcher(text);
    while (m.find()) {
      int n = Integer.parseInt(m.group(1).replaceAll("[ ,]", ""));
      if (n >= FEWEST_PATIENTS) {
        sizes.add(n);
      }
    }
    return sizes;
  }
}
