package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytotrial.evidence.extraction.mentions.CytokineNames;
import org.cytotrial.evidence.extraction.mentions.Term;
import org.cytotrial.evidence.extraction.mentions.TermMention;
import org.cytotrial.evidence.extraction.mentions.Vocabulary;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// What patients are given: cytokine, product and its format, partner, route; told from cytokines
/// that are only measured or blocked.
final class Treatments {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern GIVEN_BEFORE =
      Pattern.compile(
          "\\b(?:treat(?:ed|ment|ing|s)?|therap\\w+|receiv\\w+|administ\\w+|giv(?:en|ing)|plus|combin\\w+|addition|added|added"
              + " to|with or without|doses? of|dosages?"
              + " of|injections?|infusions?|subcutaneous|intravenous|intraperitoneal|intralesional|inhaled|recombinant|recombinant"
              + " human|human recombinant|rh|versus|vs\\.?|alone or|support|trial of|study"
              + " of|under|use of|self[- ]injection of|low-dose|high-dose|low dose|high"
              + " dose|cytokine therapy|\\d\\s?(?:IU|MIU|MU|mU|mg|µg|μg|ug|microg) (?:of"
              + " )?)\\b[\\w\\s,()\\[\\]/.-]{0,30}$",
          FLAGS);
  private static final Pattern GIVEN_BEHIND =
      Pattern.compile(
          "^[\\s)\\],]*(?:\\([^)]{0,40}\\)\\s*)?(?:was"
              + " (?:given|administered|delivered|injected|continued)|were"
              + " (?:given|administered)|given|administered|therapy|treatment|administration|-treated|(?:treatment"
              + " )?groups?\\b|arms?\\b|alone\\b|plus\\b|with or without|or placebo|or no\\b|at"
              + " \\d|at a"
              + " (?:dose|daily)|\\d+(?:\\.\\d+)?\\s?(?:x|×|IU|MIU|MU|mU|mg|µg|μg|ug|million|microg)|doses?|dose"
              + " groups?|recipients|subcutaneously|intravenously|intramuscularly|by"
              + " (?:weekly|daily|twice|subcutaneous|intravenous)|support|in the (?:first-line"
              + " )?(?:treatment|therapy)|could be|can be safely)",
          FLAGS);
  private static final Pattern MEASURED_BEFORE =
      Pattern.compile(
          "(?:\\banti[-‐– ]?|\\b(?:serum|plasma|levels? of|concentrations? of|expression"
              + " of|production of|secretion of|release of|increases? in|decreases?"
              + " in|peak|measured|against|antibod\\w+"
              + " (?:to|against)|inhibit\\w+|endogenous|soluble|circulating|assayed"
              + " for|elevated|significant changes? in|effect on|response to type"
              + " I)\\b[\\w\\s,-]{0,25})$",
          FLAGS);
  private static final Pattern MEASURED_BEHIND =
      Pattern.compile(
          "^[\\s)\\]-]*(?:\\([^)]{0,30}\\)\\s*)?(?:levels?|concentrations?|receptors?|antagonists?|inhibitors?|antibod\\w+|gene\\b|genotype|signature|production|secretion|expression|responses?|mRNA|T[-"
              + " ]cell|was (?:measured|significantly|detected)|were"
              + " (?:measured|significantly|observed|not)|increased|decreased|peaked|-mediated|-induced|-producing|blockade|appear|related|-related)",
          FLAGS);
  private static final Pattern COMPARED_BEFORE =
      Pattern.compile(
          "\\b(?:versus|vs\\.?|compared (?:with|to)|trial of)\\s+(?:[\\p{L}-]+ )?$", FLAGS);
  private static final Pattern COMPARED_BEHIND =
      Pattern.compile("^\\s*(?:\\([^)]{0,20}\\)\\s*)?(?:versus|vs\\.?|compared)\\b", FLAGS);
  private static final Pattern BACKGROUND_ROUTE =
      Pattern.compile(
          "^\\s*(?:\\(IV\\)\\s*)?(?:antibiotics?|fluids?|contrast|immunoglobulin|drug"
              + " users?|catheter|mucositis|contraceptives?|corticosteroids?|administration of"
              + " the|cavity|hygiene|steroids?|consumption|health|tolerance|glucose)",
          FLAGS);
  private static final Pattern PEGYLATED =
      Pattern.compile("(?:peg|pegylated|polyethylene glycol)[\\s‐-]*$", FLAGS);

  private final List<Passage> passages;
  private final Findings findings;
  private final CytokineNames names = new CytokineNames(Vocabulary.shipped());
  private final Set<String> seen = new HashSet<>();
  private final Set<String> comparators = new HashSet<>();

  private Treatments(List<Passage> passages, Findings findings) {
    this.passages = passages;
    this.findings = findings;
  }

