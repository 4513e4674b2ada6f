package org.cytotrial.evidence.screening;

/// The hypergeometric distribution for populations up to a size, from a table of ln k!.
final class Hypergeometric {
  private final double[] logFactorial;

  Hypergeometric(int largest) {
    logFactorial = new double[largest + 1];
    for (int k = 2; k <= largest; k++) {
      logFactorial[k] = logFactorial[k - 1] + Math.log(k);
    }
  }

  /// The probability of at most so many marked ones in a sample without replacement.
  double atMost(int k, int population, int marked, int sample) {
    double sum = 0;
    int most = Math.min(k, Math.min(marked, sample));
    for (int j = Math.max(0, sample - (population - marked)); j <= most; j++) {
      sum +=
          Math.exp(
              logChoose(marked, j)
                  + logChoose(population - marked, sample - j)
                  - logChoose(population, sample));
    }
    return Math.min(1, sum);
  }

  private double logChoose(int n, int k) {
    return logFactorial[n] - logFactorial[k] - logFactorial[n - k];
  }
}
