package org.cytotrial.model.network;

import java.util.List;
import org.cytotrial.model.expression.Expression;

/// A process that turns reactants into products at the rate of its kinetic law, in extent per time.
///
/// @param isReversible whether the rate is a net flux that may be negative; it changes no number
public record Reaction(
    String id,
    List<Participant> reactants,
    List<Participant> products,
    Expression kineticLaw,
    boolean isReversible) {
  public Reaction {
    reactants = List.copyOf(reactants);
    products = List.copyOf(products);
  }

  /// A species and how much of it one extent takes or makes (SBML `speciesReference`).
  public record Participant(String species, double stoichiometry) {}
}
