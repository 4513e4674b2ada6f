package org.cytotrial.simulation.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cytotrial.domain.clinical.Route;
import org.cytotrial.domain.quantity.Quantity;
import org.cytotrial.simulation.regimen.Condition;
import org.cytotrial.simulation.regimen.Rational;

/// One line of a regimen as its author writes it.
///
/// @param dose per administration, absolute or per kg or m²
/// @param infusionDays 0 for a bolus
/// @param intervalDays between doses of a cycle
/// @param doses in a cycle; empty: until the end of follow-up
/// @param cycleStarts days
/// @param hold name of a hold rule of the model, such as `HD`
/// @param stopAfter held doses that end a cycle
/// @param onlyIf condition for the line to happen at all
/// @param where position in the file, for messages
public record Administration(
    String product,
    Quantity dose,
    Route route,
    Rational infusionDays,
    Rational intervalDays,
    OptionalLong doses,
    List<Rational> cycleStarts,
    Optional<String> hold,
    OptionalInt stopAfter,
    Optional<Condition> onlyIf,
    String where) {
  public Administration {
    cycleStarts = List.copyOf(cycleStarts);
  }
}
