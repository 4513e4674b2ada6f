package org.cytotrial.evidence.extraction.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.mentions.Term;
import org.cytotrial.evidence.extraction.mentions.TermMention;
import org.cytotrial.evidence.extraction.mentions.Vocabulary;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// Phase, cancer and setting of the trial that a paper reports.
final class TrialFacts {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern PHASE =
      Pattern.compile(
          "\\bphase[\\s-]*(IV|I{1,3}|[1-4])\\s?([abc])?(?:\\s?(?:/|-|–|and)\\s?(?:phase"
              + " )?(IV|I{1,3}|[1-4])[abc]?)?(?![\\w])",
          FLAGS);
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\b(?:warranted|needed|necessary|required|recommended|planned"
              + " for|future|further|ongoing|in progress|previous|previously|earlier|has shown|have"
              + " shown|has demonstrated|dose\\b.{0,60}phase)\\b",
          FLAGS);
  private static final Pattern WHO =
      Pattern.compile("\\b(?:patients|women|men|subjects|participants|children|adults)\\b", FLAGS);
  private static final Pattern OLD_NEWS =
      Pattern.compile(
          "\\b(?:have been reported|has been|have been shown|prior|previous|previously"
              + " reported|standard treatment|remains?|recent|may be|conclusion|only"
              + " potentially)\\b",
          FLAGS);
  private static final Pattern DISEASE_BEHIND =
      Pattern.compile(
          "^[\\s,]*(?:(?:or|and|/|stage|treatment|therapy|malignant|hormone|[\\p{L}\\d-]+)[\\s,]+){0,5}?(?:cancers?|carcinoma|melanoma|disease|tumou?rs?|malignanc\\w+|RCC|NSCLC|leuk[a]?emia|lymphoma|sarcoma|glioblastoma|myeloma|patients|women|setting|treatment|therapy|trial|chemo\\w*|immuno\\w*|radio\\w*|interferon|vaccin\\w*)\\b",
          FLAGS);

  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:no|not|non|without|had received|residual or|distant|between|of)[\\s-]*$", FLAGS);
  private static final Pattern BEFORE_THIS =
      Pattern.compile("\\b(?:no|not|without|received|prior|residual or)\\s+(?:\\w+ )?$", FLAGS);

  private TrialFacts() {}

  static boolean read(List<Passage> passages, Findings findings) {
    phase(passages, findings);
    boolean cancer = cancer(passages, findings);
    if (cancer) {
      settings(passages, findings);
    }
    return cancer;
  }

  private static void phase(List<Passage> passages, Findings findings) {
    for (Passage p : passages) {
      Matcher m = PHASE.matcher(p.text());
      boolean told =
          (p.section() != Section.CONCLUSIONS && p.section() != Section.BACKGROUND)
              || p.text()
                  .matches(
                      "(?si).*\\b(?:we conducted|we report|this phase|was conducted|was"
                          + " evaluated|present|to"
                          + " (?:assess|evaluate|report|compare|determine|investigate|explore|study)).*");
      if (m.find()
          && told
          && (p.section() == Section.TITLE || !ELSEWHERE.matcher(p.text()).find())) {
        String value = arabic(m.group(1)) + (m.group(3) == null ? "" : "/" + arabic(m.group(3)));
        findings.add(ExtractionField.PHASE, value, Span.of(p, m), Findings.Reading.of(0.9));
        return;
      }
    }
  }

  private static String arabic(String phase) {
    return switch (phase.toUpperCase(Locale.ROOT)) {
      case "I" -> "1";
      case "II" -> "2";
      case "III" -> "3";
      case "IV" -> "4";
      default -> phase;
    };
  }

  private static boolean cancer(List<Passage> passages, Findings findings) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Object[]> first = new LinkedHashMap<>();
    Set<String> titled = new HashSet<>();
    for (Passage p : passages) {
      for (TermMention m : mentions(p, Term.Kind.CANCER)) {
        counts.merge(m.term().name(), isPatients(p, m) ? 2 : 1, Integer::sum);
        first.putIfAbsent(m.term().name(), new Object[] {p, m});
        if (p.section() == Section.TITLE) {
          titled.add(m.term().name());
        }
      }
    }
    Set<String> chosen = titled.isEmpty() ? frequent(counts) : new HashSet<>(titled);
    if (chosen.contains("lung cancer")) {
      first.keySet().stream().filter(n -> n.endsWith("cell lung cancer")).forEach(chosen::add);
    }
    for (String name : first.keySet()) {
      if (chosen.contains(name) && !isWider(name, chosen)) {
        Object[] at = first.get(name);
        TermMention m = (TermMention) at[1];
        findings.add(
            ExtractionField.CANCER,
            name,
            Span.of((Passage) at[0], m),
            Findings.Reading.of(titled.isEmpty() ? 0.7 : 0.95));
      }
    }
    return !chosen.isEmpty()
        || passages.stream()
            .anyMatch(p ->
                p.section() == Section.TITLE
                    && p.text()
                        .matches(
                            "(?si).*\\b(?:cancer|tumou?rs?|leuk.?emia|neoplas\\w+|carcinoma|sarcoma|lymphoma)\\b.*"));
  }

  /// "patients with melanoma", "melanoma patients"
  private static boolean isPatients(Passage p, TermMention m) {
    String before = p.text().substring(Math.max(0, m.start() - 70), m.start());
    return before.matches(
            "(?si).*\\b(?:patients|women|men|adults|children) (?:with|who had|suffering from)"
                + " (?:[\\p{L}\\d,/-]+ ){0,6}$")
        || p.text().substring(m.end()).matches("(?si)^\\s*(?:\\([A-Z]+\\) )?patients\\b.*");
  }

  private static Set<String> frequent(Map<String, Integer> counts) {
    Set<String> chosen = new HashSet<>();
    counts.forEach((name, n) -> {
      if (n >= 2) {
        chosen.add(name);
      }
    });
    return chosen;
  }

  private static boolean isWider(String name, Set<String> chosen) {
    return (name.equals("lung cancer")
            && (chosen.contains("non-small cell lung cancer")
                || chosen.contains("small cell lung cancer")))
        || (name.equals("solid tumors") && chosen.size() > 1)
        || (name.equals("glioma") && chosen.contains("glioblastoma"));
  }

  private static List<TermMention> mentions(Passage p, Term.Kind kind) {
    return Vocabulary.shipped().find(p.text()).stream()
        .filter(m -> m.term().kind() == kind)
        .toList();
  }

  private static void settings(List<Passage> passages, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (Passage p : passages) {
      boolean told =
          p.section() == Section.TITLE
              || (p.section() != Section.CONCLUSIONS
                  && WHO.matcher(p.text()).find()
                  && !OLD_NEWS.matcher(p.text()).find()
                  && (p.section() != Section.BACKGROUND
                      || p.text()
                          .matches(
                              "(?si).*\\b(?:to"
                                  + " (?:compare|study|determine|evaluate|assess|investigate)|was"
                                  + " to|aim|purpose|we).*")));
      if (!told) {
        continue;
      }
      for (TermMention m : mentions(p, Term.Kind.SETTING)) {
        String name = m.term().name();
        boolean led = isSelf(name) || DISEASE_BEHIND.matcher(p.text().substring(m.end())).find();
        if (led && !isNegated(p, m) && seen.add(name)) {
          findings.add(
              ExtractionField.SETTING,
              name,
              Span.of(p, m),
              Findings.Reading.of(p.section() == Section.TITLE ? 0.9 : 0.75));
        }
      }
    }
  }

  private static boolean isSelf(String name) {
    return name.equals("unresectable")
        || name.equals("first-line")
        || name.equals("neoadjuvant")
        || name.equals("perioperative");
  }

  private static boolean isNegated(Passage p, TermMention m) {
    String before = p.text().substring(Math.max(0, m.start() - 30), m.start());
    boolean denied =
        DENIED.matcher(before).find() && !before.matches("(?si).*\\btreatment of\\s*$");
    return denied || BEFORE_THIS.matcher(before).find();
  }
}
