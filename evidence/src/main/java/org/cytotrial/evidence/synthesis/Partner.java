package org.cytotrial.evidence.synthesis;

import java.util.List;
import java.util.regex.Pattern;
import org.cytotrial.domain.clinical.PublishedArm;

/// What a cytokine was given with, in one word for drugs of one kind, so that trials with two
/// antibodies to PD-1 stand together.
final class Partner {
  private static final List<Kind> KINDS =
      List.of(
          new Kind("\\btil\\b", "TIL"),
          new Kind("melphalan", "melphalan"),
          new Kind("nivolumab|pembrolizumab", "anti-PD-1"),
          new Kind("ipilimumab", "anti-CTLA-4"),
          new Kind("radiotherapy|\\bsbrt\\b|\\bsabr\\b", "radiotherapy"),
          new Kind("\\bifn", "IFN-α"));

  private Partner() {}

  /// The first whose words are found names the partner.
  private record Kind(Pattern words, String name) {
    Kind(String words, String name) {
      this(Pattern.compile(words, Pattern.CASE_INSENSITIVE), name);
    }
  }

  static String of(PublishedArm arm, String cytokine) {
    String text = Stratum.plain(arm.columns().getOrDefault("combination", ""));
    if (text.isEmpty()) {
      return arm.drugs().contains("+") ? "a partner that is not recorded" : Stratum.ALONE;
    }
    if (text.equals("none")) {
      return Stratum.ALONE;
    }
    if (text.startsWith("none/")) {
      return "or without " + named(text.substring("none/".length()));
    }
    String partner = named(text);
    boolean isPartOfIt = partner.equals("IFN-α") && cytokine.contains("IFN-a");
    return isPartOfIt ? Stratum.ALONE : partner;
  }

  /// The kind of drugs named in a text; the text itself where none is known.
  static String named(String text) {
    return KINDS.stream()
        .filter(kind -> kind.words().matcher(text).find())
        .map(Kind::name)
        .findFirst()
        .orElse(text);
  }
}
