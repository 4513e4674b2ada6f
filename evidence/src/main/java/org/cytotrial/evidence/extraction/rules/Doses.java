package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// Amounts of one administration, or of one day, with their basis: millions of units as MIU or MU,
/// Cetus units of IL-2 turned into IU (1 Cetus unit is about 6 IU), masses in ng, ug or mg.
///
/// "Units" of IL-2 that the text does not call international or Cetus cannot be converted: they
/// stay MU or U, and [#read] says so.
final class Doses {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final double IU_PER_CETUS_UNIT = 6;
  private static final String NUM = "\\d{1,3}(?:,\\d{3})+|\\d+(?:[.·]\\d+)?";
  private static final String POWER = "(?:\\s*[x×]\\s*10\\s*\\(?\\^?\\s*([3-9])\\)?)";
  private static final String BASIS =
      "(?:\\s*(?:/|per)\\s*(m\\(2\\)|m2|m²|square met(?:er|re)|kg|kilogram|body"
          + " weight)|\\s*(m|kg)\\s?[−–-]\\s?[12]?(?![\\d]))";
  private static final Pattern DOSE =
      Pattern.compile(
          "(?<![\\d.,·/-])(?<![-–]\\s)((?:(?:"
              + NUM
              + ")(?:\\s*(?:,|or|and|to|–|-|/|, or|, and|versus|vs\\.?)\\s*)){0,4})("
              + NUM
              + ")"
              + POWER
              + "?\\s*-?(million )?\\s?(international units?|cetus"
              + " units?|(?-i:MIU|IU|MU|mU|U)|units?|mg|milligrams?|micrograms?|microg|mcg|µg|μg|ug|ng)(?![A-Za-z])"
              + BASIS
              + "?",
          FLAGS);
  private static final Pattern NOT_BEHIND =
      Pattern.compile(
          "^\\s?(?:/|per"
              + " )\\s?(?:mL|ml|dL|dl|L|l|g|mmol|cm|tablet|10)\\b|^\\s?(?:ml|l|dl)[−-]1|^\\s*%|^\\s*\\(?\\s*(?:of"
              + " )?(?:protein|elemental)",
          0);
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?:[<>≤≥]|less than|more than|at least|up to|below|above|exceeding|concentrations?"
              + " (?:of|were)|levels? (?:of|were)|mean|median|\\+/-|±)\\s*$",
          FLAGS);
  private static final Pattern NO_DRUG =
      Pattern.compile(
          "\\b(?:serum|plasma|creatinine|cholesterol|glucose|concentrations?|levels?|prednisone"
              + " dose|corticosteroids? dosage|corticosteroids \\(|clearance|intake of)\\b",
          FLAGS);
  private static final Pattern GIVEN =
      Pattern.compile(
          "\\b(?:receiv\\w+|administered|given|dos(?:e|es|ed|age|ing)|treated|treatment|daily|weekly|every|day|infusion|bolus|orally|subcutaneous\\w*|intraven\\w*|randomi\\w+|consist\\w+|assigned)\\b",
          FLAGS);
  private static final Pattern IL2 =
      Pattern.compile("\\b(?:IL-?2|interleukin[- ]?2|aldesleukin)\\b", FLAGS);

  private Doses() {}

  /// A dose as it was normalised.
  record Normal(double value, String unit) {}

  static List<String> read(List<Passage> passages, Findings findings) {
    List<String> notes = new ArrayList<>();
    for (Passage p : passages) {
      if (p.section() == Section.BACKGROUND || !GIVEN.matcher(p.text()).find()) {
        continue;
      }
      Matcher m = DOSE.matcher(p.text());
      while (m.find()) {
        if (isDose(p, m)) {
          add(p, m, findings, notes);
        }
      }
    }
    return notes;
  }

  private static boolean isDose(Passage p, Matcher m) {
    String before = p.text().substring(Math.max(0, m.start() - 40), m.start());
    String after = p.text().substring(m.end());
    boolean measured =
        NO_DRUG.matcher(p.text().substring(Math.max(0, m.start() - 60), m.start())).find();
    return !NOT_BEHIND.matcher(after).find() && !LIMIT.matcher(before).find() && !measured;
  }

  private static void add(Passage p, Matcher m, Findings findings, List<String> notes) {
    double power = m.group(3) == null ? 1 : Math.pow(10, Integer.parseInt(m.group(3)));
    double scale = m.group(4) == null ? power : 1e6;
    String basis = basis(m);
    Matcher each = Pattern.compile(NUM).matcher(p.text());
    each.region(m.start(1), m.end(2));
    boolean single =
        m.group(3) != null || p.text().substring(0, m.start()).matches("(?si).*\\bdays?\\s*$");
    while (each.find()) {
      if (single && each.start() < m.start(2)) {
        continue;
      }
      double number = Double.parseDouble(each.group().replace(",", "").replace('·', '.'));
      Normal normal = normal(number * scale, m.group(5), basis);
      findings.add(
          ExtractionField.DOSE,
          Numerals.plain(normal.value()),
          new Span(p, each.start(), m.end()),
          new Findings.Reading(normal.unit(), "", 0.85));
    }
    if (m.group(5).toLowerCase(Locale.ROOT).matches("u|mu|units?")
        && IL2.matcher(p.text()).find()) {
      notes.add(
          "'"
              + m.group().strip()
              + "': the text does not say what units of IL-2 these are (a Cetus unit is about 6 IU,"
              + " others 1 to 3); not converted");
    }
  }

  private static String basis(Matcher m) {
    String basis = m.group(6) != null ? m.group(6) : m.group(7);
    if (basis == null) {
      return "";
    }
    return basis.toLowerCase(Locale.ROOT).startsWith("k") || basis.startsWith("body")
        ? "/kg"
        : "/m2";
  }

  static Normal normal(double amount, String unit, String basis) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "iu", "international unit", "international units" -> units(amount, "IU", basis);
      case "miu" -> new Normal(amount, "MIU" + basis);
      case "cetus unit", "cetus units" -> units(amount * IU_PER_CETUS_UNIT, "IU", basis);
      case "mu" -> new Normal(amount, "MU" + basis);
      case "u", "unit", "units" -> units(amount, "U", basis);
      case "mg", "milligram", "milligrams" -> new Normal(amount, "mg" + basis);
      case "ng" -> new Normal(amount, "ng" + basis);
      default -> new Normal(amount, "ug" + basis);
    };
  }

  private static Normal units(double amount, String unit, String basis) {
    return amount >= 1e5
        ? new Normal(amount / 1e6, "M" + unit + basis)
        : new Normal(amount, unit + basis);
  }
}
