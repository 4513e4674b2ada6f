package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression;

/// The equations of a model as graph nodes: what every kernel is generated from.
///
/// @param derivatives node of dy/dt per state
/// @param entries nodes of the non-zeros of the Jacobian, row by row
/// @param byTime node of the partial derivative of dy/dt by time per state
/// @param pattern per state, the columns of its row of the Jacobian
record Linearisation(
    Graph graph,
    Lowering lowering,
    List<Integer> derivatives,
    List<Integer> entries,
    List<Integer> byTime,
    List<BitSet> pattern) {

  static Linearisation of(Equations equations) {
    var graph = new Graph();
    var lowering = new Lowering(graph, equations, equations.definitions());
    var jacobian = new Jacobian(graph, lowering, equations);
    List<Integer> derivatives = new ArrayList<>();
    List<Integer> entries = new ArrayList<>();
    List<Integer> byTime = new ArrayList<>();
    List<BitSet> pattern = new ArrayList<>();
    for (String state : equations.states()) {
      Expression formula = equations.derivatives().getOrDefault(state, Expression.Constant.ZERO);
      derivatives.add(lowering.lower(formula));
      Map<Integer, Integer> row = jacobian.row(formula);
      BitSet columns = new BitSet();
      row.keySet().forEach(columns::set);
      pattern.add(columns);
      entries.addAll(row.values());
      byTime.add(jacobian.byTime(formula));
    }
    return new Linearisation(graph, lowering, derivatives, entries, byTime, pattern);
  }

  /// dy/dt and, behind it, the Jacobian.
  List<Integer> both() {
    List<Integer> both = new ArrayList<>(derivatives);
    both.addAll(entries);
    return both;
  }

  boolean dependsOnTime() {
    return byTime.stream().anyMatch(node -> !graph.is(node, 0));
  }
}
