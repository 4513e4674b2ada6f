package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.OutcomeKind;
import org.cytotrial.evidence.synthesis.Synthesis;
import org.cytotrial.report.figure.Estimate;
import org.cytotrial.report.figure.ForestFigure;
import org.cytotrial.report.figure.ForestFigure.Group;
import org.cytotrial.report.figure.ForestFigure.Kind;
import org.cytotrial.report.figure.ForestFigure.Study;
import org.cytotrial.report.figure.Measure;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.EndpointEstimate;
import org.cytotrial.simulation.trial.TrialDesign.Comparator;
import org.cytotrial.simulation.trial.TrialResult;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.interval.WilsonInterval;

/// Simulated arms in the forest plot of the published arms beside them, each with its own interval.
/// Nothing is pooled: simulated patients are no evidence.
final class TrialForest {
  private static final List<String> COLUMNS = List.of("Events / n", "Fitted to");

  private TrialForest() {}

  /// A figure for objective and one for complete response, where published arms report it.
  static List<ForestFigure> of(TrialResult result) {
    List<ForestFigure> figures = new ArrayList<>();
    figure(result, OutcomeKind.RESPONSE, "objective_response").ifPresent(figures::add);
    figure(result, OutcomeKind.COMPLETE_RESPONSE, "complete_response").ifPresent(figures::add);
    return figures;
  }

  private static Optional<ForestFigure> figure(
      TrialResult result, OutcomeKind kind, String endpoint) {
    List<Group> groups = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      List<Study> published = published(arm, kind);
      List<Study> simulated = simulated(arm, endpoint);
      if (!published.isEmpty() && !simulated.isEmpty()) {
        List<Study> all = new ArrayList<>(published);
        all.addAll(simulated);
        groups.add(new Group(arm.design().name(), all, Optional.empty()));
      }
    }
    String label = Character.toUpperCase(kind.label().charAt(0)) + kind.label().substring(1);
    List<String> notes = new ArrayList<>();
    notes.add("Intervals of simulated arms cover the finite number of virtual patients only.");
    if (groups.stream().flatMap(g -> g.studies().stream()).anyMatch(s -> s.name().endsWith("†"))) {
      notes.add("† headline from memory or not printed: not read in a source.");
    }
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ForestFigure(
                label + ": simulated arms beside published ones",
                Measure.percent(label + " (% of patients)"),
                COLUMNS,
                groups,
                List.of(),
                notes));
  }

  private static List<Study> published(ArmResult arm, OutcomeKind kind) {
    List<Study> studies = new ArrayList<>();
    for (Comparator comparator : arm.design().published()) {
      EvidenceArm evidence = EvidenceArm.of(comparator.arm());
      boolean isRead = evidence.headline() == EvidenceArm.Headline.SEEN;
      if (Synthesis.count(evidence, kind) instanceof Counted count) {
        Interval interval = WilsonInterval.of(count.events(), count.patients());
        studies.add(
            new Study(
                evidence.name() + (isRead ? "" : " †"),
                List.of(
                    "%d/%d, %s".formatted(count.events(), count.patients(), count.origin().word()),
                    comparator.isFitted() ? "yes" : "no"),
                Optional.of(
                    new Estimate(count.percent(), 100 * interval.lower(), 100 * interval.upper())),
                OptionalDouble.empty(),
                Kind.STUDY));
      }
    }
    return studies;
  }

  private static List<Study> simulated(ArmResult arm, String endpoint) {
    List<Study> studies = new ArrayList<>();
    for (EndpointEstimate e : arm.estimates()) {
      boolean isWhole = e.value().isPresent() && e.low().isPresent() && e.high().isPresent();
      if (e.endpoint().equals(endpoint) && isWhole) {
        studies.add(
            new Study(
                "Simulated" + (e.isWeighted() ? ", weighted" : ""),
                List.of("n = " + NumberText.whole(e.n()), ""),
                Optional.of(
                    new Estimate(
                        e.value().getAsDouble(), e.low().getAsDouble(), e.high().getAsDouble())),
                OptionalDouble.empty(),
                Kind.SIMULATED));
      }
    }
    return studies;
  }
}
