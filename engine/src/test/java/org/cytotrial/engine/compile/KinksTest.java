package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cytotrial.engine.compile.KernelCheck.Point;
import org.cytotrial.engine.compile.KernelOracleTest.Tree;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Call;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Function;
import org.cytotrial.model.network.Rule;
import org.junit.jupiter.api.Test;

/// At each max, min and piecewise of the reference model, the generated code follows the branch
/// that the formula takes, on both sides.
class KinksTest {
  private static final CompiledModel COMPILED = ReferenceStates.COMPILED;
  private static final int SEARCHED = 1000;

  /// Realistic states mostly; also any size beside any other, and nearly empty bodies.
  private static final List<ReferenceStates.Spread> BODIES =
      List.of(
          ReferenceStates.REALISTIC,
          ReferenceStates.REALISTIC,
          new ReferenceStates.Spread(-7, 7),
          new ReferenceStates.Spread(-8, -2));

  /// Both sides of a kink on a line between two random patients.
  ///
  /// @param on the last place where the first branch is taken
  /// @param off the first place where the other is
  private record Crossing(Point from, Point to, double on, double off) {
    Point at(double s) {
      return new Point(0, mix(from.y(), to.y(), s), mix(from.p(), to.p(), s));
    }

    private static double[] mix(double[] a, double[] b, double s) {
      double[] mixed = new double[a.length];
      for (int i = 0; i < a.length; i++) {
        mixed[i] = a[i] == b[i] ? a[i] : (1 - s) * a[i] + s * b[i];
      }
      return mixed;
    }
  }

  @Test
  void kernelTakesTheBranchOfTheFormulaOnBothSidesOfEveryKink() {
    List<Expression> rules = rules();
    Formulas formulas = COMPILED.formulas(rules);
    Set<Expression> kinks = kinks();
    List<String> notReached = new ArrayList<>();
    var sides = new KernelCheck(COMPILED);
    int besideAgreed = 0;
    for (Expression kink : kinks) {
      Optional<Crossing> crossing = crossing(kink);
      if (crossing.isEmpty()) {
        notReached.add(kink.toString());
        continue;
      }
      for (boolean branch : new boolean[] {true, false}) {
        Point at = beside(kink, crossing.get(), branch);
        DualOracle oracle = sides.compare(kink + " " + branch, at.t(), at.y(), at.p());
        sides.compareFormulas(kink + " " + branch, formulas, rules, oracle, at);
        var adjacent = new KernelCheck(COMPILED);
        Point last = crossing.get().at(branch ? crossing.get().on() : crossing.get().off());
        adjacent.compare("adjacent", last.t(), last.y(), last.p());
        besideAgreed += adjacent.problems().isEmpty() ? 1 : 0;
      }
    }
    sides.assertAgreement();
    int reached = kinks.size() - notReached.size();
    System.out.printf(
        "%d of %d kinks reached, both sides agree; at the adjacent numbers themselves %d of %d"
            + " agree; not reached: %s%n",
        reached, kinks.size(), besideAgreed, 2 * reached, notReached);
    assertEquals(List.of(), notReached);
    assertEquals(96, kinks.size());
  }

  private static List<Expression> rules() {
    List<Expression> rules = new ArrayList<>();
    for (Rule rule : ReferenceStates.MODEL.rules()) {
      if (rule instanceof Rule.Assignment(var id, _)) {
        rules.add(Expression.symbol(id));
      }
    }
    return rules;
  }

  private static Set<Expression> kinks() {
    Set<Expression> kinks = new LinkedHashSet<>();
    List<Expression> formulas = new ArrayList<>(COMPILED.equations().definitions().values());
    formulas.addAll(COMPILED.equations().derivatives().values());
    formulas.forEach(formula ->
        formula.forEach(node -> {
          if (node instanceof Piecewise
              || (node instanceof Call(var function, _)
                  && (function == Function.MAX || function == Function.MIN))) {
            kinks.add(node);
          }
        }));
    return kinks;
  }

  /// Whether the first branch is taken.
  private static boolean takesFirst(Expression kink, Point at) {
    var tree = new Tree(COMPILED.equations(), at);
    return switch (kink) {
      case Piecewise(_, var condition, _) -> tree.value(condition) != 0;
      case Call(var function, var arguments) -> {
        double a = tree.value(arguments.get(0));
        double b = tree.value(arguments.get(1));
        yield function == Function.MAX ? a >= b : a <= b;
      }
      default -> throw new IllegalArgumentException(kink.toString());
    };
  }

  private static boolean isTie(Expression kink, Point at) {
    var tree = new Tree(COMPILED.equations(), at);
    return kink instanceof Call(_, var arguments)
        && tree.value(arguments.get(0)) == tree.value(arguments.get(1));
  }

