package org.cytotrial.simulation.trial;

import java.util.List;
import java.util.OptionalDouble;

/// A number about an arm, with its interval and what was published beside it.
///
/// @param endpoint id, such as `objective_response`
/// @param label for people
/// @param value empty where not reached, as a median may not be
/// @param unit of value, low and high; says what low and high are where they are no 95 % interval
/// @param n patients it rests on
/// @param isWeighted by prevalence weights
/// @param published values of the same endpoint
/// @param isCalibrated false where no published rate stood behind the model
public record EndpointEstimate(
    String endpoint,
    String label,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    String unit,
    int n,
    boolean isWeighted,
    List<PublishedValue> published,
    boolean isCalibrated) {
  public EndpointEstimate {
    published = List.copyOf(published);
  }

  /// The same endpoint in a published trial.
  ///
  /// @param n patients evaluated; 0 where the table does not say
  public record PublishedValue(
      String shortId, double value, int n, boolean isFitted, String citation) {}

  EndpointEstimate withCalibrated(boolean calibrated) {
    return new EndpointEstimate(
        endpoint, label, value, low, high, unit, n, isWeighted, published, calibrated);
  }

  EndpointEstimate withPublished(List<PublishedValue> values) {
    return new EndpointEstimate(
        endpoint, label, value, low, high, unit, n, isWeighted, values, isCalibrated);
  }
}
