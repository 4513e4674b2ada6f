package org.cytotrial.domain.quantity;

/// The axes of [Unit]: the SI base units that biology needs, and two that SI lacks.
public enum BaseUnit {
  SECOND("s"),
  METRE("m"),
  KILOGRAM("kg"),
  MOLE("mol"),
  KELVIN("K"),
  AMPERE("A"),
  CANDELA("cd"),
  /// A counted thing: a cell, a receptor, a molecule (SBML kind `item`).
  ITEM("item"),
  /// Biological activity; its mass equivalent is a property of one product.
  INTERNATIONAL_UNIT("IU");

  private final String symbol;

  BaseUnit(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
