package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.rules.Passage.Numeral;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// How many patients a trial has.
final class TotalPatients {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String JOINED =
      "(?:randomi[sz]|enrol|recruit|includ|assign|allocat|enter|regist|accru|eligible|participat|stud(?:y|ied)|evaluat|evaluable|analy[sz]|assess|complet|invit|consent|underwent|undergoing|received|treated)";
  private static final Pattern TOTAL_OF =
      Pattern.compile(
          "\\b(?:total(?: number)?(?: sample)? of|overall,?|in total,?|in"
              + " all,?|altogether,?|totall?ing|sample (?:of|size of|comprised|consisted"
              + " of|included)|cohort of|population of|trial of|study of|pilot of|group of|series"
              + " of)\\s*$",
          FLAGS);
  private static final Pattern VERB_BEFORE =
      Pattern.compile(
          "\\b(?:randomi[sz]ed|enrolled|recruited|included|assigned|studied|registered|accrued|entered|allocated|treated|analy[sz]ed|evaluated|involv\\w+|comprised|comparing|compared|followed|assessed|examined|invited|identified|enrolling|recruiting|(?:trial|study)"
              + " including|performed (?:in|on|with)|conducted (?:in|on|with|among)|trial"
              + " (?:in|on|with)|study (?:in|on|with)|(?:participants|subjects|patients)"
              + " (?:were|was|included)|accrued|obtained (?:from|in)|calculated for|administered"
              + " to|screened|sent to|over-?accrual of|approached)(?:\\s+(?:in|on|with|among|a"
              + " total of|a|all|the))?\\s*$",
          FLAGS);
  private static final Pattern FROM_BEFORE =
      Pattern.compile(
          "\\b(?:of|among|in|from|on|for|with|data (?:of|from)|(?:study|trial),|between \\d{4} and"
              + " \\d{4},?|(?:in|to|and) \\d{4},?|(?:19|20)\\d\\d,)\\s+(?:the |all )?$",
          FLAGS);
  private static final Pattern JOINED_AFTER = Pattern.compile("^.{0,110}?\\b" + JOINED, FLAGS);
  private static final Pattern START = Pattern.compile("^[\\s(\"“]*$");
  private static final Pattern NAMED_N =
      Pattern.compile(
          "\\b"
              + People.WORDS
              + "\\s*[(\\[]\\s*(?:total\\s*)?[nN]\\s*=\\s*$|\\([nN]\\s*=\\s*$|\\b[nN]\\s*=\\s*$|\\bN\\s*=\\s*$");
  private static final Pattern SUBSET_AFTER =
      Pattern.compile(
          "^[^.;]{0,60}\\b(?:in|into|to|on) (?:the |each |either )?[\\w+"
              + " /-]{0,40}\\b(?:arm|group)\\b|^\\s*(?:of"
              + " them|had|experienced|developed|died|relapsed|withdrew|dropped|reported|achieved|responded|showed|declined|refused|have"
              + " dropped|dropped|gained|survived)\\b",
          FLAGS);
  private static final Pattern SUBSET_BEFORE =
      Pattern.compile(
          "\\b(?:remaining|all"
              + " but|other|another|additional|first|last|only|each|per|every|either|of these,?|of"
              + " whom,?|of which,?|versus|vs\\.?|and|or)\\s*(?:the )?$",
          FLAGS);
  static final Pattern PAIR =
      Pattern.compile(
          "^(?:[^.;]|\\.\\d){0,100}?(?:\\b(?:and|versus|vs\\.?|or|while|whereas|compared"
              + " (?:with|to)|than)(?: (?:in|with|for|on|of))?|[,;])\\s*$",
          FLAGS);
  private static final Pattern PLACE =
      Pattern.compile(
          "^\\s*(?:of \\d+ )?(?:[\\p{L}-]+ ){0,3}?(?:"
              + People.WORDS
              + " )?(?:were |was )?(?:who )?(?:randomly )?(?:assigned |allocated |randomi[sz]ed"
              + " )?(?:to|in|into|on|with|received|receiving|had|underwent|controls?|no|placebo|not|were"
              + " treated with|and (?:\\d|in the)|cases|women in|were measured|initiated)\\b",
          FLAGS);
  private static final Pattern GROUP_BEFORE =
      Pattern.compile(
          "\\b(?:groups?|arms?|control|placebo|intervention)\\b[^.;]{0,12}(?:[(\\[][^()]{0,12}|(?:comprised|consisted|consisting|comprising|included|including|had|of|with)\\s(?:of"
              + " )?(?:a total of )?)$",
          FLAGS);
  private static final Pattern ONE_ARM =
      Pattern.compile(
          "^[^,.;]{0,40}?(?:randomi[sz]ed|assigned|allocated)\\s+to\\s+(?!(?:receive"
              + " )?(?:one|two|three|either|different))(?:(?!\\bor\\b|\\bversus\\b|\\bvs\\b|\\band\\b|either|\\bgroups\\b|\\barms\\b)[^.;(]){0,90}(?:[.;]|,\\s+\\S+\\s*(?:\\(\\d|died|had|received))",
          FLAGS);
  private static final Pattern KEPT =
      Pattern.compile(
          "^[^.;,]{0,40}?\\)\\s*(?:"
              + People.WORDS
              + "\\s+)?(?:were|was|completed|are)?\\s*(?:evaluable|assessable|completed|analy[sz]ed|included|randomi[sz]ed|available|eligible|consented|participated|provided|enrolled)",
          FLAGS);
  private static final Pattern WITHOUT_NOUN =
      Pattern.compile(
          "^\\s*(?:\\([^)]{0,60}\\)\\s*)?(?:of"
              + " (?:whom|these|them|\\d+)\\s*)?(?:\\([^)]{0,60}\\)\\s*)?(?:(?:were|was|have been)"
              + " (?:randomly |subsequently |finally |then"
              + " )?(?:evaluable|assessable|analy[sz]ed|included|available|eligible|enrolled|randomi[sz]ed|recruited|assigned|allocated|evaluated)|completed|enrolled|consented)\\b",
          FLAGS);
  private static final Pattern REMAINING =
      Pattern.compile(
          "^\\s*(?:\\(\\d[^)]*\\)\\s*)?(?:of (?:whom|these|them|\\d+)\\s*)?(?:eligible"
              + " |randomi[sz]ed |enrolled |of these )?(?:"
              + People.WORDS
              + "\\s*)?(?:\\([^)]{0,40}\\)\\s*)?(?:who )?(?:were |was |are |had been )?(?:finally"
              + " |fully |actually"
              + " )?(?:available|evaluable|assessable|evaluated|analy[sz]ed|analy[sz]able|assessed|included"
              + " in|completed|provided|participated|consented|agreed|eligible|treated"
              + " according|received (?:their|the allocated|at least|study)|finished|remained|for"
              + " (?:the )?(?:efficacy|response|analysis))\\b",
          FLAGS);
  private static final Pattern SHARE =
      Pattern.compile(
          "^\\s*(?:/\\s*\\d+)?(?:(?:out )?(?:of|from) (?:the )?(?:originally"
              + " )?\\d+\\s*)?(?:[\\p{L}-]+\\s+){0,4}?[(\\[]\\s*\\d+(?:[.·]\\d+)?\\s?(?:%|percent)|^\\s*(?:out"
              + " )?of (?:the )?\\d|^\\s*/\\s*\\d",
          FLAGS);
  private static final Pattern N_VERB =
      Pattern.compile(
          "^\\s*(?:,[^)]{0,40})?[)\\]]\\s*(?:[\\p{L}-]+ ){0,12}?(?:were|was|completed|received)\\b",
          FLAGS);
  private static final Pattern ONE_DRUG =
      Pattern.compile(
          "^\\s*(?:[\\p{L}-]+\\s){0,3}?"
              + People.WORDS
              + "\\s+(?:\\([^)]{0,40}\\)\\s*)?(?:received|were treated with|underwent|died|have"
              + " dropped|survived)\\s(?!either|one"
              + " of)(?:(?!\\bor\\b|\\bversus\\b)[^.;]){0,80}(?:[.;]|$)",
          FLAGS);
  private static final Pattern PLANNED =
      Pattern.compile(
          "\\b(?:sample size (?:of|is)|accrual"
              + " (?:of|is)|enrol\\w*|recruit\\w*|randomi[sz]\\w*|target(?:ed for| of| is)|total"
              + " of|[Aa]ll)\\s*$|calculation,\\s*$");
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "^\\s*(?:[\\p{L}-]+\\s+){0,5}?"
              + People.WORDS
              + "\\s+(?:were|was|had been|have been|are) (?:excluded|lost|withdrawn|ineligible|not"
              + " )|^ (?:fe)?male [\\p{L}]+,? and \\S+ (?:fe)?male\\b|^\\s+"
              + People.WORDS
              + "(?: \\(\\d+(?:[.·]\\d+)? ?%\\))? had\\b",
          FLAGS);
  private static final Pattern PLANNED_BEFORE =
      Pattern.compile("\\b(?:planned|targeted) for $|\\bsubset of $", FLAGS);
  private static final Pattern SCREENED =
      Pattern.compile(
          "^[^,.;]{0,60}?\\b(?:screened|approached|invited|assessed for eligibility)\\b", FLAGS);
  private static final Pattern EACH = Pattern.compile("\\b(?:each|per (?:group|arm))\\b", FLAGS);
  private static final Pattern SAMPLE_PLAN =
      Pattern.compile(
          "\\b(?:sample size|planned|power|required|detect|expected|will be|target)\\b", FLAGS);

  /// Whether some sentence says that the trial has so many, though another number may be likelier.
  static Set<Double> likely(List<Passage> passages) {
    Set<Double> values = new HashSet<>();
    passages.forEach(p ->
        p.numerals().stream()
            .filter(n -> score(p, n) >= LIKELY)
            .forEach(n -> values.add(n.number().value())));
    return values;
  }

  /// A number that may be the total.
  record Candidate(Passage passage, NumberMention number, int score) {}

  /// Scores found on four fifths of PICO-Corpus: of a second total, of a number that is no arm, and
  /// what being the largest number is worth.
  private static final int SECOND = 2;

  private static final int LIKELY = 8;
  private static final int CERTAIN = 7;
  private static final int LARGEST = 3;
  private static final int MOST = 3;
  private static final double KEPT_SHARE = 0.6;
  private static final double SMALLEST_SHARE = 0.6;

  private TotalPatients() {}

  static void read(List<Passage> passages, Findings findings) {
    List<Candidate> candidates = new ArrayList<>();
    passages.forEach(p ->
        p.numerals()
            .forEach(n -> {
              int score = score(p, n);
              if (score > 0) {
                candidates.add(new Candidate(p, n.number(), score));
              }
            }));
    double largest =
        candidates.stream()
            .filter(c -> c.score() >= 3)
            .mapToDouble(c -> c.number().value())
            .max()
            .orElse(0);
    candidates.replaceAll(c ->
        c.number().value() == largest
            ? new Candidate(c.passage(), c.number(), c.score() + LARGEST)
            : c);
    candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
    if (candidates.isEmpty()) {
      return;
    }
    Candidate best = candidates.getFirst();
    add(best, findings);
    Set<Double> values = new HashSet<>(Set.of(best.number().value()));
    for (Candidate other : candidates.subList(1, candidates.size())) {
      if (isSecond(best, other)
          && findings.of(ExtractionField.TOTAL_N).size() < MOST
          && values.add(other.number().value())) {
        add(other, findings);
      }
    }
    remaining(passages, best, values, findings);
  }

  /// Whether another number is a total too: how many were left of them, or how many there were at
  /// first.
  private static boolean isSecond(Candidate best, Candidate other) {
    double share = other.number().value() / best.number().value();
    return share < 1 ? other.score() >= SECOND && share > SMALLEST_SHARE : other.score() >= CERTAIN;
  }

  /// Those of the total that could be judged, were treated, or finished.
  private static void remaining(
      List<Passage> passages, Candidate best, Set<Double> values, Findings findings) {
    for (Passage p : passages) {
      for (Numeral n : p.numerals()) {
        double value = n.number().value();
        boolean fits =
            n.number().isCount()
                && n.part() == NumberPart.PLAIN
                && value >= 10
                && value < best.number().value()
                && value > KEPT_SHARE * best.number().value();
        if (fits
            && findings.of(ExtractionField.TOTAL_N).size() < MOST
            && REMAINING.matcher(p.after(n.number(), 160)).find()
            && !isPair(p, n.number())
            && !GROUP_BEFORE.matcher(p.before(n.number(), 60)).find()
            && values.add(value)) {
          add(new Candidate(p, n.number(), 4), findings);
        }
      }
    }
  }

  private static void add(Candidate c, Findings findings) {
    findings.add(
        ExtractionField.TOTAL_N,
        c.passage(),
        c.number(),
        Findings.Reading.of(Math.min(0.95, 0.4 + 0.05 * c.score())));
  }

  static int score(Passage p, Numeral n) {
    NumberMention number = n.number();
    String before = p.before(number, 60);
    boolean planned = n.part() == NumberPart.DESIGN && PLANNED.matcher(before).find();
    if (!number.isCount() || number.value() < 5 || (n.part() != NumberPart.PLAIN && !planned)) {
      return 0;
    }
    String after = p.after(number, 160);
    boolean people =
        People.BEHIND.matcher(after).find() && !People.OTHER_NOUN.matcher(after).find();
    boolean next = people && People.NEXT.matcher(after).find();
    int score = 0;
    if (people && TOTAL_OF.matcher(before).find()) {
      score += 7;
    }
    if (next && VERB_BEFORE.matcher(before).find()) {
      score += 5;
    } else if (next && FROM_BEFORE.matcher(before).find()) {
      score += 3;
    } else if (people && START.matcher(before).find()) {
      score += 3;
    }
    if (people && JOINED_AFTER.matcher(after).find()) {
      score += 4;
    }
    if (score == 0
        && WITHOUT_NOUN.matcher(after).find()
        && !People.OTHER_NOUN.matcher(after).find()) {
      score += 4;
    }
    if (NAMED_N.matcher(before).find() && score == 0) {
      score += named(p, number, before, after);
    }
    return score == 0 ? 0 : score + context(p, number, before, after);
  }

  private static int named(Passage p, NumberMention number, String before, String after) {
    if (before.matches("(?si).*\\b" + People.WORDS + "\\s*[(\\[]\\s*(?:total )?n\\s*=\\s*$")) {
      return N_VERB.matcher(after).find() ? 7 : 4;
    }
    boolean far =
        p.before(number, 120)
            .matches("(?si).*\\b" + People.WORDS + "\\b[^.;]{0,80}[(\\[]\\s*n\\s*=\\s*$");
    return far && N_VERB.matcher(after).find() ? 4 : 0;
  }

  /// Whether the number and the next count are two groups: "181 to letrozole and 179 to none".
  static boolean isPair(Passage p, NumberMention number) {
    List<NumberMention> counts =
        p.numerals().stream()
            .map(Numeral::number)
            .filter(n -> n.isCount() && n.value() > 3)
            .toList();
    int at = counts.indexOf(number);
    if (at >= 0 && at + 1 < counts.size() && isPair(p, number, counts.get(at + 1))) {
      return true;
    }
    return at > 0 && isPair(p, counts.get(at - 1), number);
  }

  static boolean isPair(Passage p, NumberMention first, NumberMention second) {
    double ratio = first.value() / second.value();
    String between = p.text().substring(first.end(), second.start());
    if (between.stripTrailing().endsWith(",")
        && p.before(first, 12).matches("(?si).*\\bof (?:the )?$")) {
      return false;
    }
    if (between.matches(
        "(?si).*\\b(?:were|was)"
            + " (?:screened|enrolled|recruited|included|invited|registered)\\b.*")) {
      return false;
    }
    return ratio > 0.4
        && ratio < 2.5
        && PAIR.matcher(between).find()
        && PLACE.matcher(p.after(first, 80)).find()
        && PLACE.matcher(p.after(second, 80)).find();
  }

  /// Whether two or three counts that follow add up to the number.
  static boolean isSum(Passage p, NumberMention number, double least) {
    List<Double> counts =
        p.numerals().stream()
            .filter(n ->
                n.part() == NumberPart.PLAIN
                    && n.number().start() > number.start()
                    && n.number().isCount()
                    && n.number().value() > least)
            .map(n -> n.number().value())
            .toList();
    for (int i = 0; i + 1 < counts.size(); i++) {
      double two = counts.get(i) + counts.get(i + 1);
      double third = i + 2 < counts.size() ? counts.get(i + 2) : Double.NaN;
      if (two == number.value() || two + third == number.value()) {
        return true;
      }
    }
    return false;
  }

  private static int context(Passage p, NumberMention number, String before, String after) {
    int score = 0;
    boolean total = before.matches("(?si).*\\btotal of\\s*$");
    if (isPair(p, number) || (!total && GROUP_BEFORE.matcher(before).find())) {
      return -99;
    }
    if (LEFT_OUT.matcher(after).find() || PLANNED_BEFORE.matcher(before).find()) {
      return -99;
    }
    if (isSum(p, number, 2)) {
      score += 4;
    }
    if (ONE_ARM.matcher(after).find()) {
      score -= 6;
    }
    if (SHARE.matcher(after).find()) {
      score -= KEPT.matcher(after).find() ? 1 : 4;
    }
    if (SUBSET_AFTER.matcher(after).find()) {
      score -= 4;
    }
    if (SUBSET_BEFORE.matcher(before).find()) {
      score -= 4;
    }
    if (EACH.matcher(after.substring(0, Math.min(60, after.length()))).find()) {
      score -= 3;
    }
    if (ONE_DRUG.matcher(after).find()) {
      score -= 3;
    }
    if (SCREENED.matcher(after).find()) {
      score -= 5;
    }
    if (SAMPLE_PLAN.matcher(p.text()).find()) {
      score -= 3;
    }
    if (p.section() == Section.CONCLUSIONS || p.section() == Section.TITLE) {
      score -= 1;
    }
    if (p.text().matches("(?si).*\\brandom.*")) {
      score += 2;
    }
    return number.value() < 10 ? score - 2 : score;
  }
}
