package org.cytotrial.evidence.extraction.rules;

import java.util.regex.Pattern;

/// Words for the people of a trial.
final class People {
  static final String WORDS =
      "(?:patients?|pts|women|woman|men|man|subjects?|participants?|survivors?|people|persons?|individuals?|adults?|"
          + "children|infants|neonates|volunteers?|females?|males?|outpatients?|inpatients?|controls|cases|enrollees|girls|boys|"
          + "physicians|nurses|candidates|respondents|students|residents|athletes|runners|dyads|couples|caregivers|BCS|Latinas|sample|subsample|substudy|GPs|radiologists|clients|visitors|families|entrants|eyes|evaluable|population)";
  static final Pattern BEHIND =
      Pattern.compile(
          "^(?:\\s+|-)(?:\\([^)]{0,110}\\)\\s+)?(?:[\\p{L}\\d/+'’().≥<>=,-]+\\s+){0,9}?"
              + WORDS
              + "\\b",
          Pattern.CASE_INSENSITIVE);
  static final Pattern NEXT =
      Pattern.compile(
          "^\\s+(?:(?!of|in|to|and|or|with|had|were|was|for|from|versus|vs)[\\p{L}/+'’-]+\\s+){0,5}?"
              + WORDS
              + "\\b",
          Pattern.CASE_INSENSITIVE);
  static final Pattern OTHER_NOUN =
      Pattern.compile(
          "^[\\s-]*(?:of the |of )?(?:different |other |main |major |academic |independent"
              + " |parallel |treatment |study |clinical |randomi[sz]ed |international"
              + " |participating |consecutive |additional"
              + " )*(?:weeks?|months?|days?|years?|hours?|minutes?|times?|cycles?|courses?|trials?|stud(?:y|ies)|hospitals?|cent(?:er|re)s?|institutions?|sites?|items?|countries|lesions?|samples?|tumou?rs?|groups?|arms?|doses?|dose"
              + " levels|regimens?|treatments?|points?|sessions?|visits?|questionnaires?|biopsies|nodes?|specimens?|cm|mm|mg|%|percent|fold|hundred|deaths?|events?|relapses|recurrences|articles|clinics|practices|cohorts|types|levels|methods|techniques|primary|of"
              + " them|or more)\\b(?!\\s+(?:cancer )?"
              + WORDS
              + ")",
          Pattern.CASE_INSENSITIVE);

  private People() {}
}
