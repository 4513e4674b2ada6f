package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.rules.Passage.Numeral;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// How many patients a group has.
final class ArmPatients {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern NAMED_N = Pattern.compile("\\b[nN]\\s*(?:=|:)\\s*$");
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\bn\\s*[=:]\\s*$|\\b(?:groups?|arms?|cohorts?) (?:[A-D\\d]|I+) ?[=:,(] ?$", FLAGS);
  private static final Pattern BRACKET = Pattern.compile("[(\\[]\\s*$");
  private static final Pattern BRACKET_AFTER =
      Pattern.compile("^\\s*(?:[\\p{L}-]+\\s){0,3}?(?:" + People.WORDS + ")?\\s*[)\\],;]", FLAGS);
  private static final Pattern TO_GROUP =
      Pattern.compile(
          "^\\s*(?:[\\p{L}-]+\\s+){0,4}?(?:"
              + People.WORDS
              + "\\s*)?(?:who )?(?:were |was |had been )?(?:randomly"
              + " )?(?:assigned|allocated|randomi[sz]ed|enrolled|given|received|receiving|receive|underwent|treated|to|in|into|on|with|for|had)\\b",
          FLAGS);
  private static final Pattern GROUP_WORD =
      Pattern.compile(
          "\\b(?:arms?|groups?|placebo|control|received|receiving|randomi[sz]ed|randomly|assigned|allocated|allocation|versus|vs\\.?|cohorts?)\\b",
          FLAGS);
  private static final Pattern RANDOM =
      Pattern.compile("\\b(?:random\\w*|assign\\w*|allocat\\w*|divided)\\b", FLAGS);
  private static final Pattern NAMED_TWICE = Pattern.compile("\\bn\\s*=.*\\bn\\s*=", FLAGS);
  private static final Pattern DENOMINATOR =
      Pattern.compile("(?<![/\\d.,])(\\d+)\\s?(?:/|of|out of)\\s?(?:the )?$", FLAGS);
  private static final Pattern SHARE_BEFORE =
      Pattern.compile(
          "(?:%|percent)\\s*[(\\[]\\s*n\\s*=\\s*$|%\\s(?:of [a-z]+ )?\\(n\\s*=\\s*$", FLAGS);
  static final Pattern OUTCOME_WORD =
      Pattern.compile(
          "\\b(?:occur\\w*|events?|deaths?|died|relapses?|recurrences?|developed|number of|numbers"
              + " of|failures?|metastas[ei]s|fractures?|observed"
              + " in|diagnosed|failed|discontinued|experienced|achieved|complications?|toxicit\\w+|responses?|responded|had|reported|progress\\w+)\\b",
          FLAGS);
  private static final Pattern VERSUS = Pattern.compile("^\\s*(?:vs\\.?|v|versus)\\s", FLAGS);
  private static final Pattern VERSUS_BEFORE =
      Pattern.compile("\\s(?:vs\\.?|v|versus)\\s*$", FLAGS);
  private static final Pattern OUTCOME_NOUN =
      Pattern.compile(
          "\\b(?:events|deaths|recurrences|relapses|cancers|failures|fractures|progressions|metastases|responses)\\W*(?:\\([A-Za-z]+\\)\\s*)?$",
          FLAGS);
  private static final Pattern BARE =
      Pattern.compile(
          "^\\s*(?:(?:evaluable|eligible|assessable|intervention|control|white|black|healthy|(?-i:[A-Z]{2,})|breast"
              + " cancer|BC|incident) ){0,2}(?:"
              + People.WORDS
              + "\\s)?(?:who"
              + " )?(?:were|received|receiving|to|in|into|on|with|had|underwent|assigned|randomi[sz]ed|allocated|for|and|placebo|controls?|cases|women)\\b",
          FLAGS);
  private static final Pattern LISTED =
      Pattern.compile(
          "[(\\[]\\s*(?:\\d+(?:[, ]\\d{3})*|[a-z-]+) (?:(?:in |to |on )?(?:the )?[\\p{L}\\d+-]+"
              + " ){0,4}[\\p{L}\\d+-]+(?:,|;|,? and|,? vs\\.?|,? versus)\\s(?:and )?(?:\\d+(?:[,"
              + " ]\\d{3})*|[a-z-]+) (?!%|percent|years|months|weeks|days|mg)[^()%=]{2,60}[)\\]]",
          FLAGS);
  private static final Pattern OUTCOME_AFTER =
      Pattern.compile(
          "^\\s*(?:[\\p{L}-]+\\s+){0,2}?(?:"
              + People.WORDS
              + "\\s+)?(?:had|died|experienced|developed|relapsed|withdrew|reported|achieved|showed|discontinued|completed|responded|were"
              + " evaluable|deaths|events|recurrences)\\b|^\\s?(?:/|\\(\\d|\\[\\d|%)|^\\s*(?:out"
              + " )?of\\s|^, \\d+(?:[.·]\\d+)?\\s?%|^\\s*"
              + People.WORDS
              + "\\s+(?:who were )?(?:randomly )?(?:assigned|allocated|randomi[sz]ed) to"
              + " [^.;,]{1,40}?"
              + " (?:had|died|experienced|developed|relapsed|withdrew|achieved|responded)\\b",
          FLAGS);

  /// Ordinals, ranges, dates, scales and things that are counted but no people.
  private static final Pattern NO_PEOPLE_AFTER =
      Pattern.compile(
          "^(?:th|st|nd|rd)\\b|^\\+|^-? ?(?:-|–|to) ?\\d|^, (?:19|20)\\d\\d\\b|^,? [pP] ?[=<]|^"
              + " (?:weekly|daily|monthly|G|segments|prefectures|salons|clinics|genes|chemotherapy"
              + " cycles|(?:medical )?oncologists|(?:[\\p{L}-]+ (?:and|or) )?[\\p{L}-]+ sites)\\b",
          FLAGS);

  private static final Pattern TRAIT_AFTER =
      Pattern.compile(
          "^\\s+(?:"
              + People.WORDS
              + "\\s+)?(?:fe)?males?\\b|^\\s+(?:"
              + People.WORDS
              + "\\s+)?(?:were|was) (?:[\\p{L}]+[-"
              + " ]naive|(?:pre|post)-?\\w+|(?:fe)?male|white|positive|negative)\\b",
          FLAGS);
  private static final Pattern MONTH_BEFORE = Pattern.compile("\\b\\d{1,2}/$");
  static final Pattern SCALE =
      Pattern.compile("\\b(?:scores?|scale|VAS|NRS|pain|inventory)\\b", FLAGS);
  private static final Pattern SEX =
      Pattern.compile("\\b(?:fe)?males?\\b|\\b(?:girls|boys|men)\\b", FLAGS);

  /// People told apart by age or by what became of them are no arm.
  private static final Pattern SUBGROUP_BEFORE =
      Pattern.compile(
          "\\b(?:years?|yrs?)(?: of age| old)?(?: (?:or|and) (?:older|younger|over))?,? ?[(\\[] ?n"
              + " ?= ?$|\\b(?:achiev\\w+|responders|survivors|died|pCR|CR|PR|SD|PD)\\b[^;.,()]{0,20}[(\\[]"
              + " ?n ?= ?$|\\brange[^()]{0,20}; ?n ?= ?$",
          FLAGS);

  private ArmPatients() {}

  static void read(List<Passage> passages, Findings findings) {
    Set<Double> totals = TotalPatients.likely(passages);
    findings.of(ExtractionField.TOTAL_N).forEach(v -> totals.add(Double.parseDouble(v.value())));
    for (Passage p : passages) {
      List<Numeral> found = new ArrayList<>();
      for (Numeral n : p.numerals()) {
        if (isArm(p, n, totals)) {
          found.add(n);
        }
      }
      addSums(p, totals, found);
      found.forEach(n ->
          add(
              p,
              n.number(),
              isDenominator(p, n.number()) ? ExtractionField.EVALUATED_N : ExtractionField.ARM_N,
              findings));
    }
  }

  private static boolean isDenominator(Passage p, NumberMention n) {
    return DENOMINATOR.matcher(p.before(n, 60)).find();
  }

  private static void add(Passage p, NumberMention n, ExtractionField field, Findings findings) {
    boolean isTotal = findings.has(ExtractionField.TOTAL_N, p.sentence().start() + n.start());
    if (!isTotal && !findings.has(field, p.sentence().start() + n.start())) {
      findings.add(
          field, p, n, Findings.Reading.of(ArmNames.near(p.text(), n.start(), n.end()), 0.8));
    }
  }

  private static boolean isArm(Passage p, Numeral n, Set<Double> totals) {
    NumberMention number = n.number();
    boolean other = n.part() != NumberPart.PLAIN && n.part() != NumberPart.LABEL;
    if (!number.isCount() || number.value() < 3 || other || totals.contains(number.value())) {
      return false;
    }
    String before = p.before(number, 60);
    if (n.part() == NumberPart.LABEL && !LABELLED.matcher(before).find()) {
      return false;
    }
    String after = p.after(number, 100);
    Matcher denominator = DENOMINATOR.matcher(before);
    if (denominator.find()) {
      boolean scale =
          (number.value() == 10 || number.value() == 100) && SCALE.matcher(p.text()).find();
      return !scale
          && number.value() >= 10
          && Double.parseDouble(denominator.group(1)) <= number.value();
    }
    if (isNoGroup(number, before, after)) {
      return false;
    }
    if (CountGroups.isShare(p, number, totals) && isGroupPlace(p)) {
      return true;
    }
    if (CountGroups.isPart(p, number, totals)) {
      return false;
    }
    if (OUTCOME_AFTER.matcher(after).find() || People.OTHER_NOUN.matcher(after).find()) {
      return false;
    }
    if (NAMED_N.matcher(before).find()) {
      return !SHARE_BEFORE.matcher(before).find() && isGroupPlace(p);
    }
    if (isListed(p, number)) {
      return true;
    }
    if (number.value() < 6) {
      return false;
    }
    boolean random = RANDOM.matcher(p.text()).find();
    if (random && BRACKET.matcher(before).find() && BRACKET_AFTER.matcher(after).find()) {
      return true;
    }
    return (random && TO_GROUP.matcher(after).find())
        || (TotalPatients.isPair(p, number)
            && BARE.matcher(after).find()
            && !OUTCOME_WORD.matcher(p.text()).find());
  }

  private static boolean isNoGroup(NumberMention n, String before, String after) {
    boolean year = MONTH_BEFORE.matcher(before).find() && n.value() >= 1950 && n.value() <= 2030;
    return year || NO_PEOPLE_AFTER.matcher(after).find() || SUBGROUP_BEFORE.matcher(before).find();
  }

  /// Whether it stands in brackets that list groups: "(353 EP patients and 352 EC patients)".
  private static boolean isListed(Passage p, NumberMention number) {
    if (VERSUS.matcher(p.after(number, 12)).find()
        || VERSUS_BEFORE.matcher(p.before(number, 12)).find()) {
      return false;
    }
    Matcher list = LISTED.matcher(p.text());
    while (list.find()) {
      if (list.start() < number.start() && number.end() < list.end()) {
        return !OUTCOME_WORD.matcher(list.group()).find()
            && !SEX.matcher(list.group()).find()
            && !OUTCOME_NOUN
                .matcher(p.text().substring(Math.max(0, list.start() - 60), list.start()))
                .find();
      }
    }
    return false;
  }

  private static boolean isGroupPlace(Passage p) {
    return GROUP_WORD.matcher(p.text()).find() || NAMED_TWICE.matcher(p.text()).find();
  }

  /// Numbers of one sentence that add up to the total are groups, whatever stands around them.
  private static void addSums(Passage p, Set<Double> totals, List<Numeral> found) {
    List<Numeral> plain =
        p.numerals().stream()
            .filter(
                n -> n.number().isCount() && n.number().value() > 3 && n.part() == NumberPart.PLAIN)
            .toList();
    for (double total : totals) {
      for (int i = 0; i < plain.size(); i++) {
        for (int j = i + 1; j < plain.size(); j++) {
          Numeral a = plain.get(i);
          Numeral b = plain.get(j);
          if (a.number().value() + b.number().value() == total
              && !OUTCOME_AFTER.matcher(p.after(a.number(), 100)).find()
              && !TRAIT_AFTER.matcher(p.after(a.number(), 100)).find()) {
            add(found, a);
            add(found, b);
          }
        }
      }
    }
  }

  private static void add(List<Numeral> found, Numeral n) {
    if (!found.contains(n)) {
      found.add(n);
    }
  }
}
