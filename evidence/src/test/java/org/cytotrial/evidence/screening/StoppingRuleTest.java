package org.cytotrial.evidence.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cytotrial.evidence.screening.StoppingAdvice.Verdict;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;

/// The stopping rule on orders that were made up.
class StoppingRuleTest {
  private static StoppingAdvice after(int records, int relevantFirst, int irrelevantThen) {
    StoppingRule rule = StoppingRule.usual(records);
    for (int i = 0; i < relevantFirst; i++) {
      rule.observe(true);
    }
    for (int i = 0; i < irrelevantThen; i++) {
      rule.observe(false);
    }
    return rule.advice();
  }

  /// Of 40 found and three left, the chance to meet none in s of N is C(N − s, 3)/C(N, 3).
  @Test
  void stopsWhenTheHypergeometricChanceFallsBelowTheRisk() {
    int rest = 960;
    int s = 0;
    double chance = 1;
    while (chance >= 0.05) {
      double left = rest - ++s;
      chance = left * (left - 1) * (left - 2) / ((double) rest * (rest - 1) * (rest - 2));
    }
    assertEquals(Verdict.GO_ON, after(1000, 40, s - 1).verdict());
    StoppingAdvice advice = after(1000, 40, s);
    assertEquals(Verdict.MAY_STOP, advice.verdict());
    assertEquals(42, advice.relevantAtMost());
    assertEquals(40.0 / 42, advice.recallAtLeast(), 1e-12);
  }

  @Test
  void fewRelevantRecordsCannotBeCertified() {
    assertEquals(Verdict.CANNOT_CERTIFY, after(1000, 9, 980).verdict());
    assertEquals(Verdict.MAY_STOP, after(1000, 9, 991).verdict());
    assertEquals(1, after(1000, 9, 991).recallAtLeast(), 0);
  }

  @Test
  void atTheStartNothingIsKnown() {
    StoppingAdvice advice = StoppingRule.usual(100).advice();
    assertEquals(0, advice.recallAtLeast(), 0);
    assertEquals(100, advice.relevantAtMost());
  }

  @Test
  void theBoundHoldsInRandomOrderAtAFixedPlace() {
    RandomStream random = new Seed(3).stream(0, "made-up order");
    int wrong = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      StoppingRule rule = StoppingRule.usual(400);
      int relevant = 60;
      for (int i = 0; i < 200; i++) {
        boolean hit = random.nextUniform() * (400 - i) < relevant;
        relevant -= hit ? 1 : 0;
        rule.observe(hit);
      }
      wrong += rule.advice().relevantAtMost() < 60 ? 1 : 0;
    }
    int seen = wrong;
    assertTrue(wrong <= 0.25 * runs, () -> seen + " of " + runs + " bounds were too low");
  }
}
