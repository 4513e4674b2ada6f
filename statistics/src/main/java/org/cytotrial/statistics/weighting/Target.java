package org.cytotrial.statistics.weighting;

/// What the weighted mean of one feature must be, such as the response rate of one arm.
///
/// @param name how messages call it
/// @param mean the value to meet, in the feature's unit
public record Target(String name, double mean) {
  public Target {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException(
          "Target '" + name + "' is " + mean + ". It must be finite.");
    }
  }
}
