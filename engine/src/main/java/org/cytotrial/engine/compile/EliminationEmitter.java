package org.cytotrial.engine.compile;

import static org.cytotrial.engine.compile.MethodChunks.voidOf;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the sparse factorisation and the two triangular solves as straight-line code, row by row
/// (Doolittle), with the row being eliminated in local variables. Pivots are stored as reciprocals.
final class EliminationEmitter {
  private static final ClassDesc DOUBLES = ConstantDescs.CD_double.arrayType();
  private static final int OPERATIONS_PER_CHUNK = 420;

  private final EliminationPlan plan;
  private final List<BitSet> pattern;
  private final FactorColumns columns;
  private final Map<Integer, Map<Integer, Integer>> slots = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> jacobianIndex = new HashMap<>();

  /// @param pattern of the Jacobian, whose non-zeros stand row by row behind the `n` derivatives
  EliminationEmitter(EliminationPlan plan, List<BitSet> pattern) {
    this.plan = plan;
    this.pattern = pattern;
    this.columns = new FactorColumns(plan);
    numberEntries(plan.rows(), slots, 0);
    numberEntries(pattern, jacobianIndex, pattern.size());
  }

  private static void numberEntries(
      List<BitSet> rows, Map<Integer, Map<Integer, Integer>> numbers, int first) {
    int next = first;
    for (int i = 0; i < rows.size(); i++) {
      Map<Integer, Integer> row = new HashMap<>();
      for (int j : rows.get(i).stream().toArray()) {
        row.put(j, next++);
      }
      numbers.put(i, row);
    }
  }

  private int slot(int row, int column) {
    return slots.getOrDefault(row, Map.of()).getOrDefault(column, -1);
  }

  /// Locals of a part: 0 fj, 1 shift, 3 lu.
  void emitFactor(ClassBuilder builder, ClassDesc owner) {
    var type = voidOf(DOUBLES, ConstantDescs.CD_double, DOUBLES);
    var chunks = new MethodChunks(builder, owner, "factor", type);
    for (List<Integer> rows :
        MethodChunks.split(plan.order(), this::factorSize, OPERATIONS_PER_CHUNK)) {
      chunks.add(code -> rows.forEach(row -> factorRow(code, row)));
    }
    chunks.finish();
  }

  private int factorSize(int row) {
    int size = 2 * plan.rows().get(row).cardinality();
    for (int k : columns.of(row, true)) {
      size += 2 + 2 * columns.of(k, false).length;
    }
    return size;
  }

  private void factorRow(CodeBuilder code, int row) {
    Map<Integer, Integer> locals = new HashMap<>();
    int next = 4;
    for (int j : plan.rows().get(row).stream().toArray()) {
      loadEntry(code, row, j);
      code.dstore(next);
      locals.put(j, next);
      next += 2;
    }
    for (int k : columns.of(row, true)) {
      int multiplier = locals.getOrDefault(k, -1);
      code.dload(multiplier).aload(3).loadConstant(slot(k, k)).daload().dmul().dstore(multiplier);
      code.aload(3).loadConstant(slot(row, k)).dload(multiplier).dastore();
      for (int j : columns.of(k, false)) {
        int target = locals.getOrDefault(j, -1);
        code.dload(target).dload(multiplier);
        code.aload(3).loadConstant(slot(k, j)).daload();
        code.dmul().dsub().dstore(target);
      }
    }
    code.aload(3).loadConstant(slot(row, row)).dconst_1();
    code.dload(locals.getOrDefault(row, -1)).ddiv().dastore();
    for (int j : columns.of(row, false)) {
      code.aload(3).loadConstant(slot(row, j)).dload(locals.getOrDefault(j, -1)).dastore();
    }
  }

  private void loadEntry(CodeBuilder code, int row, int column) {
    boolean present = pattern.get(row).get(column);
    if (row == column) {
      code.dload(1);
    } else if (!present) {
      code.dconst_0();
      return;
    }
    if (present) {
      int index = jacobianIndex.getOrDefault(row, Map.of()).getOrDefault(column, -1);
      code.aload(0).loadConstant(index).daload();
      if (row == column) {
        code.dsub();
      } else {
        code.dneg();
      }
    }
  }

  /// Locals of a part: 0 lu, 1 b.
  void emitSolve(ClassBuilder builder, ClassDesc owner) {
    var chunks = new MethodChunks(builder, owner, "solve", voidOf(DOUBLES, DOUBLES));
    List<Integer> forward =
        plan.order().stream().filter(i -> columns.of(i, true).length > 0).toList();
    for (var rows :
        MethodChunks.split(forward, i -> 2 * columns.of(i, true).length, OPERATIONS_PER_CHUNK)) {
      chunks.add(code -> rows.forEach(row -> substitute(code, row, true)));
    }
    List<Integer> backward = new ArrayList<>(plan.order()).reversed();
    for (var rows :
        MethodChunks.split(
            backward, i -> 2 + 2 * columns.of(i, false).length, OPERATIONS_PER_CHUNK)) {
      chunks.add(code -> rows.forEach(row -> substitute(code, row, false)));
    }
    chunks.finish();
  }

  private void substitute(CodeBuilder code, int row, boolean forward) {
    code.aload(1).loadConstant(row);
    code.aload(1).loadConstant(row).daload();
    for (int j : columns.of(row, forward)) {
      code.aload(0).loadConstant(slot(row, j)).daload();
      code.aload(1).loadConstant(j).daload();
      code.dmul().dsub();
    }
    if (!forward) {
      code.aload(0).loadConstant(slot(row, row)).daload().dmul();
    }
    code.dastore();
  }
}
