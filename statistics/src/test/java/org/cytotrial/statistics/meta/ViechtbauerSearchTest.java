package org.cytotrial.statistics.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Fisher scoring as in Viechtbauer 2005 and metafor: it ends near the root, at the root when it is
/// told to go on, and says when it does not end.
class ViechtbauerSearchTest {
  private static final List<HeterogeneityMethod> SEARCHED =
      List.of(
          HeterogeneityMethod.ML,
          HeterogeneityMethod.REML,
          HeterogeneityMethod.EB,
          HeterogeneityMethod.PM);
  private static final StudyEffects STUDIES =
      StudyEffects.of(
          new double[] {-0.9, -1.6, -0.3, 0.4, -0.1, -0.8, 0.1},
          new double[] {0.33, 0.19, 0.01, 0.02, 0.05, 0.006, 0.27});

  private static Search.Stopped search(double threshold, double stepadj, int maxiter) {
    return new Search.Stopped(threshold, stepadj, maxiter, threshold);
  }

  @Test
  void aTightSearchFindsTheRoot() {
    for (HeterogeneityMethod method : SEARCHED) {
      for (double stepadj : new double[] {1, 0.5}) {
        double exact = method.estimate(STUDIES).tau2();
        double found = method.estimate(STUDIES, search(1e-13, stepadj, 10_000)).tau2();
        assertEquals(exact, found, 1e-10, method + " " + stepadj);
      }
    }
  }

  @Test
  void theUsualSearchStopsShortOfTheRoot() {
    for (HeterogeneityMethod method : SEARCHED) {
      double exact = method.estimate(STUDIES).tau2();
      double stopped = method.estimate(STUDIES, Search.Stopped.usual()).tau2();
      assertEquals(exact, stopped, 1e-4, method.name());
      assertTrue(exact != stopped, method.name());
    }
  }

  @Test
  void aSearchThatDoesNotEndHasNoResult() {
    for (HeterogeneityMethod method : SEARCHED) {
      var e =
          assertThrows(
              ArithmeticException.class,
              () -> method.estimate(STUDIES, search(1e-12, 1, 2)),
              method.name());
      assertTrue(e.toString().contains("maxiter"), e::toString);
    }
  }

  @Test
  void methodsWithClosedFormsDoNotSearch() {
    for (HeterogeneityMethod method : HeterogeneityMethod.values()) {
      if (!SEARCHED.contains(method)) {
        assertEquals(
            method.estimate(STUDIES), method.estimate(STUDIES, search(1, 0.1, 1)), method.name());
      }
    }
  }

  @Test
  void noHeterogeneityIsZeroByEverySearch() {
    StudyEffects same = StudyEffects.of(new double[] {0.3, 0.3, 0.3}, new double[] {0.1, 0.2, 0.3});
    for (HeterogeneityMethod method : SEARCHED) {
      assertEquals(0, method.estimate(same, Search.Stopped.usual()).tau2(), method.name());
    }
  }

  @Test
  void controlsThatMeanNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> search(0, 1, 100));
    assertThrows(IllegalArgumentException.class, () -> search(1e-5, 1.5, 100));
    assertThrows(IllegalArgumentException.class, () -> search(1e-5, 1, 0));
  }
}
