package org.cytotrial.domain.parameter;

import java.util.List;

/// What one engineered cytokine changes in the slot of the model: parameters it does not name keep
/// their ledger value.
///
/// @param name such as `BEMPEG`
/// @param description of the molecule
/// @param entries with the ids of the model, such as `CL_X`
public record ProductRow(String name, String description, List<LedgerEntry> entries) {
  public ProductRow {
    entries = List.copyOf(entries);
  }
}
