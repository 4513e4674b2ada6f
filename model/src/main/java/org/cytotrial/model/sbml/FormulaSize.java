package org.cytotrial.model.sbml;

import java.util.IdentityHashMap;
import org.cytotrial.model.expression.Expression;

/// Nodes and depth of formulas as trees, though function calls and rewriting share their parts. A
/// few lines of nested function definitions can stand for more nodes than there is memory; readers
/// ask here first.
final class FormulaSize {
  static final long MOST_NODES = 1_000_000;
  static final int DEEPEST = 500;

  record Size(long nodes, int depth) {
    boolean isTooLarge() {
      return nodes > MOST_NODES || depth > DEEPEST;
    }
  }

  private final IdentityHashMap<Expression, Size> known = new IdentityHashMap<>();

  Size of(Expression expression) {
    Size size = known.get(expression);
    if (size == null) {
      long nodes = 1;
      int depth = 1;
      for (Expression child : expression.children()) {
        Size part = of(child);
        nodes = Math.min(nodes + part.nodes(), Long.MAX_VALUE / 8);
        depth = Math.max(depth, part.depth() + 1);
      }
      size = new Size(nodes, depth);
      known.put(expression, size);
    }
    return size;
  }
}