  static void read(List<Passage> passages, Findings findings) {
    var treatments = new Treatments(passages, findings);
    treatments.cytokines();
    treatments.partners();
    treatments.routes();
  }

  private void cytokines() {
    for (Passage p : passages) {
      for (TermMention m : names.find(p.text())) {
        findings.add(
            ExtractionField.CYTOKINE_MENTION,
            m.term().name(),
            Span.of(p, m),
            Findings.Reading.of(0.9));
        if (m.term().kind() == Term.Kind.PRODUCT && !isBlocked(p, m)) {
          product(p, m);
        } else if (m.term().kind() == Term.Kind.CYTOKINE && isGiven(p, m)) {
          given(p, m);
        }
      }
    }
  }

  private void product(Passage p, TermMention m) {
    once(ExtractionField.PRODUCT, m.term().name(), p, m, 0.95);
    once(ExtractionField.CYTOKINE, m.term().cytokine(), p, m, 0.95);
    once(ExtractionField.FORMAT, m.term().format(), p, m, 0.9);
  }

  private void given(Passage p, TermMention m) {
    String words = p.text().substring(m.start(), m.end());
    boolean pegylated =
        words.matches("(?i)peg.*") || PEGYLATED.matcher(p.text().substring(0, m.start())).find();
    String cytokine = m.term().name();
    if (cytokine.equals("IFN")) {
      if (!pegylated) {
        return;
      }
      cytokine = "IFN-alpha";
    }
    once(ExtractionField.CYTOKINE, cytokine, p, m, 0.8);
    once(ExtractionField.FORMAT, pegylated ? "pegylated" : "native", p, m, 0.7);
  }

  private void once(
      ExtractionField field, String value, Passage p, TermMention m, double confidence) {
    if (!value.isEmpty() && seen.add(field + value)) {
      findings.add(field, value, Span.of(p, m), Findings.Reading.of(confidence));
    }
  }

  private static boolean isBlocked(Passage p, TermMention m) {
    return p.text().substring(0, m.start()).matches("(?si).*\\banti[-‐– ]?$");
  }

  private static boolean isGiven(Passage p, TermMention m) {
    String before = p.text().substring(Math.max(0, m.start() - 60), m.start());
    String behind = p.text().substring(m.end(), Math.min(p.text().length(), m.end() + 60));
    if (MEASURED_BEFORE.matcher(before).find() || MEASURED_BEHIND.matcher(behind).find()) {
      return false;
    }
    return GIVEN_BEFORE.matcher(before).find() || GIVEN_BEHIND.matcher(behind).find();
  }

  private void partners() {
    if (findings.of(ExtractionField.CYTOKINE).isEmpty()) {
      return;
    }
    for (Passage p : passages) {
      if (p.section() == Section.BACKGROUND || p.section() == Section.CONCLUSIONS) {
        continue;
      }
      for (TermMention m : ofKind(p, Term.Kind.PARTNER)) {
        String before = p.text().substring(Math.max(0, m.start() - 40), m.start());
        String behind = p.text().substring(m.end());
        boolean compared =
            COMPARED_BEFORE.matcher(before).find()
                || COMPARED_BEHIND.matcher(behind).find()
                || before.matches("(?si).*\\bwithout (?:\\w+ )?$");
        if (compared) {
          comparators.add(m.term().name());
        }
        if (!compared && !(comparators.contains(m.term().name()) && !isCombined(p, m))) {
          once(ExtractionField.PARTNER, m.term().name(), p, m, 0.75);
        }
      }
    }
  }

  /// Whether a cytokine stands near, joined by a word for combination.
  private boolean isCombined(Passage p, TermMention m) {
    String around =
        p.text().substring(Math.max(0, m.start() - 70), Math.min(p.text().length(), m.end() + 70));
    return !names.find(around).isEmpty()
        && around.matches("(?si).*\\b(?:plus|with|combin\\w+|addition|added|and)\\b.*");
  }

  private void routes() {
    for (Passage p : passages) {
      if (p.section() == Section.BACKGROUND
          || p.section() == Section.CONCLUSIONS
          || p.text().matches("(?si).*\\bhas been shown\\b.*")) {
        continue;
      }
      for (TermMention m : ofKind(p, Term.Kind.ROUTE)) {
        String behind = p.text().substring(m.end());
        if (!BACKGROUND_ROUTE.matcher(behind).find()) {
          once(ExtractionField.ROUTE, m.term().name(), p, m, 0.8);
        }
      }
    }
  }

  private static List<TermMention> ofKind(Passage p, Term.Kind kind) {
    List<TermMention> found = new ArrayList<>();
    for (TermMention m : Vocabulary.shipped().find(p.text())) {
      if (m.term().kind() == kind) {
        found.add(m);
      }
    }
    return found;
  }
}
