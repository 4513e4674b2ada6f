package org.cytotrial.simulation.trial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.FollowUp;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.response.Recist;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.response.ResponseRules;
import org.cytotrial.simulation.toxicity.Toxicity;

/// Assesses response at the visits and grades toxicity after every step and at every full day.
///
/// Owned by one thread; [#begin] makes it ready for the next patient.
final class TrialFollowUp implements FollowUp {
  private static final int DIAMETERS = 0;
  private static final int IS_COMPLETE = 1;
  private static final int HAZARD = 2;
  private static final int FIRST_GRADE = 3;
  private static final int SEVERE = 3;
  private static final List<Toxicity> TOXICITIES = List.of(Toxicity.values());

  private final ResponseRules rules;
  private final double end;
  private final Formulas formulas;
  private final int progressed;
  private final double[] workspace;
  private final double[] values;
  private final double[] dayState;
  private final int[] worst = new int[TOXICITIES.size()];
  private final List<BitSet> severeDays = new ArrayList<>();
  private final List<Double> survival = new ArrayList<>();
  private double[] parameters = new double[0];
  private Recist recist;
  private int visit;

  TrialFollowUp(CompiledModel model, ResponseRules rules, double end) {
    this.rules = rules;
    this.end = end;
    List<Expression> observed = new ArrayList<>();
    List.of("SLD", "is_CR", "Hos").forEach(id -> observed.add(Expression.symbol(id)));
    for (Toxicity toxicity : TOXICITIES) {
      observed.add(Expression.symbol(toxicity.rule()));
    }
    this.formulas = model.formulas(observed);
    this.progressed = model.parameter("pd_on");
    this.workspace = new double[formulas.workspace()];
    this.values = new double[formulas.count()];
    this.dayState = new double[model.stateCount()];
    this.recist = new Recist(rules, 0);
  }

  @Override
  public void begin(CompiledSystem system, double[] state) {
    visit = 0;
    survival.clear();
    severeDays.clear();
    for (int i = 0; i < worst.length; i++) {
      worst[i] = 0;
      severeDays.add(new BitSet());
    }
    parameters = system.parameters();
    formulas.prepare(parameters, workspace);
    evaluate(0, state);
    recist = new Recist(rules, values[DIAMETERS]);
    grade(0);
  }

  @Override
  public void accepted(Stepper stepper) {
    double until = stepper.time();
    for (int day = (int) Math.floor(stepper.previousTime()) + 1; day < until; day++) {
      stepper.interpolate(day, dayState);
      evaluate(day, dayState);
      grade(day);
    }
    evaluate(until, stepper.state());
    grade(until);
  }

  private void grade(double time) {
    for (int i = 0; i < worst.length; i++) {
      int grade = (int) values[FIRST_GRADE + i];
      worst[i] = Math.max(worst[i], grade);
      if (grade >= SEVERE) {
        severeDays.get(i).set((int) Math.floor(time));
      }
    }
  }

  @Override
  public double nextStop() {
    double next = rules.visit(visit);
    return next <= end ? next : Double.POSITIVE_INFINITY;
  }

  @Override
  public void stop(CompiledSystem system, Stepper stepper) {
    evaluate(stepper.time(), stepper.state());
    survival.add(Math.exp(-values[HAZARD]));
    visit++;
    if (recist.progression().isPresent()) {
      return;
    }
    Response response = recist.assess(stepper.time(), values[DIAMETERS], values[IS_COMPLETE] > 0.5);
    if (response == Response.PD) {
      system.set(progressed, 1);
      formulas.prepare(system.parameters(), workspace);
    }
  }

  private void evaluate(double time, double[] state) {
    formulas.evaluate(time, state, parameters, workspace, values);
  }

  /// The outcome of the patient just followed.
  PatientOutcome.Followed outcome(List<Delivery> delivery) {
    Map<Toxicity, Integer> grades = new EnumMap<>(Toxicity.class);
    Map<Toxicity, BitSet> days = new EnumMap<>(Toxicity.class);
    for (int i = 0; i < worst.length; i++) {
      grades.put(TOXICITIES.get(i), worst[i]);
      days.put(TOXICITIES.get(i), (BitSet) severeDays.get(i).clone());
    }
    double lastVisit = visit == 0 ? 0 : rules.visit(visit - 1);
    return new PatientOutcome.Followed(
        recist.best(),
        recist.baseline(),
        recist.assessments(),
        recist.progression(),
        lastVisit,
        grades,
        days,
        delivery,
        survival);
  }
}
