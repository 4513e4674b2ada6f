package org.cytotrial.evidence.extraction.mentions;

/// A thing with a name, as the vocabulary has it.
///
/// @param cytokine the cytokine a product is or carries; empty for what is no product
/// @param format native, pegylated, fusion, gene and the like; empty where it does not apply
public record Term(Kind kind, String name, String cytokine, String format) {
  /// What there is to name.
  public enum Kind {
    CYTOKINE,
    /// A receptor of a cytokine.
    RECEPTOR,
    PRODUCT,
    CANCER,
    PARTNER,
    ROUTE,
    SETTING
  }
}
