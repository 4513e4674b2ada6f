package org.cytotrial.engine.compile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cytotrial.model.expression.Derivative;
import org.cytotrial.model.expression.Expression;

/// Derivatives of formulas by the states, or by other symbols, as graph nodes: each formula is
/// differentiated by the symbols that stand in it, and rules hand on their own derivatives by the
/// chain rule.
final class Jacobian {
  private final Graph graph;
  private final Lowering lowering;
  private final Map<String, Expression> definitions;
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> bySymbol = new HashMap<>();
  private final Map<String, Integer> timeBySymbol = new HashMap<>();

  /// By the states.
  Jacobian(Graph graph, Lowering lowering, Equations equations) {
    this(graph, lowering, equations.definitions(), equations.states());
  }

  /// By any symbols that no rule defines.
  ///
  /// @param columns what is differentiated by
  Jacobian(
      Graph graph, Lowering lowering, Map<String, Expression> definitions, List<String> columns) {
    this.graph = graph;
    this.lowering = lowering;
    this.definitions = definitions;
    for (int i = 0; i < columns.size(); i++) {
      columnOf.put(columns.get(i), i);
    }
  }

  /// Column to node of the derivative; columns without influence are absent.
  Map<Integer, Integer> row(Expression formula) {
    var row = new TreeMap<Integer, Integer>();
    for (String symbol : symbols(formula)) {
      Map<Integer, Integer> inner = ofSymbol(symbol);
      if (!inner.isEmpty()) {
        int outer = lowering.lower(Derivative.of(formula, symbol));
        inner.forEach((column, node) -> row.merge(column, graph.multiply(outer, node), graph::add));
      }
    }
    row.values().removeIf(node -> graph.is(node, 0));
    return row;
  }

  /// Node of the partial derivative by time, at fixed state.
  int byTime(Expression formula) {
    int sum = lowering.lower(Derivative.byTime(formula));
    for (String symbol : symbols(formula)) {
      int inner = timeOfSymbol(symbol);
      if (!graph.is(inner, 0)) {
        int outer = lowering.lower(Derivative.of(formula, symbol));
        sum = graph.add(sum, graph.multiply(outer, inner));
      }
    }
    return sum;
  }

  private Map<Integer, Integer> ofSymbol(String symbol) {
    Map<Integer, Integer> known = bySymbol.get(symbol);
    if (known == null) {
      Expression definition = definitions.get(symbol);
      Integer column = columnOf.get(symbol);
      if (definition != null) {
        known = row(definition);
      } else {
        known = column == null ? Map.of() : Map.of(column, graph.literal(1));
      }
      bySymbol.put(symbol, known);
    }
    return known;
  }

  private int timeOfSymbol(String symbol) {
    Integer known = timeBySymbol.get(symbol);
    if (known == null) {
      Expression definition = definitions.get(symbol);
      known = definition == null ? graph.literal(0) : byTime(definition);
      timeBySymbol.put(symbol, known);
    }
    return known;
  }

  private static Set<String> symbols(Expression formula) {
    var symbols = new LinkedHashSet<String>();
    formula.forEachSymbol(symbols::add);
    return symbols;
  }
}
