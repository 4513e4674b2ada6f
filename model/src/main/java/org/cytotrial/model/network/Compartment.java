package org.cytotrial.model.network;

import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;

/// A space of some size.
///
/// @param size at the start; NaN where an assignment gives it
public record Compartment(String id, double size, Optional<Unit> unit, boolean isConstant) {}
