package org.cytotrial.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cytotrial.statistics.meta.BackTransformation;

/// What the rows of a table of studies are made into: metafor's measures and the columns each is
/// made from.
enum MetaMeasure {
  OR(Kind.TABLE, BackTransformation.EXPONENTIAL, "log odds ratio"),
  RR(Kind.TABLE, BackTransformation.EXPONENTIAL, "log risk ratio"),
  RD(Kind.TABLE, BackTransformation.IDENTITY, "risk difference"),
  PR(Kind.PROPORTION, BackTransformation.IDENTITY, "proportion"),
  PLN(Kind.PROPORTION, BackTransformation.EXPONENTIAL, "log proportion"),
  PLO(Kind.PROPORTION, BackTransformation.LOGISTIC, "logit of a proportion"),
  PAS(Kind.PROPORTION, BackTransformation.ARCSINE, "arcsine of a proportion's root"),
  PFT(Kind.PROPORTION, BackTransformation.FREEMAN_TUKEY, "double arcsine of a proportion"),
  IRR(Kind.RATE, BackTransformation.EXPONENTIAL, "log incidence rate ratio"),
  IRD(Kind.RATE, BackTransformation.IDENTITY, "incidence rate difference"),
  IRSD(Kind.RATE, BackTransformation.IDENTITY, "difference of root rates"),
  MD(Kind.MEANS, BackTransformation.IDENTITY, "mean difference, in the unit of the table"),
  SMD(Kind.MEANS, BackTransformation.IDENTITY, "standardized mean difference"),
  SMDH(Kind.MEANS, BackTransformation.IDENTITY, "standardized mean difference, unequal variances"),
  ROM(Kind.MEANS, BackTransformation.EXPONENTIAL, "log ratio of means"),
  COR(Kind.CORRELATION, BackTransformation.IDENTITY, "correlation"),
  ZCOR(Kind.CORRELATION, BackTransformation.HYPERBOLIC_TANGENT, "Fisher's z of a correlation"),
  GEN(Kind.GIVEN, BackTransformation.IDENTITY, "effect as given");

  /// Which columns a row has: one of several sets.
  enum Kind {
    TABLE,
    PROPORTION,
    RATE,
    MEANS,
    CORRELATION,
    GIVEN;

    List<List<String>> columns() {
      return switch (this) {
        case TABLE -> List.of(List.of("ai", "bi", "ci", "di"), List.of("ai", "n1i", "ci", "n2i"));
        case PROPORTION -> List.of(List.of("xi", "ni"), List.of("xi", "mi"));
        case RATE -> List.of(List.of("x1i", "t1i", "x2i", "t2i"));
        case MEANS -> List.of(List.of("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"));
        case CORRELATION -> List.of(List.of("ri", "ni"));
        case GIVEN ->
            List.of(List.of("yi", "vi"), List.of("yi", "sei"), List.of("yi", "ci.lb", "ci.ub"));
      };
    }
  }

  private final Kind kind;
  private final BackTransformation back;
  private final String words;

  MetaMeasure(Kind kind, BackTransformation back, String words) {
    this.kind = kind;
    this.back = back;
    this.words = words;
  }

  Kind kind() {
    return kind;
  }

  BackTransformation back() {
    return back;
  }

  String words() {
    return words;
  }

  static MetaMeasure parse(String text) {
    try {
      return valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new WrongUse(
          "--measure '" + text + "' is not known. Known: " + Arrays.toString(values()) + ".");
    }
  }
}
