package org.cytotrial.evidence.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Screens records whose labels are known as if they were not: one at a time, the model brought up
/// to date after each.
public final class ScreeningReplay {
  private ScreeningReplay() {}

  /// The rows in the order shown, without the priors.
  ///
  /// @param priors rows whose labels the model knows from the start
  /// @param label whether a row is relevant; asked once a row, when it is shown
  /// @param relevant how many relevant rows to show before the end; more than there are shows all
  public static List<Integer> run(
      ScreeningModel model, List<Integer> priors, IntPredicate label, int relevant) {
    for (int row : priors) {
      model.observe(row, label.test(row));
    }
    List<Integer> shown = new ArrayList<>();
    int found = 0;
    while (found < relevant) {
      OptionalInt next = model.next();
      if (next.isEmpty()) {
        break;
      }
      int row = next.getAsInt();
      shown.add(row);
      boolean isRelevant = label.test(row);
      found += isRelevant ? 1 : 0;
      model.observe(row, isRelevant);
    }
    return shown;
  }
}
