package org.cytotrial.statistics.meta;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What it costs to stop the search for τ² where metafor's default stops, over the data sets of
/// golden/metafor.json: docs/decisions/0018 has the figures that this prints.
class StopCostTest {
  private static final List<HeterogeneityMethod> SEARCHED =
      List.of(
          HeterogeneityMethod.EB,
          HeterogeneityMethod.REML,
          HeterogeneityMethod.ML,
          HeterogeneityMethod.PM);

  @Test
  void theUsualStopMovesEstimatesByLessThanHalfAStandardError() {
    List<StudyEffects> sets = new ArrayList<>();
    for (JsonNode each : SharedReview.json("golden/metafor.json").get("cases")) {
      if (each.has("fits")) {
        sets.add(
            StudyEffects.of(
                GoldenData.effects(
                    each.get("dataset").asString(), each.get("measure").asString())));
      }
    }
    for (HeterogeneityMethod method : SEARCHED) {
      List<Double> moved = new ArrayList<>();
      double worstError = 0;
      for (StudyEffects studies : sets) {
        Coefficient exact = pooled(studies, method, Search.exact());
        Coefficient stopped = pooled(studies, method, Search.Stopped.usual());
        double error = exact.standardError();
        moved.add(Math.abs(stopped.estimate() - exact.estimate()) / error);
        worstError = Math.max(worstError, Math.abs(stopped.standardError() / error - 1));
      }
      moved.sort(null);
      System.out.printf(
          "GOLDEN stop %s, %d sets: moves the estimate by %.1g standard errors (median), %.3f"
              + " (worst); the standard error by %.1f %% (worst)%n",
          method, sets.size(), moved.get(moved.size() / 2), moved.getLast(), 100 * worstError);
      assertTrue(moved.getLast() < 0.5, method.name());
    }
  }

  private static Coefficient pooled(
      StudyEffects studies, HeterogeneityMethod method, Search search) {
    return RandomEffects.fit(studies, method, search, TestMethod.Z, 0.95).pooled();
  }
}
