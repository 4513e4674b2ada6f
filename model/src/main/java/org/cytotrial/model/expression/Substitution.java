package org.cytotrial.model.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression.Symbol;

/// Replaces symbols by expressions, all at once: an argument's own symbols are never replaced
/// again, so that a function argument may have the name of a global quantity.
public record Substitution(Map<String, Expression> replacements) {
  public Substitution {
    replacements = Map.copyOf(replacements);
  }

  public static Substitution of(List<String> names, List<Expression> values) {
    var map = new HashMap<String, Expression>();
    for (int i = 0; i < names.size(); i++) {
      map.put(names.get(i), values.get(i));
    }
    return new Substitution(map);
  }

  public Expression apply(Expression expression) {
    if (expression instanceof Symbol(var id)) {
      return replacements.getOrDefault(id, expression);
    }
    List<Expression> parts = expression.children();
    return parts.isEmpty()
        ? expression
        : expression.withChildren(parts.stream().map(this::apply).toList());
  }
}
