package org.cytotrial.report.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.EndpointEstimate;
import org.cytotrial.simulation.trial.EndpointEstimate.PublishedValue;
import org.cytotrial.simulation.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/// The result as a tree of maps, lists, texts, numbers and truths that any JSON writer takes. Keys
/// keep their order.
public final class TrialJson {
  private TrialJson() {}

  /// `{study, seed, patients, drawn, rejected: {reason: n}, ess, out, arms: […]}`; null where
  /// unknown or not reached.
  ///
  /// @param out folder the files were written to, or null
  public static Map<String, @Nullable Object> tree(TrialResult result, @Nullable String out) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("study", result.design().name());
    tree.put("seed", result.design().seed());
    tree.put("patients", result.population().patients().size());
    tree.put("drawn", result.population().drawn());
    tree.put("rejected", result.population().rejected());
    tree.put("ess", result.weights().map(w -> (Object) w.effectiveSampleSize()).orElse(null));
    tree.put("out", out);
    tree.put("arms", result.arms().stream().map(TrialJson::arm).toList());
    return tree;
  }

  private static Map<String, Object> arm(ArmResult arm) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("arm", arm.design().name());
    tree.put("n", arm.followed().size());
    tree.put("failed", arm.failed());
    tree.put("endpoints", arm.estimates().stream().map(TrialJson::endpoint).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> endpoint(EndpointEstimate estimate) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("endpoint", estimate.endpoint());
    tree.put("value", orNull(estimate.value()));
    tree.put("low", orNull(estimate.low()));
    tree.put("high", orNull(estimate.high()));
    tree.put("unit", estimate.unit());
    tree.put("n", estimate.n());
    tree.put("weighted", estimate.isWeighted());
    tree.put("calibrated", estimate.isCalibrated());
    tree.put("published", estimate.published().stream().map(TrialJson::published).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> published(PublishedValue value) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("short_id", value.shortId());
    tree.put("n", value.n() == 0 ? null : value.n());
    tree.put("value", value.value());
    tree.put("fitted", value.isFitted());
    return tree;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
