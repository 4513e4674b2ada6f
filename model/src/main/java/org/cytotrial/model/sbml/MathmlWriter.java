package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.List;
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
import org.cytotrial.model.expression.UnitInference;
import org.cytotrial.model.sbml.XmlText.Tag;

/// Writes formulas as the MathML of SBML L3V2, such that [MathmlReader] reads the same tree.
///
/// @param literalsAreDimensionless whether to declare so, except for those that fit any unit
record MathmlWriter(XmlText xml, boolean literalsAreDimensionless) {
  private static final String TIME = "http://www.sbml.org/sbml/symbols/time";

  void write(Expression formula, boolean isCondition) {
    xml.start(Tag.of("math").with("xmlns", "http://www.w3.org/1998/Math/MathML"));
    node(formula, isCondition);
    xml.end();
  }

  private void node(Expression e, boolean isCondition) {
    switch (e) {
      case Constant(var value) -> constant(value, isCondition);
      case Symbol(var id) -> xml.leaf(Tag.of("ci"), id);
      case Time() ->
          xml.leaf(Tag.of("csymbol").with("encoding", "text").with("definitionURL", TIME), "time");
      case Add _ -> apply("plus", spine(e), false);
      case Subtract(var a, var b) -> apply("minus", List.of(a, b), false);
      case Multiply _ -> apply("times", spine(e), false);
      case Divide(var a, var b) -> apply("divide", List.of(a, b), false);
      case Power(var a, var b) -> apply("power", List.of(a, b), false);
      case Negate(var a) -> apply("minus", List.of(a), false);
      case Call(var function, var arguments) ->
          call(function, arguments.size() == 1 ? arguments : spine(e));
      case Compare(var comparison, var a, var b) -> apply(name(comparison), List.of(a, b), false);
      case Piecewise _ -> piecewise(e, isCondition);
    }
  }

  private void apply(String operator, List<Expression> arguments, boolean ofConditions) {
    xml.start("apply");
    xml.empty(operator);
    arguments.forEach(a -> node(a, ofConditions));
    xml.end();
  }

  private void call(Function function, List<Expression> arguments) {
    switch (function) {
      case LOG10 -> {
        xml.start("apply");
        xml.empty("log");
        xml.start("logbase");
        xml.leaf(literal(), "10");
        xml.end();
        node(arguments.getFirst(), false);
        xml.end();
      }
      case AND, OR, NOT -> apply(name(function), arguments, true);
      default -> apply(name(function), arguments, false);
    }
  }

  /// The operands of an operator that MathML takes any number of: those of its left side too, as far as the reader
  /// folds them the same way.
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

  private void piecewise(Expression e, boolean ofConditions) {
    xml.start("piecewise");
    Expression rest = e;
    while (rest instanceof Piecewise(var value, var condition, var otherwise)) {
      xml.start("piece");
      node(value, ofConditions);
      node(condition, true);
      xml.end();
      rest = otherwise;
    }
    xml.start("otherwise");
    node(rest, ofConditions);
    xml.end();
    xml.end();
  }

  private void constant(double value, boolean isCondition) {
    if (isCondition && (value == 0 || value == 1)) {
      xml.empty(value == 1 ? "true" : "false");
    } else if (Double.isNaN(value)) {
      xml.empty("notanumber");
    } else if (value == Double.POSITIVE_INFINITY) {
      xml.empty("infinity");
    } else if (value == Double.NEGATIVE_INFINITY) {
      apply("minus", List.of(Expression.constant(Double.POSITIVE_INFINITY)), false);
    } else {
      Tag tag = UnitInference.fitsAnyUnit(Expression.constant(value)) ? Tag.of("cn") : literal();
      String text = XmlText.number(value);
      int e = text.indexOf('E');
      if (e < 0) {
        boolean isWhole = text.indexOf('.') < 0;
        xml.leaf(isWhole ? tag.with("type", "integer") : tag, text);
      } else {
        xml.number(tag.with("type", "e-notation"), text.substring(0, e), text.substring(e + 1));
      }
    }
  }

  private Tag literal() {
    Tag tag = Tag.of("cn");
    return literalsAreDimensionless ? tag.with("sbml:units", "dimensionless") : tag;
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
