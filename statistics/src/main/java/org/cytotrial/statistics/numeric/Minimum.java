package org.cytotrial.statistics.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// The lowest place of a smooth function of a few variables: Nelder & Mead 1965
/// (doi:10.1093/comjnl/7.4.308), started again from where it ended until nothing is gained.
public final class Minimum {
  private static final int MOST_STARTS = 40;
  private static final int MOST_STEPS = 4000;
  private static final double GAIN = 1e-12;
  private static final double SPREAD = 1e-15;

  private final double[] place;
  private final double value;
  private final boolean converged;

  private Minimum(double[] place, double value, boolean converged) {
    this.place = place;
    this.value = value;
    this.converged = converged;
  }

  public double[] place() {
    return place.clone();
  }

  public double value() {
    return value;
  }

  /// Whether the last start gained nothing; if not, the place is no minimum.
  public boolean converged() {
    return converged;
  }

  /// Searches from `start` with first steps of `scale` in each direction.
  public static Minimum of(ToDoubleFunction<double[]> f, double[] start, double[] scale) {
    Vertex best = new Vertex(start.clone(), f.applyAsDouble(start));
    double width = 1;
    for (int i = 0; i < MOST_STARTS; i++) {
      Vertex found = descend(f, best, scale, width);
      boolean still = best.value - found.value <= GAIN * (1 + Math.abs(found.value));
      best = found.value <= best.value ? found : best;
      if (still && i > 1) {
        return new Minimum(best.place, best.value, Double.isFinite(best.value));
      }
      width = Math.max(width / 4, 1e-3);
    }
    return new Minimum(best.place, best.value, false);
  }

  private static final class Vertex {
    private final double[] place;
    private final double value;

    Vertex(double[] place, double value) {
      this.place = place;
      this.value = value;
    }
  }

  private static Vertex descend(
      ToDoubleFunction<double[]> f, Vertex start, double[] scale, double width) {
    int n = scale.length;
    Vertex[] simplex = new Vertex[n + 1];
    simplex[n] = start;
    for (int i = 0; i < n; i++) {
      double[] at = start.place.clone();
      at[i] += scale[i] * width;
      simplex[i] = new Vertex(at, f.applyAsDouble(at));
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      Arrays.sort(simplex, Comparator.comparingDouble((Vertex v) -> v.value));
      double spread = simplex[n].value - simplex[0].value;
      if (spread <= SPREAD * (1 + Math.abs(simplex[0].value)) && narrow(simplex)) {
        break;
      }
      move(f, simplex);
    }
    Arrays.sort(simplex, Comparator.comparingDouble((Vertex v) -> v.value));
    return simplex[0];
  }

  private static boolean narrow(Vertex[] simplex) {
    for (int i = 0; i < simplex.length - 1; i++) {
      double size = Math.abs(simplex[0].place[i]);
      for (Vertex vertex : simplex) {
        if (Math.abs(vertex.place[i] - simplex[0].place[i]) > 1e-7 * (1e-3 + size)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void move(ToDoubleFunction<double[]> f, Vertex[] simplex) {
    int n = simplex.length - 1;
    double[] centre = new double[n];
    for (int v = 0; v < n; v++) {
      for (int i = 0; i < n; i++) {
        centre[i] += simplex[v].place[i] / n;
      }
    }
    Vertex reflected = at(f, centre, simplex[n].place, -1);
    if (reflected.value < simplex[0].value) {
      Vertex expanded = at(f, centre, simplex[n].place, -2);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[n - 1].value) {
      simplex[n] = reflected;
    } else {
      boolean outside = reflected.value < simplex[n].value;
      Vertex contracted = at(f, centre, simplex[n].place, outside ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, simplex[n].value)) {
        simplex[n] = contracted;
      } else {
        for (int v = 1; v <= n; v++) {
          simplex[v] = at(f, simplex[0].place, simplex[v].place, 0.5);
        }
      }
    }
  }

  private static Vertex at(
      ToDoubleFunction<double[]> f, double[] centre, double[] worst, double factor) {
    double[] place = new double[centre.length];
    for (int i = 0; i < place.length; i++) {
      place[i] = centre[i] + factor * (worst[i] - centre[i]);
    }
    double value = f.applyAsDouble(place);
    return new Vertex(place, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
  }
}
