package org.cytotrial.evidence.screening;

import java.util.regex.Pattern;

/// The part of eligibility criteria that says what is wanted.
final class Criteria {
  /// A heading such as "Exclusion criteria", or a sentence that begins with it.
  private static final Pattern EXCLUSION_PART = Pattern.compile("(?i)^\\W*exclusion\\b.*");

  private static final Pattern INCLUSION_PART = Pattern.compile("(?i)^\\W*inclusion\\b.*");
  private static final Pattern EXCLUDING = Pattern.compile("(?i).*\\b(?:exclu|ineligible).*");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;?!])\\s+|\\R+");

  private Criteria() {}

  /// Leaves out the sentences that exclude, and all from a heading of exclusion to the next heading
  /// of inclusion: their words would draw the very records that are not wanted.
  static String wanted(String text) {
    var wanted = new StringBuilder();
    boolean excluding = false;
    for (String sentence : SENTENCE_END.split(text, -1)) {
      if (EXCLUSION_PART.matcher(sentence).matches()) {
        excluding = true;
      } else if (INCLUSION_PART.matcher(sentence).matches()) {
        excluding = false;
      }
      if (!excluding && !EXCLUDING.matcher(sentence).matches()) {
        wanted.append(sentence).append('\n');
      }
    }
    return wanted.isEmpty() ? text : wanted.toString();
  }
}
