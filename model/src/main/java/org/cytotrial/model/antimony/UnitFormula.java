package org.cytotrial.model.antimony;

import java.util.Optional;
import java.util.function.Function;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.network.ModelFormatException.Problem;

/// Reads the right side of a unit definition: `1e-9 mole / litre`, `(1e-3 litre)^0.5`. A number
/// that stands before a unit belongs to it: `1 / 86400 second` is per day, and `10 metre^2` is 100
/// square metres, as in SBML.
final class UnitFormula {
  private final Passage passage;
  private final String text;
  private final Function<String, Optional<Unit>> named;
  private int at;

  private UnitFormula(Passage passage, Function<String, Optional<Unit>> named) {
    this.passage = passage;
    this.text = passage.text();
    this.named = named;
  }

  /// Why a unit cannot be read, with its place.
  static final class UnitFormulaException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    UnitFormulaException(Problem problem) {
      super(problem.toString());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  static Unit read(Passage passage, Function<String, Optional<Unit>> named)
      throws UnitFormulaException {
    var formula = new UnitFormula(passage, named);
    Unit unit = formula.product();
    formula.skipSpace();
    if (formula.at < formula.text.length()) {
      throw formula.error("'" + formula.text.charAt(formula.at) + "' does not fit in a unit");
    }
    return unit;
  }

  private Unit product() throws UnitFormulaException {
    Unit unit = factor();
    while (true) {
      if (take('*')) {
        unit = unit.times(factor());
      } else if (take('/')) {
        unit = unit.per(factor());
      } else {
        return unit;
      }
    }
  }

  private Unit factor() throws UnitFormulaException {
    skipSpace();
    Unit unit = Unit.DIMENSIONLESS;
    boolean numbered = at < text.length() && isNumberPart(text.charAt(at));
    if (numbered) {
      unit = unit.scaled(number());
      skipSpace();
    }
    if (take('(')) {
      unit = unit.times(product());
      if (!take(')')) {
        throw error("')' is missing");
      }
    } else if (!numbered || (at < text.length() && Character.isLetter(text.charAt(at)))) {
      unit = unit.times(name());
    }
    return take('^') ? unit.power(exponent()) : unit;
  }

  private Unit name() throws UnitFormulaException {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    Optional<Unit> unit = named.apply(name);
    if (unit.isEmpty()) {
      at = start;
      throw error(
          name.isEmpty()
              ? "a unit is missing"
              : "unit '" + name + "' is not known. Maybe define it: 'unit " + name + " = …'");
    }
    return unit.get();
  }

  private double exponent() throws UnitFormulaException {
    skipSpace();
    boolean bracket = take('(');
    boolean negative = take('-');
    double value = number();
    if (bracket && !take(')')) {
      throw error("')' is missing");
    }
    return negative ? -value : value;
  }

  private double number() throws UnitFormulaException {
    skipSpace();
    int start = at;
    while (at < text.length() && (isNumberPart(text.charAt(at)) || isExponent(start))) {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(start, at));
    } catch (NumberFormatException _) {
      at = start;
      throw error("a number is expected here");
    }
  }

  private boolean isExponent(int start) {
    char c = text.charAt(at);
    boolean mark = (c == 'e' || c == 'E') && at > start && at + 1 < text.length();
    boolean sign = (c == '-' || c == '+') && at > start && "eE".indexOf(text.charAt(at - 1)) >= 0;
    return sign || (mark && "+-0123456789".indexOf(text.charAt(at + 1)) >= 0);
  }

  private static boolean isNumberPart(char c) {
    return Character.isDigit(c) || c == '.';
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean take(char c) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private UnitFormulaException error(String what) {
    return new UnitFormulaException(
        passage.source().problem(passage.start() + at, "Unit '" + text + "': " + what + "."));
  }
}
