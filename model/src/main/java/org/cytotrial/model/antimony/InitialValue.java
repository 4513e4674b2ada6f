package org.cytotrial.model.antimony;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands behind `=`: a number, perhaps with a unit, or a number over (or times) a
/// compartment, or a formula.
///
/// @param value NaN for a formula
/// @param formula empty for a number
/// @param byCompartment the compartment that the number is divided by (`/`) or multiplied with
///   (`*`)
record InitialValue(
    double value,
    Optional<Passage> unit,
    Optional<Passage> formula,
    Optional<ByCompartment> byCompartment) {
  private static final String NUMBER =
      "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|[-+]?inf(?:inity)?|NaN)";
  private static final Pattern WITH_UNIT =
      Pattern.compile(NUMBER + "(?:\\s+(" + StatementReader.NAME + "))?");
  private static final Pattern WITH_COMPARTMENT =
      Pattern.compile(NUMBER + "\\s*([*/])\\s*(" + StatementReader.NAME + ")");

  /// `3/C` is an amount of a species that is a concentration elsewhere, `3*C` the reverse.
  record ByCompartment(String compartment, boolean divides) {}

  static InitialValue read(Passage passage) {
    Matcher number = passage.matcher(WITH_UNIT);
    if (number.matches()) {
      Optional<Passage> unit =
          number.group(2) == null ? Optional.empty() : Optional.of(passage.group(number, 2));
      return new InitialValue(parse(number.group(1)), unit, Optional.empty(), Optional.empty());
    }
    Matcher over = passage.matcher(WITH_COMPARTMENT);
    if (over.matches()) {
      var by = new ByCompartment(over.group(3), over.group(2).equals("/"));
      return new InitialValue(
          parse(over.group(1)), Optional.empty(), Optional.of(passage), Optional.of(by));
    }
    return new InitialValue(Double.NaN, Optional.empty(), Optional.of(passage), Optional.empty());
  }

  private static double parse(String number) {
    if (number.equals("NaN")) {
      return Double.NaN;
    }
    return switch (number.replaceFirst("^[-+]", "")) {
      case "inf", "infinity" ->
          number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> Double.parseDouble(number);
    };
  }
}
