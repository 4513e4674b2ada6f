package org.cytotrial.evidence.extraction.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.rules.Passage.Numeral;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// How many patients of an arm had something happen to them, as a count and as a percentage.
final class BinaryOutcomes {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern ARM =
      Pattern.compile(
          "\\b(?:arms?|groups?|vs\\.?|v|versus|compared|comparison|respectively|control\\w*|placebo|with|receiv\\w+|treated|alone|than|assigned|cohort|for)\\b",
          FLAGS);
  private static final Pattern CHANGE_BEFORE =
      Pattern.compile(
          "\\b(?:by|reduction of|increase of|decrease of|difference(?: of| was|,)?|reductions? in"
              + " [\\w -]{3,40} of|change of|improvement of|decreased|increased|fell|rose|loss"
              + " of|lost|gain(?:ed)? of|[-−–+])\\s*(?:a |an |about |approximately )?$",
          FLAGS);
  private static final Pattern CHANGE_AFTER =
      Pattern.compile(
          "^\\s*(?:%|percent|per cent)?\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:relative |absolute"
              + " |lower|higher|greater|less\\b|more\\b|fewer|reduction|increase|decrease|improvement|decline|difference|change|risk"
              + " reduction|of (?:the"
              + " )?(?:dose|planned|questionnaire|sessions|prescribed|variance|predicted|breast|their|baseline|all|body|initial|cases"
              + " of)|body weight|weight loss|confidence|CI\\b)",
          FLAGS);
  private static final Pattern BASELINE =
      Pattern.compile(
          "\\b(?:response rate of"
              + " the|questionnaires?|attrition|adherence|compliance|eligible|consented|approached|baseline|majority|were"
              + " (?:female|white|male|premenopausal|postmenopausal)|specificity|sensitivity|variance|accuracy|of"
              + " the dose|LVEF|ejection fraction|Ki-?67|bone mineral"
              + " density|BMD|volume|levels?|density|body weight|weight loss|mean change|percent"
              + " change|percentage change|score)\\b",
          FLAGS);
  private static final Pattern COUNT_AFTER =
      Pattern.compile(
          "^\\s*(?:of|out of|from)\\s+(?:the |all"
              + " )?\\d|^\\s*/\\s*\\d|^\\s*(?:[\\p{L}-]+\\s+){0,3}?(?:"
              + People.WORDS
              + ")?\\s*[(\\[]\\s*\\d+(?:[.·]\\d+)?\\s?(?:%|per"
              + " cent)|^,\\s\\d+(?:[.·]\\d+)?\\s?%|^\\s*[(\\[]\\s*\\d+(?:[.·]\\d+)?\\s?(?:%|percent)",
          FLAGS);
  private static final Pattern EVENT_AFTER =
      Pattern.compile(
          "^\\s+(?:CRs?|PRs?|SD|PD|pCRs?)\\b|^\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:deaths?|events?|recurrences?|relapses?|cases?|local|distant|complete|partial|failures?|fractures?|cancers|tumou?rs|responses?|metastas\\w+|complications?|progressions?)\\b|^\\s+(?:[\\p{L}-]+\\s+){0,3}?"
              + People.WORDS
              + "\\s+(?:\\([^)]*\\)\\s+)?(?:in|had|died|experienced|developed|relapsed|withdrew|reported|achieved|showed|discontinued|responded|with|who|on|from)\\b|^\\s+in\\s+(?:the\\s)",
          FLAGS);
  private static final Pattern NO_EVENT_AFTER =
      Pattern.compile(
          "^\\s*\\(range|^\\s*[\\[(]\\d+ ?[-–,] ?\\d|^\\s+segments\\b|^\\s+of (?:every )?\\d+"
              + " (?:weeks|days|months|blinded|cent)|^\\s*\\(\\d+(?:\\.\\d+)?\\s?%\\)\\s*(?:treated"
              + " with|assigned)|^\\s+(?:treatment |study |comparative |blinded"
              + " )?(?:arms|groups|cohorts)\\b|^\\s*/\\s*\\d+\\s*/|^/(?:19|20)\\d\\d\\b|^/\\d\\d,?\\s(?:and|to|\\d)|^\\s+third|^[^.;]{0,25}\\)\\s*(?:[\\p{L}-]+"
              + " )?(?:were )?(?:randomi|randomly|to the"
              + " |assigned)|^\\s*(?:[-–]|to)\\s*\\d|^\\s+patients had received|^\\s+patients"
              + " received|^\\s+(?:trials?|studies|sites|cent(?:er|re)s|hospitals|providers|of"
              + " (?:the )?(?:\\d+|two|three) groups)",
          FLAGS);
  private static final Pattern ENROLLED =
      Pattern.compile(
          "\\b(?:were eligible|consented|agreed to|approached|were"
              + " (?:female|male|white|pre-?menopausal|post-?menopausal)|questionnaires?|returned|baseline"
              + " characteristics|had received|previously received|completed (?:the|all)"
              + " (?:study|treatment|protocol)|were enrolled in|had valid|continued to"
              + " receive|followed-?up to|analysis set (?:comprised|included|consisted)|recruitment"
              + " was|cycles delivered|majority of|attrition|invited|screened for|of whom|were"
              + " recruited|median age|mean age)\\b",
          FLAGS);
  private static final Pattern EVENT_ARM =
      Pattern.compile(
          "\\b(?:arms?|groups?|vs\\.?|v|versus|compared|respectively|control\\w*|placebo|receiv\\w+|treated|alone|cohort|controls|comparing|assigned|allocated|(?:with|on)"
              + " (?:[\\p{L}\\d-]+ (?:plus|and)"
              + " )?[\\p{L}-]*(?:mab|nib|taxel|platin|fen|zole|bicin|rubicin|tabine|lbine|oral|uracil|ide|one|ate|ant|CMF|FEC|AC|alfa))\\b",
          FLAGS);
  private static final Pattern COUNT_BEFORE =
      Pattern.compile("(?:%|percent)\\s*[(\\[]\\s*n\\s*=\\s*$|\\bgroups? [A-D\\d] ?= ?$", FLAGS);
  private static final Pattern COST =
      Pattern.compile(
          "^\\s*(?:euros|dollars|USD|appointments|scores?)|^[^.;]{0,40}\\bscores?\\b", FLAGS);
  private static final Pattern VERSUS_BEFORE =
      Pattern.compile("[(\\[]\\s*\\d+(?:,\\d{3})* (?:vs\\.?|v|versus) $", FLAGS);
  private static final Pattern VERSUS_END =
      Pattern.compile("^\\s*(?:[,;)]|cases|events|deaths|patients|new)", FLAGS);
  private static final Pattern VERSUS_START = Pattern.compile("[(\\[]\\s*$");
  private static final Pattern VERSUS_AFTER =
      Pattern.compile(
          "^ (?:vs\\.?|v|versus) \\d+(?:,\\d{3})*\\s*(?:[,;)]|cases|events|deaths|patients|new)",
          FLAGS);
  private static final Pattern PLACE =
      Pattern.compile(
          "^\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:[\\p{L}/-]+\\s){0,4}?(?:in|on|with|for|of|after|among|receiving)"
              + " (?:the |a )?[\\p{L}]",
          FLAGS);
  private static final Pattern RESPECTIVELY =
      Pattern.compile(
          "^(?:\\s*(?:\\([^)]{0,20}\\))?,? and \\d+(?:,\\d{3})*)?\\s*(?:of the |of"
              + " )?(?:\\([^)]{0,20}\\))?\\s*"
              + People.WORDS
              + "?,? ?(?:in [^.;]{3,60})?,? respectively",
          FLAGS);
  private static final Pattern VERSUS_NOUN =
      Pattern.compile(
          "^ (?:vs\\.?|v|versus) \\d+(?:,\\d{3})*"
              + " (?:serious|adverse|events|patients|women|cases|deaths|relapses|recurrences|grade)",
          FLAGS);
  private static final Pattern NOUN_VERSUS =
      Pattern.compile(
          "^ (?:serious|adverse|events|patients|women|cases|deaths|relapses|recurrences|grade)",
          FLAGS);
  private static final Pattern VERSUS_LAST = Pattern.compile("\\d (?:vs\\.?|v|versus) $", FLAGS);
  private static final Pattern LABELLED =
      Pattern.compile("\\b(?:groups?|arms?) [A-D\\d] ?[=:] ?$|\\bn\\s*=\\s*$", FLAGS);
  private static final Pattern NAMED = Pattern.compile("\\bn\\s*=\\s*$", FLAGS);
  private static final Pattern PLACED =
      Pattern.compile(
          "^\\s*(?:[\\p{L}-]+\\s){0,2}?(?:in|on|with|for|of|after|among) (?:the"
              + " )?(?:[\\p{L}\\d+/-]+"
              + " ){0,3}?(?:group|arm|placebo|control|patients|[\\p{L}]*(?:mab|nib|ib|en|ol|ine|el|in|ate|fen|ole))\\b|^\\s*(?:vs\\.?|v|versus)\\s+\\d",
          FLAGS);
  private static final Pattern RANDOM =
      Pattern.compile("\\b(?:randomly|randomi[sz]ed to|were randomi[sz]ed)\\b", FLAGS);

