package org.cytotrial.evidence.records;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds DOIs, PubMed numbers and years in what people and programs write around them.
public final class Identifiers {
  private static final Pattern DOI = Pattern.compile("(?i)\\b10\\.\\d{4,9}(?:/|%2f)[^\\s\"<>|]+");
  private static final Pattern PMID_MARKED =
      Pattern.compile(
          "(?i)(?:pmid|pubmed|medline)\\D{0,12}?(\\d{5,9})\\b|\\b(\\d{5,9})\\s*\\[pmid]");
  private static final Pattern PMID_URL =
      Pattern.compile(
          "(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|ncbi\\.nlm\\.nih\\.gov/pubmed)/(\\d{1,9})");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[5-9]|20|21)\\d\\d(?!\\d)");

  private Identifiers() {}

  /// The DOI within a text, without resolver and trailing punctuation, or an empty text.
  public static String doi(String text) {
    Matcher m = DOI.matcher(text);
    if (!m.find()) {
      return "";
    }
    String doi = m.group().replaceFirst("(?i)%2f", "/");
    int end = doi.length();
    while (end > 0 && isTail(doi, end)) {
      end--;
    }
    return doi.substring(0, end);
  }

  private static boolean isTail(String doi, int end) {
    char last = doi.charAt(end - 1);
    if (last == ')' || last == ']' || last == '}') {
      char open = last == ')' ? '(' : last == ']' ? '[' : '{';
      return doi.substring(0, end).chars().filter(c -> c == open).count()
          < doi.substring(0, end).chars().filter(c -> c == last).count();
    }
    return ".,;:'/".indexOf(last) >= 0;
  }

  /// A DOI in the form in which two are compared: DOIs do not differ by case.
  public static String doiKey(String text) {
    return doi(text).toLowerCase(Locale.ROOT);
  }

  /// A PubMed number that a text calls so, or an empty text.
  public static String markedPmid(String text) {
    Matcher url = PMID_URL.matcher(text);
    if (url.find()) {
      return url.group(1);
    }
    Matcher m = PMID_MARKED.matcher(text);
    if (!m.find()) {
      return "";
    }
    return m.group(1) == null ? m.group(2) : m.group(1);
  }

  /// The digits of a field that holds a PubMed number, or an empty text; 0 stands for none.
  public static String pmid(String text) {
    Matcher m = Pattern.compile("\\d{1,9}").matcher(text);
    if (!m.find()) {
      return "";
    }
    String digits = m.group().replaceFirst("^0+", "");
    return digits;
  }

  /// The first plausible year of publication in a text.
  public static OptionalInt year(String text) {
    Matcher m = YEAR.matcher(text);
    return m.find() ? OptionalInt.of(Integer.parseInt(m.group())) : OptionalInt.empty();
  }
}
