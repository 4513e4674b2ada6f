package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.StepListener;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Model;
import org.junit.jupiter.api.Test;

/// What becomes state, parameter and definition; what is refused; how large a model may be.
class ModelCompilerTest {
  @Test
  void undefinedSymbolsAreNamed() {
    Model model = RandomModels.withRates(List.of(Expression.symbol("nowhere")));
    var e = assertThrows(IllegalArgumentException.class, () -> ModelCompiler.compile(model));
    assertEquals("Symbol 'nowhere' is not defined in the model.", e.getMessage());
  }

  @Test
  void circlesOfRulesAreNamed() {
    Model model = AntimonyReader.readText("a := b + 1; b := 2*a; x' = a; x = 1;", "circle.ant");
    var e = assertThrows(IllegalArgumentException.class, () -> ModelCompiler.compile(model));
    assertEquals("Symbol 'a' is defined by itself, in a circle.", e.getMessage());
  }

  @Test
  void unknownNamesAreNamed() {
    CompiledModel compiled =
        ModelCompiler.compile(RandomModels.withRates(List.of(Expression.constant(1))));
    var e = assertThrows(IllegalArgumentException.class, () -> compiled.state("z"));
    assertEquals("The model has no state 'z'.", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> compiled.parameter("y0"));
  }

  /// A concentration reacts as an amount: dc/dt = flux / volume, also where the volume is not 1.
  @Test
  void concentrationsFollowTheSizeOfTheirCompartment() {
    String text =
        """
        compartment blood = 5;
        species A in blood = 2;
        substanceOnly species B in blood = 0;
        A -> B; k*A; k = 0.3;
        """;
    CompiledModel compiled = ModelCompiler.compile(AntimonyReader.readText(text, "volume.ant"));
    double[] p = compiled.parameterValues();
    double[] y = compiled.initialise(p);
    assertEquals(10, y[compiled.state("amount(A)")]);
    Stepper stepper = run(compiled, p, y, 4);
    Formulas formulas = compiled.formulas(List.of(Expression.symbol("A"), Expression.symbol("B")));
    double[] out = new double[2];
    double[] w = new double[formulas.workspace()];
    formulas.prepare(p, w);
    formulas.evaluate(4, stepper.state(), p, w, out);
    assertEquals(2 * Math.exp(-0.3 * 4 / 5), out[0], 1e-8);
    assertEquals(10, 5 * out[0] + out[1], 1e-8);
  }

  @Test
  void initialAssignmentsSeeEachOther() {
    String text = "a = b + 1; b = 2*c; c = 3; x' = a; x = a*b;";
    CompiledModel compiled = ModelCompiler.compile(AntimonyReader.readText(text, "start.ant"));
    double[] p = compiled.parameterValues();
    double[] y = compiled.initialise(p);
    assertEquals(42, y[compiled.state("x")]);
    assertEquals(7, p[compiled.parameter("a")]);
    p[compiled.parameter("c")] = 1;
    assertEquals(6, compiled.initialise(p)[compiled.state("x")]);
  }

  @Test
  void timeInRulesReachesTheSolver() {
    String text = "s := sin(time); x' = s; x = -1; y' = x*s; y = 0;";
    CompiledModel compiled = ModelCompiler.compile(AntimonyReader.readText(text, "time.ant"));
    double[] p = compiled.parameterValues();
    Stepper stepper = run(compiled, p, compiled.initialise(p), 2);
    double x = -Math.cos(2);
    assertEquals(x, stepper.state()[compiled.state("x")], 1e-8);
    assertEquals((x * x - 1) / 2, stepper.state()[compiled.state("y")], 1e-8);
  }

  /// 0 times the infinite slope of a root, or of a rule in the branch that is not taken, is 0.
  @Test
  void slopesOfBranchesThatAreNotTakenDoNotSpoilTheJacobian() {
    String text =
        """
        r := ln(x);
        x' = 3*sqrt(max(0, x)); x = -1;
        y' = 2*piecewise(r, x > 0, y); y = 1;
        """;
    CompiledModel compiled = ModelCompiler.compile(AntimonyReader.readText(text, "guard.ant"));
    for (double x : new double[] {-1, 0, 4}) {
      var check = new KernelCheck(compiled);
      check.compare("x = " + x, 0, new double[] {x, 1}, new double[0]);
      check.assertAgreement();
      for (double entry : check.linearised()) {
        assertTrue(Double.isFinite(entry), "x = " + x);
      }
    }
  }

  /// The JVM refuses methods of more than 65,535 bytes; one sum of thousands of terms must not
  /// become such a method.
  @Test
  void oneVeryLongFormulaCompiles() {
    int terms = 6000;
    List<Expression> parts = new ArrayList<>();
    for (int i = 1; i <= terms; i++) {
      parts.add(Expression.constant(i).times(Expression.symbol("y" + i % 3)));
    }
    while (parts.size() > 1) { // balanced, as the readers make long sums
      List<Expression> pairs = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += 2) {
        pairs.add(i + 1 < parts.size() ? parts.get(i).plus(parts.get(i + 1)) : parts.get(i));
      }
      parts = pairs;
    }
    Expression sum = parts.getFirst();
    List<Expression> rates =
        new ArrayList<>(List.of(sum, Expression.constant(1), Expression.constant(2)));
    CompiledModel compiled = ModelCompiler.compile(RandomModels.withRates(rates));
    double[] f = new double[3];
    compiled
        .kernel()
        .derivative(0, new double[] {1, 1, 1}, new double[0], new double[compiled.workspace()], f);
    assertEquals(terms * (terms + 1) / 2.0, f[0]);
  }

  private static Stepper run(CompiledModel compiled, double[] p, double[] y, double end) {
    var system = new CompiledSystem(compiled);
    system.bind(p);
    Stepper stepper = new Rodas5P(Tolerance.of(1e-9, 1e-9, y.length)).begin(system);
    stepper.start(0, y);
    assertInstanceOf(Advance.Reached.class, stepper.advance(end, StepListener.NONE));
    return stepper;
  }
}
