package org.cytotrial.engine.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.engine.compile.LaneLayout.Region;

/// Writes a loop over the states that combines the first stages linearly, each stage loaded once.
///
/// @param stages how many stages are read
/// @param sums what is computed
record LaneCombination(int stages, List<Sum> sums) {
  /// `to = start + sum of factor_j k_j`.
  ///
  /// @param to array index of the first state's result
  /// @param start array index of the first state's addend, if there is one
  @SuppressWarnings("ArrayRecordComponent") // never compared, and read at once
  record Sum(int to, Optional<Integer> start, double[] factors) {}

  private static final MethodTypeDesc BROADCAST =
      MethodTypeDesc.of(LaneEmitter.VECTOR, LaneEmitter.SPECIES, ConstantDescs.CD_double);
  private static final int FIRST_LOCAL = 2;

  void emit(LaneLayout layout, CodeBuilder code) {
    int width = layout.width();
    int stage = layout.dimension() * width;
    int local = FIRST_LOCAL;
    List<List<Integer>> factors = new ArrayList<>();
    for (Sum sum : sums) {
      List<Integer> own = new ArrayList<>();
      for (double factor : sum.factors()) {
        if (factor == 0) {
          own.add(-1);
          continue;
        }
        species(width, code).loadConstant(factor);
        code.invokestatic(LaneEmitter.VECTOR, "broadcast", BROADCAST).astore(local);
        own.add(local++);
      }
      factors.add(own);
    }
    int results = local;
    int loaded = results + sums.size();
    Label again = code.newLabel();
    code.iconst_0().istore(LaneEmitter.OFFSET).labelBinding(again);
    for (int m = 0; m < sums.size(); m++) {
      if (sums.get(m).start().isPresent()) {
        load(width, sums.get(m).start().orElseThrow(), code).astore(results + m);
      } else {
        species(width, code).dconst_0();
        code.invokestatic(LaneEmitter.VECTOR, "broadcast", BROADCAST).astore(results + m);
      }
    }
    for (int j = 0; j < stages; j++) {
      load(width, layout.start(Region.K) + j * stage, code).astore(loaded);
      for (int m = 0; m < sums.size(); m++) {
        int factor = factors.get(m).get(j);
        if (factor >= 0) {
          code.aload(factor).aload(loaded).aload(results + m);
          code.invokevirtual(LaneEmitter.VECTOR, "fma", LaneEmitter.TERNARY).astore(results + m);
        }
      }
    }
    for (int m = 0; m < sums.size(); m++) {
      code.aload(results + m).aload(LaneEmitter.ARRAY);
      code.iload(LaneEmitter.OFFSET).loadConstant(sums.get(m).to()).iadd();
      code.invokevirtual(LaneEmitter.VECTOR, "intoArray", LaneEmitter.INTO_ARRAY);
    }
    code.iinc(LaneEmitter.OFFSET, width).iload(LaneEmitter.OFFSET).loadConstant(stage);
    code.if_icmplt(again);
    LaneEmitter.pad(code, 0);
  }

  private static CodeBuilder species(int width, CodeBuilder code) {
    return code.getstatic(LaneEmitter.VECTOR, LaneEmitter.species(width), LaneEmitter.SPECIES);
  }

  private static CodeBuilder load(int width, int start, CodeBuilder code) {
    species(width, code).aload(LaneEmitter.ARRAY);
    code.iload(LaneEmitter.OFFSET).loadConstant(start).iadd();
    return code.invokestatic(LaneEmitter.VECTOR, "fromArray", LaneEmitter.FROM_ARRAY);
  }
}
