package org.cytotrial.engine.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cytotrial.engine.compile.LaneCombination.Sum;
import org.cytotrial.engine.compile.LaneLayout.Region;
import org.cytotrial.engine.compile.LaneProgram.Home;
import org.cytotrial.engine.solver.RosenbrockTableau;
import org.cytotrial.model.expression.Expression;

/// A model compiled for several patients at once. Immutable and shared between threads.
///
/// @param preparedSize length of the workspace of [LaneKernel#prepare]
/// @param prepared how many of its numbers, from the first, go to region PREPARED
/// @param observed how many formulas are observed
/// @param observedStates the states that they read
public record LaneModel(
    CompiledModel model,
    LaneKernel kernel,
    LaneLayout layout,
    int preparedSize,
    int prepared,
    int observed,
    List<Integer> observedStates) {

  /// Compiles a model for `width` lanes.
  ///
  /// @param observed formulas that [LaneKernel#observe] computes
  public static LaneModel compile(
      CompiledModel model, List<Expression> observed, RosenbrockTableau tableau, int width) {
    return new Builder(model, observed, tableau, width).build();
  }

  private static final class Builder {
    private final CompiledModel model;
    private final RosenbrockTableau tableau;
    private final Linearisation linear;
    private final List<Integer> observed = new ArrayList<>();
    private final ClassGenerator generator;
    private final LaneLayout layout;
    private final int n;

    Builder(CompiledModel model, List<Expression> formulas, RosenbrockTableau tableau, int width) {
      this.model = model;
      this.tableau = tableau;
      this.n = model.stateCount();
      this.linear = Linearisation.of(model.equations());
      formulas.forEach(formula -> observed.add(linear.lowering().lower(formula)));
      this.generator = new ClassGenerator(linear.graph(), LaneKernel.class);
      this.layout = new LaneLayout(width, n);
    }

    LaneModel build() {
      generator.prepares(linear.both());
      generator.prepares(linear.byTime());
      generator.prepares(observed);
      LaneKernel kernel = (LaneKernel) generator.generate(this::emit);
      return new LaneModel(
          model,
          kernel,
          layout,
          generator.workspace(),
          generator.prepared().size(),
          observed.size(),
          observedStates());
    }

    private List<Integer> observedStates() {
      BitSet seen = new BitSet();
      var states = new TreeSet<Integer>();
      observed.forEach(node -> collectStates(node, seen, states));
      return List.copyOf(states);
    }

    private void collectStates(int node, BitSet seen, Set<Integer> states) {
      if (seen.get(node)) {
        return;
      }
      seen.set(node);
      if (linear.graph().node(node) instanceof Graph.Node.State(var index)) {
        states.add(index);
      }
      linear.graph().operands(node).forEach(operand -> collectStates(operand, seen, states));
    }

    private void placeRegions(EliminationPlan plan) {
      layout.place(Region.T, 1);
      layout.place(Region.SHIFT, 1);
      layout.place(Region.PER_STEP, 1);
      for (Region region :
          List.of(Region.Y, Region.PREVIOUS, Region.U, Region.F, Region.FT, Region.C)) {
        layout.place(region, n);
      }
      layout.place(Region.INFLOW, n);
      layout.place(Region.K, n * tableau.stages());
      layout.place(Region.DENSE, n * tableau.dense().length);
      layout.place(Region.J, linear.entries().size());
      layout.place(Region.LU, plan.entries());
      layout.place(Region.PREPARED, generator.prepared().size());
      layout.place(Region.OBSERVED, observed.size());
    }

    private void emit(ClassBuilder builder, ClassDesc owner) {
      List<BitSet> pattern = linear.pattern();
      EliminationPlan plan = EliminationPlan.of(pattern);
      placeRegions(plan);
      var elimination = new LaneElimination(plan, pattern, layout);
      var methods = new Methods(builder, owner);
      methods.program("derivative", lowered(linear.derivatives(), Region.F), false);
      methods.program("linearise", linearised(), false);
      methods.program("byTime", lowered(linear.byTime(), Region.FT), false);
      methods.program("observe", lowered(observed, Region.OBSERVED), false);
      methods.program("factor", elimination.factorisation(), false);
      methods.program("solve", elimination.solution(), true);
      methods.combinations();
    }

    private LaneProgram lowered(List<Integer> nodes, Region region) {
      var program = new LaneProgram(layout);
      int start = layout.slot(region);
      new LaneLowering(linear.graph(), generator.prepared(), program)
          .outputs(nodes, i -> Home.at(start + i));
      return program;
    }

    private LaneProgram linearised() {
      var program = new LaneProgram(layout);
      int f = layout.slot(Region.F);
      int j = layout.slot(Region.J) - n;
      new LaneLowering(linear.graph(), generator.prepared(), program)
          .outputs(linear.both(), i -> Home.at((i < n ? f : j) + i));
      return program;
    }

    /// Writes the public methods of the kernel.
    private final class Methods {
      private final ClassBuilder builder;
      private final ClassDesc owner;

      Methods(ClassBuilder builder, ClassDesc owner) {
        this.builder = builder;
        this.owner = owner;
      }

      void program(String name, LaneProgram program, boolean withOffset) {
        var type =
            withOffset
                ? MethodChunks.voidOf(LaneEmitter.DOUBLES, ConstantDescs.CD_int)
                : MethodChunks.voidOf(LaneEmitter.DOUBLES);
        var methods = new MethodChunks(builder, owner, name, type);
        var chunks = new LaneChunks(program);
        for (var chunk : chunks.chunks()) {
          methods.add(code -> new LaneEmitter(program, chunks, code).emit(chunk));
        }
        methods.finish();
      }

      void combinations() {
        var cases =
            new MethodChunks(
                builder,
                owner,
                "combine",
                MethodChunks.voidOf(LaneEmitter.DOUBLES, ConstantDescs.CD_int));
        for (int stage = 1; stage < tableau.stages(); stage++) {
          LaneCombination combination = combination(stage);
          cases.add(code -> combination.emit(layout, code));
        }
        cases.finishSwitch(1);
        var dense =
            new MethodChunks(builder, owner, "densify", MethodChunks.voidOf(LaneEmitter.DOUBLES));
        dense.add(code -> dense().emit(layout, code));
        dense.finish();
      }

      private LaneCombination combination(int stage) {
        int u = layout.start(Region.U);
        double[][] a = tableau.a();
        Sum couplings = new Sum(layout.start(Region.C), Optional.empty(), tableau.c()[stage]);
        if (stage < a.length) {
          Sum state = new Sum(u, Optional.of(layout.start(Region.Y)), a[stage]);
          return new LaneCombination(stage, List.of(state, couplings));
        }
        double[] last = new double[stage];
        last[stage - 1] = 1;
        return new LaneCombination(stage, List.of(new Sum(u, Optional.of(u), last), couplings));
      }

      private LaneCombination dense() {
        List<Sum> sums = new ArrayList<>();
        for (int m = 0; m < tableau.dense().length; m++) {
          int to = layout.start(Region.DENSE) + m * n * layout.width();
          sums.add(new Sum(to, Optional.empty(), tableau.dense()[m]));
        }
        return new LaneCombination(tableau.stages(), sums);
      }
    }
  }
}
