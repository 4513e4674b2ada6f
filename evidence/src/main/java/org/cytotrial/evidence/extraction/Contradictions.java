package org.cytotrial.evidence.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.text.Sentence;
import org.cytotrial.evidence.extraction.text.SentenceSplitter;

/// Finds numbers that cannot all be true: more patients with an event than patients, a percentage
/// that no count gives, an interval that excludes its estimate.
final class Contradictions {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String NUM = "(-?\\d+(?:\\.\\d+)?)";
  private static final Pattern SHARE =
      Pattern.compile(
          "(?<![\\d.,/])(\\d{1,6})\\s?(?:/|of|out of)\\s?(?:the )?(\\d{1,6})(?![\\d/.]\\d)"
              + "(?:(?:\\s+[\\p{L}-]+){0,4}\\s*[(\\[,;]\\s*(\\d{1,3}(?:\\.\\d+)?)\\s?%)?",
          FLAGS);
  private static final Pattern SHARE_FIRST =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,3}(?:\\.\\d+)?)\\s?%\\s?[(\\[]\\s?(\\d{1,6})\\s?(?:/|of)\\s?(\\d{1,6})\\s?[)\\]]",
          FLAGS);
  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?<![\\d.])"
              + NUM
              + "\\s?(%?)\\s*[;,(\\[]+\\s*(?:9[059]|80)\\s?%\\s*(?:CI|confidence"
              + " interval)(?:\\s*\\[CI\\])?[\\s,:=(\\[]*(?:of )?"
              + NUM
              + "\\s?%?\\s*(?:-|–|to|,)\\s*"
              + NUM,
          FLAGS);

  private Contradictions() {}

  static List<Contradiction> of(String text) {
    List<Contradiction> found = new ArrayList<>();
    for (Sentence sentence : SentenceSplitter.split(text)) {
      Matcher m = SHARE.matcher(sentence.text());
      while (m.find()) {
        boolean words = m.group().contains("of");
        share(sentence, m, new String[] {m.group(1), m.group(2), m.group(3)}, words, found);
      }
      m = SHARE_FIRST.matcher(sentence.text());
      while (m.find()) {
        share(sentence, m, new String[] {m.group(2), m.group(3), m.group(1)}, true, found);
      }
      m = INTERVAL.matcher(sentence.text());
      while (m.find()) {
        interval(sentence, m, found);
      }
    }
    return found;
  }

  private static void share(
      Sentence sentence, Matcher m, String[] parts, boolean words, List<Contradiction> found) {
    double events = Double.parseDouble(parts[0]);
    double patients = Double.parseDouble(parts[1]);
    String percent = parts[2];
    if (events > patients && (words || percent != null)) {
      add(found, sentence, m, "%s of %s: more than there are".formatted(parts[0], parts[1]));
    } else if (percent != null && patients > 0) {
      double half =
          0.5
              * Math.pow(
                  10, percent.contains(".") ? percent.indexOf('.') - percent.length() + 1 : 0);
      double exact = 100 * events / patients;
      double off = Math.abs(exact - Double.parseDouble(percent));
      // printed figures are rounded or cut
      if (off > 2 * half + 1e-9) {
        add(
            found,
            sentence,
            m,
            String.format(
                Locale.ROOT, "%s of %s is %.1f %%, not %s %%", parts[0], parts[1], exact, percent));
      }
    }
  }

  private static void interval(Sentence sentence, Matcher m, List<Contradiction> found) {
    double estimate = Double.parseDouble(m.group(1));
    double low = Double.parseDouble(m.group(3));
    double high = Double.parseDouble(m.group(4));
    if (low > high) {
      add(
          found,
          sentence,
          m,
          "the interval %s to %s ends before it begins".formatted(m.group(3), m.group(4)));
    } else if (estimate < low || estimate > high) {
      add(
          found,
          sentence,
          m,
          "the interval %s to %s excludes its estimate %s"
              .formatted(m.group(3), m.group(4), m.group(1)));
    }
  }

  private static void add(List<Contradiction> found, Sentence sentence, Matcher m, String why) {
    found.add(new Contradiction(why, sentence.text(), sentence.start() + m.start()));
  }
}
