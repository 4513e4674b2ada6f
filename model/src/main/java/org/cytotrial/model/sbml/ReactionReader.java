package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Constant;
import org.cytotrial.model.expression.Simplifier;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Reaction.Participant;
import org.cytotrial.model.sbml.SymbolTable.Kind;

/// Reads reactions with constant stoichiometries; local parameters must have been declared before.
final class ReactionReader {
  private final ModelContext context;
  private final Attributes attributes;

  ReactionReader(ModelContext context) {
    this.context = context;
    this.attributes = context.attributes();
  }

  List<Reaction> read(XmlElement model) {
    return model.list("listOfReactions").stream().map(this::reaction).toList();
  }

  private Reaction reaction(XmlElement e) {
    String id = attributes.id(e, "id");
    if (attributes.flag(e, "fast", false)) {
      context.problems().add(e, "Reaction '%s' is fast, which is not supported.".formatted(id));
    }
    return new Reaction(
        id,
        participants(e, "listOfReactants"),
        participants(e, "listOfProducts"),
        context.formulas().law(id, e),
        attributes.flag(e, "reversible", true));
  }

  private List<Participant> participants(XmlElement reaction, String list) {
    var participants = new ArrayList<Participant>();
    for (XmlElement reference : reaction.list(list)) {
      String species = attributes.required(reference, "species");
      if (!species.isEmpty() && !context.symbols().is(Kind.SPECIES, species)) {
        context.problems().add(reference, "Species '%s' is not defined.".formatted(species));
      }
      participants.add(new Participant(species, stoichiometry(reference)));
    }
    return participants;
  }

  private double stoichiometry(XmlElement reference) {
    Optional<XmlElement> math = reference.child("stoichiometryMath");
    if (math.isPresent()) {
      Expression formula = Simplifier.simplify(context.formulas().of(math.get()));
      if (formula instanceof Constant(var value)) {
        return value;
      }
      context.problems().add(math.get(), "Stoichiometry that is not a number is not supported.");
      return Double.NaN;
    }
    OptionalDouble number = attributes.number(reference, "stoichiometry");
    if (number.isEmpty() && !context.isLevel2()) {
      context
          .problems()
          .add(reference, "<speciesReference> without a stoichiometry is not supported.");
    }
    double divisor = attributes.number(reference, "denominator").orElse(1);
    return number.orElse(1) / divisor;
  }
}
