package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cytotrial.evidence.synthesis.Analysis.Command;
import org.cytotrial.statistics.meta.Coefficient;
import org.cytotrial.statistics.meta.RandomEffects;

/// Meta-regression of logits on the dose, among the arms whose dose is a number in the commonest
/// unit of the pool.
///
/// @param column of the exported table
/// @param unit as in `IU per_kg`; per week for the weekly dose
/// @param arms with a value
/// @param slope of the logit for one unit more
/// @param r2 the share of τ² explained, in %
public record DoseRegression(
    Command command, String column, String unit, int arms, Coefficient slope, double r2) {
  static final List<String> COLUMNS = List.of("dose", "dose_per_week");

  static List<DoseRegression> of(String file, List<PoolRow> rows, List<String> notDone) {
    List<DoseRegression> done = new ArrayList<>();
    for (String column : COLUMNS) {
      try {
        done.add(fit(file, rows, column));
      } catch (ArithmeticException e) {
        notDone.add("Regression on " + column + ": " + e.getMessage() + ".");
      }
    }
    return List.copyOf(done);
  }

  /// @throws ArithmeticException if there are too few arms, or no result
  private static DoseRegression fit(String file, List<PoolRow> rows, String column) {
    String unit = unit(rows);
    List<PoolRow> known = rows.stream().filter(r -> value(r, column, unit).isPresent()).toList();
    double[] doses =
        known.stream().mapToDouble(r -> value(r, column, unit).getAsDouble()).toArray();
    long different = Arrays.stream(doses).distinct().count();
    if (known.size() < PoolChecks.FEWEST_FOR_BIAS || different < 2) {
      throw new ArithmeticException(
          "%d arms have it as a number in %s, with %d different values; at least 10 arms and 2 values are wanted"
              .formatted(known.size(), unit, different));
    }
    RandomEffects fit =
        PoolChecks.regression(
            Pooling.logits(known.stream().map(PoolRow::weighted).toList())
                .withModerator(column, doses));
    List<String> arguments =
        List.of("--measure", "PLO", "--method", "REML", "--test", "knha", "--mods", column);
    return new DoseRegression(
        new Command(file, arguments),
        column,
        unit,
        known.size(),
        fit.coefficients().get(1),
        fit.r2().orElse(Double.NaN));
  }

  /// The commonest unit; the first in alphabetical order among equals.
  static String unit(List<PoolRow> rows) {
    Map<String, Long> units =
        rows.stream()
            .map(DoseRegression::unit)
            .filter(u -> !u.isBlank())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return units.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("any unit");
  }

  private static String unit(PoolRow row) {
    return (row.arm().cell("dose_unit") + " " + row.arm().cell("dose_basis")).strip();
  }

  /// Empty where the dose is words, or in another unit.
  static OptionalDouble value(PoolRow row, String column, String unit) {
    if (!unit(row).equals(unit)) {
      return OptionalDouble.empty();
    }
    OptionalDouble dose = number(row, "dose_value");
    if (column.equals("dose")) {
      return dose;
    }
    OptionalDouble doses = number(row, "doses_per_cycle");
    OptionalDouble days = number(row, "cycle_days");
    return dose.isPresent() && doses.isPresent() && days.orElse(0) > 0
        ? OptionalDouble.of(dose.getAsDouble() * doses.getAsDouble() * 7 / days.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble number(PoolRow row, String column) {
    String text = row.arm().cell(column);
    return text.matches("\\d+(\\.\\d+)?([eE]\\d+)?")
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }
}
