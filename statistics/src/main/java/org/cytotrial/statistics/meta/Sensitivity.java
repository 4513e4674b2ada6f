package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What pooling gives without each study, and as studies come in: Lau et al. 1992
/// (doi:10.1056/NEJM199207233270406).
public final class Sensitivity {
  private Sensitivity() {}

  /// One fit without each study, in their order.
  ///
  /// @throws ArithmeticException if there is only one study
  public static List<RandomEffects> leaveOneOut(
      StudyEffects studies, Function<StudyEffects, RandomEffects> fit) {
    if (studies.k() < 2) {
      throw new ArithmeticException("Nothing is left when the only study is left out.");
    }
    List<RandomEffects> fits = new ArrayList<>();
    for (int i = 0; i < studies.k(); i++) {
      int left = i;
      fits.add(
          fit.apply(studies.at(IntStream.range(0, studies.k()).filter(j -> j != left).toArray())));
    }
    return fits;
  }

  /// One fit of the first, the first two, and so on.
  public static List<RandomEffects> cumulative(
      StudyEffects studies, Function<StudyEffects, RandomEffects> fit) {
    return IntStream.rangeClosed(1, studies.k())
        .mapToObj(n -> fit.apply(studies.at(IntStream.range(0, n).toArray())))
        .toList();
  }
}