  /// The name of a trial or an enzyme: "CDK 4/6", "SAKK 92/08".
  private static final Pattern NAME_BEFORE =
      Pattern.compile("(?:\\b[A-Z][A-Z\\d-]{2,}\\)?|\\b[Kk]inases?(?: \\([A-Z]+\\))?)\\s$");

  private static final Pattern NAME_AFTER = Pattern.compile("^/\\d");
  private static final Pattern SCALE_AFTER = Pattern.compile("^/100?\\b");
  private static final Pattern FRACTION =
      Pattern.compile("\\b\\d+(?:/|\\s?(?:(?:out )?of|from)\\s(?:the )?)(\\d+)", FLAGS);
  private static final Pattern AVERAGE_BEFORE =
      Pattern.compile(
          "\\b(?:median|mean|average)\\b(?! (?:[\\p{L}]+ of )?follow)[^.;,]{0,80}$", FLAGS);
  private static final Pattern OCCURRED_BEFORE =
      Pattern.compile(
          "\\b(?:occurred|observed|reported|seen|detected|found|documented|diagnosed|noted|recorded)"
              + " (?:in|for|among|on) (?:only )?$",
          FLAGS);
  private static final Pattern VERB_AFTER =
      Pattern.compile(
          "^\\s+(?:(?:of them|others) )?(?:had(?!"
              + " no\\b)|died|experienced|achieved|developed|relapsed|responded|progressed)\\b",
          FLAGS);
  private static final Pattern BRACKET_VERSUS =
      Pattern.compile(
          "[(;]\\s*(?:[\\p{L}]+ \\d; )?(\\d+(?:,\\d{3})*|[a-z]+)(?: [\\p{L}+/-]+){0,3},?"
              + " (?:vs\\.?|v|versus) (\\d+(?:,\\d{3})*|[a-z]+)(?:"
              + " [\\p{L}+/-]+){0,3}(?=\\s*[,;)\\]])",
          FLAGS);
  private static final Pattern DENOMINATOR =
      Pattern.compile("\\b(?:of|out of|from)\\s+(?:the |all )?$|/\\s*$", FLAGS);

