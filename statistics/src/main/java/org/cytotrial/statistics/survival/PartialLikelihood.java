package org.cytotrial.statistics.survival;

/// The logarithm of Cox's partial likelihood with its first and second derivatives, in one pass
/// from the last time to the first.
final class PartialLikelihood {
  private final PatientTimes patients;
  private final CoxModel.Ties ties;

  PartialLikelihood(PatientTimes patients, CoxModel.Ties ties) {
    this.patients = patients;
    this.ties = ties;
  }

  /// Value, gradient and negative second derivatives at a place.
  static final class Point {
    private double value;
    private final double[] gradient;
    private final double[][] information;

    private Point(int p) {
      gradient = new double[p];
      information = new double[p][p];
    }

    double value() {
      return value;
    }

    double[] gradient() {
      return gradient;
    }

    double[][] information() {
      return information;
    }
  }

  /// Sums of weights exp(x·β), and of x and xx′ with these weights.
  private static final class Sums {
    private double weight;
    private final double[] first;
    private final double[][] second;

    Sums(int p) {
      first = new double[p];
      second = new double[p][p];
    }

    void add(double[] x, double w) {
      weight += w;
      for (int a = 0; a < x.length; a++) {
        first[a] += w * x[a];
        for (int b = 0; b <= a; b++) {
          second[a][b] += w * x[a] * x[b];
        }
      }
    }
  }

  Point at(double[] beta) {
    int p = beta.length;
    Point point = new Point(p);
    Sums atRisk = new Sums(p);
    int n = patients.patients();
    for (int from = 0; from < n; ) {
      Sums died = new Sums(p);
      int deaths = 0;
      int to = from;
      while (to < n && patients.time(to) == patients.time(from)) {
        double[] x = patients.x(to);
        double linear = 0;
        for (int a = 0; a < p; a++) {
          linear += x[a] * beta[a];
        }
        double w = Math.exp(linear);
        atRisk.add(x, w);
        if (patients.event(to)) {
          deaths++;
          died.add(x, w);
          point.value += linear;
          for (int a = 0; a < p; a++) {
            point.gradient[a] += x[a];
          }
        }
        to++;
      }
      for (int d = 0; d < deaths; d++) {
        subtract(point, atRisk, died, ties == CoxModel.Ties.EFRON ? d / (double) deaths : 0);
      }
      from = to;
    }
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < a; b++) {
        point.information[b][a] = point.information[a][b];
      }
    }
    return point;
  }

  /// One event's risk set, from which a share of those who die at the same time is gone already.
  private static void subtract(Point point, Sums atRisk, Sums died, double share) {
    double weight = atRisk.weight - share * died.weight;
    point.value -= Math.log(weight);
    for (int a = 0; a < point.gradient.length; a++) {
      double mean = (atRisk.first[a] - share * died.first[a]) / weight;
      point.gradient[a] -= mean;
      for (int b = 0; b <= a; b++) {
        double other = (atRisk.first[b] - share * died.first[b]) / weight;
        point.information[a][b] +=
            (atRisk.second[a][b] - share * died.second[a][b]) / weight - mean * other;
      }
    }
  }
}
