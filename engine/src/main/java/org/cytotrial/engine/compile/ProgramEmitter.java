package org.cytotrial.engine.compile;

import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.engine.compile.Program.Step;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Function;

/// Writes the steps of one chunk of a [Program] as bytecode. Local variables: 0 t, 2 y, 3 p, 4 w, 5
/// out.
final class ProgramEmitter {
  static final int TIME = 0;
  static final int STATES = 2;
  static final int PARAMETERS = 3;
  static final int WORKSPACE = 4;
  static final int OUT = 5;
  private static final int FIRST_FREE = 6;
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc FUNCTION = Function.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc UNARY = MethodTypeDesc.of(CD_double, CD_double);
  private static final MethodTypeDesc BINARY = MethodTypeDesc.of(CD_double, CD_double, CD_double);

  private final Graph graph;
  private final Map<Integer, Integer> hoisted;
  private final Map<Integer, Integer> slots;
  private final CodeBuilder code;
  private final Map<Integer, Integer> locals = new HashMap<>();
  private final Set<Integer> definedHere = new HashSet<>();
  private int nextLocal = FIRST_FREE;

  /// @param hoisted workspace index of nodes that `prepare` computed
  /// @param slots workspace index of nodes that earlier chunks left
  ProgramEmitter(
      Graph graph, Map<Integer, Integer> hoisted, Map<Integer, Integer> slots, CodeBuilder code) {
    this.graph = graph;
    this.hoisted = hoisted;
    this.slots = slots;
    this.code = code;
  }

  void emit(List<Step> chunk) {
    for (Step step : chunk) {
      if (step instanceof Step.Define(var node)) {
        definedHere.add(node);
      }
    }
    preload(chunk);
    for (Step step : chunk) {
      switch (step) {
        case Step.Define(var node) -> define(node);
        case Step.Output(var node, var index) -> {
          code.aload(OUT).loadConstant(index);
          value(node);
          code.dastore();
        }
      }
    }
  }

  /// Inputs that a chunk reads more than once are loaded into locals first: the JIT cannot know
  /// that the arrays differ.
  private void preload(List<Step> chunk) {
    Map<Integer, Integer> reads = new HashMap<>();
    for (Step step : chunk) {
      countReads(step.node(), step instanceof Step.Define, reads);
    }
    reads.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(node -> {
          load(node);
          store(node);
        });
  }

  private void countReads(int node, boolean descend, Map<Integer, Integer> reads) {
    if (isInput(node)) {
      reads.merge(node, 1, Integer::sum);
    } else if (descend || !definedHere.contains(node)) {
      graph.operands(node).forEach(operand -> countReads(operand, false, reads));
    }
  }

  private boolean isInput(int node) {
    return hoisted.containsKey(node)
        || (slots.containsKey(node) && !definedHere.contains(node))
        || graph.node(node) instanceof Graph.Node.State
        || graph.node(node) instanceof Graph.Node.ParameterValue;
  }

  private void define(int node) {
    compute(node);
    store(node);
    Integer slot = slots.get(node);
    if (slot != null) {
      code.aload(WORKSPACE).loadConstant(slot);
      value(node);
      code.dastore();
    }
  }

  private void store(int node) {
    locals.put(node, nextLocal);
    code.dstore(nextLocal);
    nextLocal += 2;
  }

  private void value(int node) {
    Integer local = locals.get(node);
    if (local != null) {
      code.dload(local);
    } else if (isInput(node)) {
      load(node);
    } else {
      compute(node);
    }
  }

  private void load(int node) {
    Integer slot = hoisted.containsKey(node) ? hoisted.get(node) : slots.get(node);
    if (slot != null) {
      code.aload(WORKSPACE).loadConstant(slot).daload();
      return;
    }
    switch (graph.node(node)) {
      case Graph.Node.State(var index) -> code.aload(STATES).loadConstant(index).daload();
      case Graph.Node.ParameterValue(var index) ->
          code.aload(PARAMETERS).loadConstant(index).daload();
      default -> throw new IllegalStateException("Node " + node + " is no input");
    }
  }

