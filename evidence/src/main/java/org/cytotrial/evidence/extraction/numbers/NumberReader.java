package org.cytotrial.evidence.extraction.numbers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the numbers of a sentence: `1,009`, `13 388`, `0. 92`, `.05`, `2·5`, "one hundred and
/// seventy-six". What only looks like one (IL-2, 5-FU, CD8, m2) is none.
public final class NumberReader {
  private static final Pattern DIGITS =
      Pattern.compile(
          "(\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d{1,3}(?:[\\u00a0\\u2000-\\u200a\\u202f"
              + " ]\\d{3})+(?!\\d)|\\d+(?:[.·∙]\\s?\\d+)?|(?<=[=<>≤≥ (])\\.\\s?\\d+)");
  private static final Pattern UNIT_BEHIND =
      Pattern.compile(
          "\\G(?:%|mg|µg|μg|ug|mcg|g|kg|ml|mL|l|L|IU|U|MU|MIU|mU|h|hr|hrs|d|wk|mo|yr|y|min|cm|mm|nm|"
              + "Gy|cGy|x|th|st|nd|rd|s|k)(?![A-Za-z])");
  private static final Pattern WORD_BEHIND =
      Pattern.compile(
          "\\G-(?:[A-Z]|α|β|γ|hydroxy|fluoro|azacyt|deoxy|methyl|chloro|amino|iodo|OH|(?:\\d+-)?[a-z]"
              + "*(?:hydroxy|oxo|methyl|fluoro))");
  private static final Pattern PERCENT =
      Pattern.compile("\\G[\\s\\u00a0\\u2000-\\u200a\\u202f-]{0,2}(?:%|percent\\b|per cent\\b)");
  private static final Pattern LIST =
      Pattern.compile("(?:\\s*(?:,|and|or|to|vs\\.?|v|versus|-|–)\\s*)+");

  private static final Pattern AND = Pattern.compile("(?i),?\\s+and\\s+|,\\s+");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)(?:\\b(?:HRs?|ORs?|RRs?|ratios?|risks?|groups?|arms?|grades?|n|of|cohort|day|days|out"
              + " of|stage|phase|p)\\s*[\\])]?\\s*[,:=]?|[=<>/])\\s*$");
  private static final Pattern LEVEL =
      Pattern.compile(
          "\\G[\\s\\u00a0]*(?:%|percent|per cent)[\\s-]*(?:CI|C\\.I|confidence|credib)");

  private NumberReader() {}

  /// The numbers of a sentence in their order.
  public static List<NumberMention> read(String sentence) {
    List<NumberMention> found = new ArrayList<>();
    Matcher digits = DIGITS.matcher(sentence);
    while (digits.find()) {
      if (isNumber(sentence, digits.start(), digits.end())) {
        double value =
            Double.parseDouble(
                digits
                    .group()
                    .replaceAll("[,\\s\\u00a0\\u2000-\\u200a\\u202f]", "")
                    .replace('·', '.')
                    .replace('∙', '.'));
        found.add(mention(sentence, value, digits.start(), digits.end(), false));
      }
    }
    Matcher words = NumberWords.RUN.matcher(sentence);
    while (words.find()) {
      addWords(sentence, words.start(), words.end(), found);
    }
    found.sort(Comparator.comparingInt(NumberMention::start));
    return shareSign(sentence, found);
  }

  /// Adds a run of number words; one that is a list ("three and eight") is read word by word.
  private static void addWords(String sentence, int start, int end, List<NumberMention> found) {
    OptionalDouble value = NumberWords.value(sentence.substring(start, end));
    if (value.isPresent()) {
      found.add(mention(sentence, value.getAsDouble(), start, end, true));
      return;
    }
    Matcher joint = AND.matcher(sentence).region(start, end);
    if (joint.find()) {
      addWords(sentence, start, joint.start(), found);
      addWords(sentence, joint.end(), end, found);
    }
  }

  private static NumberMention mention(
      String sentence, double value, int start, int end, boolean words) {
    return new NumberMention(value, start, end, PERCENT.matcher(sentence).find(end), words);
  }

  private static boolean isNumber(String text, int start, int end) {
    if (start > 0) {
      char before = text.charAt(start - 1);
      if (Character.isLetterOrDigit(before) || before == '_') {
        return false;
      }
      if ((before == '.' || before == '·')
          && start > 1
          && Character.isLetterOrDigit(text.charAt(start - 2))) {
        return false;
      }
      if ((before == '-' || before == '‐' || before == '–' || before == '/')
          && start > 1
          && Character.isLetter(text.charAt(start - 2))
          && !isWordBefore(text, start - 2)) {
        return false;
      }
    }
    if (start > 0
        && text.charAt(start - 1) == '('
        && end < text.length()
        && text.charAt(end) == ')'
        && isRaised(text, start, end)) {
      return false;
    }
    if (end < text.length() && Character.isLetter(text.charAt(end))) {
      return UNIT_BEHIND.matcher(text).find(end);
    }
    return !WORD_BEHIND.matcher(text).find(end);
  }

  /// Whether a bracketed number is an exponent or the mass of an isotope: `m(2)`, `(188)Re`.
  private static boolean isRaised(String text, int start, int end) {
    boolean exponent =
        start > 1 && Character.isLetterOrDigit(text.charAt(start - 2)) && end - start < 3;
    return exponent || (end + 1 < text.length() && Character.isLetter(text.charAt(end + 1)));
  }

  /// Whether a word of three small letters or more ends at `last`: "range-12" is not a name.
  private static boolean isWordBefore(String text, int last) {
    int from = last;
    while (from >= 0 && Character.isLetter(text.charAt(from))) {
      from--;
    }
    String word = text.substring(from + 1, last + 1);
    return word.length() > 3
        && word.equals(word.toLowerCase(java.util.Locale.ROOT))
        && !word.matches("interleukin|interferon|alpha|beta|gamma|kappa|grade");
  }

  /// Gives numbers of a list the percent sign that stands behind its last.
  private static List<NumberMention> shareSign(String sentence, List<NumberMention> numbers) {
    List<NumberMention> shared = new ArrayList<>(numbers);
    for (int i = shared.size() - 2; i >= 0; i--) {
      NumberMention here = shared.get(i);
      NumberMention next = shared.get(i + 1);
      if (!here.percent()
          && next.percent()
          && here.end() <= next.start()
          && LIST.matcher(sentence.substring(here.end(), next.start())).matches()
          && !OTHER.matcher(sentence.substring(0, here.start())).find()
          && !LEVEL.matcher(sentence).find(next.end())) {
        shared.set(
            i, new NumberMention(here.value(), here.start(), here.end(), true, here.words()));
      }
    }
    return List.copyOf(shared);
  }
}
