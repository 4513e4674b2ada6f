package org.cytotrial.domain.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All constants of the reference model, and the rows of products that replace some of them.
public final class Ledger {
  private final List<LedgerEntry> entries;
  private final Map<String, LedgerEntry> byId;
  private final Map<String, ProductRow> productRows;

  /// @throws IllegalArgumentException if an id or a row stands twice
  public Ledger(List<LedgerEntry> entries, List<ProductRow> productRows) {
    this.entries = List.copyOf(entries);
    this.byId = index(entries, LedgerEntry::id);
    this.productRows = index(productRows, ProductRow::name);
  }

  /// The constants in the order of the file; one for each parameter of the model.
  public List<LedgerEntry> entries() {
    return entries;
  }

  public List<ProductRow> productRows() {
    return List.copyOf(productRows.values());
  }

  public boolean contains(String id) {
    return byId.containsKey(id);
  }

  /// The entry of a parameter.
  ///
  /// @throws IllegalArgumentException if there is none
  public LedgerEntry entry(String id) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(
            () -> new IllegalArgumentException("The ledger has no parameter '" + id + "'."));
  }

  /// The value of a parameter in its own unit.
  ///
  /// @throws IllegalArgumentException if there is none
  public double value(String id) {
    return entry(id).value();
  }

  /// The row of a product.
  ///
  /// @throws IllegalArgumentException if there is none
  public ProductRow productRow(String name) {
    return Optional.ofNullable(productRows.get(name))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The ledger has no product row '%s'; it has %s."
                    .formatted(name, String.join(", ", productRows.keySet()))));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ledger that
        && entries.equals(that.entries)
        && productRows.equals(that.productRows);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  private static <T> Map<String, T> index(List<T> rows, Function<T, String> id) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                id,
                row -> row,
                (first, _) -> {
                  throw new IllegalArgumentException(
                      "The ledger names '" + id.apply(first) + "' twice.");
                },
                LinkedHashMap::new));
  }
}
