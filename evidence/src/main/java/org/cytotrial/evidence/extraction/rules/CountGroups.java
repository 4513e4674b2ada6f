package org.cytotrial.evidence.extraction.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.rules.Passage.Numeral;

/// Counts of one sentence that make a whole: "214 events (A, n = 96; B, n = 118)", "69 (49 %) A and
/// 71 (51 %) B".
final class CountGroups {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern DENOMINATOR =
      Pattern.compile("\\b(?:of|out of|from)\\s+(?:the |all )?$|\\d\\s*/\\s*$", FLAGS);
  private static final Pattern LABELLED =
      Pattern.compile("\\b(?:groups?|arms?) [A-D\\d] ?[=:] ?$|\\bn\\s*=\\s*$", FLAGS);
  private static final Pattern PERCENT_AFTER =
      Pattern.compile(
          "^\\s*(?:[\\p{L}-]+\\s+){0,3}?[(\\[]\\s*(\\d+(?:[.·]\\d+)?)\\s?(?:%|per ?cent)", FLAGS);
  private static final Pattern RANDOM =
      Pattern.compile("\\b(?:random\\w*|enrol\\w*|recruited|allocated)\\b", FLAGS);
  private static final Pattern JOINED =
      Pattern.compile("\\b(?:random\\w*|assigned|allocated|received|receiving|treated)\\b", FLAGS);
  private static final double ROUNDING = 1.1;

  private CountGroups() {}

  /// Counts that are no denominators, those behind "n =" and "group A =" among them.
  private static List<NumberMention> counts(Passage p) {
    return p.numerals().stream()
        .filter(n -> n.part() == NumberPart.PLAIN || isLabelled(p, n))
        .map(Numeral::number)
        .filter(n -> n.isCount() && !DENOMINATOR.matcher(p.before(n, 20)).find())
        .toList();
  }

  private static boolean isLabelled(Passage p, Numeral n) {
    return n.part() == NumberPart.LABEL && LABELLED.matcher(p.before(n.number(), 20)).find();
  }

  /// Whether two counts behind it add up to it.
  static boolean isWhole(Passage p, NumberMention number) {
    List<NumberMention> counts = counts(p);
    for (int i = 0; i + 1 < counts.size(); i++) {
      if (counts.get(i).start() > number.start()
          && counts.get(i).value() + counts.get(i + 1).value() == number.value()) {
        return true;
      }
    }
    return false;
  }

  /// Whether it and a neighbour split a number of outcomes that stands before them.
  static boolean isPart(Passage p, NumberMention number, Set<Double> totals) {
    if (!ArmPatients.OUTCOME_WORD.matcher(p.text()).find() || RANDOM.matcher(p.text()).find()) {
      return false;
    }
    List<NumberMention> counts = counts(p);
    int at = counts.indexOf(number);
    for (int i = Math.max(1, at - 1); at > 0 && i <= at && i + 1 < counts.size(); i++) {
      double sum = counts.get(i).value() + counts.get(i + 1).value();
      int first = i;
      if (!totals.contains(sum)
          && counts.stream()
              .anyMatch(n -> n.value() == sum && n.start() < counts.get(first).start())) {
        return true;
      }
    }
    return false;
  }

  /// Whether it and a neighbour have shares of one hundred per cent together, of what they add up
  /// to.
  static boolean isShare(Passage p, NumberMention number, Set<Double> totals) {
    List<NumberMention> counts = counts(p);
    int at = counts.indexOf(number);
    boolean joined = JOINED.matcher(p.text()).find();
    for (int i = Math.max(0, at - 1); at >= 0 && i <= at && i + 1 < counts.size(); i++) {
      double sum = counts.get(i).value() + counts.get(i + 1).value();
      if ((joined || totals.contains(sum)) && areShares(p, counts.get(i), counts.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean areShares(Passage p, NumberMention a, NumberMention b) {
    Matcher first = PERCENT_AFTER.matcher(p.after(a, 60));
    Matcher second = PERCENT_AFTER.matcher(p.after(b, 60));
    if (!first.find() || !second.find()) {
      return false;
    }
    double share = Double.parseDouble(first.group(1).replace('·', '.'));
    double other = Double.parseDouble(second.group(1).replace('·', '.'));
    double whole = a.value() + b.value();
    return Math.abs(share + other - 100) < ROUNDING
        && Math.abs(100 * a.value() / whole - share) < ROUNDING;
  }
}
