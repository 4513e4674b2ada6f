package org.cytotrial.benchmarks.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Time against achieved error of one solver on one workload.
///
/// @param points of increasing error
record WorkPrecision(String solver, List<Point> points) {
  /// @param micros per patient, median of the repeats
  record Point(double relative, double micros, Accuracy accuracy, long steps) {}

  WorkPrecision {
    points =
        points.stream().sorted(Comparator.comparingDouble(p -> p.accuracy().allStates())).toList();
  }

  /// Microseconds per patient at an error, linear in logarithms between the two points beside it;
  /// empty outside the measured errors.
  OptionalDouble at(double error, ToDoubleFunction<Accuracy> measure) {
    List<Point> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble(p -> measure.applyAsDouble(p.accuracy())));
    for (int i = 0; i + 1 < sorted.size(); i++) {
      double low = measure.applyAsDouble(sorted.get(i).accuracy());
      double high = measure.applyAsDouble(sorted.get(i + 1).accuracy());
      if (low <= error && error <= high) {
        double share = (Math.log(error) - Math.log(low)) / (Math.log(high) - Math.log(low));
        double a = Math.log(sorted.get(i).micros());
        double b = Math.log(sorted.get(i + 1).micros());
        return OptionalDouble.of(Math.exp(a + share * (b - a)));
      }
    }
    return OptionalDouble.empty();
  }
}
