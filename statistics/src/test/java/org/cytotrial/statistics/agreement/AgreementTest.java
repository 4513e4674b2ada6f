package org.cytotrial.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// κ and AC1 on the tables of textbooks and papers.
class AgreementTest {
  /// Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (3rd ed.), table 18.1:
  /// overall kappa 0.68 (0.676), standard error for an interval 0.087 (section 18.1).
  @Test
  void fleissLevinPaikTable18Point1() {
    var table = new RatingTable(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}});
    Agreement kappa = CohenKappa.of(table);
    assertEquals(0.676, kappa.estimate(), 5e-4);
    assertEquals(0.087, kappa.standardError(), 1e-3);
  }

  /// The paradox of Gwet: 125 things, 94.4 % agreement, kappa below 0 (-0.023), AC1 0.941.
  @Test
  void gwetsParadox() {
    var table = new RatingTable(new int[][] {{118, 5}, {2, 0}});
    assertEquals(-0.023, CohenKappa.of(table).estimate(), 1e-3);
    assertEquals(0.941, GwetAc1.of(table).estimate(), 5e-4);
  }

  /// The variances against a jackknife over the things rated, which knows none of the formulas.
  @Test
  void standardErrorsAgreeWithTheJackknife() {
    int[][] counts = {{140, 12, 5}, {9, 60, 3}, {4, 6, 61}};
    var table = new RatingTable(counts);
    double n = table.total();
    double[] squares = new double[2];
    double kappa = CohenKappa.of(table).estimate();
    double ac1 = GwetAc1.of(table).estimate();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        counts[i][j]--;
        var without = new RatingTable(counts);
        counts[i][j]++;
        squares[0] += counts[i][j] * Math.pow(CohenKappa.of(without).estimate() - kappa, 2);
        squares[1] += counts[i][j] * Math.pow(GwetAc1.of(without).estimate() - ac1, 2);
      }
    }
    double scale = (n - 1) / n;
    assertEquals(Math.sqrt(scale * squares[0]), CohenKappa.of(table).standardError(), 1e-3);
    assertEquals(Math.sqrt(scale * squares[1]), GwetAc1.of(table).standardError(), 1e-3);
  }

  @Test
  void perfectAndMissingAgreement() {
    var perfect = new RatingTable(new int[][] {{10, 0}, {0, 5}});
    assertEquals(1, CohenKappa.of(perfect).estimate(), 1e-12);
    assertEquals(1, GwetAc1.of(perfect).interval(0.95).upper(), 1e-12);
    assertFalse(CohenKappa.of(new RatingTable(new int[][] {{7, 0}, {0, 0}})).exists());
    assertThrows(
        IllegalArgumentException.class, () -> new RatingTable(new int[][] {{0, 0}, {0, 0}}));
    assertThrows(IllegalArgumentException.class, () -> new RatingTable(new int[][] {{1}, {2, 3}}));
  }
}