  private void compute(int node) {
    switch (graph.node(node)) {
      case Graph.Node.Literal(var value) -> code.loadConstant(value);
      case Graph.Node.Time() -> code.dload(TIME);
      case Graph.Node.State _, Graph.Node.ParameterValue _ -> load(node);
      case Graph.Node.Sum(var a, var b) -> pair(a, b).dadd();
      case Graph.Node.Difference(var a, var b) -> pair(a, b).dsub();
      case Graph.Node.Product(var a, var b) -> pair(a, b).dmul();
      case Graph.Node.Reciprocal(var a) -> {
        code.loadConstant(1.0);
        value(a);
        code.ddiv();
      }
      case Graph.Node.Opposite(var a) -> {
        value(a);
        code.dneg();
      }
      case Graph.Node.PowerOf(var a, var b) -> pair(a, b).invokestatic(MATH, "pow", BINARY);
      case Graph.Node.FunctionOf(var function, var a, var b) -> function(function, a, b);
      case Graph.Node.Comparing(var comparison, var a, var b) -> {
        Label isFalse = code.newLabel();
        Label end = code.newLabel();
        pair(a, b);
        jumpUnless(comparison, isFalse);
        code.dconst_1().goto_(end).labelBinding(isFalse).dconst_0().labelBinding(end);
      }
      case Graph.Node.Choice(var condition, var then, var otherwise) ->
          branch(condition, () -> value(then), () -> value(otherwise));
    }
  }

  private CodeBuilder pair(int a, int b) {
    value(a);
    value(b);
    return code;
  }

  private void function(Function function, int a, int b) {
    switch (function) {
      case MIN, MAX -> pair(a, b).invokestatic(MATH, function.spelling(), BINARY);
      case EXP, LOG10, SQRT, ABS, FLOOR, CEIL, SIN, COS, TAN, TANH, ASIN, ACOS, ATAN -> {
        value(a);
        code.invokestatic(MATH, function.spelling(), UNARY);
      }
      case LN -> {
        value(a);
        code.invokestatic(MATH, "log", UNARY);
      }
      case AND, OR, NOT -> {
        code.getstatic(FUNCTION, function.name(), FUNCTION);
        value(a);
        if (b == Graph.NONE) {
          code.loadConstant(0.0);
        } else {
          value(b);
        }
        code.invokevirtual(FUNCTION, "apply", BINARY);
      }
    }
  }

  private void branch(int condition, Runnable then, Runnable otherwise) {
    Label isFalse = code.newLabel();
    Label end = code.newLabel();
    jumpIfFalse(condition, isFalse);
    then.run();
    code.goto_(end);
    code.labelBinding(isFalse);
    otherwise.run();
    code.labelBinding(end);
  }

  private void jumpIfFalse(int condition, Label isFalse) {
    if (locals.containsKey(condition)
        || isInput(condition)
        || !(graph.node(condition) instanceof Graph.Node.Comparing(var comparison, var a, var b))) {
      value(condition);
      code.dconst_0().dcmpl().ifeq(isFalse);
      return;
    }
    pair(a, b);
    jumpUnless(comparison, isFalse);
  }

  /// NaN makes every comparison false but `!=`, as in Java.
  private void jumpUnless(Comparison comparison, Label isFalse) {
    switch (comparison) {
      case LESS -> code.dcmpg().ifge(isFalse);
      case AT_MOST -> code.dcmpg().ifgt(isFalse);
      case GREATER -> code.dcmpl().ifle(isFalse);
      case AT_LEAST -> code.dcmpl().iflt(isFalse);
      case EQUAL -> code.dcmpl().ifne(isFalse);
      case UNEQUAL -> code.dcmpl().ifeq(isFalse);
    }
  }
}
