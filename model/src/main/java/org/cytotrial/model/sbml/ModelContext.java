package org.cytotrial.model.sbml;

import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;

/// What the readers of the parts of one model share.
record ModelContext(
    boolean isLevel2,
    Problems problems,
    Attributes attributes,
    UnitDefinitions units,
    SymbolTable symbols,
    Formulas formulas) {

  static ModelContext of(XmlElement model, boolean isLevel2, Problems problems) {
    var symbols = new SymbolTable(model, problems);
    return new ModelContext(
        isLevel2,
        problems,
        new Attributes(problems),
        new UnitDefinitions(model, isLevel2, problems),
        symbols,
        new Formulas(model, symbols, problems));
  }

  /// The substance unit of species that name none.
  Optional<Unit> substanceUnit(XmlElement model) {
    return isLevel2 ? units.named(model, "substance") : units.of(model, "substanceUnits");
  }
}
