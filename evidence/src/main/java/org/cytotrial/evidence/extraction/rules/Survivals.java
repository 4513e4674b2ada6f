package org.cytotrial.evidence.extraction.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.rules.Anchors.Anchor;
import org.cytotrial.evidence.extraction.rules.Anchors.Outcome;
import org.cytotrial.evidence.extraction.rules.Passage.Numeral;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// Median survival in months and hazard ratios with their intervals.
final class Survivals {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final double WEEKS_PER_MONTH = 365.25 / 12 / 7;
  private static final double DAYS_PER_MONTH = 365.25 / 12;
  private static final Pattern UNIT =
      Pattern.compile(
          "^(?:\\s*(?:,|and|or|vs\\.?|v|versus)\\s*\\d+(?:\\.\\d+)?){0,3},?\\s*(months?|mos?|weeks?|wks?|years?|yrs?|days?)\\b",
          FLAGS);
  private static final Pattern POINT_IN_TIME =
      Pattern.compile("\\b(?:at|after|within|for|over|first|during|every)\\s*(?:the )?$", FLAGS);
  private static final String NUM = "(\\d+(?:[.·]\\s?\\d+)?)";
  private static final Pattern RATIO =
      Pattern.compile(
          "(?:\\bhazards?[ -]ratios?\\b|\\bHRs?\\b)(?:\\s*[\\[(](?:HR|95%"
              + " CI)[\\])])?[^.;\\d]{0,140}?(?<![-\\d])"
              + NUM
              + "(?!\\s?%|\\d|-?year)");
  private static final Pattern SECOND =
      Pattern.compile("^\\s*(?:\\([^)]{0,40}\\)\\s*)?and\\s+" + NUM + "(?!\\s?%)");
  private static final Pattern INTERVAL =
      Pattern.compile(
          "^[\\s;,:(\\[]*(?:\\d\\d\\s?(?:%|percent)[\\s-]*)?(?:CI|confidence"
              + " interval|C\\.I\\.)(?:\\s*[\\[(]CI[\\])])?[\\s,:=(\\[of]*"
              + NUM
              + "\\s*(?:-|–|−|to|,|and)\\s*"
              + NUM,
          FLAGS);

  private Survivals() {}

  static void read(List<Passage> passages, Findings findings) {
    for (Passage p : passages) {
      if (p.section() == Section.BACKGROUND
          || p.section() == Section.TITLE
          || p.section() == Section.CONCLUSIONS) {
        continue;
      }
      medians(p, findings);
      ratios(p, findings);
    }
  }

  private static void medians(Passage p, Findings findings) {
    if (!p.text().toLowerCase(Locale.ROOT).contains("median")) {
      return;
    }
    Anchors anchors = Anchors.of(p.text());
    for (Numeral n : p.numerals()) {
      if (n.part() == NumberPart.TIME) {
        median(p, n.number(), anchors, findings);
      }
    }
  }

  private static void median(Passage p, NumberMention n, Anchors anchors, Findings findings) {
    Matcher unit = UNIT.matcher(p.after(n, 60));
    if (!unit.find()
        || p.after(n, 1).equals("-")
        || POINT_IN_TIME.matcher(p.before(n, 20)).find()) {
      return;
    }
    Optional<Anchor> anchor = anchors.before(n.start());
    ExtractionField field =
        anchor
            .map(a ->
                a.outcome() == Outcome.PROGRESSION_FREE
                    ? ExtractionField.MEDIAN_PFS
                    : ExtractionField.MEDIAN_OS)
            .orElse(ExtractionField.MEDIAN_OS);
    if (anchor
        .filter(a -> a.outcome() == Outcome.PROGRESSION_FREE || a.outcome() == Outcome.SURVIVAL)
        .isEmpty()) {
      return;
    }
    double months = n.value() * perMonth(unit.group(1));
    String value = Numerals.plain(Math.round(months * 100) / 100.0);
    findings.add(
        field,
        value,
        Span.of(p, n),
        Findings.Reading.of(ArmNames.near(p.text(), n.start(), n.end()), 0.8));
  }

  private static double perMonth(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
      case 'w' -> 1 / WEEKS_PER_MONTH;
      case 'd' -> 1 / DAYS_PER_MONTH;
      case 'y' -> 12;
      default -> 1;
    };
  }

  private static void ratios(Passage p, Findings findings) {
    Matcher m = RATIO.matcher(p.text());
    while (m.find()) {
      add(ExtractionField.HAZARD_RATIO, group(p, m, 1, 0), findings);
      String rest = p.text().substring(m.end());
      Matcher interval = INTERVAL.matcher(rest);
      if (interval.find()) {
        add(ExtractionField.HAZARD_RATIO_LOW, group(p, interval, 1, m.end()), findings);
        add(ExtractionField.HAZARD_RATIO_HIGH, group(p, interval, 2, m.end()), findings);
      }
      Matcher second = SECOND.matcher(rest);
      if (m.group().toLowerCase(Locale.ROOT).contains("ratios") && second.find()) {
        add(ExtractionField.HAZARD_RATIO, group(p, second, 1, m.end()), findings);
      }
    }
  }

  private static Span group(Passage p, Matcher m, int group, int offset) {
    return new Span(p, offset + m.start(group), offset + m.end(group));
  }

  private static void add(ExtractionField field, Span span, Findings findings) {
    String digits = span.passage().text().substring(span.start(), span.end());
    double value = Double.parseDouble(digits.replace('·', '.').replaceAll("\\s", ""));
    findings.add(field, Numerals.plain(value), span, Findings.Reading.of(0.9));
  }
}
