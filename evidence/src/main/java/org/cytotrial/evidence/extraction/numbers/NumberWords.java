package org.cytotrial.evidence.extraction.numbers;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// English number words up to the thousands.
final class NumberWords {
  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("none", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fourty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));
  private static final String WORD =
      "(?:zero|none|one|two|three|four(?:teen|ty)?|five|six(?:teen|ty)?|seven(?:teen|ty)?|eight(?:een|y)"
          + "?|nine(?:teen|ty)?|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundre"
          + "d|thousand)";

  /// A run of number words.
  static final Pattern RUN =
      Pattern.compile(
          "\\b" + WORD + "(?:(?:[\\s-]+and[\\s-]+|,?[\\s-]+)" + WORD + ")*\\b",
          Pattern.CASE_INSENSITIVE);

  private NumberWords() {}

  /// What a run of number words means; empty where it is a list ("two, three") and no number.
  static OptionalDouble value(String run) {
    int total = 0;
    int current = 0;
    int last = Integer.MAX_VALUE;
    for (String word : run.toLowerCase(Locale.ROOT).split("[\\s,-]+", 0)) {
      switch (word) {
        case "and" -> {}
        case "hundred" -> {
          current = Math.max(current, 1) * 100;
          last = 100;
        }
        case "thousand" -> {
          total += Math.max(current, 1) * 1000;
          current = 0;
          last = 1000;
        }
        default -> {
          int small = SMALL.getOrDefault(word, 0);
          if (!follows(small, last)) {
            return OptionalDouble.empty();
          }
          current += small;
          last = small;
        }
      }
    }
    return OptionalDouble.of(total + current);
  }

  private static boolean follows(int small, int last) {
    return last >= 100 || (last >= 20 && small < 10 && small > 0);
  }
}
