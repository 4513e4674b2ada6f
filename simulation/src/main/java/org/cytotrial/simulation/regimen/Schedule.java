package org.cytotrial.simulation.regimen;

import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression;

/// A regimen as data: what a study's arm and a scenario table both become.
///
/// @param name for people
/// @param series in order; actions at the same time happen in this order
/// @param productRow parameter values of the engineered product in the slot, loaded at time 0
/// @param overrides parameters set at time 0, after the product row, from the patient's own
///   parameters
public record Schedule(
    String name,
    List<Series> series,
    Map<String, Double> productRow,
    Map<String, Expression> overrides) {
  public Schedule {
    series = List.copyOf(series);
    productRow = Map.copyOf(productRow);
    overrides = Map.copyOf(overrides);
  }

  /// No treatment.
  public static Schedule none(String name) {
    return new Schedule(name, List.of(), Map.of(), Map.of());
  }
}
