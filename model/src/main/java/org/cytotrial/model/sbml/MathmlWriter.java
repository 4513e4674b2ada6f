package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Add;
import org.cytotrial.model.expression.Expression.Call;
import org.cytotrial.model.expression.Expression.Compare;
import org.cytotrial.model.expression.Expression.Constant;
import org.cytotrial.model.expression.Expression.Divide;
import org.cytotrial.model.expression.Expression.Multiply;
import org.cytotrial.model.expression.Expression.Negate;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Expression.Power;
import org.cytotrial.model.expression.Expression.Subtract;
import org.cytotrial.model.expression.Expression.Symbol;
import org.cytotrial.model.expression.Expression.Time;
import org.cytotrial.model.expression.Function;
import org.cytotrial.model.sbml.XmlText.Tag;

/// Writes formulas as the MathML of SBML L3V2, such that [MathmlReader] reads the same tree.
record MathmlWriter(XmlText xml, LiteralUnits literals) {
  private static final String TIME = "http://www.sbml.org/sbml/symbols/time";
  private static final Optional<Unit> NUMBER = Optional.of(Unit.DIMENSIONLESS);

  /// Where a formula stands: as a condition, or as a number that should have a unit.
  private record Place(boolean isCondition, Optional<Unit> unit) {
    private static final Place CONDITION = new Place(true, NUMBER);
    private static final Place FACTOR = new Place(false, NUMBER);
  }

  /// Writes `<math>` with a formula whose place wants `unit`, where that is known.
  void write(Expression formula, Optional<Unit> unit) {
    math(formula, new Place(false, unit));
  }

  void writeCondition(Expression formula) {
    math(formula, Place.CONDITION);
  }

  private void math(Expression formula, Place place) {
    xml.start(Tag.of("math").with("xmlns", "http://www.w3.org/1998/Math/MathML"));
    node(formula, place);
    xml.end();
  }

  private void node(Expression e, Place place) {
    switch (e) {
      case Constant(var value) -> constant(value, place);
      case Symbol(var id) -> xml.leaf(Tag.of("ci"), id);
      case Time() ->
          xml.leaf(Tag.of("csymbol").with("encoding", "text").with("definitionURL", TIME), "time");
      case Add _ -> alike("plus", spine(e), place.unit());
      case Subtract(var a, var b) -> alike("minus", List.of(a, b), place.unit());
      case Multiply _ -> apply("times", spine(e), Place.FACTOR);
      case Divide(Constant(var a), Constant(var b)) when isWhole(a) && isWhole(b) ->
          xml.number(
              literals.tell(Tag.of("cn"), 1, NUMBER).with("type", "rational"),
              XmlText.number(a),
              XmlText.number(b));
      case Divide(var a, var b) -> apply("divide", List.of(a, b), Place.FACTOR);
      case Power(var a, var b) -> apply("power", List.of(a, b), Place.FACTOR);
      case Negate(var a) -> apply("minus", List.of(a), place);
      case Call(var function, var arguments) ->
          call(function, arguments.size() == 1 ? arguments : spine(e), place);
      case Compare(var comparison, var a, var b) ->
          alike(name(comparison), List.of(a, b), Optional.empty());
      case Piecewise _ -> piecewise(e, place);
    }
  }

  private void apply(String operator, List<Expression> arguments, Place place) {
    xml.start("apply");
    xml.empty(operator);
    arguments.forEach(a -> node(a, place));
    xml.end();
  }

  private void alike(String operator, List<Expression> arguments, Optional<Unit> unit) {
    apply(operator, arguments, new Place(false, literals.shared(arguments, unit)));
  }

