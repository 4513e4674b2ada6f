package org.cytotrial.evidence.extraction.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.rules.Anchors.Anchor;
import org.cytotrial.evidence.extraction.rules.Anchors.Outcome;
import org.cytotrial.evidence.extraction.rules.Passage.Numeral;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// Tumour responses and events of grade 3 or more, as counts and percentages.
final class Responses {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern COUNTED =
      Pattern.compile("^\\s*(?:/|of|out of)\\s*(?:the )?\\d+", FLAGS);
  private static final Pattern COMPLETE =
      Pattern.compile(
          "^\\s+(?:\\(\\d[^)]*\\)\\s*)?(?:(?:had|showed|achieved|with) an?"
              + " )?(?:patients?\\s+(?:[\\p{L}-]+\\s+){0,6}?(?:had|achieved|experienced|with|showed)"
              + " (?:an? )?)?complete (?:responses?|remissions?|and|or|respon)|^\\s+CRs?\\b",
          FLAGS);
  private static final Pattern PARTIAL =
      Pattern.compile(
          "^\\s+(?:\\(\\d[^)]*\\)\\s*)?(?:patients?\\s+(?:[\\p{L}-]+\\s+){0,6}?(?:had|achieved|experienced|with|showed)"
              + " (?:an? )?)?partial (?:responses?|remissions?)|^\\s+PRs?\\b",
          FLAGS);
  private static final Pattern IN_PATIENTS =
      Pattern.compile("^\\s*(?:evaluable |assessable )?patients\\b", FLAGS);
  private static final Pattern OF_COURSES =
      Pattern.compile("^\\s*%?\\s*(?:of (?:the )?(?:courses|cycles|doses))", FLAGS);
  private static final Pattern GRADED =
      Pattern.compile(
          "grade 1 \\([^)]*\\),? (?:grade )?2 \\([^)]*\\),? (?:and )?(?:grade )?3"
              + " \\((\\d+(?:\\.\\d+)?)\\s?%",
          FLAGS);
  private static final Pattern SUBGROUP =
      Pattern.compile(
          "\\b(?:subgroups?|subset|stratum|as high as|reported in|have been"
              + " reported|historical|expected)\\b",
          FLAGS);

  private Responses() {}

  /// @param tumours whether the paper is about a cancer: other responses are none of these
  static void read(List<Passage> passages, boolean tumours, Findings findings) {
    for (Passage p : passages) {
      if (p.section() == Section.BACKGROUND
          || p.section() == Section.TITLE
          || p.section() == Section.CONCLUSIONS
          || SUBGROUP.matcher(p.text()).find()) {
        continue;
      }
      Anchors anchors = Anchors.of(p.text());
      for (Numeral n : p.numerals()) {
        if (n.part() == NumberPart.PLAIN && n.number().percent()) {
          percent(p, n.number(), anchors, tumours, findings);
        } else if (n.part() == NumberPart.PLAIN && n.number().isCount()) {
          count(p, n.number(), anchors, tumours, findings);
        }
      }
      if (tumours) {
        sum(p, findings);
      }
      graded(p, findings);
    }
  }

  private static void percent(
      Passage p, NumberMention n, Anchors anchors, boolean tumours, Findings findings) {
    Optional<Anchor> anchor = anchors.before(n.start());
    if (anchor.isEmpty()) {
      anchor =
          anchors
              .after(n.end(), 60)
              .filter(a -> a.outcome() == Outcome.RESPONSE || a.outcome() == Outcome.COMPLETE);
    }
    if (anchor.isEmpty() || OF_COURSES.matcher(p.after(n, 20)).find()) {
      return;
    }
    switch (anchor.get().outcome()) {
      case RESPONSE -> add(ExtractionField.ORR_PCT, tumours, p, n, findings);
      case COMPLETE -> add(ExtractionField.CR_PCT, tumours, p, n, findings);
      case SEVERE -> add(ExtractionField.G3_PCT, true, p, n, findings);
      case PARTIAL, PROGRESSION_FREE, SURVIVAL, OTHER -> {}
    }
  }