  private static Optional<Crossing> crossing(Expression kink) {
    var found = new TreeMap<Boolean, Point>();
    for (int seed = 0; seed < SEARCHED && found.size() < 2; seed++) {
      Point at = ReferenceStates.random(seed, BODIES.get(seed % BODIES.size()));
      if (!isTie(kink, at)) {
        found.put(takesFirst(kink, at), at);
      } else if (kink.children().stream().allMatch(Piecewise.class::isInstance)) {
        found.putIfAbsent(takesFirst(kink, at), at); // of two steps, which are equal nearly always
      }
    }
    Point from = found.get(true);
    Point to = found.get(false);
    if (from == null || to == null) {
      return Optional.empty();
    }
    var line = new Crossing(from, to, 0, 1);
    double on = 0;
    double off = 1;
    for (double middle = 0.5; middle != on && middle != off; middle = (on + off) / 2) {
      if (takesFirst(kink, line.at(middle))) {
        on = middle;
      } else {
        off = middle;
      }
    }
    return Optional.of(new Crossing(from, to, on, off));
  }

  /// The nearest place on one side where rounding does not decide.
  private static Point beside(Expression kink, Crossing crossing, boolean first) {
    for (double away = 0x1p-52; away < 0.5; away *= 2) {
      double s = first ? crossing.on() - away : crossing.off() + away;
      Point at = crossing.at(s);
      if (s >= 0 && s <= 1 && takesFirst(kink, at) == first && !isNear(kink, at)) {
        return at;
      }
    }
    throw new AssertionError("no place beside " + kink);
  }

  private static boolean isNear(Expression kink, Point at) {
    var oracle = new DualOracle(COMPILED.equations(), at.t(), at.y(), at.p());
    COMPILED.equations().derivatives().values().forEach(oracle::of);
    COMPILED.equations().definitions().keySet().forEach(oracle::symbol);
    oracle.of(kink);
    return oracle.isNearDecision();
  }

  /// Without drug, occupancy is the tone itself: `max(0, o8 - o8_0)` is a tie and must count as no
  /// signal, with no slope.
  @Test
  void occupancyThatEqualsTheToneGivesNoSignal() {
    for (String occupancy : List.of("o8", "oN", "oT", "o4", "o8t")) {
      Point at = ReferenceStates.random(1);
      Formulas formula = COMPILED.formulas(List.of(Expression.symbol(occupancy)));
      double[] w = new double[formula.workspace()];
      double[] out = new double[1];
      formula.prepare(at.p(), w);
      formula.evaluate(0, at.y(), at.p(), w, out);
      int tone = COMPILED.parameter(occupancy + "_0");
      at.p()[tone] = out[0];
      double[] tie = linearised(at);
      at.p()[tone] = out[0] * (1 + 1e-9);
      double[] above = linearised(at);
      at.p()[tone] = out[0] * (1 - 1e-9);
      double[] below = linearised(at);
      assertEquals(0, differing(above, tie), occupancy);
      assertTrue(differing(below, tie) > 0, occupancy + ": below the tie there is a slope");
    }
  }

  private static int differing(double[] a, double[] b) {
    int count = 0;
    for (int i = 0; i < b.length; i++) {
      count += Math.abs(a[i] - b[i]) > 1e-6 * Math.abs(b[i]) ? 1 : 0;
    }
    return count;
  }

  private static double[] linearised(Point at) {
    double[] w = new double[COMPILED.workspace()];
    double[] fj = new double[COMPILED.stateCount() + COMPILED.nonZeros()];
    COMPILED.kernel().prepare(at.p(), w);
    COMPILED.kernel().linearise(0, at.y(), at.p(), w, fj);
    return fj;
  }

  /// Where a state is compared with a cut as it is, equality is exact and the comparison's own
  /// sense decides.
  @Test
  void gradesAtTheirCutsFollowTheSenseOfTheComparison() {
    assertGrade("g_cls", "VL", "gr_cl2", 2);
    assertGrade("g_fever", "Tmp", "gr_fe1", 1);
    assertGrade("g_fever", "Tmp", "gr_fe2", 1);
    assertGrade("g_plt", "Plt", "gr_pl1", 0);
    assertGrade("g_plt", "Plt", "gr_pl3", 2);
    assertGrade("g_anc", "ANC", "gr_nn4", 3);
    assertGrade("g_irAE", "irAE", "gr_ir3", 3);
    assertGrade("hold_HD", "VL", "hd_ox2", 1);
    assertGrade("hold_PEG", "Plt", "gr_pl3", 0);
  }

  private static void assertGrade(String rule, String state, String cut, double grade) {
    double[] p = COMPILED.parameterValues();
    double[] y = COMPILED.initialise(p);
    y[COMPILED.state(state)] = p[COMPILED.parameter(cut)];
    Formulas formula = COMPILED.formulas(List.of(Expression.symbol(rule)));
    double[] w = new double[formula.workspace()];
    double[] out = new double[1];
    formula.prepare(p, w);
    formula.evaluate(0, y, p, w, out);
    assertEquals(grade, out[0], rule + " at " + state + " = " + cut);
    assertEquals(
        grade, new Tree(COMPILED.equations(), new Point(0, y, p)).value(Expression.symbol(rule)));
  }
}
