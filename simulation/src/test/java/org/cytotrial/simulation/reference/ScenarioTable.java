package org.cytotrial.simulation.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.Condition;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.regimen.Series;
import org.cytotrial.simulation.regimen.TimePattern;

/// `scenario_events.csv` of the specification (section 11.2), read into the program's own
/// schedules.
public final class ScenarioTable {
  private final Map<String, Schedule> schedules = new LinkedHashMap<>();

  public ScenarioTable(Ledger ledger) {
    Map<String, List<NamedCsvRecord>> rows = new LinkedHashMap<>();
    try (var in = ScenarioTable.class.getResourceAsStream("scenario_events.csv");
        var reader =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.forEach(
          r -> rows.computeIfAbsent(r.getField("scenario"), _ -> new ArrayList<>()).add(r));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.forEach((name, list) -> schedules.put(name, schedule(name, list, ledger)));
  }

  public Map<String, Schedule> schedules() {
    return schedules;
  }

  public Schedule schedule(String name) {
    return java.util.Objects.requireNonNull(schedules.get(name), name);
  }

  private static Schedule schedule(String name, List<NamedCsvRecord> rows, Ledger ledger) {
    List<Series> series = new ArrayList<>();
    Map<String, Double> productRow = new LinkedHashMap<>();
    Map<String, Expression> overrides = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows) {
      if (!row.getField("slot_row").isEmpty()) {
        for (LedgerEntry entry : ledger.productRow(row.getField("slot_row")).entries()) {
          productRow.put(entry.id().substring(entry.id().indexOf('.') + 1), entry.value());
        }
      }
      for (String override : row.getField("param_overrides").split(";", -1)) {
        if (!override.isBlank()) {
          String[] sides = override.split("=", -1);
          overrides.put(sides[0].strip(), Expression.parse(sides[1]));
        }
      }
      if (!row.getField("op").equals("none")) {
        series.add(series(row));
      }
    }
    return new Schedule(name, series, productRow, overrides);
  }

  private static Series series(NamedCsvRecord row) {
    String hold = row.getField("hold_rule");
    String stop = row.getField("stop_after");
    String condition = row.getField("condition");
    boolean holds = !hold.isEmpty() && !hold.equals("none");
    String times = row.getField("times");
    return new Series(
        row.getField("drug"),
        Series.Operation.valueOf(row.getField("op").toUpperCase(java.util.Locale.ROOT)),
        row.getField("target"),
        Expression.parse(row.getField("amount")),
        Rational.ZERO,
        TimePattern.parse(times),
        holds ? Optional.of("hold_" + hold) : Optional.empty(),
        stop.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) Double.parseDouble(stop)),
        condition.isEmpty() ? Optional.empty() : Optional.of(Condition.parse(condition)));
  }
}
