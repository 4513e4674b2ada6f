package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.cytotrial.engine.compile.LaneLayout.Region;
import org.cytotrial.engine.compile.LaneProgram.Home;
import org.cytotrial.engine.compile.LaneProgram.Kind;
import org.cytotrial.engine.compile.LaneProgram.Op;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Function;

/// Turns graph nodes into a [LaneProgram].
///
/// Powers, logarithms and the like are done in batches: level by level, the arguments of all of
/// them are computed and put side by side, then one loop computes each function. This keeps their
/// long polynomials out of the straight-line code.
final class LaneLowering {
  private final Graph graph;
  private final Map<Integer, Integer> prepared;
  private final LaneProgram program;
  private final LaneLayout layout;
  private final Map<Integer, Integer> values = new HashMap<>();
  private final Map<Integer, Integer> uses = new HashMap<>();
  private final Map<Integer, Integer> levels = new HashMap<>();
  private final Map<Integer, List<Integer>> batched = new LinkedHashMap<>();

  /// @param prepared place among the prepared values of nodes that only depend on parameters
  LaneLowering(Graph graph, Map<Integer, Integer> prepared, LaneProgram program) {
    this.graph = graph;
    this.prepared = prepared;
    this.program = program;
    this.layout = program.layout();
  }

  /// Computes the nodes and stores each at its home.
  void outputs(List<Integer> nodes, IntFunction<Home> home) {
    nodes.forEach(this::visit);
    int last = batched.keySet().stream().mapToInt(level -> level).max().orElse(0);
    for (int level = 1; level <= last; level++) {
      computeBatches(batched.getOrDefault(level, List.of()));
    }
    for (int i = 0; i < nodes.size(); i++) {
      program.store(value(nodes.get(i)), home.apply(i));
    }
  }

  /// Counts uses, and finds the level of a node: how many batches stand before it.
  private int visit(int node) {
    if (isLeaf(node)) {
      return 0;
    }
    uses.merge(node, 1, Integer::sum);
    Integer known = levels.get(node);
    if (known != null) {
      return known;
    }
    int level = graph.operands(node).stream().mapToInt(this::visit).max().orElse(0);
    if (isBatched(node)) {
      level++;
      batched.computeIfAbsent(level, _ -> new ArrayList<>()).add(node);
    }
    levels.put(node, level);
    return level;
  }

  private boolean isLeaf(int node) {
    return prepared.containsKey(node) || graph.operands(node).isEmpty();
  }

  private boolean isBatched(int node) {
    return switch (graph.node(node)) {
      case Graph.Node.PowerOf _ -> true;
      case Graph.Node.FunctionOf(var function, _, _) ->
          switch (function) {
            case EXP, LN, LOG10, FLOOR, CEIL, SIN, COS, TAN, TANH, ASIN, ACOS, ATAN -> true;
            case SQRT, ABS, MIN, MAX, AND, OR, NOT -> false;
          };
      default -> false;
    };
  }

  private void computeBatches(List<Integer> nodes) {
    Map<Optional<Function>, List<Integer>> byFunction = new LinkedHashMap<>();
    for (int node : nodes) {
      Optional<Function> function =
          graph.node(node) instanceof Graph.Node.FunctionOf(var f, _, _)
              ? Optional.of(f)
              : Optional.empty();
      byFunction.computeIfAbsent(function, _ -> new ArrayList<>()).add(node);
    }
    List<Op.Batch> batches = new ArrayList<>();
    byFunction.forEach((function, same) -> batches.add(arguments(function, same)));
    batches.forEach(program::batch);
    List<List<Integer>> groups = List.copyOf(byFunction.values());
    for (int g = 0; g < groups.size(); g++) {
      for (int i = 0; i < groups.get(g).size(); i++) {
        values.put(groups.get(g).get(i), program.input(Home.at(batches.get(g).result() + i)));
      }
    }
  }

