package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The effects of k studies with their sampling variances, and the p columns of moderators they are
/// explained by.
///
/// The first column is the intercept, named `intrcpt`; without moderators it is the only one.
public final class StudyEffects {
  private static final String INTERCEPT = "intrcpt";

  private final double[] y;
  private final double[] v;
  private final double[][] x;
  private final List<String> names;

  private StudyEffects(double[] y, double[] v, double[][] x, List<String> names) {
    this.y = y;
    this.v = v;
    this.x = x;
    this.names = List.copyOf(names);
  }

  /// Studies without moderators.
  ///
  /// @throws IllegalArgumentException if there is none, or an effect or variance is not a number,
  ///   or a variance not positive
  public static StudyEffects of(List<EffectEstimate> effects) {
    return of(
        effects.stream().mapToDouble(EffectEstimate::yi).toArray(),
        effects.stream().mapToDouble(EffectEstimate::vi).toArray());
  }

  /// As [#of(List)].
  public static StudyEffects of(double[] y, double[] v) {
    if (y.length == 0 || y.length != v.length) {
      throw new IllegalArgumentException(
          y.length
              + " effects with "
              + v.length
              + " variances. Give at least one study, and both for each.");
    }
    for (int i = 0; i < y.length; i++) {
      if (!new EffectEstimate(y[i], v[i]).isDefined()) {
        throw new IllegalArgumentException(
            "Study "
                + (i + 1)
                + " has the effect "
                + y[i]
                + " with variance "
                + v[i]
                + ". A finite effect and a positive variance are needed.");
      }
    }
    double[][] x = new double[y.length][1];
    for (double[] row : x) {
      row[0] = 1;
    }
    return new StudyEffects(y.clone(), v.clone(), x, List.of(INTERCEPT));
  }

  /// The same studies with one more column of moderators.
  public StudyEffects withModerator(String name, double[] values) {
    if (values.length != k()) {
      throw new IllegalArgumentException(
          "Moderator '" + name + "' has " + values.length + " values for " + k() + " studies.");
    }
    double[][] wider = new double[k()][];
    for (int i = 0; i < k(); i++) {
      wider[i] = Arrays.copyOf(x[i], p() + 1);
      wider[i][p()] = values[i];
    }
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new StudyEffects(y, v, wider, longer);
  }

  /// The same studies with a column for each category but the first in alphabetical order
  /// (treatment contrasts).
  public StudyEffects withCategories(String name, List<String> values) {
    StudyEffects wider = this;
    for (String category : values.stream().distinct().sorted().skip(1).toList()) {
      wider =
          wider.withModerator(
              name + category,
              values.stream().mapToDouble(v -> v.equals(category) ? 1 : 0).toArray());
    }
    return wider;
  }

  /// The same studies without moderators.
  public StudyEffects withoutModerators() {
    return of(y, v);
  }

  /// The studies at these places, in this order.
  public StudyEffects at(int... places) {
    double[] someY = Arrays.stream(places).mapToDouble(i -> y[i]).toArray();
    double[] someV = Arrays.stream(places).mapToDouble(i -> v[i]).toArray();
    return new StudyEffects(
        someY, someV, Arrays.stream(places).mapToObj(i -> x[i]).toArray(double[][]::new), names);
  }

  /// The number of studies.
  public int k() {
    return y.length;
  }

  /// The number of coefficients.
  public int p() {
    return names.size();
  }

  public List<String> names() {
    return names;
  }

  public double[] effects() {
    return y.clone();
  }

  public double[] variances() {
    return v.clone();
  }

  double[] y() {
    return y;
  }

  double[] v() {
    return v;
  }

  double[][] x() {
    return x;
  }
}
