package org.cytotrial.domain.clinical;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A drug and how it enters the model.
///
/// @param name as studies name it: `aldesleukin`
/// @param targets the model state that a dose by each route is added to
/// @param molarMass id of the ledger parameter with the molar mass
/// @param specificActivity id of the ledger parameter with the activity per mass; empty where the
///   drug has no international units
/// @param slotRow name of the product row that a dose loads into the slot for engineered cytokines
public record Product(
    String name,
    String description,
    Map<Route, String> targets,
    String molarMass,
    Optional<String> specificActivity,
    Optional<String> slotRow,
    String citation) {
  public Product {
    targets = Map.copyOf(targets);
  }

  /// The model state that a dose by `route` is added to.
  ///
  /// @throws IllegalArgumentException if the product is not given that way
  public String target(Route route) {
    return Optional.ofNullable(targets.get(route))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is not given by route '%s'; it is by %s."
                    .formatted(name, route.spelling(), routes().keySet())));
  }

  private SequencedMap<String, String> routes() {
    var routes = new LinkedHashMap<String, String>();
    for (Route route : Route.values()) {
      String target = targets.get(route);
      if (target != null) {
        routes.put(route.spelling(), target);
      }
    }
    return routes;
  }
}
