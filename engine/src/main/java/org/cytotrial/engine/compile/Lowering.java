package org.cytotrial.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Add;
import org.cytotrial.model.expression.Expression.Call;
import org.cytotrial.model.expression.Expression.Compare;
import org.cytotrial.model.expression.Expression.Constant;
import org.cytotrial.model.expression.Expression.Divide;
import org.cytotrial.model.expression.Expression.Multiply;
import org.cytotrial.model.expression.Expression.Negate;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Expression.Power;
import org.cytotrial.model.expression.Expression.Subtract;
import org.cytotrial.model.expression.Expression.Symbol;
import org.cytotrial.model.expression.Expression.Time;

/// Puts formulas into a [Graph]: symbols become inputs, or the nodes of the rule that defines them.
final class Lowering {
  private static final int IN_PROGRESS = -2;

  private final Graph graph;
  private final Map<String, Expression> definitions;
  private final Map<String, Integer> known = new HashMap<>();

  Lowering(Graph graph, Equations equations, Map<String, Expression> definitions) {
    this.graph = graph;
    this.definitions = definitions;
    List<String> parameters = equations.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      known.put(parameters.get(i), graph.parameter(i));
    }
    List<String> states = equations.states();
    for (int i = 0; i < states.size(); i++) {
      known.put(states.get(i), graph.state(i));
    }
    definitions.keySet().forEach(known::remove);
  }

  /// Whether the symbol is defined by a formula, not an input.
  boolean isDefined(String symbol) {
    return definitions.containsKey(symbol);
  }

  int symbol(String id) {
    Integer node = known.get(id);
    if (node == null) {
      Expression definition = definitions.get(id);
      if (definition == null) {
        throw new IllegalArgumentException("Symbol '" + id + "' is not defined in the model.");
      }
      known.put(id, IN_PROGRESS);
      node = lower(definition);
      known.put(id, node);
    }
    if (node == IN_PROGRESS) {
      throw new IllegalArgumentException("Symbol '" + id + "' is defined by itself, in a circle.");
    }
    return node;
  }

  int lower(Expression expression) {
    return switch (expression) {
      case Constant(var value) -> graph.literal(value);
      case Symbol(var id) -> symbol(id);
      case Time() -> graph.time();
      case Add(var a, var b) -> graph.add(lower(a), lower(b));
      case Subtract(var a, var b) -> graph.subtract(lower(a), lower(b));
      case Multiply(var a, var b) -> graph.multiply(lower(a), lower(b));
      case Divide(var a, var b) -> graph.divide(lower(a), lower(b));
      case Power(var a, var b) -> graph.power(lower(a), lower(b));
      case Negate(var a) -> graph.negate(lower(a));
      case Call(var function, var arguments) ->
          graph.call(
              function,
              lower(arguments.get(0)),
              function.arity() > 1 ? lower(arguments.get(1)) : Graph.NONE);
      case Compare(var comparison, var a, var b) -> graph.compare(comparison, lower(a), lower(b));
      case Piecewise(var a, var condition, var b) ->
          graph.choose(lower(condition), lower(a), lower(b));
    };
  }
}
