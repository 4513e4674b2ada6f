package org.cytotrial.evidence.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a sentence that name the arm a number belongs to.
final class ArmNames {
  private static final Pattern AFTER =
      Pattern.compile(
          "^[^,;:.]{0,40}?\\b(?:in|to|into|for|with|receiving|received|on) (?:the |either"
              + " )?((?:[\\p{L}\\d+/-]+ ){0,4}?(?:arm|group)\\b(?:"
              + " [A-D]\\b)?|placebo|[A-Z][\\p{L}\\d+/-]+)");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:^|.*[\\s(])((?:[\\p{L}\\d+/-]+ ){0,3}(?:arm|group)(?:"
              + " [A-D]\\b)?|[\\p{L}][\\p{L}\\d+/-]+(?:"
              + " alone)?)[,:]?\\s*(?:\\(\\s*)?(?:[nN]\\s*=\\s*)?$");

  private static final Pattern NO_NAME =
      Pattern.compile(
          "was|were|is|are|of|at|to|only|about|approximately|reached|by|for|from|with|in|and|or|than|the",
          Pattern.CASE_INSENSITIVE);

  private ArmNames() {}

  /// Empty where nothing names one.
  static String near(String text, int start, int end) {
    String after = text.substring(end, Math.min(text.length(), end + 90));
    Matcher behind = AFTER.matcher(after);
    if (behind.find()) {
      return behind.group(1);
    }
    Matcher before = BEFORE.matcher(text.substring(Math.max(0, start - 70), start));
    return before.find() && !NO_NAME.matcher(before.group(1)).matches() ? before.group(1) : "";
  }
}
