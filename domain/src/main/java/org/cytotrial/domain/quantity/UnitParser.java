package org.cytotrial.domain.quantity;

import static org.cytotrial.domain.quantity.BaseUnit.AMPERE;
import static org.cytotrial.domain.quantity.BaseUnit.CANDELA;
import static org.cytotrial.domain.quantity.BaseUnit.INTERNATIONAL_UNIT;
import static org.cytotrial.domain.quantity.BaseUnit.ITEM;
import static org.cytotrial.domain.quantity.BaseUnit.KELVIN;
import static org.cytotrial.domain.quantity.BaseUnit.KILOGRAM;
import static org.cytotrial.domain.quantity.BaseUnit.METRE;
import static org.cytotrial.domain.quantity.BaseUnit.MOLE;
import static org.cytotrial.domain.quantity.BaseUnit.SECOND;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads unit text: symbols with SI prefixes, `*`, `/`, parentheses, numbers, and integer powers as
/// `m2` or `m^2`.
///
/// A solidus binds the one factor that follows it, as in UCUM: `mg/kg/day` is mg per kg per day.
final class UnitParser {
  private static final Map<String, Unit> SYMBOLS = symbols();
  private static final Map<String, Double> PREFIXES =
      Map.ofEntries(
          Map.entry("f", 1e-15),
          Map.entry("p", 1e-12),
          Map.entry("n", 1e-9),
          Map.entry("u", 1e-6),
          Map.entry("µ", 1e-6),
          Map.entry("μ", 1e-6),
          Map.entry("m", 1e-3),
          Map.entry("c", 1e-2),
          Map.entry("d", 1e-1),
          Map.entry("k", 1e3),
          Map.entry("M", 1e6),
          Map.entry("G", 1e9));

  private final String text;
  private int at;

  UnitParser(String text) {
    this.text = text;
  }

  Unit parse() {
    Unit unit = product();
    if (at < text.length()) {
      throw error("unexpected '" + text.charAt(at) + "'");
    }
    return unit;
  }

  private Unit product() {
    Unit unit = factor();
    while (true) {
      skipSpace();
      if (take('*') || take('·')) {
        unit = unit.times(factor());
      } else if (take('/')) {
        unit = unit.per(factor());
      } else {
        return unit;
      }
    }
  }

  private Unit factor() {
    skipSpace();
    if (take('(')) {
      Unit inner = product();
      if (!take(')')) {
        throw error("')' is missing");
      }
      return raised(inner);
    }
    if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      return raised(new Unit(number(), Map.of()));
    }
    return raised(symbol(word()));
  }

  private Unit raised(Unit unit) {
    boolean caret = take('^');
    int start = at;
    if (caret && (peek('-') || peek('+'))) {
      at++;
    }
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      if (caret) {
        throw error("a power needs a whole number");
      }
      return unit;
    }
    return unit.power(Integer.parseInt(text.substring(start, at)));
  }

  private double number() {
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || peek('.') || exponent())) {
      at++;
    }
    return Double.parseDouble(text.substring(start, at));
  }

  private boolean exponent() {
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    return c == 'e' || c == 'E' || ((c == '-' || c == '+') && (before == 'e' || before == 'E'));
  }

  private String word() {
    int start = at;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || peek('%'))) {
      at++;
    }
    if (at == start) {
      throw error("a unit is missing");
    }
    return text.substring(start, at);
  }

  private Unit symbol(String word) {
    Unit exact = SYMBOLS.get(word);
    if (exact != null) {
      return exact;
    }
    Unit prefixed = prefixed(word);
    if (prefixed == null) {
      throw error("unit '" + word + "' is not known");
    }
    return prefixed;
  }

  private static @Nullable Unit prefixed(String word) {
    for (var prefix : PREFIXES.entrySet()) {
      if (word.startsWith(prefix.getKey())) {
        Unit stem = SYMBOLS.get(word.substring(prefix.getKey().length()));
        if (stem != null) {
          return stem.scaled(prefix.getValue());
        }
      }
    }
    return null;
  }

  private void skipSpace() {
    while (peek(' ')) {
      at++;
    }
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean take(char c) {
    skipSpace();
    if (peek(c)) {
      at++;
      return true;
    }
    return false;
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException(
        "Unit '%s', character %d: %s. Maybe write it like 'nmol/L', 'IU/kg', 'mg/m2', '1/day'."
            .formatted(text, at + 1, what));
  }

  private static Map<String, Unit> symbols() {
    var known = new HashMap<String, Unit>();
    Unit second = Unit.of(SECOND);
    Unit litre = Unit.of(METRE).power(3).scaled(1e-3);
    Unit gram = Unit.of(KILOGRAM).scaled(1e-3);
    known.put("s", second);
    known.put("min", second.scaled(60));
    known.put("h", second.scaled(3600));
    for (String day : new String[] {"d", "day", "days"}) {
      known.put(day, second.scaled(86_400));
    }
    for (String week : new String[] {"week", "weeks"}) {
      known.put(week, second.scaled(7 * 86_400));
    }
    known.put("m", Unit.of(METRE));
    known.put("L", litre);
    known.put("l", litre);
    known.put("g", gram);
    known.put("mol", Unit.of(MOLE));
    known.put("M", Unit.of(MOLE).per(litre));
    known.put("Da", gram.per(Unit.of(MOLE)));
    known.put("K", Unit.of(KELVIN));
    known.put("A", Unit.of(AMPERE));
    known.put("cd", Unit.of(CANDELA));
    for (String item : new String[] {"item", "items", "cell", "cells", "receptor", "receptors"}) {
      known.put(item, Unit.of(ITEM));
    }
    known.put("IU", Unit.of(INTERNATIONAL_UNIT));
    known.put("U", Unit.of(INTERNATIONAL_UNIT));
    Unit pascal = Unit.of(KILOGRAM).per(Unit.of(METRE)).per(second.power(2));
    known.put("Pa", pascal);
    known.put("mmHg", pascal.scaled(133.322));
    known.put("%", Unit.DIMENSIONLESS.scaled(0.01));
    known.put("dimensionless", Unit.DIMENSIONLESS);
    return Map.copyOf(known);
  }
}
