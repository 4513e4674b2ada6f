package org.cytotrial.evidence.linking;

import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Finds the numbers under which trials are registered: those of the primary registers of the World
/// Health Organization's platform and of ClinicalTrials.gov.
public final class TrialNumbers {
  private static final List<Pattern> REGISTERS =
      List.of(
          Pattern.compile("(?i)\\bNCT ?-?(\\d{8})\\b"),
          Pattern.compile("(?i)\\bISRCTN ?-?(\\d{8})\\b"),
          Pattern.compile("\\b(?:19|20)\\d\\d-\\d{6}-\\d\\d(?:-\\d\\d)?\\b"),
          Pattern.compile("(?i)\\bACTRN ?-?(\\d{14})\\b"),
          Pattern.compile("(?i)\\bChiCTR(?:-[A-Z]{2,4})?-?(\\d{8,10})\\b"),
          Pattern.compile("(?i)\\bDRKS ?-?(\\d{8})\\b"),
          Pattern.compile("(?i)\\bCTRI ?/\\d{4}/\\d{2,3}/\\d{4,6}\\b"),
          Pattern.compile("(?i)\\b(?:jRCTs?|JPRN-UMIN|UMIN)-?(\\d{9,10})\\b"),
          Pattern.compile("(?i)\\bKCT ?-?(\\d{7})\\b"),
          Pattern.compile("(?i)\\bIRCT ?-?\\d{8,14}N\\d{1,3}\\b"),
          Pattern.compile("(?i)\\bPACTR ?-?(\\d{15})\\b"),
          Pattern.compile("(?i)\\bTCTR ?-?(\\d{11})\\b"),
          Pattern.compile("(?i)\\bRBR-[a-z0-9]{6,8}\\b"),
          Pattern.compile("(?i)\\bNTR ?-?(\\d{3,4})\\b"));

  private TrialNumbers() {}

  /// The numbers in a text, in one spelling, in order.
  public static SequencedSet<String> in(String text) {
    SequencedSet<String> numbers = new TreeSet<>();
    for (Pattern register : REGISTERS) {
      register
          .matcher(text)
          .results()
          .forEach(m ->
              numbers.add(
                  m.group()
                      .replaceAll("(?<=\\p{L})[ -](?=\\d)", "")
                      .replace(" ", "")
                      .toUpperCase(Locale.ROOT)));
    }
    return numbers;
  }
}
