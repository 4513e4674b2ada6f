package org.cytotrial.statistics.meta;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which columns of which data frame the cases of metafor.json were made from.
final class GoldenData {
  private static final Map<String, List<String>> TABLES =
      Map.ofEntries(
          Map.entry("dat.bcg", List.of("tpos", "n1", "cpos", "n2")),
          Map.entry("dat.yusuf1985", List.of("ai", "n1i", "ci", "n2i")),
          Map.entry("dat.collins1985b", List.of("pre.xti", "pre.nti", "pre.xci", "pre.nci")),
          Map.entry("dat.nielweise2007", List.of("ai", "n1i", "ci", "n2i")),
          Map.entry("dat.hine1989", List.of("ai", "n1i", "ci", "n2i")),
          Map.entry("dat.linde2005", List.of("ai", "n1i", "ci", "n2i")),
          Map.entry("dat.egger2001", List.of("ai", "n1i", "ci", "n2i")),
          Map.entry("dat.li2007", List.of("ai", "n1i", "ci", "n2i")),
          Map.entry(
              "dat.axfors2021",
              List.of("hcq_arm_event", "hcq_arm_total", "control_arm_event", "control_arm_total")),
          Map.entry("dat.fine1993", List.of("e1i", "nei", "c1i", "nci")),
          Map.entry("dat.greb2008", List.of("Ee", "Ne", "Ec", "Nc")));
  private static final Map<String, List<String>> PROPORTIONS =
      Map.of(
          "dat.pritz1997", List.of("xi", "ni"),
          "dat.debruin2009", List.of("xi", "ni"),
          "dat.hannum2020", List.of("xi", "ni"),
          "dat.crisafulli2020", List.of("cases", "total"),
          "dat.ursino2021", List.of("events", "total"),
          "dat.roever2022", List.of("events", "total"));

  private GoldenData() {}

  static List<TwoByTwo> tables(String dataset) {
    return rows(dataset, TABLES.getOrDefault(dataset, List.of())).stream()
        .map(r -> TwoByTwo.ofTotals(r[0], r[1], r[2], r[3]))
        .toList();
  }

  static List<Proportion> proportions(String dataset) {
    return rows(dataset, PROPORTIONS.getOrDefault(dataset, List.of())).stream()
        .map(r -> new Proportion(r[0], r[1]))
        .toList();
  }

  /// The effects of a case.
  static List<EffectEstimate> effects(String dataset, String measure) {
    return switch (measure) {
      case "OR" -> mended(tables(dataset), TwoByTwo::oddsRatio);
      case "RR" -> mended(tables(dataset), TwoByTwo::riskRatio);
      case "RD" -> mended(tables(dataset), TwoByTwo::riskDifference);
      case "PR" -> mended(proportions(dataset), Proportion::raw);
      case "PLN" -> mended(proportions(dataset), Proportion::log);
      case "PLO" -> mended(proportions(dataset), Proportion::logit);
      case "PAS" -> proportions(dataset).stream().map(Proportion::arcsine).toList();
      case "PFT" -> proportions(dataset).stream().map(Proportion::doubleArcsine).toList();
      case "IRR" -> mended(rates(dataset), PersonTime::rateRatio);
      case "IRD" -> mended(rates(dataset), PersonTime::rateDifference);
      case "IRSD" -> rates(dataset).stream().map(PersonTime::squareRootRateDifference).toList();
      case "MD" -> means(dataset, TwoMeans::meanDifference);
      case "SMD" -> means(dataset, TwoMeans::standardizedMeanDifference);
      case "SMDH" -> means(dataset, TwoMeans::heteroscedasticMeanDifference);
      case "ROM" -> means(dataset, TwoMeans::ratioOfMeans);
      case "ZCOR" ->
          given(dataset, List.of("ri", "ni"), r -> new Correlation(r[0], r[1]).fisherZ());
      case "HR(O-E)/V" ->
          given(dataset, List.of("OmE", "V"), r -> new EffectEstimate(r[0] / r[1], 1 / r[1]));
      case "lnHR" ->
          given(dataset, List.of("lnHR", "selnHR"), r -> new EffectEstimate(r[0], r[1] * r[1]));
      case "risk" ->
          given(dataset, List.of("yi", "sei"), r -> new EffectEstimate(r[0], r[1] * r[1]));
      case "lnOR" -> given(dataset, List.of("yi", "vi"), r -> new EffectEstimate(r[0], r[1]));
      default -> throw new IllegalArgumentException("measure " + measure);
    };
  }

  private static List<PersonTime> rates(String dataset) {
    return rows(dataset, List.of("x1i", "t1i", "x2i", "t2i")).stream()
        .map(r -> new PersonTime(r[0], r[1], r[2], r[3]))
        .toList();
  }

  private static List<EffectEstimate> means(
      String dataset, Function<TwoMeans, EffectEstimate> measure) {
    return given(
        dataset,
        List.of("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"),
        r ->
            measure.apply(
                new TwoMeans(
                    new TwoMeans.Arm(r[0], r[1], r[2]), new TwoMeans.Arm(r[3], r[4], r[5]))));
  }

  private static <T extends Counts<T>> List<EffectEstimate> mended(
      List<T> counts, Function<T, EffectEstimate> measure) {
    return ZeroCells.HALF_TO_ZERO.applyTo(counts).stream().map(measure).toList();
  }

  private static List<EffectEstimate> given(
      String dataset, List<String> columns, Function<double[], EffectEstimate> effect) {
    return rows(dataset, columns).stream().map(effect).toList();
  }

  private static List<double[]> rows(String dataset, List<String> columns) {
    return SharedReview.numbers("metadat/" + dataset + ".csv", columns.toArray(String[]::new));
  }
}
