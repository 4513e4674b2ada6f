package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.reading.Token.Kind;

/// Operands and the operators between them, until the order of binding makes a tree of them.
final class Chain {
  private final Syntax syntax;
  private final List<Query> operands = new ArrayList<>();
  private final List<Kind> operators = new ArrayList<>();

  Chain(Syntax syntax) {
    this.syntax = syntax;
  }

  boolean isEmpty() {
    return operands.isEmpty();
  }

  void first(Query query) {
    operands.add(query);
  }

  /// @param before the operator on the operand's left; without meaning for the first one
  void add(Kind before, Query operand) {
    if (!operands.isEmpty()) {
      operators.add(before);
    }
    operands.add(operand);
  }

  /// The tree; empty without operands.
  Optional<Query> tree() {
    if (operands.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(syntax == Syntax.PUBMED ? fromTheLeft(0, operands.size()) : orLast());
  }

  private Query fromTheLeft(int from, int to) {
    Query tree = operands.get(from);
    for (int i = from + 1; i < to; i++) {
      tree = combine(operators.get(i - 1), tree, operands.get(i));
    }
    return tree;
  }

  private Query orLast() {
    List<Query> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= operands.size(); i++) {
      if (i == operands.size() || operators.get(i - 1) == Kind.OR) {
        parts.add(fromTheLeft(from, i));
        from = i;
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts, parts.getFirst().place());
  }

  private static Query combine(Kind operator, Query left, Query right) {
    return switch (operator) {
      case OR ->
          new Query.Or(
              append(left instanceof Query.Or o ? o.parts() : List.of(left), right), left.place());
      case NOT -> new Query.Not(left, right, left.place());
      default ->
          new Query.And(
              append(left instanceof Query.And a ? a.parts() : List.of(left), right), left.place());
    };
  }

  private static List<Query> append(List<Query> parts, Query last) {
    List<Query> all = new ArrayList<>(parts);
    all.add(last);
    return all;
  }
}
