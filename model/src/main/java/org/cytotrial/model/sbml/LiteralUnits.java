package org.cytotrial.model.sbml;

import java.util.List;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.UnitInference;
import org.cytotrial.model.sbml.XmlText.Tag;

/// The units that a file states of the numbers in its formulas: none at all, or dimensionless and
/// for 0, which fits any unit, the unit that its place wants.
///
/// @param areStated whether any units are stated
record LiteralUnits(UnitNames names, UnitInference inference, boolean areStated) {

  /// States the unit of a literal whose place wants `wanted`.
  Tag tell(Tag tag, double value, Optional<Unit> wanted) {
    if (!areStated) {
      return tag;
    }
    Optional<Unit> unit = value == 0 ? wanted : Optional.of(Unit.DIMENSIONLESS);
    return unit.isPresent() ? tag.with("sbml:units", names.of(unit.get())) : tag;
  }

  /// The unit that operands share, if one of them needs telling; else that of the whole.
  Optional<Unit> shared(List<Expression> operands, Optional<Unit> whole) {
    if (!areStated || operands.stream().noneMatch(UnitInference::fitsAnyUnit)) {
      return whole;
    }
    return operands.stream()
        .filter(operand -> !UnitInference.fitsAnyUnit(operand))
        .findFirst()
        .flatMap(inference::of)
        .or(() -> whole);
  }
}
