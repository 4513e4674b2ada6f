package org.cytotrial.simulation.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.simulation.trial.EndpointEstimate.PublishedValue;
import org.cytotrial.simulation.trial.TrialDesign.Comparator;

/// Finds the endpoint of an estimate in the columns of a published arm.
final class PublishedEndpoints {
  private static final Pattern DOSES_GIVEN = Pattern.compile("median ([0-9.]+) given");

  private PublishedEndpoints() {}

  static EndpointEstimate beside(EndpointEstimate estimate, List<Comparator> published) {
    List<PublishedValue> values =
        published.stream().flatMap(p -> value(estimate.endpoint(), p).stream()).toList();
    return estimate.withPublished(values);
  }

  private static Optional<PublishedValue> value(String endpoint, Comparator published) {
    PublishedArm arm = published.arm();
    OptionalDouble value =
        switch (endpoint) {
          case "objective_response" -> percent(arm.orrPercent(), arm.responders(), arm);
          case "complete_response" -> percent(arm.crPercent(), arm.cr(), arm);
          case "median_pfs" -> arm.pfsMonths();
          case "grade3_hypotension" -> arm.gradeThree().hypotension();
          case "grade3_capillary_leak" -> arm.gradeThree().vascularLeak();
          case "grade3_crs" -> arm.gradeThree().cytokineRelease();
          case "grade3_fever" -> arm.gradeThree().fever();
          default -> endpoint.startsWith("doses_cycle") ? dosesGiven(arm) : OptionalDouble.empty();
        };
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PublishedValue(
            arm.shortId(),
            value.getAsDouble(),
            arm.n().orElse(0),
            published.isFitted(),
            arm.citation()));
  }

  /// The table says `14 planned; median 8 given` where a publication counts them, over all cycles.
  private static OptionalDouble dosesGiven(PublishedArm arm) {
    String text = arm.columns().getOrDefault("doses_per_cycle", "");
    Matcher matcher = DOSES_GIVEN.matcher(text);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }

  /// Counts where the table has them, else its percentage.
  static OptionalDouble percent(OptionalDouble percent, OptionalInt count, PublishedArm arm) {
    boolean counted = count.isPresent() && arm.n().isPresent() && arm.n().getAsInt() > 0;
    return counted ? OptionalDouble.of(100.0 * count.getAsInt() / arm.n().getAsInt()) : percent;
  }
}
