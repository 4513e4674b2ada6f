package org.cytotrial.simulation.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `accept_proto.json`: two patients under 51 scenarios at day 84, computed by two independent builds in two solvers
/// (specification section 16).
public final class AcceptanceValues {
  /// Parameters in which the second patient differs from the default one (`accept_patients.py`).
  public static final Map<String, Double> SECOND =
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

  public static final Map<String, Map<String, Double>> PATIENTS =
      Map.of("default", Map.of(), "second", SECOND);

  private AcceptanceValues() {}

  /// The whole file: patient to g_int, kav, base and sc.
  @SuppressWarnings("unchecked") // JSON is YAML 1.2, and a mapping of names at the top
  public static Map<String, Map<String, Object>> read() {
    try (var in = AcceptanceValues.class.getResourceAsStream("accept_proto.json")) {
      return (Map<String, Map<String, Object>>)
          new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
