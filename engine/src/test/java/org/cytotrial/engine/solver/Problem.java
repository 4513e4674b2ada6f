package org.cytotrial.engine.solver;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/// An initial value problem that carries its own exact solution; every method is tested on all of
/// them.
///
/// @param system a fresh system for one run
/// @param end of the interval from 0; the solution also exists from -1 to 0
/// @param steps coarsest number of equal steps at which the order shows
record Problem(
    String name,
    Supplier<OdeSystem> system,
    DoubleFunction<double[]> exact,
    double end,
    int steps) {
  @Override
  public String toString() {
    return name;
  }

  static List<Problem> all() {
    return List.of(
        new Problem(
            "spiral onto the unit circle",
            Problem::spiral,
            t -> {
              double radius = 1 / Math.sqrt(1 + 3 * Math.exp(-2 * t));
              return new double[] {radius * Math.cos(t), radius * Math.sin(t)};
            },
            2,
            8),
        new Problem(
            "logistic growth",
            Problem::logistic,
            t -> new double[] {1 / (1 + 3 * Math.exp(-2 * t))},
            2,
            8),
        new Problem(
            "y' = y cos t", Problem::cosine, t -> new double[] {Math.exp(Math.sin(t))}, 2, 8),
        new Problem(
            "y1 = exp(sin t²), y2 = exp(cos t²), coupled through time",
            Problem::coupledThroughTime,
            t -> new double[] {Math.exp(Math.sin(t * t)), Math.exp(Math.cos(t * t))},
            1.5,
            16),
        new Problem(
            "logistic growth y, followed by y² at rate 1e10",
            () -> follower(1e10),
            t -> {
              double y = 1 / (1 + 3 * Math.exp(-2 * t));
              return new double[] {y, y * y};
            },
            2,
            8));
  }

  /// Kaps' problem (Dekker & Verwer 1984, Stability of Runge-Kutta Methods for Stiff Nonlinear
  /// Differential Equations, p. 5).
  static Problem kaps() {
    return new Problem(
        "Kaps, stiff with eigenvalue -1e6",
        () -> kaps(1e6),
        t -> new double[] {Math.exp(-2 * t), Math.exp(-t)},
        1,
        4);
  }

  /// Prothero & Robinson 1974 (doi:10.1090/S0025-5718-1974-0331793-2), y' = -λ (y - cos t) - sin t:
  /// stiff, and driven by time.
  static Problem protheroRobinson(double lambda) {
    return new Problem(
        "Prothero-Robinson, λ = " + lambda,
        () ->
            new DenseSystem(1) {
              @Override
              public void derivative(double t, double[] y, double[] f) {
                f[0] = -lambda * (y[0] - Math.cos(t)) - Math.sin(t);
              }

              @Override
              void jacobian(double t, double[] y, double[][] j) {
                j[0][0] = -lambda;
              }

              @Override
              public boolean dependsOnTime() {
                return true;
              }

              @Override
              public void byTime(double t, double[] y, double[] ft) {
                ft[0] = -lambda * Math.sin(t) - Math.cos(t);
              }
            },
        t -> new double[] {Math.cos(t)},
        2,
        8);
  }

  /// y' = y², y(0) = 1: infinite at t = 1.
  static OdeSystem blowUp() {
    return new DenseSystem(1) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = y[0] * y[0];
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][0] = 2 * y[0];
      }
    };
  }

  /// y'' = -y from y = 1 at rest.
  static Problem harmonic() {
    return new Problem(
        "oscillator", Problem::oscillator, t -> new double[] {Math.cos(t), -Math.sin(t)}, 2, 8);
  }

  private static OdeSystem spiral() {
    return new DenseSystem(2) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        double growth = 1 - y[0] * y[0] - y[1] * y[1];
        f[0] = growth * y[0] - y[1];
        f[1] = growth * y[1] + y[0];
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        double growth = 1 - y[0] * y[0] - y[1] * y[1];
        j[0][0] = growth - 2 * y[0] * y[0];
        j[0][1] = -2 * y[0] * y[1] - 1;
        j[1][0] = -2 * y[0] * y[1] + 1;
        j[1][1] = growth - 2 * y[1] * y[1];
      }
    };
  }

  private static OdeSystem oscillator() {
    return new DenseSystem(2) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = y[1];
        f[1] = -y[0];
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][1] = 1;
        j[1][0] = -1;
      }
    };
  }

  private static OdeSystem logistic() {
    return new DenseSystem(1) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = 2 * y[0] * (1 - y[0]);
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][0] = 2 - 4 * y[0];
      }
    };
  }

  private static OdeSystem cosine() {
    return new DenseSystem(1) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = y[0] * Math.cos(t);
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][0] = Math.cos(t);
      }

      @Override
      public boolean dependsOnTime() {
        return true;
      }

      @Override
      public void byTime(double t, double[] y, double[] ft) {
        ft[0] = -y[0] * Math.sin(t);
      }
    };
  }

  private static OdeSystem coupledThroughTime() {
    return new DenseSystem(2) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = 2 * t * y[0] * Math.log(y[1]);
        f[1] = -2 * t * y[1] * Math.log(y[0]);
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][0] = 2 * t * Math.log(y[1]);
        j[0][1] = 2 * t * y[0] / y[1];
        j[1][0] = -2 * t * y[1] / y[0];
        j[1][1] = -2 * t * Math.log(y[0]);
      }

      @Override
      public boolean dependsOnTime() {
        return true;
      }

      @Override
      public void byTime(double t, double[] y, double[] ft) {
        ft[0] = 2 * y[0] * Math.log(y[1]);
        ft[1] = -2 * y[1] * Math.log(y[0]);
      }
    };
  }

  private static OdeSystem follower(double rate) {
    return new DenseSystem(2) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = 2 * y[0] * (1 - y[0]);
        f[1] = -rate * (y[1] - y[0] * y[0]) + 2 * y[0] * f[0];
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][0] = 2 - 4 * y[0];
        j[1][0] = 2 * rate * y[0] + 8 * y[0] - 12 * y[0] * y[0];
        j[1][1] = -rate;
      }
    };
  }

  private static OdeSystem kaps(double stiffness) {
    return new DenseSystem(2) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = -(stiffness + 2) * y[0] + stiffness * y[1] * y[1];
        f[1] = y[0] - y[1] - y[1] * y[1];
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][0] = -(stiffness + 2);
        j[0][1] = 2 * stiffness * y[1];
        j[1][0] = 1;
        j[1][1] = -1 - 2 * y[1];
      }
    };
  }
}
