package org.cytotrial.model.network;

import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;

/// A number of the model.
///
/// @param value at the start; NaN where an assignment gives it
/// @param unit empty where the model declares none
/// @param isConstant false where a rule or an event changes it
public record Parameter(String id, double value, Optional<Unit> unit, boolean isConstant) {}
