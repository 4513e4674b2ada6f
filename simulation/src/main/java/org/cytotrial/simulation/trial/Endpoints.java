package org.cytotrial.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.toxicity.Toxicity;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.cytotrial.statistics.interval.EffectiveSampleSize;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.interval.Quantiles;
import org.cytotrial.statistics.interval.WilsonInterval;
import org.cytotrial.statistics.survival.KaplanMeier;

/// Estimates of one arm, unweighted or weighted.
///
/// Proportions carry Wilson's 95 % interval, on the effective sample size when weighted. Intervals
/// state the uncertainty of the finite number of virtual patients only, not of the model.
final class Endpoints {
  static final double DAYS_PER_MONTH = 365.25 / 12;
  private static final double PERCENT = 100;
  private static final double CONFIDENCE = 0.95;
  private static final int SEVERE = 3;

  private final List<Followed> patients;
  private final Optional<double[]> weights;

  /// @param weights one per patient, in the same order
  Endpoints(List<Followed> patients, Optional<double[]> weights) {
    this.patients = patients;
    this.weights = weights;
  }

  List<EndpointEstimate> estimates(List<CompiledSchedule.Cycle> cycles, double lastVisit) {
    List<EndpointEstimate> estimates = new ArrayList<>();
    estimates.add(share("objective_response", "Objective response", p -> p.best().isObjective()));
    estimates.add(share("complete_response", "Complete response", p -> p.best() == Response.CR));
    String durable = "Durable response (no progression by day %.0f)".formatted(lastVisit);
    estimates.add(share("durable_response", durable, Followed::isDurable));
    estimates.add(medianProgressionFreeSurvival());
    for (Toxicity toxicity : Toxicity.values()) {
      estimates.add(severe(toxicity));
    }
    for (CompiledSchedule.Cycle cycle : cycles) {
      if (cycle.times().size() > 1) {
        estimates.add(doses(cycles.indexOf(cycle), cycle));
      }
    }
    return estimates;
  }

  private EndpointEstimate severe(Toxicity toxicity) {
    return share(
            "grade3_" + toxicity.id(),
            toxicity.term() + ", grade ≥ 3",
            p -> p.worst().getOrDefault(toxicity, 0) >= SEVERE)
        .withCalibrated(toxicity.isCalibrated());
  }

  private EndpointEstimate share(String id, String label, Predicate<Followed> holds) {
    double value = mean(holds);
    Interval interval =
        weights
            .map(w -> WilsonInterval.weighted(value, EffectiveSampleSize.kish(w), CONFIDENCE))
            .orElseGet(() ->
                WilsonInterval.of((int) patients.stream().filter(holds).count(), patients.size()));
    return estimate(
        id,
        label,
        Spread.of(PERCENT * value, PERCENT * interval.lower(), PERCENT * interval.upper()),
        "%");
  }

  private double mean(Predicate<Followed> holds) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < patients.size(); i++) {
      double weight = weights.isPresent() ? weights.get()[i] : 1;
      total += weight;
      sum += holds.test(patients.get(i)) ? weight : 0;
    }
    return sum / total;
  }

  private EndpointEstimate medianProgressionFreeSurvival() {
    double[] times = patients.stream().mapToDouble(Followed::progressionFreeDays).toArray();
    boolean[] events = new boolean[times.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = patients.get(i).progression().isPresent();
    }
    KaplanMeier curve =
        weights
            .map(w -> KaplanMeier.weighted(times, events, w))
            .orElseGet(() -> KaplanMeier.of(times, events));
    KaplanMeier.Quantile median = curve.median();
    return estimate(
        "median_pfs",
        "Median progression-free survival",
        new Spread(months(median.time()), months(median.lower()), months(median.upper())),
        "months");
  }

  private static OptionalDouble months(OptionalDouble days) {
    return days.isPresent() ? OptionalDouble.of(days.getAsDouble() / DAYS_PER_MONTH) : days;
  }

  private EndpointEstimate doses(int place, CompiledSchedule.Cycle cycle) {
    double[] counts =
        patients.stream().map(p -> p.delivery().get(place)).mapToDouble(Delivery::count).toArray();
    Quantiles.Quartiles quartiles =
        weights
            .map(w -> Quantiles.quartiles(counts, w))
            .orElseGet(() -> Quantiles.quartiles(counts));
    int planned = cycle.times().size();
    return estimate(
        "doses_cycle" + (place + 1),
        "%s, doses given in cycle %d (median)".formatted(cycle.drug(), place + 1),
        Spread.of(quartiles.median(), quartiles.lower(), quartiles.upper()),
        "doses of %d planned; quartiles".formatted(planned));
  }

  /// A number between two others, each empty where not reached.
  private record Spread(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
    static Spread of(double value, double low, double high) {
      return new Spread(OptionalDouble.of(value), OptionalDouble.of(low), OptionalDouble.of(high));
    }
  }

  private EndpointEstimate estimate(String id, String label, Spread spread, String unit) {
    return new EndpointEstimate(
        id,
        label,
        spread.value(),
        spread.low(),
        spread.high(),
        unit,
        patients.size(),
        weights.isPresent(),
        List.of(),
        true);
  }
}
