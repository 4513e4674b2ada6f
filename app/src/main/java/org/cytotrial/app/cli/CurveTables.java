package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cytotrial.app.cli.DataTable.Row;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.AtRisk;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Click;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Clicked;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Problem;

/// The clicks and the numbers at risk of an arm, from two tables; what is wrong in either is
/// collected.
final class CurveTables {
  // Clicks beside the frame of a figure miss 0 and 1 by about the width of a line.
  private static final double SLIP = 0.02;
  private static final double PERCENT = 1.5;

  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<Click> clicks = new ArrayList<>();
  private final List<String> clickPlaces = new ArrayList<>();
  private final List<AtRisk> atRisk = new ArrayList<>();
  private final List<String> riskPlaces = new ArrayList<>();

  /// Reads both tables.
  CurveTables(Path curve, Path risk) throws IOException {
    read(curve, "survival").ifPresent(this::readClicks);
    read(risk, "at_risk").ifPresent(this::readAtRisk);
  }

  /// The arm.
  ///
  /// @throws WrongUse with all that is wrong in both tables
  DigitisedCurve curve(OptionalInt events, Clicked clicked) {
    boolean whole = problems.isEmpty();
    for (Problem each : DigitisedCurve.problems(clicks, atRisk, events)) {
      switch (each.part()) {
        case CLICK -> {
          if (each.row() > 0) {
            problems.add(clickPlaces.get(each.row() - 1) + ": " + each.message());
          }
        }
        case AT_RISK -> {
          // Beside a cell that could not be read its neighbours cannot be judged.
          if (whole && each.row() > 0) {
            problems.add(riskPlaces.get(each.row() - 1) + ": " + each.message());
          }
        }
        case EVENTS -> problems.add("--events: " + each.message());
      }
    }
    if (!problems.isEmpty()) {
      throw new WrongUse(String.join(System.lineSeparator(), problems));
    }
    return new DigitisedCurve(clicks, atRisk, events, clicked);
  }

  List<String> warnings() {
    return warnings;
  }

  private Optional<DataTable> read(Path file, String column) throws IOException {
    try {
      DataTable table = DataTable.read(file, Map.of(), Map.of());
      table.requireHeader("time");
      table.requireHeader(column);
      return Optional.of(table);
    } catch (WrongUse e) {
      problems.add(String.valueOf(e.getMessage()));
    } catch (NoSuchFileException _) {
      problems.add("'" + file + "' does not exist.");
    }
    return Optional.empty();
  }

  private void readClicks(DataTable table) {
    List<Click> raw = new ArrayList<>();
    for (Row row : table.rows()) {
      OptionalDouble time = number(row, "time");
      OptionalDouble survival = number(row, "survival");
      if (time.isPresent() && survival.isPresent()) {
        raw.add(new Click(time.getAsDouble(), survival.getAsDouble()));
        clickPlaces.add(row.place());
      }
    }
    problems.addAll(table.problems());
    double largest = raw.stream().mapToDouble(Click::survival).max().orElse(0);
    boolean percent = largest > PERCENT;
    if (percent) {
      warnings.add(
          table.file()
              + ": survival reaches "
              + largest
              + ": all its values are read as percentages.");
    }
    raw.forEach(c -> clicks.add(cut(c.time(), percent ? c.survival() / 100 : c.survival())));
    double slip = 0;
    for (int i = 0; i < raw.size(); i++) {
      double given = percent ? raw.get(i).survival() / 100 : raw.get(i).survival();
      slip = Math.max(slip, Math.abs(given - clicks.get(i).survival()));
    }
    if (slip > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: clicks above 100 %% or below 0 by up to %.2g points were put there.",
              table.file(),
              100 * slip));
    }
  }

  private static Click cut(double time, double survival) {
    boolean slipped = survival >= -SLIP && survival <= 1 + SLIP;
    return new Click(time, slipped ? Math.clamp(survival, 0.0, 1.0) : survival);
  }

  private void readAtRisk(DataTable table) {
    for (Row row : table.rows()) {
      OptionalDouble time = number(row, "time");
      OptionalDouble patients = number(row, "at_risk");
      if (time.isEmpty() || patients.isEmpty()) {
        continue;
      }
      double n = patients.getAsDouble();
      if (n != Math.rint(n) || Math.abs(n) > Integer.MAX_VALUE) {
        row.problem("'at_risk' is " + row.text("at_risk") + "; a whole number is expected");
      }
      atRisk.add(new AtRisk(time.getAsDouble(), (int) n));
      riskPlaces.add(row.place());
    }
    problems.addAll(table.problems());
  }

  private static OptionalDouble number(Row row, String column) {
    if (DataTable.isAbsent(row.text(column))) {
      row.problem("'" + column + "' is empty; give a number or remove the row");
    }
    return row.number(column);
  }
}
