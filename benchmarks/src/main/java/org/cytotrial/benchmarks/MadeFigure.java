package org.cytotrial.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.AtRisk;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Click;

/// An arm of patients, and what a reader of its figure would write down; its survival curve is
/// counted here, not by the code under test.
final class MadeFigure {
  private static final int CLICKS = 60;
  private static final double GRID = 200;
  private static final double JITTER = 0.005;
  private static final int COLUMNS = 5;

  private final String name;
  private final double[] times;
  private final boolean[] events;

  /// Patients in ascending time, events before those who leave at the same time.
  MadeFigure(String name, double[] times, boolean[] events) {
    this.name = name;
    this.times = times;
    this.events = events;
  }

  String name() {
    return name;
  }

  double[] times() {
    return times;
  }

  boolean[] events() {
    return events;
  }

  /// How a figure is read.
  ///
  /// @param share of the axis at which the last number at risk stands
  /// @param given whether the total of events is
  /// @param clicked where the program is told that the clicks lie
  record Reading(double share, boolean given, DigitisedCurve.Clicked clicked) {}

  private record Patient(double time, boolean event) {}

  /// The arms of a file `time,event,arm`, by name.
  static List<MadeFigure> read(Path file) throws IOException {
    var arms = new TreeMap<String, List<Patient>>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        arms.computeIfAbsent(row.getField("arm"), _ -> new ArrayList<>())
            .add(
                new Patient(
                    Double.parseDouble(row.getField("time")), row.getField("event").equals("1")));
      }
    }
    List<MadeFigure> figures = new ArrayList<>();
    arms.forEach((name, patients) -> figures.add(of(name, patients)));
    return figures;
  }

  private static MadeFigure of(String name, List<Patient> patients) {
    patients.sort(Comparator.comparingDouble(Patient::time).thenComparing(p -> !p.event()));
    boolean[] events = new boolean[patients.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = patients.get(i).event();
    }
    return new MadeFigure(name, patients.stream().mapToDouble(Patient::time).toArray(), events);
  }

  double last() {
    return times[times.length - 1];
  }

  int total() {
    int total = 0;
    for (boolean event : events) {
      total += event ? 1 : 0;
    }
    return total;
  }

  /// Survival up to and including a time.
  double survival(double time) {
    double survival = 1;
    for (int i = 0; i < times.length && times[i] <= time; i++) {
      survival *= events[i] ? (times.length - i - 1.0) / (times.length - i) : 1;
    }
    return survival;
  }

  /// The input: survival at 60 equally spaced times up to the arm's last, rounded to 0.5 %; each
  /// time moved evenly by up to 0.5 % of the axis; numbers at risk at 5 times from 0 to a share of
  /// the axis.
  ///
  /// @param axis the last time of both arms
  DigitisedCurve clicked(double axis, Reading reading, RandomStream chance) {
    List<Click> clicks = new ArrayList<>();
    for (int k = 1; k <= CLICKS; k++) {
      double time = last() * k / CLICKS;
      double moved = time + JITTER * axis * (2 * chance.nextUniform() - 1);
      clicks.add(new Click(Math.max(0, moved), Math.round(survival(time) * GRID) / GRID));
    }
    List<AtRisk> table = new ArrayList<>();
    for (int c = 0; c < COLUMNS; c++) {
      double time = axis * reading.share() * c / (COLUMNS - 1);
      int left = 0;
      while (left < times.length && times[left] < time) {
        left++;
      }
      table.add(new AtRisk(time, times.length - left));
    }
    OptionalInt total = reading.given() ? OptionalInt.of(total()) : OptionalInt.empty();
    return new DigitisedCurve(clicks, table, total, reading.clicked());
  }

  /// Survival where straight lines between clicks pass a time: what a ruler on the figure gives.
  static double straight(List<Click> clicks, double time) {
    Click before = new Click(0, 1);
    for (Click click : clicks) {
      if (click.time() > time) {
        double share = (time - before.time()) / (click.time() - before.time());
        return before.survival() + share * (click.survival() - before.survival());
      }
      before = click;
    }
    return before.survival();
  }

  /// When straight lines between clicks first reach one half.
  static OptionalDouble straightMedian(List<Click> clicks) {
    Click before = new Click(0, 1);
    for (Click click : clicks) {
      if (click.survival() <= 0.5) {
        double share = (before.survival() - 0.5) / (before.survival() - click.survival());
        return OptionalDouble.of(before.time() + share * (click.time() - before.time()));
      }
      before = click;
    }
    return OptionalDouble.empty();
  }
}
