package org.cytotrial.domain.parameter;

import java.util.OptionalDouble;
import org.cytotrial.domain.quantity.Unit;

/// One constant of the model with where it comes from.
///
/// @param module part of the model it belongs to, such as `5 cytokines`
/// @param value in `unit`
/// @param unitText as the ledger says it; words without an SBML unit, such as `fold`, are
///   dimensionless
/// @param low least plausible value, also the lower bound of a draw
/// @param high greatest plausible value, also the upper bound of a draw
/// @param fitLow lower edge of the start box of a fit: chosen, not evidence
/// @param fitHigh upper edge of the start box of a fit
/// @param source what was read, with what it says
public record LedgerEntry(
    String id,
    String module,
    double value,
    String unitText,
    Unit unit,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble fitLow,
    OptionalDouble fitHigh,
    ParameterDistribution distribution,
    String source,
    Tag tag) {}