  private void call(Function function, List<Expression> arguments, Place place) {
    switch (function) {
      case LOG10 -> {
        xml.start("apply");
        xml.empty("log");
        xml.start("logbase");
        constant(10, Place.FACTOR);
        xml.end();
        node(arguments.getFirst(), Place.FACTOR);
        xml.end();
      }
      case MIN, MAX -> alike(name(function), arguments, place.unit());
      case AND, OR, NOT -> apply(name(function), arguments, Place.CONDITION);
      case ABS, FLOOR, CEIL -> apply(name(function), arguments, new Place(false, place.unit()));
      default -> apply(name(function), arguments, Place.FACTOR);
    }
  }

  /// The operands of an operator that MathML takes any number of: those of its left side too, as
  /// far as the reader folds them the same way.
  private static List<Expression> spine(Expression e) {
    var operands = new ArrayList<Expression>();
    Expression left = e;
    while (isAnyNumber(left, e) && operands.size() < MathmlOperators.WIDEST - 1) {
      List<Expression> parts = left.children();
      operands.add(parts.getLast());
      left = parts.getFirst();
      if (isAnyNumber(parts.getLast(), e)) {
        break;
      }
    }
    operands.add(left);
    return operands.reversed();
  }

  private static boolean isAnyNumber(Expression e, Expression top) {
    return switch (e) {
      case Add _ -> top instanceof Add;
      case Multiply _ -> top instanceof Multiply;
      case Call(var f, _) when f.arity() == 2 -> top instanceof Call(var g, _) && f == g;
      case Constant _, Symbol _, Time _, Subtract _, Divide _, Power _, Negate _ -> false;
      case Call _, Compare _, Piecewise _ -> false;
    };
  }

  private void piecewise(Expression e, Place place) {
    var values = new ArrayList<Expression>();
    Expression last = e;
    while (last instanceof Piecewise(var value, _, var otherwise)) {
      values.add(value);
      last = otherwise;
    }
    values.add(last);
    var inside = new Place(place.isCondition(), literals.shared(values, place.unit()));
    xml.start("piecewise");
    Expression rest = e;
    while (rest instanceof Piecewise(var value, var condition, var otherwise)) {
      xml.start("piece");
      node(value, inside);
      node(condition, Place.CONDITION);
      xml.end();
      rest = otherwise;
    }
    xml.start("otherwise");
    node(last, inside);
    xml.end();
    xml.end();
  }

  private void constant(double value, Place place) {
    if (place.isCondition() && (value == 0 || value == 1)) {
      xml.empty(value == 1 ? "true" : "false");
    } else if (Double.isNaN(value)) {
      xml.empty("notanumber");
    } else if (value == Double.POSITIVE_INFINITY) {
      xml.empty("infinity");
    } else if (value == Double.NEGATIVE_INFINITY) {
      apply("minus", List.of(Expression.constant(Double.POSITIVE_INFINITY)), Place.FACTOR);
    } else {
      finite(value, literals.tell(Tag.of("cn"), value, place.unit()));
    }
  }

  private void finite(double value, Tag tag) {
    String text = XmlText.number(value);
    int e = text.indexOf('E');
    if (e >= 0) {
      xml.number(tag.with("type", "e-notation"), text.substring(0, e), text.substring(e + 1));
    } else {
      xml.leaf(text.indexOf('.') < 0 ? tag.with("type", "integer") : tag, text);
    }
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && value != 0 && Math.abs(value) < 1e9;
  }

  private static String name(Comparison comparison) {
    return switch (comparison) {
      case LESS -> "lt";
      case AT_MOST -> "leq";
      case GREATER -> "gt";
      case AT_LEAST -> "geq";
      case EQUAL -> "eq";
      case UNEQUAL -> "neq";
    };
  }

  private static String name(Function function) {
    return switch (function) {
      case SQRT -> "root";
      case LOG10 -> "log";
      case CEIL -> "ceiling";
      case ASIN -> "arcsin";
      case ACOS -> "arccos";
      case ATAN -> "arctan";
      case EXP, LN, ABS, FLOOR, SIN, COS, TAN, TANH, MIN, MAX, AND, OR, NOT -> function.spelling();
    };
  }
}
