package org.cytotrial.model.expression;

import java.util.Arrays;
import java.util.Optional;

/// The functions that a formula may call. Logic takes any non-zero number as true and gives 1 or 0.
public enum Function {
  EXP("exp", 1),
  LN("ln", 1),
  LOG10("log10", 1),
  SQRT("sqrt", 1),
  ABS("abs", 1),
  FLOOR("floor", 1),
  CEIL("ceil", 1),
  SIN("sin", 1),
  COS("cos", 1),
  TAN("tan", 1),
  TANH("tanh", 1),
  ASIN("asin", 1),
  ACOS("acos", 1),
  ATAN("atan", 1),
  MIN("min", 2),
  MAX("max", 2),
  AND("and", 2),
  OR("or", 2),
  NOT("not", 1);

  private final String spelling;
  private final int arity;

  Function(String spelling, int arity) {
    this.spelling = spelling;
    this.arity = arity;
  }

  public String spelling() {
    return spelling;
  }

  public int arity() {
    return arity;
  }

  public static Optional<Function> named(String name) {
    return Arrays.stream(values()).filter(f -> f.spelling.equals(name)).findFirst();
  }

  /// The value; `b` is not read by functions of one argument.
  public double apply(double a, double b) {
    return switch (this) {
      case EXP -> Math.exp(a);
      case LN -> Math.log(a);
      case LOG10 -> Math.log10(a);
      case SQRT -> Math.sqrt(a);
      case ABS -> Math.abs(a);
      case FLOOR -> Math.floor(a);
      case CEIL -> Math.ceil(a);
      case SIN -> Math.sin(a);
      case COS -> Math.cos(a);
      case TAN -> Math.tan(a);
      case TANH -> Math.tanh(a);
      case ASIN -> Math.asin(a);
      case ACOS -> Math.acos(a);
      case ATAN -> Math.atan(a);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case AND -> a != 0 && b != 0 ? 1 : 0;
      case OR -> a != 0 || b != 0 ? 1 : 0;
      case NOT -> a == 0 ? 1 : 0;
    };
  }
}
