package org.cytotrial.evidence.synthesis;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cytotrial.domain.clinical.PublishedArm;

/// What may be pooled: arms of one class of endpoint, one cytokine, one cancer, and one kind of
/// partner. Words in brackets are comments of the table and are left out.
///
/// @param endpointClass as the table has it
/// @param cytokine `none` for comparators
/// @param partner `alone`, or what was given with it
public record Stratum(String endpointClass, String cytokine, String cancer, String partner)
    implements Comparable<Stratum> {
  public static final String ALONE = "alone";
  public static final String NONE = "none";

  private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");
  private static final Map<String, String> CLASSES =
      Map.of(
          "systemic_RECIST_WHO", "systemic response (RECIST or WHO)",
          "locoregional_injection", "response of injected disease",
          "locoregional_ILP", "response in the perfused limb",
          "haematologic_response", "haematologic response",
          "lymphoma_response", "response of lymphoma",
          "adjuvant_RFS", "adjuvant, relapse-free survival",
          "neoadjuvant_RFS_pCR", "before surgery: pathologic response, relapse-free survival",
          "phase1_toxicity", "phase 1, toxicity first",
          "NMIBC_CR_or_DFS", "bladder: complete response or disease-free survival");

  static Stratum of(PublishedArm arm) {
    String cytokine = plain(arm.columns().getOrDefault("cytokine", ""));
    return new Stratum(
        arm.endpointClass(),
        cytokine.isEmpty() ? "not recorded" : cytokine,
        arm.cancer().isBlank() ? "not recorded" : plain(arm.cancer()),
        Partner.of(arm, cytokine));
  }

  static String plain(String text) {
    return BRACKETS.matcher(text).replaceAll("").strip();
  }

  public boolean isComparator() {
    return cytokine.equals(NONE);
  }

  public boolean isAlone() {
    return partner.equals(ALONE);
  }

  /// The class of endpoint in words.
  public String classWords() {
    return CLASSES.getOrDefault(endpointClass, endpointClass.replace('_', ' '));
  }

  /// As in `IL-2 with anti-PD-1`.
  public String treatment() {
    return isAlone() ? cytokine + " alone" : cytokine + " with " + partner;
  }

  /// As in `IL-2 alone, melanoma, systemic response (RECIST or WHO)`.
  public String label() {
    return treatment() + ", " + cancer + ", " + classWords();
  }

  /// Letters, digits and hyphens, for names of files.
  public String id() {
    return String.join("-", cytokine, cancer, partner, endpointClass)
        .replace('α', 'a')
        .toLowerCase(Locale.ROOT)
        .replace("+", " with ")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  @Override
  public int compareTo(Stratum other) {
    return Comparator.comparing(Stratum::isComparator)
        .thenComparing(Stratum::cytokine)
        .thenComparing(Stratum::cancer)
        .thenComparing(Stratum::endpointClass, Comparator.reverseOrder())
        .thenComparing(s -> !s.isAlone())
        .thenComparing(Stratum::partner)
        .compare(this, other);
  }
}
