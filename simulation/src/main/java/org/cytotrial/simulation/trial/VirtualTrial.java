package org.cytotrial.simulation.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.ensemble.Runner;
import org.cytotrial.engine.lanes.WarmUp;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.network.Model;
import org.cytotrial.simulation.patient.Admitting;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.BurnInCache;
import org.cytotrial.simulation.patient.PatientSampler;
import org.cytotrial.simulation.patient.StateScales;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.population.Population;
import org.cytotrial.simulation.population.PrevalenceWeights;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.Played;
import org.cytotrial.simulation.regimen.RegimenPlayer;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.cytotrial.simulation.trial.TrialDesign.DesignArm;
import org.cytotrial.simulation.trial.TrialDesign.WeightTarget;
import org.cytotrial.statistics.random.Seed;
import org.cytotrial.statistics.weighting.Target;

/// A virtual trial: the same plausible patients in every arm, so that arms are paired
/// counterfactuals.
///
/// The order of things: draw and admit patients, play every arm's schedule on each, weight the
/// population to published outcomes, estimate endpoints beside what was published.
public final class VirtualTrial {
  private static final double TIME_COURSE_DAYS = 21;
  private static final double TIME_COURSE_STEP = 1.0 / 96;

  private final TrialDesign design;
  private final Ledger ledger;
  private final CompiledModel model;
  private final Tolerance tolerance;
  private final Resources resources;
  private final Optional<BurnInCache> cache;

  /// Told how far a phase has come.
  @FunctionalInterface
  public interface Progress {
    Progress NONE = (_, _, _) -> {};

    void report(String phase, int done, int of);
  }

  /// What a trial may use; the result depends on none of it.
  ///
  /// @param threads at least 1
  /// @param cache makes the burn-in cache of the trial's model, if burn-ins are to be kept
  public record Resources(int threads, Progress progress, Optional<CacheOpener> cache) {
    public static Resources of(int threads) {
      return new Resources(threads, Progress.NONE, Optional.empty());
    }
  }

  /// Opens the cache of a model at a tolerance.
  @FunctionalInterface
  public interface CacheOpener {
    BurnInCache open(CompiledModel model, Tolerance tolerance);
  }

  public VirtualTrial(TrialDesign design, Model model, Ledger ledger, Resources resources) {
    this.design = design;
    this.ledger = ledger;
    this.model = ModelCompiler.compile(model);
    this.tolerance = StateScales.tolerance(model, this.model);
    this.resources = resources;
    this.cache = resources.cache().map(opener -> opener.open(this.model, tolerance));
  }

  /// Runs the trial.
  ///
  /// @throws IllegalStateException if too few draws are plausible, or the weights cannot be found
  public TrialResult run() {
    List<CompiledSchedule> schedules =
        design.arms().stream()
            .map(arm -> CompiledSchedule.of(arm.schedule(), model, design.followUpDays()))
            .toList();
    Treatment.Equipment equipment = equipment();
    Population population = population();
    Treatment treatment = treatment(equipment, population, schedules);
    List<List<PatientOutcome>> outcomes = treatment.outcomes(resources.threads());
    Optional<PrevalenceWeights> weights = weights(outcomes);
    List<ArmResult> arms = new ArrayList<>();
    for (int arm = 0; arm < schedules.size(); arm++) {
      arms.add(result(arm, schedules.get(arm), outcomes, weights));
    }
    TimeCourse timeCourse = timeCourse(population, arms.getFirst(), schedules.getFirst());
    return new TrialResult(
        design,
        population,
        arms,
        weights,
        timeCourse,
        provenance(equipment.plan(), treatment.retried()));
  }

  /// Begins to warm up the lanes, if there are enough patients for them.
  private Treatment.Equipment equipment() {
    KernelPlan plan = KernelPlan.of(design.patients() * design.arms().size());
    return new Treatment.Equipment(
        model,
        tolerance,
        design.rules(),
        plan,
        plan.usesLanes()
            ? Optional.of(WarmUp.begin(model, TrialWatch.FORMULAS))
            : Optional.empty());
  }

  private Population population() {
    var sampler = new PatientSampler(ledger, new Seed(design.seed()));
    Population.Draws draws =
        index -> {
          Map<String, Double> drawn = new HashMap<>(sampler.draw(index));
          drawn.putAll(design.changed());
          return drawn;
        };
    return Population.generate(
        design.patients(), draws, this::admitting, runner("drawing patients", design.patients()));
  }

  private Admitting admitting() {
    var burnIn = new BurnIn(model, tolerance);
    return cache.<Admitting>map(kept -> kept.before(burnIn)).orElse(burnIn);
  }

  private Runner runner(String phase, int of) {
    IntConsumer finished = done -> resources.progress().report(phase, done, of);
    return new Runner(resources.threads(), finished);
  }

  private Treatment treatment(
      Treatment.Equipment equipment, Population population, List<CompiledSchedule> schedules) {
    int patients = population.patients().size();
    IntConsumer finished = done -> resources.progress().report("treating patients", done, patients);
    return new Treatment(equipment, population.patients(), schedules, finished);
  }

