package org.cytotrial.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.sbml.SbmlReader;
import org.cytotrial.simulation.model.Simulation;
import org.cytotrial.simulation.model.Simulation.Columns;
import org.cytotrial.simulation.model.Simulation.Meaning;

/// The classic BioModels, one after another: reset and simulation, warm, beside libRoadRunner and
/// COPASI in the same run; and the command as a whole process.
public final class ModelsBenchmark {
  private static final Task TASK = new Task(100, 100, 1e-6, 1e-12);
  private static final Task EXACT = new Task(100, 100, 1e-12, 1e-20);
  private static final int WARM_UPS = 60;
  private static final int REPEATS = 31;
  private static final int PROCESSES = 5;
  private static final double FLOOR = 1e-9;

  /// @param until model's time
  record Task(double until, int steps, double relative, double absolute) {}

  /// What one model took in one program.
  private record Result(double ms, double error) {}

  private final Map<String, List<Result>> results = new HashMap<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<Path> compared = new ArrayList<>();

  private ModelsBenchmark() {}

  /// Arguments: folder of the models, Python with the peers, the peers' program, the launcher.
  public static void main(String[] arguments) throws IOException {
    var benchmark = new ModelsBenchmark();
    List<Path> files;
    try (var folder = Files.list(Path.of(arguments[0]))) {
      files = folder.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    }
    try (var peers = new ModelPeers(arguments[1], Path.of(arguments[2]))) {
      for (Path file : files) {
        benchmark.compare(file, peers);
      }
    }
    benchmark.report();
    if (!benchmark.compared.isEmpty()) {
      benchmark.wholeProcess(Path.of(arguments[3]), benchmark.compared.getFirst());
    }
  }

  private void compare(Path file, ModelPeers peers) throws IOException {
    Map<String, Double> exact;
    Result ours;
    try {
      Model model = SbmlReader.read(file).model();
      Simulation tight = simulation(model, EXACT);
      exact = last(tight, tight.run(EXACT.until(), EXACT.steps()));
      ours = measured(simulation(model, TASK), exact);
    } catch (ModelFormatException | IllegalArgumentException | IllegalStateException e) {
      skipped.add(file.getFileName() + ": ours: " + e.getMessage());
      return;
    }
    Map<String, Result> both = new HashMap<>();
    for (var entry : peers.ask(file, TASK, REPEATS).entrySet()) {
      ModelPeers.Answer answer = entry.getValue();
      if (!answer.error().isEmpty()) {
        skipped.add(file.getFileName() + ": " + entry.getKey() + ": " + answer.error());
        return;
      }
      both.put(entry.getKey(), new Result(answer.medianMs(), error(answer.species(), exact)));
    }
    both.put("ours", ours);
    compared.add(file);
    both.forEach(
        (name, result) -> results.computeIfAbsent(name, _ -> new ArrayList<>()).add(result));
    System.out.printf(
        Locale.ROOT,
        "%-22s ours %.3f ms, error %.1e; roadrunner %.3f ms, %.1e; copasi %.3f ms, %.1e%n",
        file.getFileName(),
        ours.ms(),
        ours.error(),
        both.get("roadrunner").ms(),
        both.get("roadrunner").error(),
        both.get("copasi").ms(),
        both.get("copasi").error());
  }

  private static Simulation simulation(Model model, Task task) {
    return new Simulation(
        model, new Columns(Meaning.CONCENTRATION, false), task.relative(), task.absolute());
  }

  private static Result measured(Simulation simulation, Map<String, Double> exact) {
    double[] times = new double[REPEATS];
    List<double[]> rows = List.of();
    for (int i = -WARM_UPS; i < REPEATS; i++) {
      long began = System.nanoTime();
      rows = simulation.run(TASK.until(), TASK.steps());
      times[Math.max(i, 0)] = (System.nanoTime() - began) / 1e6;
    }
    return new Result(median(times), error(last(simulation, rows), exact));
  }

  private static Map<String, Double> last(Simulation simulation, List<double[]> rows) {
    Map<String, Double> species = new HashMap<>();
    List<String> header = simulation.header();
    IntStream.range(1, header.size()).forEach(i -> species.put(header.get(i), rows.getLast()[i]));
    return species;
  }

  /// Largest relative difference over the species that both have.
  private static double error(Map<String, Double> species, Map<String, Double> exact) {
    double worst = 0;
    for (var entry : exact.entrySet()) {
      Double value = species.get(entry.getKey());
      if (value != null) {
        double size = Math.abs(entry.getValue()) + FLOOR;
        worst = Math.max(worst, Math.abs(value - entry.getValue()) / size);
      }
    }
    return worst;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private double median(String program, boolean ofError) {
    return median(
        results.getOrDefault(program, List.of()).stream()
            .mapToDouble(r -> ofError ? r.error() : r.ms())
            .toArray());
  }

  private void report() {
    skipped.forEach(line -> System.out.println("not compared: " + line));
    if (results.isEmpty()) {
      System.out.println("peer not run: no model was simulated by all");
      return;
    }
    double ours = median("ours", false);
    for (String peer : List.of("roadrunner", "copasi")) {
      double theirs = median(peer, false);
      System.out.printf(
          Locale.ROOT,
          "bar models_median_%s ours=%.3fms peer=%.3fms ratio=%.2f target=<=0.7 %s (%d models;"
              + " median error %.1e, peer %.1e)%n",
          peer,
          ours,
          theirs,
          ours / theirs,
          ours <= 0.7 * theirs ? "held" : "short",
          results.get("ours").size(),
          median("ours", true),
          median(peer, true));
    }
  }

  private void wholeProcess(Path launcher, Path model) throws IOException {
    double[] seconds = new double[PROCESSES];
    for (int i = 0; i < PROCESSES; i++) {
      long began = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  launcher.toString(),
                  "simulate",
                  model.toString(),
                  "--until",
                  "100",
                  "--steps",
                  "100")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (process.waitFor() != 0) {
          throw new IOException("'cytotrial simulate " + model + "' failed");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted", e);
      }
      seconds[i] = (System.nanoTime() - began) / 1e9;
    }
    double median = median(seconds);
    System.out.printf(
        Locale.ROOT,
        "bar models_whole_process ours=%.2fs target=<=0.4s %s (median of %d, %s)%n",
        median,
        median <= 0.4 ? "held" : "short",
        PROCESSES,
        model.getFileName());
  }
}
