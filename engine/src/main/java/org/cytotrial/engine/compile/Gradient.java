package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.model.expression.Expression;

/// Derivatives of some formulas by some symbols of a model, compiled: the entries that can differ
/// from zero.
///
/// @param formulas value of each entry
/// @param rows formula of each entry
/// @param columns symbol of each entry
public record Gradient(Formulas formulas, List<Integer> rows, List<Integer> columns) {
  public Gradient {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  static Gradient of(Equations equations, List<Expression> formulas, List<String> symbols) {
    var graph = new Graph();
    var lowering = new Lowering(graph, equations, equations.definitions());
    var jacobian = new Jacobian(graph, lowering, equations.definitions(), symbols);
    List<Integer> rows = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    for (int i = 0; i < formulas.size(); i++) {
      int row = i;
      jacobian
          .row(formulas.get(i))
          .forEach((column, node) -> {
            rows.add(row);
            columns.add(column);
            nodes.add(node);
          });
    }
    return new Gradient(ModelCompiler.formulas(graph, nodes), rows, columns);
  }
}