  private Optional<PrevalenceWeights> weights(List<List<PatientOutcome>> outcomes) {
    if (design.targets().isEmpty()) {
      return Optional.empty();
    }
    List<Target> targets = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (WeightTarget target : design.targets()) {
      List<PatientOutcome> arm = outcomes.get(armNamed(target.arm()));
      var published = target.published();
      String name = published.shortId();
      targets.add(
          share(
              name + " objective response",
              PublishedEndpoints.percent(
                  published.orrPercent(), published.responders(), published)));
      columns.add(column(arm, p -> p.best().isObjective()));
      targets.add(
          share(
              name + " complete response",
              PublishedEndpoints.percent(published.crPercent(), published.cr(), published)));
      columns.add(column(arm, p -> p.best() == Response.CR));
    }
    return Optional.of(PrevalenceWeights.find(targets, transposed(columns)));
  }

  private static Target share(String name, OptionalDouble percent) {
    return new Target(name, percent.orElseThrow() / 100);
  }

  private int armNamed(String name) {
    List<String> names = design.arms().stream().map(DesignArm::name).toList();
    return names.indexOf(name);
  }

  /// 1 where it holds; a failed patient counts as 0.
  private static double[] column(List<PatientOutcome> arm, Predicate<Followed> holds) {
    return arm.stream()
        .mapToDouble(o -> o instanceof Followed followed && holds.test(followed) ? 1 : 0)
        .toArray();
  }

  private static double[][] transposed(List<double[]> columns) {
    double[][] rows = new double[columns.getFirst().length][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        rows[i][j] = columns.get(j)[i];
      }
    }
    return rows;
  }

  private ArmResult result(
      int arm,
      CompiledSchedule schedule,
      List<List<PatientOutcome>> outcomes,
      Optional<PrevalenceWeights> weights) {
    DesignArm designArm = design.arms().get(arm);
    List<Followed> followed = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    List<PatientOutcome> own = outcomes.get(arm);
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i) instanceof Followed patient) {
        followed.add(patient);
        int place = i;
        kept.add(weights.map(w -> w.weights().at(place)).orElse(1.0));
      }
    }
    List<EndpointEstimate> estimates = new ArrayList<>();
    if (!followed.isEmpty()) {
      double lastVisit = followed.getFirst().lastVisit();
      estimates.addAll(
          new Endpoints(followed, Optional.empty()).estimates(schedule.cycles(), lastVisit));
      if (weights.isPresent()) {
        double[] w = kept.stream().mapToDouble(x -> x).toArray();
        estimates.addAll(
            new Endpoints(followed, Optional.of(w)).estimates(schedule.cycles(), lastVisit));
      }
    }
    List<EndpointEstimate> beside =
        estimates.stream().map(e -> PublishedEndpoints.beside(e, designArm.published())).toList();
    return new ArmResult(designArm, schedule.cycles(), own, beside);
  }

  /// The first patient who got the median number of doses in the first cycle of the first arm.
  private TimeCourse timeCourse(Population population, ArmResult arm, CompiledSchedule schedule) {
    int chosen = typical(arm);
    var player = new RegimenPlayer(model, tolerance);
    double until = Math.min(TIME_COURSE_DAYS, design.followUpDays());
    var recorder = new TimeCourse.Recorder(model, TimeCourse.SHOWN, TIME_COURSE_STEP, until);
    VirtualPatient patient = population.patients().get(chosen);
    var brief = CompiledSchedule.of(schedule.schedule(), model, until);
    List<Double> doseDays = new ArrayList<>();
    if (player.play(patient, brief, recorder) instanceof Played.Completed(var delivery)) {
      for (Played.Delivery cycle : delivery) {
        for (int i = 0; i < cycle.given().size(); i++) {
          if (cycle.given().get(i)) {
            doseDays.add(cycle.cycle().times().get(i).toDouble());
          }
        }
      }
    }
    return new TimeCourse(
        arm.design().name(), patient.index(), TimeCourse.SHOWN, recorder.rows(), doseDays);
  }

  private static int typical(ArmResult arm) {
    Optional<Double> median =
        arm.estimates().stream()
            .filter(e -> e.endpoint().equals("doses_cycle1") && !e.isWeighted())
            .flatMap(e -> e.value().stream().boxed())
            .findFirst();
    for (int i = 0; i < arm.outcomes().size(); i++) {
      if (arm.outcomes().get(i) instanceof Followed followed
          && median.map(m -> followed.delivery().getFirst().count() == Math.rint(m)).orElse(true)) {
        return i;
      }
    }
    return 0;
  }

  private List<TrialResult.Provenance> provenance(KernelPlan plan, int retried) {
    return List.of(
        new TrialResult.Provenance("seed", Long.toString(design.seed())),
        new TrialResult.Provenance("method", "Rodas5P, doi:10.1007/s10543-023-00967-x"),
        new TrialResult.Provenance("kernel", plan.toString()),
        new TrialResult.Provenance(
            "runs begun again at a tighter tolerance", Integer.toString(retried)),
        new TrialResult.Provenance("relative tolerance", Double.toString(tolerance.relative())),
        new TrialResult.Provenance(
            "absolute tolerance",
            "relative tolerance × one cell for counts of cells, × 0.001 of the state's unit for"
                + " other states"));
  }
}
