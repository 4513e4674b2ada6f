package org.cytotrial.simulation.trial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.regimen.Watch;
import org.cytotrial.simulation.response.Recist;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.response.ResponseRules;
import org.cytotrial.simulation.toxicity.Toxicity;

/// Assesses response at the visits and grades toxicity after every step and at every full day.
///
/// [#begin] makes it ready for the next patient.
final class TrialWatch implements Watch {
  private static final int DIAMETERS = 0;
  private static final int IS_COMPLETE = 1;
  private static final int HAZARD = 2;
  private static final int FIRST_GRADE = 3;
  private static final int SEVERE = 3;
  private static final List<Toxicity> TOXICITIES = List.of(Toxicity.values());

  /// What it sees, in this order.
  static final List<Expression> FORMULAS = formulas();

  private final ResponseRules rules;
  private final double end;
  private final int progressed;
  private final int[] worst = new int[TOXICITIES.size()];
  private final List<BitSet> severeDays = new ArrayList<>();
  private final List<Double> survival = new ArrayList<>();
  private Recist recist;
  private int visit;
  private int nextDay;

  /// @param progressed parameter that is switched to 1 at progression
  TrialWatch(ResponseRules rules, double end, int progressed) {
    this.rules = rules;
    this.end = end;
    this.progressed = progressed;
    this.recist = new Recist(rules, 0);
  }

  private static List<Expression> formulas() {
    List<Expression> formulas = new ArrayList<>();
    List.of("SLD", "is_CR", "Hos").forEach(id -> formulas.add(Expression.symbol(id)));
    TOXICITIES.forEach(toxicity -> formulas.add(Expression.symbol(toxicity.rule())));
    return List.copyOf(formulas);
  }

  @Override
  public void begin(double[] values) {
    visit = 0;
    nextDay = 1;
    survival.clear();
    severeDays.clear();
    for (int i = 0; i < worst.length; i++) {
      worst[i] = 0;
      severeDays.add(new BitSet());
    }
    recist = new Recist(rules, values[DIAMETERS]);
    grade(0, values);
  }

  @Override
  public double nextLook() {
    return nextDay;
  }

  @Override
  public void see(double time, double[] values) {
    grade(time, values);
    nextDay = Math.max(nextDay, (int) Math.floor(time) + 1);
  }

  private void grade(double time, double[] values) {
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
  public void stop(double time, double[] values, Switches switches) {
    survival.add(Math.exp(-values[HAZARD]));
    visit++;
    if (recist.progression().isPresent()) {
      return;
    }
    Response response = recist.assess(time, values[DIAMETERS], values[IS_COMPLETE] > 0.5);
    if (response == Response.PD) {
      switches.set(progressed, 1);
    }
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