  private Op.Batch arguments(Optional<Function> function, List<Integer> nodes) {
    int count = nodes.size();
    int first = layout.allocate(count);
    int second = function.isPresent() ? first : layout.allocate(count);
    int result = layout.allocate(count);
    for (int i = 0; i < count; i++) {
      List<Integer> operands = graph.operands(nodes.get(i));
      program.store(value(operands.get(0)), Home.at(first + i));
      if (operands.size() > 1) {
        program.store(value(operands.get(1)), Home.at(second + i));
      }
    }
    return new Op.Batch(function, first, second, result, count);
  }

  private int value(int node) {
    Integer known = values.get(node);
    if (known == null) {
      known = prepared.containsKey(node) ? preparedValue(node) : compute(node);
      values.put(node, known);
    }
    return known;
  }

  private int preparedValue(int node) {
    return program.input(Home.at(layout.slot(Region.PREPARED) + prepared.getOrDefault(node, -1)));
  }

  private int compute(int node) {
    return switch (graph.node(node)) {
      case Graph.Node.Literal(var value) -> program.literal(value);
      case Graph.Node.State(var index) -> program.input(Home.at(layout.slot(Region.U) + index));
      case Graph.Node.ParameterValue(var index) -> program.input(Home.at(layout.parameter(index)));
      case Graph.Node.Time() -> program.input(Home.at(layout.slot(Region.T)));
      case Graph.Node.Sum(var a, var b) -> sum(a, b);
      case Graph.Node.Difference(var a, var b) -> program.compute(Kind.SUB, value(a), value(b));
      case Graph.Node.Product(var a, var b) -> program.compute(Kind.MUL, value(a), value(b));
      case Graph.Node.Reciprocal(var a) -> program.compute(Kind.DIV, program.literal(1), value(a));
      case Graph.Node.Opposite(var a) -> program.compute(Kind.NEG, value(a));
      case Graph.Node.FunctionOf(var function, var a, var b) -> function(function, a, b);
      case Graph.Node.Comparing(var comparison, var a, var b) ->
          program.select(comparison, value(a), value(b), program.literal(1), program.literal(0));
      case Graph.Node.Choice(var condition, var then, var otherwise) ->
          choice(condition, value(then), value(otherwise));
      case Graph.Node.PowerOf _ ->
          throw new IllegalStateException("A power is computed in a batch");
    };
  }

  /// One rounding where a product is used by this sum only.
  private int sum(int a, int b) {
    if (isOwnProduct(b)) {
      return multiplyAdd(b, a);
    }
    return isOwnProduct(a) ? multiplyAdd(a, b) : program.compute(Kind.ADD, value(a), value(b));
  }

  private boolean isOwnProduct(int node) {
    return !isLeaf(node)
        && graph.node(node) instanceof Graph.Node.Product
        && uses.getOrDefault(node, 0) == 1;
  }

  private int multiplyAdd(int product, int addend) {
    var factors = (Graph.Node.Product) graph.node(product);
    return program.compute(Kind.FMA, value(factors.a()), value(factors.b()), value(addend));
  }

  private int function(Function function, int a, int b) {
    return switch (function) {
      case SQRT -> program.compute(Kind.SQRT, value(a));
      case ABS -> program.compute(Kind.ABS, value(a));
      case MIN -> program.compute(Kind.MIN, value(a), value(b));
      case MAX -> program.compute(Kind.MAX, value(a), value(b));
      case NOT -> choice(a, program.literal(0), program.literal(1));
      case AND -> choice(a, choice(b, program.literal(1), program.literal(0)), program.literal(0));
      case OR -> choice(a, program.literal(1), choice(b, program.literal(1), program.literal(0)));
      case EXP, LN, LOG10, FLOOR, CEIL, SIN, COS, TAN, TANH, ASIN, ACOS, ATAN ->
          throw new IllegalStateException(function + " is computed in a batch");
    };
  }

  private int choice(int condition, int then, int otherwise) {
    if (!isLeaf(condition)
        && graph.node(condition) instanceof Graph.Node.Comparing(var comparison, var a, var b)) {
      return program.select(comparison, value(a), value(b), then, otherwise);
    }
    return program.select(
        Comparison.UNEQUAL, value(condition), program.literal(0), then, otherwise);
  }
}