  private BinaryOutcomes() {}

  static void read(List<Passage> passages, Findings findings) {
    for (Passage p : passages) {
      if (p.section() == Section.BACKGROUND || p.section() == Section.TITLE) {
        continue;
      }
      for (Numeral n : p.numerals()) {
        if (isPercent(p, n)) {
          add(ExtractionField.PERCENT, p, n.number(), findings);
        } else if (isEvent(p, n, findings)) {
          add(ExtractionField.EVENTS, p, n.number(), findings);
        }
      }
    }
  }

  private static void add(ExtractionField field, Passage p, NumberMention n, Findings findings) {
    findings.add(
        field, p, n, Findings.Reading.of(ArmNames.near(p.text(), n.start(), n.end()), 0.7));
  }

  /// Whether it and a neighbour are counts of two arms: "1 in the placebo arm and 13 in the
  /// tamoxifen arm".
  private static boolean isPair(Passage p, NumberMention number) {
    List<NumberMention> counts =
        p.numerals().stream()
            .filter(n -> n.part() == NumberPart.PLAIN)
            .map(Numeral::number)
            .filter(NumberMention::isCount)
            .toList();
    int at = counts.indexOf(number);
    if (at < 0) {
      return false;
    }
    boolean withNext = at + 1 < counts.size() && isPair(p, number, counts.get(at + 1));
    return withNext || (at > 0 && isPair(p, counts.get(at - 1), number));
  }

  private static boolean isPair(Passage p, NumberMention first, NumberMention second) {
    String between = p.text().substring(first.end(), second.start());
    return TotalPatients.PAIR.matcher(between).find()
        && PLACE.matcher(p.after(first, 80)).find()
        && PLACE.matcher(p.after(second, 80)).find();
  }

