package org.cytotrial.simulation.reference;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `accept_proto.json`: two patients under 51 scenarios at day 84, computed by two independent
/// builds in two solvers (specification section 16).
///
/// @param name `default` or `second`
/// @param changed parameters in which the patient differs from the model's own values
///   (`accept_patients.py`)
/// @param base states at diagnosis
public record AcceptanceValues(
    String name,
    Map<String, Double> changed,
    double growth,
    double kill,
    Map<String, Double> base,
    Map<String, AtDay84> scenarios) {

  /// What the reference has at day 84.
  ///
  /// @param values by quantity
  /// @param doses of intravenous aldesleukin per cycle that had any
  public record AtDay84(Map<String, Double> values, List<Integer> doses) {}

  private static final Map<String, Double> SECOND =
      Map.ofEntries(
          Map.entry("VT0", 30.0),
          Map.entry("TMB", 2.0),
          Map.entry("inf_p", 0.6),
          Map.entry("fm0", 0.0),
          Map.entry("fr0", 0.02),
          Map.entry("pdl_p", 1.6),
          Map.entry("tr_p", 0.7),
          Map.entry("vs_p", 0.8),
          Map.entry("imm_p", 2.0),
          Map.entry("MAP_0", 88.0),
          Map.entry("k_ctl", 1.1));

  /// Both patients.
  public static List<AcceptanceValues> all() {
    try (var in = AcceptanceValues.class.getResourceAsStream("accept_proto.json")) {
      // JSON is YAML 1.2
      Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return List.of(patient(file, "default", Map.of()), patient(file, "second", SECOND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AcceptanceValues patient(
      Map<?, ?> file, String name, Map<String, Double> changed) {
    Map<?, ?> patient = mapping(file, name);
    Map<String, AtDay84> scenarios = new LinkedHashMap<>();
    mapping(patient, "sc")
        .forEach(
            (id, _) -> scenarios.put((String) id, atDay84(mapping(mapping(patient, "sc"), id))));
    return new AcceptanceValues(
        name,
        changed,
        number(patient, "g_int"),
        number(patient, "kav"),
        numbers(mapping(patient, "base")),
        scenarios);
  }

  private static AtDay84 atDay84(Map<?, ?> scenario) {
    List<?> doses = (List<?>) requireNonNull(scenario.get("doses"));
    return new AtDay84(numbers(scenario), doses.stream().map(d -> (Integer) d).toList());
  }

  private static Map<String, Double> numbers(Map<?, ?> mapping) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    mapping.forEach((id, value) -> {
      if (value instanceof Number number) {
        numbers.put((String) id, number.doubleValue());
      }
    });
    return numbers;
  }

  private static Map<?, ?> mapping(Map<?, ?> parent, Object key) {
    return (Map<?, ?>) requireNonNull(parent.get(key), () -> "no " + key);
  }

  private static double number(Map<?, ?> parent, String key) {
    return ((Number) requireNonNull(parent.get(key), key)).doubleValue();
  }
}
