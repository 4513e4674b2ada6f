package org.cytotrial.model.network;

import java.util.List;
import org.cytotrial.domain.quantity.Unit;

/// A reaction network. Ids are unique over compartments, species, parameters and reactions; a rule
/// defines the symbol it names.
///
/// @param timeUnit unit of simulation time
/// @param extentUnit unit of a reaction's extent: a kinetic law is extent per time
public record Model(
    String id,
    Unit timeUnit,
    Unit extentUnit,
    List<Compartment> compartments,
    List<Species> species,
    List<Parameter> parameters,
    List<Reaction> reactions,
    List<Rule> rules,
    List<InitialAssignment> initialAssignments,
    List<Event> events) {
  public Model {
    compartments = List.copyOf(compartments);
    species = List.copyOf(species);
    parameters = List.copyOf(parameters);
    reactions = List.copyOf(reactions);
    rules = List.copyOf(rules);
    initialAssignments = List.copyOf(initialAssignments);
    events = List.copyOf(events);
  }
}
