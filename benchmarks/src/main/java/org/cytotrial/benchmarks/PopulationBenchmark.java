package org.cytotrial.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.library.Library;
import org.cytotrial.simulation.reference.ScenarioTable;
import org.cytotrial.simulation.response.ResponseRules;
import org.cytotrial.simulation.trial.EndpointEstimate;
import org.cytotrial.simulation.trial.TrialDesign;
import org.cytotrial.simulation.trial.TrialDesign.DesignArm;
import org.cytotrial.simulation.trial.TrialResult;
import org.cytotrial.simulation.trial.VirtualTrial;

/// Response rates of the default, unweighted population against the specification's prototype
/// (section 13, the mean of its two seeds), and the share of draws that are accepted.
public final class PopulationBenchmark {
  private static final double FOLLOW_UP_DAYS = 350;
  private static final double RESPONSE_POINTS = 6;
  private static final double COMPLETE_POINTS = 5;
  private static final double LEAST_ACCEPTED = 87;
  private static final double MOST_ACCEPTED = 97;

  /// Objective and complete responses, %, mean of seeds 1 and 7 (n = 157 and 165).
  private static final Map<String, double[]> SECTION_13 = section13();

  private PopulationBenchmark() {}

  private static Map<String, double[]> section13() {
    Map<String, double[]> rates = new LinkedHashMap<>();
    rates.put("UNTREATED", new double[] {0.0, 0.0});
    rates.put("NIVO", new double[] {40.65, 15.85});
    rates.put("HD_IL2_MEL", new double[] {15.9, 5.3});
    rates.put("HD_NOHOLD", new double[] {22.1, 8.05});
    rates.put("HD_STRICT", new double[] {10.6, 3.4});
    rates.put("HD_ONE_COURSE", new double[] {14.3, 4.65});
    rates.put("IPI", new double[] {15.85, 4.65});
    rates.put("NIVO_IPI", new double[] {58.75, 24.85});
    rates.put("PD1_DELAY", new double[] {19.35, 5.6});
    rates.put("LDIV_IL2", new double[] {16.8, 4.65});
    rates.put("BEMPEG_MONO", new double[] {0.0, 0.0});
    rates.put("TNF_IV_200", new double[] {0.0, 0.0});
    rates.put("CART_LD", new double[] {87.3, 38.2});
    return rates;
  }

  /// Arguments: patients, seed.
  public static void main(String[] arguments) {
    int patients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Library library = Library.load();
    TrialDesign design = design(library, patients, seed);
    int threads = Runtime.getRuntime().availableProcessors();
    var trial =
        new VirtualTrial(
            design, library.referenceModel(), library.ledger(), VirtualTrial.Resources.of(threads));
    print(trial.run(), patients);
  }

  private static TrialDesign design(Library library, int patients, long seed) {
    var scenarios = new ScenarioTable(library.ledger());
    List<DesignArm> arms = new ArrayList<>();
    SECTION_13
        .keySet()
        .forEach(name -> arms.add(new DesignArm(name, scenarios.schedule(name), List.of())));
    return new TrialDesign(
        "population",
        "population",
        "metastatic melanoma",
        patients,
        seed,
        FOLLOW_UP_DAYS + 1e-6,
        ResponseRules.of(library.ledger()),
        Map.of(),
        arms,
        List.of());
  }

  private static void print(TrialResult result, int patients) {
    double accepted = 100.0 * patients / result.population().drawn();
    boolean plausible = accepted >= LEAST_ACCEPTED && accepted <= MOST_ACCEPTED;
    System.out.printf(
        "bar draws_accepted ours=%.1f%% target=%.0f-%.0f%% %s (%d of %d, %s)%n",
        accepted,
        LEAST_ACCEPTED,
        MOST_ACCEPTED,
        held(plausible),
        patients,
        result.population().drawn(),
        result.population().rejected());
    SECTION_13.forEach((name, rates) -> {
      var estimates = result.arm(name).estimates();
      bar(name + "_ORR", estimates, "objective_response", rates[0], RESPONSE_POINTS);
      bar(name + "_CR", estimates, "complete_response", rates[1], COMPLETE_POINTS);
    });
  }

  private static void bar(
      String name,
      List<EndpointEstimate> estimates,
      String endpoint,
      double reference,
      double points) {
    double ours =
        estimates.stream()
            .filter(e -> e.endpoint().equals(endpoint))
            .findFirst()
            .orElseThrow()
            .value()
            .orElseThrow();
    System.out.printf(
        "bar %s ours=%.1f peer=%.2f difference=%+.1f target=%.0f %s%n",
        name,
        ours,
        reference,
        ours - reference,
        points,
        held(Math.abs(ours - reference) <= points));
  }

  private static String held(boolean isHeld) {
    return isHeld ? "held" : "short";
  }
}
