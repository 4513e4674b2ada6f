package org.cytotrial.model.network;

import org.cytotrial.model.expression.Expression;

/// The value of a symbol at time 0, from other values at time 0.
public record InitialAssignment(String symbol, Expression formula) {}
