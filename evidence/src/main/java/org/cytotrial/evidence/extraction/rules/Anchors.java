package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words that say what a number behind them is a number of.
final class Anchors {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  /// What may be measured.
  enum Outcome {
    RESPONSE(
        "(?:overall|objective|tumou?r|clinical|best|confirmed|radiologic|major|total|antitumou?r)[\\w\\s()-]{0,25}?(?:responses?|remissions?)(?:"
            + " \\([A-Z]{2,4}\\))?(?: rates?| proportions?)?|responses?"
            + " (?:rates?|proportions?)|overall rates|\\bORRs?\\b|\\bRRs?\\b(?= was| were|"
            + " of)|\\bresponses were|\\bresponders\\b|\\bobjective responses?\\b|response rate"),
    COMPLETE(
        "complete(?: clinical| hematologic| haematologic| metabolic| tumou?r)?(?: and partial)?"
            + " (?:responses?|remissions?|regressions?|responders)(?: \\(CRs?\\))?(?:"
            + " rates?)?|\\bCR rates?\\b|\\bCRs\\b"),
    PARTIAL("partial (?:responses?|remissions?|regressions?)(?: \\(PRs?\\))?|\\bPRs\\b"),
    PROGRESSION_FREE(
        "progression[- ]free[ -]survivals?(?: times?)?(?: \\(PFS\\))?|\\bm?PFS\\b|event[- ]free"
            + " survival for progression"),
    SURVIVAL(
        "(?<!free[ -])(?:overall[ -]survivals?|survival times?|median survivals?|median overall"
            + " survival)(?: \\(OS\\))?(?: times?)?|\\bm?OS\\b|(?<!-)(?<!free )(?<!specific"
            + " )\\bsurvival\\b(?! rate| benefit| data| advantage| function)"),
    SEVERE(
        "grades?\\s*(?:≥|⩾|>=|> ?or ?= ?|>/="
            + " ?)?\\s*(?:3|III)(?:\\s*(?:-|–|/|to|or|and)\\s*(?:4|5|IV|V))?(?:\\s*(?:or|and)"
            + " (?:more|higher|worse|above|greater))?(?![\\w.])|grades?\\s*(?:4|IV)\\b(?! ?weeks)"),
    OTHER(
        "stable disease|progressive disease|disease control|durable response(?:"
            + " rate)?|\\bDRR\\b|\\bSVR\\b|virologic\\w* response|\\bACR\\b|immune? responses?|T["
            + " -]cell responses?|antibody responses?|satisfactory response|duration|time"
            + " to|follow-?up|relapse|recurrence|(?:disease|relapse|recurrence|metastasis|event|treatment|failure)[-"
            + " ]free|survival rates?|-year|at \\d+ (?:months|years)|clinical benefit|toxic"
            + " death|neutropen\\w+"
            + " fever|sepsis|mortality|died|deaths?|infection|moderate|grades?\\s*(?:1|2|I|II)\\b|(?:in|of|among)"
            + " patients with"
            + " (?:visceral|liver|lung|bone|lymph|measurable)[\\w\\s]*metasta\\w+|subgroup|subset|negative|positive|SRI|BICLA|weight"
            + " loss|prior|previous|completed|withdr\\w+|discontinu\\w+|response duration|duration"
            + " of response|quality of life|transfusion|disease free|local control|complete"
            + " blood|pathologic\\w* complete response|\\bpCR\\b");

    private final Pattern pattern;

    Outcome(String words) {
      this.pattern = Pattern.compile(words, FLAGS);
    }
  }

  /// Words that say what follows.
  record Anchor(Outcome outcome, int start, int end) {}

  private final List<Anchor> anchors;

  private Anchors(List<Anchor> anchors) {
    this.anchors = anchors;
  }

  /// The anchors of a sentence; where two overlap the longer one counts.
  static Anchors of(String text) {
    List<Anchor> all = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      Matcher m = outcome.pattern.matcher(text);
      while (m.find()) {
        all.add(new Anchor(outcome, m.start(), m.end()));
      }
    }
    all.sort(Comparator.comparingInt((Anchor a) -> a.start() - a.end()));
    List<Anchor> kept = new ArrayList<>();
    for (Anchor a : all) {
      if (kept.stream().noneMatch(k -> k.start() < a.end() && a.start() < k.end())) {
        kept.add(a);
      }
    }
    kept.sort(Comparator.comparingInt(Anchor::start));
    return new Anchors(kept);
  }

  /// The last anchor that begins before `at`.
  Optional<Anchor> before(int at) {
    return anchors.stream().filter(a -> a.start() < at).reduce((_, b) -> b);
  }

  /// The first anchor behind `at`, not further than `reach`.
  Optional<Anchor> after(int at, int reach) {
    return anchors.stream().filter(a -> a.start() >= at && a.start() <= at + reach).findFirst();
  }

  boolean has(Outcome outcome) {
    return anchors.stream().anyMatch(a -> a.outcome() == outcome);
  }
}
