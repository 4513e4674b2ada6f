package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.simulation.regimen.CompiledSchedule.Cycle;
import org.cytotrial.simulation.toxicity.Toxicity;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.EndpointEstimate;

/// The estimates of an arm in the order and words of a table, the weighted value beside the
/// unweighted one.
///
/// @param efficacy response, progression-free survival
/// @param toxicity kinds that occur at grade 3 or more, or for which a rate was published
/// @param absent terms of the other kinds
/// @param doses given in cycles of several planned doses
record ArmRows(List<Row> efficacy, List<Row> toxicity, List<String> absent, List<Row> doses) {
  private static final String DOSES = "doses_cycle";

  ArmRows {
    efficacy = List.copyOf(efficacy);
    toxicity = List.copyOf(toxicity);
    absent = List.copyOf(absent);
    doses = List.copyOf(doses);
  }

  /// One line.
  record Row(String label, EndpointEstimate plain, Optional<EndpointEstimate> weighted) {
    private boolean isShown() {
      return occurs(plain)
          || weighted.map(Row::occurs).orElse(false)
          || !plain.published().isEmpty();
    }

    private static boolean occurs(EndpointEstimate estimate) {
      return estimate.value().orElse(0) > 0;
    }
  }

  static ArmRows of(ArmResult arm) {
    List<Row> efficacy = new ArrayList<>();
    List<Row> toxicity = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    List<Row> doses = new ArrayList<>();
    for (EndpointEstimate estimate : arm.estimates()) {
      if (estimate.isWeighted()) {
        continue;
      }
      Optional<Toxicity> kind = toxicity(estimate);
      Row row =
          new Row(
              kind.map(ArmRows::term).orElseGet(() -> label(arm, estimate)),
              estimate,
              weighted(arm, estimate));
      if (kind.isPresent() && !row.isShown()) {
        absent.add(kind.get().term());
      } else if (kind.isPresent()) {
        toxicity.add(row);
      } else if (estimate.endpoint().startsWith(DOSES)) {
        doses.add(row);
      } else {
        efficacy.add(row);
      }
    }
    return new ArmRows(efficacy, toxicity, absent, doses);
  }

  List<Row> all() {
    List<Row> all = new ArrayList<>(efficacy);
    all.addAll(toxicity);
    all.addAll(doses);
    return all;
  }

  /// As in `No grade ≥ 3: fever, ALT increased`; empty where every kind has a row.
  Optional<String> absentLine() {
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of("No grade ≥ 3: " + inSentence(absent) + ".");
  }

  /// Which cycles are planned for some patients only, as in `Cycles 3, 4 only where SLD(63) <=
  /// SLD_0`; others count as 0 doses.
  static List<String> conditions(ArmResult arm) {
    Map<String, List<String>> cycles = new LinkedHashMap<>();
    for (int place = 0; place < arm.cycles().size(); place++) {
      String cycle = Integer.toString(place + 1);
      arm.design()
          .schedule()
          .series()
          .get(arm.cycles().get(place).series())
          .condition()
          .ifPresent(condition ->
              cycles.computeIfAbsent(condition.toString(), _ -> new ArrayList<>()).add(cycle));
    }
    return cycles.entrySet().stream().map(ArmRows::condition).toList();
  }

  private static String condition(Map.Entry<String, List<String>> cycles) {
    String which = cycles.getValue().size() == 1 ? "Cycle " : "Cycles ";
    return which
        + String.join(", ", cycles.getValue())
        + " only where "
        + cycles.getKey()
        + "; patients without count as given 0 doses.";
  }

  private static Optional<EndpointEstimate> weighted(ArmResult arm, EndpointEstimate plain) {
    return arm.estimates().stream()
        .filter(e -> e.isWeighted() && e.endpoint().equals(plain.endpoint()))
        .findFirst();
  }

  private static Optional<Toxicity> toxicity(EndpointEstimate estimate) {
    for (Toxicity toxicity : Toxicity.values()) {
      if (estimate.endpoint().equals("grade3_" + toxicity.id())) {
        return Optional.of(toxicity);
      }
    }
    return Optional.empty();
  }

  /// Terms that follow a colon: without the capital they begin with, unless the whole word is in
  /// capitals.
  private static String inSentence(List<String> terms) {
    return String.join(", ", terms.stream().map(ArmRows::lowered).toList());
  }

  private static String lowered(String term) {
    boolean isAcronym = term.length() > 1 && Character.isUpperCase(term.charAt(1));
    return isAcronym ? term : term.substring(0, 1).toLowerCase(Locale.ROOT) + term.substring(1);
  }

  private static String term(Toxicity toxicity) {
    String term = toxicity.term().replace(" (ASTCT)", "");
    return toxicity.isCalibrated() ? term : term + " (uncalibrated)";
  }

  private static String label(ArmResult arm, EndpointEstimate estimate) {
    return switch (estimate.endpoint()) {
      case "objective_response" -> "Objective response, %";
      case "complete_response" -> "Complete response, %";
      case "durable_response" -> durable(estimate);
      case "median_pfs" -> "Median PFS, months";
      default -> estimate.endpoint().startsWith(DOSES) ? doses(arm, estimate) : estimate.label();
    };
  }

  private static String durable(EndpointEstimate estimate) {
    String day = estimate.label().replaceAll("\\D+", "");
    return day.isEmpty() ? estimate.label() : "Durable to day " + day + ", %";
  }

  /// A drug with one long course has doses; one with several cycles has doses in each.
  private static String doses(ArmResult arm, EndpointEstimate estimate) {
    int place = Integer.parseInt(estimate.endpoint().substring(DOSES.length())) - 1;
    Cycle cycle = arm.cycles().get(place);
    long cycles =
        arm.cycles().stream()
            .filter(c -> c.drug().equals(cycle.drug()) && c.times().size() > 1)
            .count();
    int planned = cycle.times().size();
    return cycles == 1
        ? "%s (of %d)".formatted(cycle.drug(), planned)
        : "%s, cycle %d (of %d)".formatted(cycle.drug(), place + 1, planned);
  }
}
