package org.cytotrial.app.cli;

import java.io.Console;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.protocol.ReviewProtocol;

/// Marks the words of the search and of the eligibility criteria in a text, in two ways; does
/// nothing where the output is not a terminal or NO_COLOR is set.
final class Highlight {
  private static final String QUERY = "\u001b[1;33m";
  private static final String ELIGIBILITY = "\u001b[4;36m";
  private static final String END = "\u001b[0m";
  private static final int SHORTEST = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-–][\\p{L}\\p{N}]+)*");

  /// Words that stand in every text.
  private static final Set<String> COMMON =
      Set.of(
          "the",
          "and",
          "with",
          "for",
          "not",
          "any",
          "all",
          "who",
          "was",
          "were",
          "are",
          "from",
          "that",
          "this",
          "than",
          "into",
          "more",
          "less",
          "other",
          "without",
          "only",
          "over",
          "under",
          "least",
          "between",
          "study",
          "studies",
          "patients",
          "treatment",
          "one",
          "two",
          "three");

  private final boolean isOn;
  private final Set<String> query;
  private final Set<String> eligibility;

  Highlight(ReviewProtocol protocol, boolean isOn) {
    this.isOn = isOn;
    this.query = stems(protocol.keywords());
    query.addAll(stems(List.of(protocol.question().text())));
    this.eligibility = stems(protocol.include());
    eligibility.addAll(stems(protocol.exclude()));
  }

  static boolean isTerminal() {
    return System.getenv("NO_COLOR") == null
        && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static Set<String> stems(List<String> texts) {
    Set<String> stems = new HashSet<>();
    for (String text : texts) {
      WORD.matcher(text).results().map(m -> stem(m.group())).forEach(stems::add);
    }
    stems.removeIf(s -> s.length() < SHORTEST || COMMON.contains(s));
    return stems;
  }

  /// Small letters, without the ending of a plural.
  private static String stem(String word) {
    String small = word.toLowerCase(Locale.ROOT).replace('–', '-');
    return small.length() > 4 && small.endsWith("s") && !small.endsWith("ss")
        ? small.substring(0, small.length() - 1)
        : small;
  }

  String mark(String text) {
    return isOn ? WORD.matcher(text).replaceAll(this::marked) : text;
  }

  private String marked(java.util.regex.MatchResult word) {
    String stem = stem(word.group());
    String start = query.contains(stem) ? QUERY : eligibility.contains(stem) ? ELIGIBILITY : "";
    return start.isEmpty()
        ? Matcher.quoteReplacement(word.group())
        : Matcher.quoteReplacement(start + word.group() + END);
  }
}
