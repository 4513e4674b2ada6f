package org.cytotrial.model.antimony;

import java.util.Optional;

/// What the statements have said about one symbol. Its nature (species, compartment or parameter)
/// may become clear late.
final class DraftSymbol {
  final String id;
  final Passage place;
  boolean isSpecies;
  boolean isCompartment;
  boolean isBoundary;
  boolean isSubstanceOnly;
  Optional<Boolean> isConstant = Optional.empty();
  Optional<Passage> compartment = Optional.empty();
  Optional<Passage> unit = Optional.empty();
  Optional<Passage> initial = Optional.empty();
  Optional<Passage> assignmentRule = Optional.empty();
  Optional<Passage> rateRule = Optional.empty();

  DraftSymbol(String id, Passage place) {
    this.id = id;
    this.place = place;
  }
}
