package org.cytotrial.engine.compile;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.engine.compile.LaneLayout.Region;
import org.cytotrial.engine.compile.LaneProgram.Home;
import org.cytotrial.engine.compile.LaneProgram.Kind;

/// Sparse factorisation and triangular solves of an [EliminationPlan] as lane programs.
///
/// What is factored is M = J - SHIFT * I, whose off-diagonals are the Jacobian itself; stored are
/// -l and -1/u, so that every operation but the pivots' divisions is a multiply-add. Since SHIFT *
/// I - J is -M, the sign of the result comes right by itself.
final class LaneElimination {
  private final EliminationPlan plan;
  private final LaneLayout layout;
  private final FactorColumns columns;
  private final Map<Long, Integer> factors = new HashMap<>();
  private final Map<Long, Integer> jacobian = new HashMap<>();

  LaneElimination(EliminationPlan plan, List<BitSet> pattern, LaneLayout layout) {
    this.plan = plan;
    this.layout = layout;
    this.columns = new FactorColumns(plan);
    number(plan.rows(), factors, layout.slot(Region.LU));
    number(pattern, jacobian, layout.slot(Region.J));
  }

  private static void number(List<BitSet> rows, Map<Long, Integer> slots, int first) {
    int next = first;
    for (int i = 0; i < rows.size(); i++) {
      for (int j : rows.get(i).stream().toArray()) {
        slots.put(key(i, j), next++);
      }
    }
  }

  private static long key(int row, int column) {
    return (long) row << Integer.SIZE | column;
  }

  private Home factor(int row, int column) {
    return Home.at(factors.getOrDefault(key(row, column), -1));
  }

  LaneProgram factorisation() {
    var program = new LaneProgram(layout);
    for (int row : plan.order()) {
      factorRow(program, row);
    }
    return program;
  }

  private void factorRow(LaneProgram program, int row) {
    int[] entries = new int[plan.order().size()];
    for (int j : plan.rows().get(row).stream().toArray()) {
      entries[j] = entry(program, row, j);
    }
    for (int k : columns.of(row, true)) {
      int negativeInverse = program.input(factor(k, k));
      int multiplier = program.compute(Kind.MUL, entries[k], negativeInverse);
      program.store(multiplier, factor(row, k));
      for (int j : columns.of(k, false)) {
        int upper = program.input(factor(k, j));
        entries[j] = updated(program, entries[j], multiplier, upper);
      }
    }
    for (int j : columns.of(row, false)) {
      program.store(entries[j], factor(row, j));
    }
    int inverse = program.compute(Kind.DIV, program.literal(-1), entries[row]);
    program.store(inverse, factor(row, row));
  }

  private static int updated(LaneProgram program, int entry, int multiplier, int upper) {
    return program.isLiteral(entry, 0)
        ? program.compute(Kind.MUL, multiplier, upper)
        : program.compute(Kind.FMA, multiplier, upper, entry);
  }

  private int entry(LaneProgram program, int row, int column) {
    Integer slot = jacobian.get(key(row, column));
    if (row != column) {
      return slot == null ? program.literal(0) : program.input(Home.at(slot));
    }
    int shift = program.input(Home.at(layout.slot(Region.SHIFT)));
    return slot == null
        ? program.compute(Kind.NEG, shift)
        : program.compute(Kind.SUB, program.input(Home.at(slot)), shift);
  }

  /// The right-hand side F + PER_STEP * C; the solution goes to a stage.
  LaneProgram solution() {
    var program = new LaneProgram(layout);
    int[] solved = new int[plan.order().size()];
    int perStep = program.input(Home.at(layout.slot(Region.PER_STEP)));
    for (int row : plan.order()) {
      int f = program.input(Home.at(layout.slot(Region.F) + row));
      int c = program.input(Home.at(layout.slot(Region.C) + row));
      int z = program.compute(Kind.FMA, c, perStep, f);
      for (int j : columns.of(row, true)) {
        z = program.compute(Kind.FMA, program.input(factor(row, j)), solved[j], z);
      }
      program.store(z, new Home(row, true));
      solved[row] = z;
    }
    for (int row : plan.order().reversed()) {
      int x = solved[row];
      int[] later = columns.of(row, false);
      for (int i = later.length - 1; i >= 0; i--) {
        x = program.compute(Kind.FMA, program.input(factor(row, later[i])), solved[later[i]], x);
      }
      x = program.compute(Kind.MUL, x, program.input(factor(row, row)));
      program.store(x, new Home(row, true));
      solved[row] = x;
    }
    return program;
  }
}
