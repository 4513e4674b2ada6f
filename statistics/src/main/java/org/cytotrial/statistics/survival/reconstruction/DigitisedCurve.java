package org.cytotrial.statistics.survival.reconstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What a figure shows of one arm: the input of Guyot et al. 2012 (doi:10.1186/1471-2288-12-9).
///
/// @param clicks points of the curve; 1 at time 0 need not be among them
/// @param atRisk the table below the figure, from time 0 on
/// @param events the total of events of the arm, where the paper says it
/// @param clicked where on the curve the clicks lie
public record DigitisedCurve(
    List<Click> clicks, List<AtRisk> atRisk, OptionalInt events, Clicked clicked) {
  /// A point of the curve.
  ///
  /// @param time in the unit of the figure
  /// @param survival from 0 to 1
  public record Click(double time, double survival) {}

  /// A column of the table below the figure.
  ///
  /// @param time in the unit of the figure
  /// @param patients still watched just before
  public record AtRisk(double time, int patients) {}

  /// Where on the curve the clicks lie, which decides when events happen.
  public enum Clicked {
    /// Anywhere: an event happens where the straight line between two clicks crosses its level.
    ANYWHERE,
    /// At the foot of each step: an event happens at a click, as in the paper.
    AT_STEPS
  }

  /// A row, or for the total none, that cannot be used.
  ///
  /// @param part of the input
  /// @param row from 1; 0 for the whole part
  /// @param message what is wrong and what to try
  public record Problem(Part part, int row, String message) {
    @Override
    public String toString() {
      return part.label + (row == 0 ? "" : " " + row) + ": " + message;
    }
  }

  /// A part of the input.
  public enum Part {
    /// The points of the curve.
    CLICK("click"),
    /// The table below the figure.
    AT_RISK("number at risk"),
    /// The total of events.
    EVENTS("events");

    private final String label;

    Part(String label) {
      this.label = label;
    }
  }

  /// Checks and copies.
  ///
  /// @throws IllegalArgumentException with every problem, a line each
  public DigitisedCurve {
    List<Problem> problems = problems(clicks, atRisk, events);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    clicks = List.copyOf(clicks);
    atRisk = List.copyOf(atRisk);
  }

  /// Everything that keeps an input from being a curve; empty where it is one.
  public static List<Problem> problems(
      List<Click> clicks, List<AtRisk> atRisk, OptionalInt events) {
    List<Problem> problems = new ArrayList<>();
    if (clicks.isEmpty()) {
      problems.add(new Problem(Part.CLICK, 0, "there is none. Click along the whole curve."));
    }
    for (int i = 0; i < clicks.size(); i++) {
      check(clicks.get(i), i + 1, problems);
    }
    if (atRisk.isEmpty()) {
      problems.add(
          new Problem(Part.AT_RISK, 0, "there is none. Give at least the patients at time 0."));
    }
    for (int i = 0; i < atRisk.size(); i++) {
      check(atRisk, i, problems);
    }
    if (events.isPresent() && !atRisk.isEmpty()) {
      check(events.getAsInt(), atRisk.getFirst().patients(), problems);
    }
    return problems;
  }

  private static void check(Click click, int row, List<Problem> problems) {
    if (!isTime(click.time())) {
      problems.add(new Problem(Part.CLICK, row, notATime(click.time())));
    }
    if (!(click.survival() >= 0 && click.survival() <= 1)) {
      problems.add(
          new Problem(
              Part.CLICK,
              row,
              "survival is "
                  + click.survival()
                  + ". It must lie between 0 and 1; turn percentages into fractions, and a"
                  + " curve of incidence upside down (1 less its value)."));
    }
  }

  private static void check(List<AtRisk> all, int i, List<Problem> problems) {
    AtRisk here = all.get(i);
    int row = i + 1;
    if (!isTime(here.time())) {
      problems.add(new Problem(Part.AT_RISK, row, notATime(here.time())));
    }
    if (here.patients() < (i == 0 ? 1 : 0)) {
      problems.add(
          new Problem(
              Part.AT_RISK,
              row,
              here.patients()
                  + " patients are at risk. Give "
                  + (i == 0 ? "all patients of the arm, 1 at least." : "0 or more.")));
    }
    if (i == 0 && here.time() > 0) {
      problems.add(
          new Problem(
              Part.AT_RISK,
              row,
              "the first time is " + here.time() + ". Give the patients at time 0 first."));
    }
    if (i > 0 && here.time() <= all.get(i - 1).time()) {
      problems.add(
          new Problem(
              Part.AT_RISK,
              row,
              "time "
                  + here.time()
                  + " does not come after "
                  + all.get(i - 1).time()
                  + ". Give each time once, in ascending order."));
    }
    if (i > 0 && here.patients() > all.get(i - 1).patients()) {
      problems.add(
          new Problem(
              Part.AT_RISK,
              row,
              "patients rise from "
                  + all.get(i - 1).patients()
                  + " to "
                  + here.patients()
                  + ". They can only fall: look for a misread digit or the other arm's row."));
    }
  }

  private static void check(int events, int patients, List<Problem> problems) {
    if (events < 0 || events > patients) {
      problems.add(
          new Problem(
              Part.EVENTS,
              0,
              events
                  + " is not possible among "
                  + patients
                  + " patients. Give the total of this arm, or leave it out."));
    }
  }

  private static boolean isTime(double time) {
    return time >= 0 && time < Double.POSITIVE_INFINITY;
  }

  private static String notATime(double time) {
    return "time is " + time + ". It must be 0 or more, and finite.";
  }
}
