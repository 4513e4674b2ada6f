package org.cytotrial.simulation.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.regimen.Series;
import org.cytotrial.simulation.regimen.TimePattern;

/// Schedules for tests.
public final class Doses {
  private Doses() {}

  /// Boluses of one drug.
  ///
  /// @param amount formula in the unit of the target
  /// @param times as in a scenario table
  public static Schedule bolus(String target, String amount, String times) {
    return new Schedule(
        "bolus", List.of(series(target, amount, times, Optional.empty())), Map.of(), Map.of());
  }

  /// The same, held by a rule.
  public static Schedule held(String target, String amount, String times, String rule) {
    return new Schedule(
        "held", List.of(series(target, amount, times, Optional.of(rule))), Map.of(), Map.of());
  }

  private static Series series(String target, String amount, String times, Optional<String> rule) {
    return new Series(
        "drug",
        Series.Operation.ADD,
        target,
        Expression.parse(amount),
        Rational.ZERO,
        TimePattern.parse(times),
        rule,
        OptionalInt.empty(),
        Optional.empty());
  }

  /// The same schedule with the parameters of a product row.
  public static Schedule withProduct(Schedule schedule, String row) {
    Map<String, Double> values = new HashMap<>();
    for (LedgerEntry entry : Reference.LEDGER.productRow(row).entries()) {
      values.put(entry.id().substring(entry.id().indexOf('.') + 1), entry.value());
    }
    return new Schedule(schedule.name(), schedule.series(), values, schedule.overrides());
  }

  /// The same schedule as infusions.
  public static Schedule infused(Schedule schedule, Rational duration) {
    List<Series> series = new ArrayList<>();
    for (Series s : schedule.series()) {
      series.add(
          new Series(
              s.drug(),
              s.operation(),
              s.target(),
              s.amount(),
              duration,
              s.times(),
              s.holdRule(),
              s.stopAfter(),
              s.condition()));
    }
    return new Schedule(schedule.name(), series, schedule.productRow(), schedule.overrides());
  }
}
