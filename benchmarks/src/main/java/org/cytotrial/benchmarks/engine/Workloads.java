package org.cytotrial.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cytotrial.benchmarks.engine.Workload.Targets;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.ensemble.Runner;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.library.Library;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Model;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.PatientSampler;
import org.cytotrial.simulation.patient.StateScales;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.population.Population;
import org.cytotrial.simulation.reference.ScenarioTable;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.regimen.Series;
import org.cytotrial.simulation.regimen.Series.Operation;
import org.cytotrial.simulation.regimen.TimePattern;
import org.cytotrial.statistics.random.Seed;

/// The cases of the benchmark. Small models vary all parameters between patients, lognormally by 30
/// %; the reference model draws its own virtual patients.
final class Workloads {
  private static final Seed SEED = new Seed(1);
  private static final double VARIATION = 0.3;
  private static final double FLOOR = 1e-3;
  private static final double DAYS = 91;

  /// Half a day beside the doses, which would make a state ambiguous.
  private static final List<Double> LOOKS =
      IntStream.rangeClosed(1, 13).mapToObj(week -> 7 * week - 0.45).toList();

  private final int patients;
  private final Library library = Library.load();

  Workloads(int patients) {
    this.patients = patients;
  }

  List<Workload> all() {
    List<Workload> all = new ArrayList<>();
    all.add(
        small(
            "kirschner_panetta_6_doses",
            "kirschner-panetta.ant",
            doses("I", "1e7", "1:7:6"),
            "T",
            new Targets(16, 20)));
    all.add(
        small(
            "antibody_tumour_marrow_14_doses",
            "antibody-tumour-marrow.ant",
            doses("A", "250", "0:13/2:14"),
            "w",
            new Targets(25, 25)));
    all.addAll(reference());
    return all;
  }

  private static Schedule doses(String target, String amount, String times) {
    var series =
        new Series(
            "drug",
            Operation.ADD,
            target,
            Expression.parse(amount),
            Rational.ZERO,
            TimePattern.parse(times),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());
    return new Schedule("doses", List.of(series), Map.of(), Map.of());
  }

  private Workload small(
      String name, String file, Schedule schedule, String observable, Targets targets) {
    CompiledModel model = ModelCompiler.compile(AntimonyReader.readText(text(file), file));
    List<VirtualPatient> people =
        IntStream.range(0, patients).mapToObj(i -> varied(model, i)).toList();
    double[] start = people.getFirst().state();
    List<Double> floors =
        IntStream.range(0, start.length).mapToObj(i -> FLOOR * Math.max(1, start[i])).toList();
    return new Workload(
        name,
        model,
        floors,
        people,
        CompiledSchedule.of(schedule, model, DAYS),
        LOOKS,
        observable,
        targets);
  }

  private static VirtualPatient varied(CompiledModel model, int index) {
    double[] p = model.parameterValues();
    Map<String, Double> drawn = new HashMap<>();
    for (String id : model.equations().parameters()) {
      int place = model.parameter(id);
      if (Double.isFinite(p[place]) && p[place] != 0) {
        p[place] *= Math.exp(VARIATION * SEED.stream(index, id).nextNormal());
        drawn.put(id, p[place]);
      }
    }
    double[] y = model.initialise(p);
    return new VirtualPatient(index, drawn, p, y);
  }

  private static String text(String file) {
    try (var in = Workloads.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Workload> reference() {
    Model source = library.referenceModel();
    CompiledModel model = ModelCompiler.compile(source);
    Tolerance tolerance = StateScales.tolerance(source, model);
    List<Double> floors =
        IntStream.range(0, model.stateCount())
            .mapToObj(i -> tolerance.absolute(i) / tolerance.relative())
            .toList();
    var sampler = new PatientSampler(library.ledger(), SEED);
    int threads = Runtime.getRuntime().availableProcessors();
    Population population =
        Population.generate(
            patients, sampler::draw, () -> new BurnIn(model, tolerance), new Runner(threads));
    var scenarios = new ScenarioTable(library.ledger());
    List<Workload> cases = new ArrayList<>();
    Map<String, Targets> targets =
        Map.of("HD_IL2_MEL", new Targets(25, 35), "UNTREATED", new Targets(0, 0));
    for (String scenario : List.of("HD_IL2_MEL", "UNTREATED")) {
      cases.add(
          new Workload(
              "reference_" + scenario,
              model,
              floors,
              population.patients(),
              CompiledSchedule.of(scenarios.schedule(scenario), model, DAYS),
              LOOKS,
              "VT",
              targets.getOrDefault(scenario, new Targets(0, 0))));
    }
    return cases;
  }
}
