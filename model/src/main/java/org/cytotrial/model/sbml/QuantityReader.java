package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Species;
import org.cytotrial.model.sbml.SymbolTable.Kind;

/// Reads compartments, species and parameters.
///
/// Where a value is missing and nothing sets it, a compartment has size 1, a species starts at 0
/// and a parameter is NaN; the first two are told as warnings.
final class QuantityReader {
  private final XmlElement model;
  private final ModelContext context;
  private final Attributes attributes;
  private final Set<String> withoutSpace = new HashSet<>();

  QuantityReader(XmlElement model, ModelContext context) {
    this.model = model;
    this.context = context;
    this.attributes = context.attributes();
  }

  List<Compartment> compartments() {
    return model.list("listOfCompartments").stream().map(this::compartment).toList();
  }

  private Compartment compartment(XmlElement e) {
    String id = attributes.id(e, "id");
    double dimensions = attributes.number(e, "spatialDimensions").orElse(3);
    if (dimensions == 0) {
      withoutSpace.add(id);
    }
    OptionalDouble size = attributes.number(e, "size");
    if (size.isEmpty() && !context.symbols().isSetAtStart(id) && dimensions > 0) {
      context.problems().warn(e, "Compartment '%s' has no size; 1 is taken.".formatted(id));
    }
    return new Compartment(
        id,
        context.symbols().isSetAtStart(id) ? Double.NaN : size.orElse(1),
        context.units().of(e, "units").or(() -> defaultSizeUnit(e, dimensions)),
        attributes.flag(e, "constant", true));
  }

  private Optional<Unit> defaultSizeUnit(XmlElement e, double dimensions) {
    String kind = dimensions == 3 ? "volume" : dimensions == 2 ? "area" : "length";
    if (dimensions == 0) {
      return Optional.of(Unit.DIMENSIONLESS);
    }
    return context.isLevel2()
        ? context.units().named(e, kind)
        : context.units().of(model, kind + "Units");
  }

  /// Reads the species; compartments must have been read before.
  List<Species> species() {
    return model.list("listOfSpecies").stream().map(this::species).toList();
  }

  private Species species(XmlElement e) {
    String id = attributes.id(e, "id");
    String compartment = attributes.required(e, "compartment");
    if (!compartment.isEmpty() && !context.symbols().is(Kind.COMPARTMENT, compartment)) {
      context.problems().add(e, "Compartment '%s' is not defined.".formatted(compartment));
    }
    boolean substanceOnly =
        attributes.flag(e, "hasOnlySubstanceUnits", false) || withoutSpace.contains(compartment);
    OptionalDouble amount = attributes.number(e, "initialAmount");
    OptionalDouble concentration = attributes.number(e, "initialConcentration");
    boolean isSet = context.symbols().isSetAtStart(id);
    if (amount.isEmpty() && concentration.isEmpty() && !isSet) {
      context.problems().warn(e, "Species '%s' has no initial value; 0 is taken.".formatted(id));
    }
    boolean initialIsAmount = isSet ? substanceOnly : concentration.isEmpty();
    double initial = initialIsAmount ? amount.orElse(0) : concentration.orElse(0);
    return new Species(
        id,
        compartment,
        isSet ? Double.NaN : initial,
        initialIsAmount,
        substanceOnly,
        context.units().of(e, "substanceUnits").or(() -> context.substanceUnit(model)),
        attributes.flag(e, "boundaryCondition", false),
        attributes.flag(e, "constant", false),
        conversionFactor(e));
  }

  private Optional<String> conversionFactor(XmlElement species) {
    Optional<String> own = species.attribute("conversionFactor");
    XmlElement holder = own.isPresent() ? species : model;
    Optional<String> factor = own.or(() -> model.attribute("conversionFactor"));
    if (factor.isPresent() && !context.symbols().is(Kind.PARAMETER, factor.get())) {
      context.problems().add(holder, "Parameter '%s' is not defined.".formatted(factor.get()));
    }
    return factor;
  }

  /// Reads the global parameters and then the local ones of all kinetic laws, which become global
  /// under the name `reaction_parameter`.
  List<Parameter> parameters() {
    var parameters = new ArrayList<Parameter>();
    for (XmlElement e : model.list("listOfParameters")) {
      parameters.add(parameter(e, attributes.id(e, "id"), attributes.flag(e, "constant", true)));
    }
    for (XmlElement reaction : model.list("listOfReactions")) {
      reaction.child("kineticLaw").ifPresent(law -> locals(reaction, law, parameters));
    }
    return parameters;
  }

  private void locals(XmlElement reaction, XmlElement law, List<Parameter> parameters) {
    String reactionId = reaction.attribute("id").orElse("");
    Map<String, Expression> renamed = new HashMap<>();
    var all = new ArrayList<>(law.list("listOfParameters"));
    all.addAll(law.list("listOfLocalParameters"));
    for (XmlElement e : all) {
      String id = attributes.id(e, "id");
      String unique = context.symbols().fresh(reactionId + "_" + id, Kind.OTHER);
      if (renamed.put(id, Expression.symbol(unique)) != null) {
        context.problems().add(e, "Local parameter '%s' is declared twice.".formatted(id));
      }
      parameters.add(parameter(e, unique, true));
    }
    context.formulas().declareLocals(reactionId, renamed);
  }

  private Parameter parameter(XmlElement e, String id, boolean isConstant) {
    double value = attributes.number(e, "value").orElse(Double.NaN);
    return new Parameter(
        id,
        context.symbols().isSetAtStart(id) ? Double.NaN : value,
        context.units().of(e, "units"),
        isConstant);
  }
}
