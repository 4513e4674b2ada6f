package org.cytotrial.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.cytotrial.benchmarks.engine.Cvode.Jacobian;
import org.cytotrial.benchmarks.engine.WorkPrecision.Point;

/// The lanes and the scalar kernel against SUNDIALS CVODE on one core: processor time at equal
/// achieved error, with repeats of all solvers interleaved.
public final class EngineBenchmark {
  private static final double REFERENCE = 1e-11;
  private static final double DECISIONS = 1e-9;
  private static final List<Double> ERRORS = List.of(1e-4, 1e-5, 1e-6);
  private static final double MAIN_ERROR = 1e-5;
  private static final double[] OUR_TOLERANCES = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7};
  private static final double[] THEIR_TOLERANCES = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8};

  private final int repeats;
  private final Path sundials;
  private final Path peers;
  private final Path folder;
  private final List<String> bars = new ArrayList<>();

  private EngineBenchmark(int repeats, Path sundials, Path peers, Path folder) {
    this.repeats = repeats;
    this.sundials = sundials;
    this.peers = peers;
    this.folder = folder;
  }

  /// Arguments: folder of SUNDIALS, folder of the peers' sources, patients, repeats, and names of
  /// cases; all cases if there are none.
  public static void main(String[] arguments) throws IOException {
    int patients = Integer.parseInt(arguments[2]);
    List<String> names = Arrays.asList(arguments).subList(4, arguments.length);
    var benchmark =
        new EngineBenchmark(
            Integer.parseInt(arguments[3]),
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Files.createTempDirectory("cytotrial-engine"));
    for (Workload workload : new Workloads(patients).all()) {
      if (names.isEmpty() || names.contains(workload.name())) {
        benchmark.measure(workload);
      }
    }
    System.out.println();
    benchmark.bars.forEach(System.out::println);
  }

  private void measure(Workload workload) {
    var ours = new Ours(workload);
    List<List<Dose>> doses = ours.doses(DECISIONS);
    List<Integer> given = doses.stream().map(List::size).toList();
    var cvode = new Cvode(workload, doses, sundials, peers, folder);
    Run reference = cvode.run(Jacobian.KLU, REFERENCE);
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d states, %d patients, %.1f doses on average%n",
        workload.name(),
        workload.states(),
        workload.patients().size(),
        given.stream().mapToInt(n -> n).average().orElse(0));
    ours.warmUp(MAIN_ERROR);
    Map<String, Solver> solvers = new LinkedHashMap<>();
    solvers.put("lanes", new Solver(OUR_TOLERANCES, ours::inLanes));
    solvers.put("scalar", new Solver(OUR_TOLERANCES, ours::alone));
    for (Jacobian jacobian : Jacobian.values()) {
      solvers.put(
          "cvode-" + jacobian.option(), new Solver(THEIR_TOLERANCES, r -> cvode.run(jacobian, r)));
    }
    report(workload, interleaved(workload, solvers, reference, given));
  }

  /// @param run all patients at a relative tolerance
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Solver(double[] tolerances, DoubleFunction<Run> run) {}

  private List<WorkPrecision> interleaved(
      Workload workload, Map<String, Solver> solvers, Run reference, List<Integer> given) {
    Map<String, Map<Double, List<Double>>> seconds = new LinkedHashMap<>();
    Map<String, Map<Double, Point>> points = new LinkedHashMap<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      solvers.forEach((name, solver) -> {
        for (double relative : solver.tolerances()) {
          Run run = solver.run().apply(relative);
          List<Double> times =
              seconds
                  .computeIfAbsent(name, _ -> new LinkedHashMap<>())
                  .computeIfAbsent(relative, _ -> new ArrayList<>());
          times.add(run.seconds());
          var accuracy = Accuracy.of(workload, run, reference, given);
          double micros = 1e6 * median(times) / workload.patients().size();
          points
              .computeIfAbsent(name, _ -> new LinkedHashMap<>())
              .put(relative, new Point(relative, micros, accuracy, run.steps()));
        }
      });
    }
    List<WorkPrecision> all = new ArrayList<>();
    points.forEach((name, own) -> all.add(new WorkPrecision(name, List.copyOf(own.values()))));
    return all;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private void report(Workload workload, List<WorkPrecision> solvers) {
    System.out.printf(
        "%-12s %8s %12s %12s %12s %9s %s%n",
        "solver",
        "rtol",
        "us/patient",
        "error",
        "of " + workload.observable(),
        "compared",
        "steps");
    for (WorkPrecision solver : solvers) {
      for (Point p : solver.points().reversed()) {
        System.out.printf(
            Locale.ROOT,
            "%-12s %8.0e %12.1f %12.2e %12.2e %9d %s%n",
            solver.solver(),
            p.relative(),
            p.micros(),
            p.accuracy().allStates(),
            p.accuracy().observable(),
            p.accuracy().compared(),
            p.steps() == 0 ? "-" : p.steps());
      }
    }
    for (double error : ERRORS) {
      atEqualError(workload, solvers, error, false);
      atEqualError(workload, solvers, error, true);
    }
  }

  /// Times of all solvers at one error, of all states or of the observable.
  private void atEqualError(
      Workload workload, List<WorkPrecision> solvers, double error, boolean ofObservable) {
    ToDoubleFunction<Accuracy> of = ofObservable ? Accuracy::observable : Accuracy::allStates;
    Map<String, Double> micros = new TreeMap<>();
    solvers.forEach(s -> s.at(error, of).ifPresent(time -> micros.put(s.solver(), time)));
    System.out.printf(
        Locale.ROOT,
        "at %.0e of %s: %s%n",
        error,
        ofObservable ? workload.observable() : "all states",
        micros.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%s %.1f us", e.getKey(), e.getValue()))
            .collect(Collectors.joining(", ")));
    boolean isBar = error == MAIN_ERROR && !ofObservable;
    if (isBar) {
      double best =
          Math.min(
              micros.getOrDefault("cvode-klu", Double.NaN),
              micros.getOrDefault("cvode-dense", Double.NaN));
      double ours = micros.getOrDefault("lanes", Double.NaN);
      double dq = micros.getOrDefault("cvode-dq", Double.NaN);
      bar(workload.name() + "_best", ours, best, workload.targets().best());
      bar(workload.name() + "_dq", ours, dq, workload.targets().differenceQuotient());
    }
  }

  private void bar(String name, double ours, double peer, double target) {
    double ratio = peer / ours;
    bars.add(
        String.format(
            Locale.ROOT,
            "bar engine_%s ours=%.1fus peer=%.1fus ratio=%.1f target=%s %s",
            name,
            ours,
            peer,
            ratio,
            target == 0 ? "none" : ">=" + target,
            target == 0 ? "reported" : ratio >= target ? "held" : "short"));
  }
}
