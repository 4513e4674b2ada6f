package org.cytotrial.evidence.extraction.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.numbers.NumberReader;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// When doses are given: hours between them, days of a course, length of a cycle.
final class Schedules {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String COUNT = "(\\d+|two|three|four|five|six|seven|eight|ten|twelve)";
  private static final Pattern EVERY =
      Pattern.compile(
          "\\b(?:every|q)\\s?"
              + COUNT
              + "[ -]?(h|hours?|d|days?|w|weeks?|wks?|months?)(?:ly)?\\b(?! (?:of"
              + " follow|after|follow-up))",
          FLAGS);
  private static final Pattern AT_INTERVALS =
      Pattern.compile(
          "\\b"
              + COUNT
              + "[ -](hours?|days?|weeks?|months?)(?:ly)?(?:\\s*\\([^)]{0,20}\\))?(?: and "
              + COUNT
              + "[ -](?:days?|weeks?)(?:\\s*\\([^)]{0,20}\\))?)? intervals?\\b",
          FLAGS);
  private static final Pattern OTHER_DAY =
      Pattern.compile("\\b(?:every other day|on alternate days|every second day)\\b", FLAGS);
  private static final Pattern EVERY_ONE = Pattern.compile("\\bevery (day|week|month)\\b", FLAGS);
  private static final Pattern TIMES =
      Pattern.compile(
          "\\b(once|twice|thrice|(?:two|three|four|five|six|\\d) times)[ -]?(?:a |per |each |every"
              + " )?(daily|day|weekly|week)\\b|\\b(?-i:(TIW|t\\.i\\.w\\.?|tiw|b\\.i\\.d\\.?|BID|bid|t\\.i\\.d\\.?|TID|tid))\\b",
          FLAGS);
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<!times )(?<!time )(?<!twice[- ])(?<!once[-"
              + " ])\\b(daily|weekly)\\b|(?<=[mM]\\(2\\)|m2|kg|mg|microg|mcg|ug|µg|μg|IU|MIU)\\s?(?:/|per"
              + " )\\s?(day|d|week|wk)\\b|\\b(?:IU|mg|µg|μg|microg|ug|mcg)? per (day)\\b|m-2 (day)",
          FLAGS);
  private static final Pattern DAYS =
      Pattern.compile(
          "\\b(?:days|D)\\s?(\\d+(?:\\s?(?:-|–|to|through)\\s?\\d+|(?:,\\s?\\d+)*,?(?:\\s(?:and|&)\\s\\d+)?))(?![\\d.]|"
              + " (?:of each week|after))|(?<=m2 |m\\(2\\) |mg |kg |m2, |IU |m\\(2\\), )day"
              + " (\\d+)\\b",
          FLAGS);
  private static final Pattern CYCLE =
      Pattern.compile("\\b" + COUNT + "[ -](day|week)[ -](?:treatment )?cycles?\\b", FLAGS);
  private static final Pattern GIVEN =
      Pattern.compile(
          "\\b(?:receiv\\w+|administ\\w+|given|dos(?:e|es|ed|age|ing)|treated|infus\\w+|bolus|orally|subcutaneous\\w*|intraven\\w*|injections?|vaccin\\w+|mg|IU|MIU|mU|MU|microg|µg|μg|q\\d?w|therapy|regimen|chemotherapy|assigned)\\b",
          FLAGS);
  private static final Pattern WATCHED =
      Pattern.compile(
          "\\b(?:evaluated|assess\\w*|followed|follow-?up|monitored|measured|scans?|visits?|examin\\w+|sampl\\w+|drawn|obtained|collected|reviewed|scored|screening|interviews?|questionnaires?|levels?|radiographs?)\\b[^.;]{0,60}$",
          FLAGS);

  private Schedules() {}

  static void read(List<Passage> passages, Findings findings) {
    for (Passage p : passages) {
      if (p.section() != Section.BACKGROUND
          && p.section() != Section.CONCLUSIONS
          && GIVEN.matcher(p.text()).find()) {
        intervals(p, findings);
        days(p, findings);
      }
    }
  }

  private static void intervals(Passage p, Findings findings) {
    Matcher m = EVERY.matcher(p.text());
    while (m.find()) {
      add(p, m, hours(number(m.group(1)), m.group(2)), findings);
    }
    m = AT_INTERVALS.matcher(p.text());
    while (m.find()) {
      add(p, m, hours(number(m.group(1)), m.group(2)), findings);
      if (m.group(3) != null) {
        add(p, m, hours(number(m.group(3)), m.group(2)), findings);
      }
    }
    m = OTHER_DAY.matcher(p.text());
    while (m.find()) {
      add(p, m, 48, findings);
    }
    m = EVERY_ONE.matcher(p.text());
    while (m.find()) {
      add(p, m, hours(1, m.group(1)), findings);
    }
    m = TIMES.matcher(p.text());
    while (m.find()) {
      add(
          p,
          m,
          m.group(3) != null ? abbreviation(m.group(3)) : hours(1, m.group(2)) / times(m.group(1)),
          findings);
    }
    m = PLAIN.matcher(p.text());
    while (m.find()) {
      String word = m.group().toLowerCase(Locale.ROOT);
      add(p, m, word.contains("w") ? 168 : 24, findings);
    }
  }

  private static void add(Passage p, Matcher m, double hours, Findings findings) {
    String before = p.text().substring(Math.max(0, m.start() - 80), m.start());
    if (!WATCHED.matcher(before).find()) {
      findings.add(
          ExtractionField.INTERVAL, Numerals.plain(hours), Span.of(p, m), Findings.Reading.of(0.8));
    }
  }

  private static void days(Passage p, Findings findings) {
    Matcher m = DAYS.matcher(p.text());
    while (m.find()) {
      String list = m.group(1) != null ? m.group(1) : m.group(2);
      String before = p.text().substring(Math.max(0, m.start() - 80), m.start());
      if (list != null
          && (m.group(2) != null || list.matches(".*\\D.*"))
          && !WATCHED.matcher(before).find()) {
        String value =
            list.replaceAll("\\s*(?:–|to|through)\\s*", "-")
                .replaceAll(",?\\s+(?:and|&)\\s+", ",")
                .replaceAll("\\s", "");
        findings.add(ExtractionField.DOSE_DAYS, value, Span.of(p, m), Findings.Reading.of(0.8));
      }
    }
    m = CYCLE.matcher(p.text());
    while (m.find()) {
      double length = hours(number(m.group(1)), m.group(2)) / 24;
      findings.add(
          ExtractionField.CYCLE_DAYS,
          Numerals.plain(length),
          Span.of(p, m),
          Findings.Reading.of(0.85));
    }
  }

  private static double number(String text) {
    List<NumberMention> read = NumberReader.read(text);
    return read.isEmpty() ? Double.NaN : read.getFirst().value();
  }

  private static double times(String words) {
    String low = words.toLowerCase(Locale.ROOT);
    return low.equals("once")
        ? 1
        : low.equals("twice") ? 2 : low.equals("thrice") ? 3 : number(low.replace(" times", ""));
  }

  private static double abbreviation(String letters) {
    return switch (Character.toLowerCase(letters.charAt(0))) {
      case 'b' -> 12;
      default -> letters.toLowerCase(Locale.ROOT).replace(".", "").endsWith("w") ? 56 : 8;
    };
  }

  private static double hours(double number, String unit) {
    return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
      case 'h' -> number;
      case 'w' -> number * 168;
      case 'm' -> number * 730.5;
      default -> number * 24;
    };
  }
}
