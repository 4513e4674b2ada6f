package org.cytotrial.evidence.extraction.rules;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as the program writes them.
final class Numerals {
  private Numerals() {}

  /// Without trailing zeros and without exponent, to nine digits.
  static String plain(double value) {
    BigDecimal exact = new BigDecimal(value, new MathContext(9)).stripTrailingZeros();
    return (exact.signum() == 0 ? BigDecimal.ZERO : exact).toPlainString();
  }
}
