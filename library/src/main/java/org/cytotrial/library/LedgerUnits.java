package org.cytotrial.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cytotrial.domain.quantity.BaseUnit;
import org.cytotrial.domain.quantity.Unit;

/// The unit column of the ledger. Words that say what kind of a dimensionless number a value is,
/// and units that SBML has no way to write, are dimensionless of size 1: a per cent counts per
/// cents.
final class LedgerUnits {
  private static final Set<String> DIMENSIONLESS =
      Set.of(
          "dimensionless",
          "fraction",
          "fold",
          "relative",
          "signal",
          "occupancy",
          "count",
          "1/division",
          "E:T ratio",
          "NK:T ratio",
          "T:C ratio",
          "Treg:T ratio",
          "fold of median",
          "0/1",
          "%",
          "degC",
          "ug/kg/min",
          "1/(ug/kg/min)");

  private LedgerUnits() {}

  /// @throws IllegalArgumentException naming the part that is not understood
  static Unit parse(String text) {
    return DIMENSIONLESS.contains(text) ? Unit.DIMENSIONLESS : Unit.parse(text);
  }

  /// The unit as a model can say it: SBML has no international units and counts them as items.
  static Unit inModel(Unit unit) {
    Map<BaseUnit, Double> exponents = new HashMap<>(unit.exponents());
    Double activity = exponents.remove(BaseUnit.INTERNATIONAL_UNIT);
    if (activity == null) {
      return unit;
    }
    exponents.merge(BaseUnit.ITEM, activity, Double::sum);
    return new Unit(unit.factor(), exponents);
  }
}
