package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.engine.compile.Program.Step;
import org.cytotrial.model.expression.Function;

/// The equations of a compiled model as C, from the same graph as its kernel: the same shared
/// values, and the same parts computed once per patient. Benchmarks give it to other solvers, so
/// that they race with equations as good as ours.
///
/// Functions: `prepare(p, w)`, `derivative(t, y, p, w, f)` and `linearise(t, y, p, w, fj)`, as in
/// [Kernel]; sizes and the rows and columns of the Jacobian's entries stand in constants.
public final class CSource {
  private static final String DYNAMIC =
      "(double t, const double *restrict y, const double "
          + "*restrict p, const double *restrict w, double *restrict out)";

  private final Linearisation linear;
  private final Graph graph;
  private final int parameters;
  private final Map<Integer, Integer> prepared = new HashMap<>();
  private final List<Integer> preparedNodes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder("#include <math.h>\n\n");

  private CSource(CompiledModel model) {
    this.linear = Linearisation.of(model.equations());
    this.graph = linear.graph();
    this.parameters = model.equations().parameters().size();
  }

  /// The text of one C file.
  public static String of(CompiledModel model) {
    return new CSource(model).write();
  }

  private String write() {
    Set<Integer> seen = new HashSet<>();
    linear.both().forEach(node -> findPrepared(node, seen));
    constants();
    function("void prepare(const double *restrict p, double *restrict out)", preparedNodes, true);
    function("void derivative" + DYNAMIC, linear.derivatives(), false);
    function("void linearise" + DYNAMIC, linear.both(), false);
    return text.toString();
  }

  private void findPrepared(int node, Set<Integer> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (graph.varies(node)) {
      graph.operands(node).forEach(operand -> findPrepared(operand, seen));
    } else if (!graph.operands(node).isEmpty()) {
      prepared.put(node, preparedNodes.size());
      preparedNodes.add(node);
    }
  }

  private void constants() {
    List<Integer> rows = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int row = 0; row < linear.pattern().size(); row++) {
      BitSet entries = linear.pattern().get(row);
      for (int column : entries.stream().toArray()) {
        rows.add(row);
        columns.add(column);
      }
    }
    constant("STATES", linear.derivatives().size());
    constant("PARAMETERS", parameters);
    constant("PREPARED", preparedNodes.size());
    constant("ENTRIES", rows.size());
    array("ENTRY_ROW", rows);
    array("ENTRY_COLUMN", columns);
  }

  private void constant(String name, int value) {
    text.append("const int %s = %d;%n".formatted(name, value));
  }

  private void array(String name, List<Integer> values) {
    String list = values.toString();
    text.append("const int %s[] = {%s};%n".formatted(name, list.substring(1, list.length() - 1)));
  }

  private void function(String head, List<Integer> outputs, boolean isPreparing) {
    Map<Integer, Integer> leaves = isPreparing ? Map.of() : prepared;
    Program program = Program.of(graph, outputs, leaves.keySet(), 0);
    Set<Integer> defined = new HashSet<>();
    text.append('\n').append(head).append(" {\n");
    for (Step step : program.chunks().stream().flatMap(List::stream).toList()) {
      switch (step) {
        case Step.Define(var node) -> {
          text.append("  const double v%d = %s;%n".formatted(node, compute(node, leaves, defined)));
          defined.add(node);
        }
        case Step.Output(var node, var index) ->
            text.append("  out[%d] = %s;%n".formatted(index, value(node, leaves, defined)));
      }
    }
    text.append("}\n");
  }

  private String value(int node, Map<Integer, Integer> leaves, Set<Integer> defined) {
    if (leaves.containsKey(node)) {
      return "w[" + leaves.get(node) + "]";
    }
    return defined.contains(node) ? "v" + node : compute(node, leaves, defined);
  }

  private String compute(int node, Map<Integer, Integer> leaves, Set<Integer> defined) {
    List<String> x =
        graph.operands(node).stream().map(operand -> value(operand, leaves, defined)).toList();
    return switch (graph.node(node)) {
      case Graph.Node.Literal(var number) -> literal(number);
      case Graph.Node.State(var index) -> "y[" + index + "]";
      case Graph.Node.ParameterValue(var index) -> "p[" + index + "]";
      case Graph.Node.Time() -> "t";
      case Graph.Node.Sum _ -> pair(x, "+");
      case Graph.Node.Difference _ -> pair(x, "-");
      case Graph.Node.Product _ -> pair(x, "*");
      case Graph.Node.Reciprocal _ -> "(1.0 / " + x.getFirst() + ")";
      case Graph.Node.Opposite _ -> "(-" + x.getFirst() + ")";
      case Graph.Node.PowerOf _ -> "pow(" + x.get(0) + ", " + x.get(1) + ")";
      case Graph.Node.FunctionOf(var function, _, _) -> call(function, x);
      case Graph.Node.Comparing(var comparison, _, _) ->
          "((" + pair(x, comparison.spelling()) + ") ? 1.0 : 0.0)";
      case Graph.Node.Choice _ -> "((" + x.get(0) + " != 0) ? " + x.get(1) + " : " + x.get(2) + ")";
    };
  }

  private static String pair(List<String> x, String operator) {
    return "(" + x.get(0) + " " + operator + " " + x.get(1) + ")";
  }

  private static String literal(double number) {
    if (Double.isNaN(number)) {
      return "NAN";
    }
    return Double.isInfinite(number) ? (number > 0 ? "INFINITY" : "-INFINITY") : "" + number;
  }

  private static String call(Function function, List<String> x) {
    return switch (function) {
      case MIN -> "(%1$s < %2$s ? %1$s : %2$s)".formatted(x.get(0), x.get(1));
      case MAX -> "(%1$s > %2$s ? %1$s : %2$s)".formatted(x.get(0), x.get(1));
      case AND -> "((%s != 0 && %s != 0) ? 1.0 : 0.0)".formatted(x.get(0), x.get(1));
      case OR -> "((%s != 0 || %s != 0) ? 1.0 : 0.0)".formatted(x.get(0), x.get(1));
      case NOT -> "(%s == 0 ? 1.0 : 0.0)".formatted(x.get(0));
      case LN -> "log(" + x.getFirst() + ")";
      case ABS -> "fabs(" + x.getFirst() + ")";
      case EXP, LOG10, SQRT, FLOOR, CEIL, SIN, COS, TAN, TANH, ASIN, ACOS, ATAN ->
          function.spelling() + "(" + x.getFirst() + ")";
    };
  }
}
