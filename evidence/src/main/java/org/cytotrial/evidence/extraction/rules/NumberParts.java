package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.rules.Passage.Numeral;

/// Tells from its neighbours what a number is.
final class NumberParts {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NUM = "[-−–+]?\\s?\\d+(?:,\\d{3})*(?:[.·∙]\\s?\\d+)?";
  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?:\\b\\d\\d(?:\\.\\d)?\\s?(?:%|percent|per"
              + " cent)?[\\s-]*)?(?:\\bCIs?\\b|\\bC\\.I\\.|confidence[\\s-](?:interval|limit)s?|confidence"
              + " bounds?|credib(?:le|ility)[\\s-]intervals?|\\bCrI\\b)(?:\\s*[\\[(]\\s?(?:95%?\\s?)?CIs?\\s?[\\])])?(?:\\s?(?:for|of|on)"
              + " (?:the )?[a-z -]{3,40}[,:]?)?[\\s,:=(\\[]*(?:from |of |was |ranged? )?(?:"
              + NUM
              + "\\s*%?\\s*(?:-|–|−|—|to|,|;|and|‑|‐|percent to|/)\\s*"
              + NUM
              + ")?",
          FLAGS);
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:range|IQR|interquartile range|ranging|ranged)(?: of)?(?: from| between)?[\\s,:=(\\[]*"
              + NUM
              + "\\s*[+%a-z]*\\s*(?:-|–|−|to|,|and)\\s*"
              + NUM,
          FLAGS);
  private static final Pattern BRACKETED =
      Pattern.compile(
          "[(\\[]\\s*"
              + NUM
              + "\\s*%?\\s*(?:-|–|−|—|to|‑|‐)\\s*"
              + NUM
              + "\\s*\\+?\\s*%?\\s*(?:months?|weeks?|years?|days?)?\\s*[)\\],;]",
          FLAGS);
  private static final Pattern P_BEFORE =
      Pattern.compile(
          "(?:\\b[pP]\\b|[pP][- ]?values?|P-?\\w{0,12}|\\balpha)\\s*(?:for \\w+(?:"
              + " \\w+)?|of|were|was|\\(.{0,20}\\))?\\s*(?:[<>=≤≥⩽⩾]|</=|>/=|less"
              + " than|\\bof\\b|was|is)+\\s*(?:or =\\s*)?$");
  private static final Pattern DESIGN_BEFORE =
      Pattern.compile(
          "(?:power|significance level|significance|alpha|type I error|error"
              + " rate|margin|inferiority|drop-?out rate|assum\\w+|detect|sample"
              + " size|(?<!than )(?<!as )expected|hypothesi[sz]ed)\\b[^.;()]{0,45}$",
          FLAGS);
  private static final Pattern DESIGN_AFTER =
      Pattern.compile(
          "^\\s*%?\\s*(?:statistical )?(?:power|significance|level of"
              + " significance|two-sided|one-sided|margin|non-?inferiority)",
          FLAGS);
  private static final Pattern LIMIT_BEFORE =
      Pattern.compile(
          "(?:[<>≤≥⩽⩾]|</=|>/=|<or=|>or=|less than|more than|greater than|older than|younger"
              + " than|at least|at most|no more than|fewer than|over|up"
              + " to|below|above|under|exceed\\w*|as (?:low|high) as|or equal to|maximum of|minimum"
              + " of|within)\\s*(?:or =\\s*|or equal to )?(?:a )?$",
          FLAGS);
  private static final Pattern LIMIT_AFTER =
      Pattern.compile(
          "^\\s*%?\\s*(?:or (?:more|less|greater|higher|older|above|fewer|longer|better))", FLAGS);
  private static final Pattern AGE_AFTER =
      Pattern.compile(
          "^(?:\\s*(?:-|–|to|and)\\s*\\d+)?[\\s-]*(?:years?|yrs?|y)(?:[\\s-]*(?:of age|old|or"
              + " older|or younger))",
          FLAGS);
  private static final Pattern AGE_BEFORE =
      Pattern.compile("(?:\\bage[ds]?\\b|\\baged?\\b)[^.;]{0,30}$", FLAGS);
  private static final Pattern TIME_AFTER =
      Pattern.compile(
          "^(?:\\s*(?:\\+/-|±)\\s*[\\d.]+)?(?:\\s*(?:-|–|,|to|and|or|vs\\.?|v|versus)\\s*\\d+(?:\\.\\d+)?(?:,"
              + " \\d+)?){0,3},?[\\s\\u00a0\\u2009-]*(?:s|sec|seconds?|min|minutes?|h|(?!(?-i:HRs?)\\b)hrs?|hours?|days?|d|weeks?|wks?|wk|months?|mos?|yrs?|years?|y|person-years)\\b",
          FLAGS);
  private static final Pattern DOSE_AFTER =
      Pattern.compile(
          "^(?:\\s*(?:-|–|,?"
              + " (?:and|or)|,|to|and|or|vs\\.?|versus)\\s*\\d+(?:\\.\\d+)?){0,3}[\\s\\u00a0\\u2009-]*(?:microg|mg|µg|μg|ug|mcg|microg|ng|pg|g|kg|ml|mL|l|L|IU|MIU|U|MU|mU|Gy|cGy|mm|cm|cm2|nm|nmol|pmol|mmol|kcal|kg/m|mCi|MBq|points?|times|mmHg|Hz|fractions?|cells|copies|dB|HU|kJ|MET|steps|cycles?|courses?|doses?|sessions?|items?|lines?|questions?|tablets?|injections?|visits?)\\b");
  private static final Pattern LABEL_BEFORE =
      Pattern.compile(
          "(?:\\b(?:grades?|stages?|days?|weeks?|months?|years?|phases?|cycles?|types?|levels?|scores?|class|arms?|groups?|trials?|study|tables?|figs?|figures?|NCT|ISRCTN|protocol|version|HER|CTCAE|part|step|T|N|M|ECOG|PS|status|visit|day|cohorts?|stratum|courses?|dose"
              + " level|chapter|no\\.|number|#|volume|ratio"
              + " of|ratio|item|time|genotypes?|per)|\\b(?:grades?|days?|weeks?|cycles|months?|years?|stages?)\\s\\d+(?:\\s?(?:,|/|and|or|to|-|–)\\s?\\d*){0,4})[\\s-]*$",
          FLAGS);
  private static final Pattern RATIO_BEFORE =
      Pattern.compile(
          "(?:\\b(?:HRs?|ORs?|RRs?|hazards? ratios?|odds ratios?|risk ratios?|relative risks?|rate"
              + " ratios?|r|R2|SMD|ES|effect"
              + " size|difference|coefficient|β|t|F|χ2|chi-square|d|kappa|AUC|MD)\\b|[\\])])\\s*(?:\\[[A-Za-z"
              + " ]{1,12}\\]|\\([A-Za-z ]{1,12}\\))?[\\s,:=]*(?:of |was |were |is |for [a-z"
              + " -]{3,30}[,:=]? )?$");

  private static final Pattern DAY_AFTER =
      Pattern.compile(
          "^(?:st|nd|rd|th)?,? (?:of"
              + " )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b");

  private NumberParts() {}

  static List<Numeral> of(String text, List<NumberMention> numbers) {
    List<int[]> bounds = new ArrayList<>();
    collect(INTERVAL.matcher(text), bounds);
    collect(RANGE.matcher(text), bounds);
    collect(BRACKETED.matcher(text), bounds);
    List<Numeral> parts = new ArrayList<>();
    for (NumberMention number : numbers) {
      parts.add(new Numeral(number, part(text, number, bounds)));
    }
    return List.copyOf(parts);
  }

  private static void collect(Matcher matcher, List<int[]> spans) {
    while (matcher.find()) {
      spans.add(new int[] {matcher.start(), matcher.end()});
    }
  }

  private static NumberPart part(String text, NumberMention n, List<int[]> bounds) {
    if (bounds.stream().anyMatch(s -> s[0] <= n.start() && n.start() < s[1])) {
      return NumberPart.BOUND;
    }
    String before = text.substring(Math.max(0, n.start() - 70), n.start());
    String after = text.substring(n.end(), Math.min(text.length(), n.end() + 60));
    if (P_BEFORE.matcher(before).find()) {
      return NumberPart.P_VALUE;
    }
    if (before.endsWith("±")
        || before.endsWith("± ")
        || before.matches("(?s).*(?:\\+/-|\\+-|SD|SE|SEM)[\\s=,]*$")) {
      return NumberPart.SPREAD;
    }
    if (DESIGN_AFTER.matcher(after).find() || DESIGN_BEFORE.matcher(before).find()) {
      return NumberPart.DESIGN;
    }
    return named(n, before, after);
  }

  private static NumberPart named(NumberMention n, String before, String after) {
    if (AGE_AFTER.matcher(after).find()) {
      return NumberPart.AGE;
    }
    if (!n.percent() && TIME_AFTER.matcher(after).find()) {
      return NumberPart.TIME;
    }
    if (!n.percent() && DOSE_AFTER.matcher(after).find()) {
      return NumberPart.DOSE;
    }
    if (LIMIT_BEFORE.matcher(before).find() || LIMIT_AFTER.matcher(after).find()) {
      return NumberPart.LIMIT;
    }
    if (n.percent()) {
      return NumberPart.PLAIN;
    }
    if (AGE_BEFORE.matcher(before).find() && n.value() > 14 && n.value() < 100) {
      return NumberPart.AGE;
    }
    if (isYear(n, before, after)) {
      return NumberPart.DATE;
    }
    if (LABEL_BEFORE.matcher(before).find()) {
      return NumberPart.LABEL;
    }
    return RATIO_BEFORE.matcher(before).find() && n.value() != Math.rint(n.value())
        ? NumberPart.RATIO
        : NumberPart.PLAIN;
  }

  private static boolean isYear(NumberMention n, String before, String after) {
    if (n.value() <= 31 && DAY_AFTER.matcher(after).find()) {
      return true;
    }
    return n.value() >= 1950
        && n.value() <= 2030
        && n.end() - n.start() == 4
        && before.matches(
            "(?si).*(?:\\b(?:in|from|between|since|until|to|and|through|of|during|by|before|after)|(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\s?\\d*,?|\\d|,|-|–)\\.?[\\s,]*$")
        && !after.matches(
            "(?s)^\\s*(?:patients|women|men|participants|subjects|pre|post|breast).*");
  }
}
