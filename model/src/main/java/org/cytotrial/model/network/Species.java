package org.cytotrial.model.network;

import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;

/// A pool in a compartment.
///
/// @param initial at the start, an amount or a concentration as `initialIsAmount` says; NaN where
///   an assignment gives it
/// @param substanceOnly whether the symbol means the amount (SBML `hasOnlySubstanceUnits`) or the
///   concentration
/// @param substanceUnit unit of the amount
/// @param isBoundary whether reactions leave it unchanged
/// @param conversionFactor parameter that turns extent into this species' substance
public record Species(
    String id,
    String compartment,
    double initial,
    boolean initialIsAmount,
    boolean substanceOnly,
    Optional<Unit> substanceUnit,
    boolean isBoundary,
    boolean isConstant,
    Optional<String> conversionFactor) {}
