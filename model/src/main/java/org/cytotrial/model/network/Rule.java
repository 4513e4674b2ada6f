package org.cytotrial.model.network;

import org.cytotrial.model.expression.Expression;

/// What fixes a symbol at all times, or its rate of change.
public sealed interface Rule {
  String variable();

  Expression formula();

  /// `variable := formula`, always.
  record Assignment(String variable, Expression formula) implements Rule {}

  /// `d variable/dt = formula`.
  record Rate(String variable, Expression formula) implements Rule {}
}
