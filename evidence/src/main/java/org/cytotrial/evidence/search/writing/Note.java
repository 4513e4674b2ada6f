package org.cytotrial.evidence.search.writing;

import org.cytotrial.evidence.search.Place;

/// What a translation does not say as the strategy does, and where the strategy says it.
public record Note(Loss loss, Place place, String message) {

  /// What the difference does to the records found.
  public enum Loss {
    /// The translation may find more.
    BROADER,
    /// The translation may find less.
    NARROWER,
    /// It may find others: a person has to look it up.
    DIFFERENT,
    /// It was left out of the translation.
    LEFT_OUT
  }

  @Override
  public String toString() {
    return "%s: %s: %s"
        .formatted(
            place, loss.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), message);
  }
}
