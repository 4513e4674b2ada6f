package org.cytotrial.engine.compile;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.engine.compile.LaneProgram.Home;
import org.cytotrial.engine.compile.LaneProgram.Op;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Function;

/// Writes one chunk of a lane program as calls of the Vector API. Locals: 0 the array, 1 `k`.
final class LaneEmitter {
  static final ClassDesc DOUBLES = CD_double.arrayType();
  static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.DoubleVector");
  static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
  private static final ClassDesc ANY = ClassDesc.of("jdk.incubator.vector.Vector");
  private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
  private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
  private static final ClassDesc COMPARISON =
      ClassDesc.of("jdk.incubator.vector.VectorOperators$Comparison");
  private static final ClassDesc MATH = ClassDesc.of(LaneMath.class.getName());
  private static final ClassDesc FUNCTION = ClassDesc.of(Function.class.getName());
  static final MethodTypeDesc FROM_ARRAY = MethodTypeDesc.of(VECTOR, SPECIES, DOUBLES, CD_int);
  static final MethodTypeDesc INTO_ARRAY = MethodTypeDesc.of(CD_void, DOUBLES, CD_int);
  private static final MethodTypeDesc UNARY = MethodTypeDesc.of(VECTOR);
  private static final MethodTypeDesc BINARY = MethodTypeDesc.of(VECTOR, ANY);
  static final MethodTypeDesc TERNARY = MethodTypeDesc.of(VECTOR, ANY, ANY);
  static final int ARRAY = 0;
  static final int OFFSET = 1;

  /// HotSpot inlines no hot method of more bytes than this (`FreqInlineSize`); inlined chunks would
  /// add up to a method over C2's limit.
  private static final int INLINED_BYTES = 325;

  private static final int LEAST_BYTES_PER_CALL = 6;

  private final LaneLayout layout;
  private final LaneProgram program;
  private final Map<Integer, Home> scratch;
  private final CodeBuilder code;
  private final Map<Integer, Integer> locals = new HashMap<>();
  private final Map<Integer, Integer> readsLeft = new HashMap<>();
  private int nextLocal = OFFSET + 1;

  LaneEmitter(LaneProgram program, LaneChunks chunks, CodeBuilder code) {
    this.layout = program.layout();
    this.program = program;
    this.scratch = chunks.scratch();
    this.code = code;
  }

  static String species(int width) {
    return "SPECIES_" + width * Double.SIZE;
  }

  void emit(List<Op> chunk) {
    int calls = 0;
    for (Op op : chunk) {
      op.reads().forEach(value -> readsLeft.merge(value, 1, Integer::sum));
      calls += op.calls();
    }
    for (Op op : chunk) {
      switch (op) {
        case Op.Compute(var result, var kind, var operands) -> {
          operands.forEach(this::load);
          compute(kind);
          keep(result);
        }
        case Op.Select select -> select(select);
        case Op.Store(var value, var home) -> {
          load(value);
          store(home);
        }
        case Op.Batch batch -> batch(batch);
      }
    }
    pad(code, calls);
  }

  /// Lengthens a short method with what does nothing, so that it is not inlined.
  static void pad(CodeBuilder code, int calls) {
    for (int i = LEAST_BYTES_PER_CALL * calls; i <= INLINED_BYTES; i++) {
      code.nop();
    }
  }

  private void load(int value) {
    Integer local = locals.get(value);
    if (local != null) {
      code.aload(local);
      return;
    }
    Home home = scratch.containsKey(value) ? scratch.get(value) : program.homes().get(value);
    if (home == null) {
      throw new IllegalStateException("Value " + value + " is nowhere");
    }
    code.getstatic(VECTOR, species(layout.width()), SPECIES).aload(ARRAY);
    index(home);
    code.invokestatic(VECTOR, "fromArray", FROM_ARRAY);
  }

  private void store(Home home) {
    code.aload(ARRAY);
    index(home);
    code.invokevirtual(VECTOR, "intoArray", INTO_ARRAY);
  }

  private void index(Home home) {
    if (home.relative()) {
      code.iload(OFFSET).loadConstant(layout.index(home.slot())).iadd();
    } else {
      code.loadConstant(layout.index(home.slot()));
    }
  }

  private void keep(int result) {
    if (scratch.containsKey(result)) {
      code.dup();
      store(scratch.get(result));
    }
    if (readsLeft.getOrDefault(result, 0) == 0) {
      code.pop();
      return;
    }
    locals.put(result, nextLocal);
    code.astore(nextLocal++);
  }

  private void compute(LaneProgram.Kind kind) {
    switch (kind) {
      case ADD -> code.invokevirtual(VECTOR, "add", BINARY);
      case SUB -> code.invokevirtual(VECTOR, "sub", BINARY);
      case MUL -> code.invokevirtual(VECTOR, "mul", BINARY);
      case DIV -> code.invokevirtual(VECTOR, "div", BINARY);
      case MIN -> code.invokevirtual(VECTOR, "min", BINARY);
      case MAX -> code.invokevirtual(VECTOR, "max", BINARY);
      case NEG -> code.invokevirtual(VECTOR, "neg", UNARY);
      case SQRT -> code.invokevirtual(VECTOR, "sqrt", UNARY);
      case ABS -> code.invokevirtual(VECTOR, "abs", UNARY);
      case FMA -> code.invokevirtual(VECTOR, "fma", TERNARY);
    }
  }

  private void select(Op.Select select) {
    load(select.otherwise());
    load(select.then());
    load(select.a());
    code.getstatic(OPERATORS, operator(select.comparison()), COMPARISON);
    load(select.b());
    code.invokevirtual(VECTOR, "compare", MethodTypeDesc.of(MASK, COMPARISON, ANY));
    code.invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, ANY, MASK));
    keep(select.result());
  }

  private static String operator(Comparison comparison) {
    return switch (comparison) {
      case LESS -> "LT";
      case AT_MOST -> "LE";
      case GREATER -> "GT";
      case AT_LEAST -> "GE";
      case EQUAL -> "EQ";
      case UNEQUAL -> "NE";
    };
  }

  private void batch(Op.Batch batch) {
    int first = layout.index(batch.first());
    int result = layout.index(batch.result());
    if (batch.function().isEmpty()) {
      code.aload(ARRAY).loadConstant(first).loadConstant(layout.index(batch.second()));
      code.loadConstant(result).loadConstant(batch.count());
      code.invokestatic(
          MATH, "powers", MethodTypeDesc.of(CD_void, DOUBLES, CD_int, CD_int, CD_int, CD_int));
      return;
    }
    Function function = batch.function().orElseThrow();
    code.getstatic(FUNCTION, function.name(), FUNCTION);
    code.aload(ARRAY).loadConstant(first).loadConstant(result).loadConstant(batch.count());
    code.invokestatic(
        MATH, "apply", MethodTypeDesc.of(CD_void, FUNCTION, DOUBLES, CD_int, CD_int, CD_int));
  }
}