  private static void add(
      ExtractionField field, boolean applies, Passage p, NumberMention n, Findings findings) {
    if (applies) {
      findings.add(
          field, p, n, Findings.Reading.of(ArmNames.near(p.text(), n.start(), n.end()), 0.85));
    }
  }

  private static void count(
      Passage p, NumberMention n, Anchors anchors, boolean tumours, Findings findings) {
    String after = p.after(n, 90);
    Optional<Anchor> anchor = anchors.before(n.start());
    if (tumours && COMPLETE.matcher(after).find()) {
      add(ExtractionField.CR, true, p, n, findings);
    } else if (anchor.isPresent()
        && anchor.get().outcome() == Outcome.RESPONSE
        && COUNTED.matcher(after).find()) {
      add(ExtractionField.RESPONDERS, tumours, p, n, findings);
    } else if (anchor.isPresent()
        && anchor.get().outcome() == Outcome.RESPONSE
        && IN_PATIENTS.matcher(after).find()
        && p.text()
            .matches("(?s).*responses? (?:was|were) (?:seen|observed|noted|documented) in .*")) {
      add(ExtractionField.RESPONDERS, tumours, p, n, findings);
    } else if (anchor.isPresent()
        && anchor.get().outcome() == Outcome.COMPLETE
        && isCount(p, n, anchor.get())) {
      add(ExtractionField.CR, tumours, p, n, findings);
    } else if (anchor.isPresent()
        && anchor.get().outcome() == Outcome.SEVERE
        && (IN_PATIENTS.matcher(after).find() || COUNTED.matcher(after).find())) {
      add(ExtractionField.G3_N, true, p, n, findings);
    }
  }

  /// "complete responses were three in arm A and two in arm B"
  private static boolean isCount(Passage p, NumberMention n, Anchor anchor) {
    String between = p.text().substring(anchor.end(), n.start());
    return between.matches(
            "(?si)\\s*(?:were|was|occurred in|in)?\\s*(?:[\\w\\s]{0,30}(?:arm|group)( [A-D])?"
                + " and\\s)?")
        || COUNTED.matcher(p.after(n, 20)).find();
  }

  /// Complete and partial responses of one sentence that names one number of each are responders.
  private static void sum(Passage p, Findings findings) {
    List<NumberMention> complete = counted(p, COMPLETE);
    List<NumberMention> partial = counted(p, PARTIAL);
    boolean noComplete = p.text().matches("(?si).*\\bno complete (?:responses?|remissions?).*");
    if (partial.size() == 1
        && (complete.size() == 1 || noComplete || !p.text().matches("(?si).*complete.*"))) {
      NumberMention n = partial.getFirst();
      double total = n.value() + (complete.size() == 1 ? complete.getFirst().value() : 0);
      findings.add(
          ExtractionField.RESPONDERS,
          Numerals.plain(total),
          Span.of(p, n),
          Findings.Reading.of(ArmNames.near(p.text(), n.start(), n.end()), 0.7));
      if (noComplete) {
        int at = p.text().toLowerCase(java.util.Locale.ROOT).indexOf("no complete");
        findings.add(ExtractionField.CR, "0", new Span(p, at, at + 2), Findings.Reading.of(0.8));
      }
    }
  }

  private static List<NumberMention> counted(Passage p, Pattern behind) {
    return p.numerals().stream()
        .map(Numeral::number)
        .filter(n -> n.isCount() && behind.matcher(p.after(n, 90)).find())
        .toList();
  }

  private static void graded(Passage p, Findings findings) {
    Matcher m = GRADED.matcher(p.text());
    if (m.find() && !findings.has(ExtractionField.G3_PCT, p.sentence().start() + m.start(1))) {
      findings.add(
          ExtractionField.G3_PCT,
          Numerals.plain(Double.parseDouble(m.group(1))),
          new Span(p, m.start(1), m.end(1)),
          Findings.Reading.of(0.85));
    }
  }
}