  private static boolean isPercent(Passage p, Numeral n) {
    NumberMention number = n.number();
    if (!number.percent() || n.part() != NumberPart.PLAIN || number.value() > 100) {
      return false;
    }
    return ARM.matcher(p.text()).find()
        && !CHANGE_BEFORE.matcher(p.before(number, 60)).find()
        && !CHANGE_AFTER.matcher(p.after(number, 60)).find()
        && !BASELINE.matcher(p.text()).find();
  }

  private static Set<Double> totals(Findings findings) {
    return findings.of(ExtractionField.TOTAL_N).stream()
        .map(v -> Double.valueOf(v.value()))
        .collect(Collectors.toSet());
  }

  /// Whether the sentence has counts out of different numbers of people: "34/35 … and 38/45".
  private static boolean hasTwoShares(Passage p) {
    return FRACTION.matcher(p.text()).results().map(r -> r.group(1)).distinct().limit(2).count()
        == 2;
  }

  /// Whether it is one of two counts in brackets: "(eight v one)", "(two anastrozole vs three
  /// placebo)".
  private static boolean isBracketVersus(Passage p, NumberMention number) {
    Matcher m = BRACKET_VERSUS.matcher(p.text());
    while (m.find()) {
      boolean first = m.start(1) == number.start();
      if ((first || m.start(2) == number.start())
          && p.numerals().stream()
              .filter(n -> n.number().start() == m.start(first ? 2 : 1))
              .anyMatch(n -> n.part() == NumberPart.PLAIN && n.number().isCount())) {
        return !COST.matcher(p.after(number, 90)).find();
      }
    }
    return false;
  }

  private static boolean isEvent(Passage p, Numeral n, Findings findings) {
    NumberMention number = n.number();
    boolean labelled =
        n.part() == NumberPart.LABEL && LABELLED.matcher(p.before(number, 20)).find();
    boolean fraction = p.text().substring(number.start(), number.end()).contains(".");
    if (!number.isCount() || fraction || (n.part() != NumberPart.PLAIN && !labelled)) {
      return false;
    }
    int at = p.sentence().start() + number.start();
    if (findings.has(ExtractionField.TOTAL_N, at)
        || findings.has(ExtractionField.ARM_N, at)
        || findings.has(ExtractionField.EVALUATED_N, at)) {
      return false;
    }
    String before = p.before(number, 40);
    String after = p.after(number, 90);
    if (DENOMINATOR.matcher(before).find()
        || NO_EVENT_AFTER.matcher(after).find()
        || ENROLLED.matcher(p.text()).find()
        || !(EVENT_ARM.matcher(p.text()).find() || isPair(p, number) || hasTwoShares(p))
        || (NAME_BEFORE.matcher(before).find() && NAME_AFTER.matcher(after).find())
        || (SCALE_AFTER.matcher(after).find() && ArmPatients.SCALE.matcher(p.text()).find())
        || AVERAGE_BEFORE.matcher(p.before(number, 110)).find()
        || CountGroups.isWhole(p, number)
        || TotalPatients.isSum(p, number, 0)) {
      return false;
    }
    if (CountGroups.isPart(p, number, totals(findings)) || isBracketVersus(p, number)) {
      return true;
    }
    boolean second = VERSUS_BEFORE.matcher(before).find() && VERSUS_END.matcher(after).find();
    if (second || (VERSUS_AFTER.matcher(after).find() && VERSUS_START.matcher(before).find())) {
      return true;
    }
    if (COUNT_AFTER.matcher(after).find() || COUNT_BEFORE.matcher(before).find()) {
      return true;
    }
    if (RANDOM.matcher(p.text()).find()) {
      return false;
    }
    if (isPair(p, number) && !COST.matcher(after).find()) {
      return true;
    }
    if (VERSUS_NOUN.matcher(after).find()
        || (VERSUS_LAST.matcher(before).find() && NOUN_VERSUS.matcher(after).find())) {
      return true;
    }
    return ArmPatients.OUTCOME_WORD.matcher(p.text()).find()
        && (EVENT_AFTER.matcher(after).find()
            || VERB_AFTER.matcher(after).find()
            || OCCURRED_BEFORE.matcher(before).find()
            || RESPECTIVELY.matcher(after).find()
            || isPair(p, number)
            || PLACED.matcher(after).find()
            || NAMED.matcher(before).find());
  }
}
