package org.cytotrial.app.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cytotrial.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/// The keys and values of a command's JSON, in order; what is not a finite number is null.
final class Answer {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  Answer put(String key, double value) {
    values.put(key, Double.isFinite(value) ? value : null);
    return this;
  }

  Answer put(String key, int value) {
    values.put(key, value);
    return this;
  }

  Answer put(String key, String value) {
    values.put(key, value);
    return this;
  }

  Answer put(String key, OptionalDouble value) {
    return put(key, value.orElse(Double.NaN));
  }

  Answer put(String key, Answer value) {
    values.put(key, value.values);
    return this;
  }

  Answer put(String key, Collection<?> value) {
    values.put(key, value.stream().map(v -> v instanceof Answer a ? a.values : v).toList());
    return this;
  }

  Answer put(String key, Optional<Interval> interval) {
    values.put(key, interval.map(i -> List.of(i.lower(), i.upper())).orElse(null));
    return this;
  }

  Answer interval(String key, double low, double high) {
    boolean there = Double.isFinite(low) && Double.isFinite(high);
    values.put(key, there ? List.of(low, high) : null);
    return this;
  }

  Answer none(String... keys) {
    for (String key : keys) {
      values.put(key, null);
    }
    return this;
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  /// The number under a key; NaN where there is none.
  double number(String key) {
    return values.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /// An end of the interval under a key; NaN where there is none.
  double end(String key, int end) {
    return values.get(key) instanceof List<?> list && list.get(end) instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }
}
