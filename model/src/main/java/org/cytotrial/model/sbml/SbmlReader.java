package org.cytotrial.model.sbml;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Species;
import org.cytotrial.model.network.UnitCheck;
import org.cytotrial.model.network.UnitKind;

/// Reads the core of SBML Level 2 (Versions 1 to 5) and Level 3 (Versions 1 and 2) into a [Model].
///
/// Local parameters become global as `reaction_parameter`, calls of functions their bodies, a
/// reaction's identifier in a formula its kinetic law, and a model's conversion factor that of each
/// species. Refused, with their lines: algebraic rules, delays and `rateOf`, fast reactions,
/// stoichiometries that change, missing formulas, required packages. Constraints are dropped with a
/// warning.
public final class SbmlReader {
  /// A model, and what the reader noticed that changes no number or had to be assumed.
  public record Result(Model model, List<String> warnings) {
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  private final Problems problems;

  private SbmlReader(String file) {
    problems = new Problems(file);
  }

  /// Reads a file.
  ///
  /// @throws ModelFormatException with all problems and their lines
  /// @throws UncheckedIOException if the file cannot be read
  public static Result read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(file.toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: the file cannot be read: %s".formatted(file, e), e);
    }
  }

  /// Reads text; `name` stands for the file in messages.
  ///
  /// @throws ModelFormatException with all problems and their lines
  public static Result parse(String name, String text) {
    return read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Result read(String name, InputStream in) {
    XmlElement sbml = XmlTree.read(name, in);
    return new SbmlReader(name).result(sbml);
  }

  private Result result(XmlElement sbml) {
    boolean isLevel2 = isLevel2(sbml);
    for (String required : sbml.packages()) {
      if (!required.equals("l3v2extendedmath")) {
        problems.add(
            sbml, "The SBML package '%s' is required but not supported.".formatted(required));
      }
    }
    Optional<XmlElement> model = sbml.child("model");
    if (model.isEmpty()) {
      problems.add(sbml, "There is no <model>.");
    }
    problems.throwIfAny();
    Model read = model(model.orElseThrow(), isLevel2);
    return new Result(read, problems.warnings());
  }

  private boolean isLevel2(XmlElement sbml) {
    String level = sbml.attribute("level").orElse("");
    String version = sbml.attribute("version").orElse("");
    boolean isLevel2 = level.equals("2") && List.of("1", "2", "3", "4", "5").contains(version);
    boolean isLevel3 = level.equals("3") && List.of("1", "2").contains(version);
    if (!sbml.name().equals("sbml") || (!isLevel2 && !isLevel3)) {
      problems.add(
          sbml,
          "<%s level=\"%s\" version=\"%s\"> was found; SBML Level 2 Version 1 to 5 or Level 3 Version 1 or 2 was expected."
              .formatted(sbml.name(), level, version));
    }
    return isLevel2;
  }

  private Model model(XmlElement e, boolean isLevel2) {
    ModelContext context = ModelContext.of(e, isLevel2, problems);
    var quantities = new QuantityReader(e, context);
    var rules = new RuleReader(e, context);
    var compartments = quantities.compartments();
    var species = quantities.species();
    var parameters = quantities.parameters();
    Optional<Unit> time =
        isLevel2 ? context.units().named(e, "time") : context.units().of(e, "timeUnits");
    Optional<Unit> extent =
        isLevel2 ? context.substanceUnit(e) : context.units().of(e, "extentUnits");
    var model =
        new Model(
            e.attribute("id").orElse("model"),
            time.orElseGet(() -> named("second")),
            extent.orElseGet(() -> guessedExtent(species)),
            compartments,
            species,
            parameters,
            new ReactionReader(context).read(e),
            rules.rules(),
            rules.initialAssignments(),
            new EventReader(context).read(e));
    checkRuledSpecies(e, model);
    problems.throwIfAny();
    warn(e, model, time.isPresent() && (extent.isPresent() || model.reactions().isEmpty()));
    return model;
  }

  /// Level 3 models may leave the extent's unit open; it then is the amount's, where all species
  /// share one.
  private static Unit guessedExtent(List<Species> species) {
    List<Unit> units =
        species.stream().flatMap(s -> s.substanceUnit().stream()).distinct().toList();
    return units.size() == 1 ? units.getFirst() : named("mole");
  }

  private static Unit named(String kind) {
    return UnitKind.named(kind).orElseThrow();
  }

  /// A rule and a reaction cannot both change a species.
  private void checkRuledSpecies(XmlElement e, Model model) {
    for (var rule : model.rules()) {
      for (Species species : model.species()) {
        if (species.id().equals(rule.variable())
            && !species.isBoundary()
            && model.reactions().stream().anyMatch(r -> changes(r, species.id()))) {
          problems.add(
              e.child("listOfRules").orElse(e),
              "Species '%s' has a rule and also takes part in a reaction; only a boundary species may."
                  .formatted(species.id()));
        }
      }
    }
  }

  private static boolean changes(Reaction reaction, String species) {
    return reaction.reactants().stream().anyMatch(p -> p.species().equals(species))
        || reaction.products().stream().anyMatch(p -> p.species().equals(species));
  }

  private void warn(XmlElement e, Model model, boolean hasUnits) {
    e.child("listOfConstraints")
        .ifPresent(c -> problems.warn(c, "Constraints are not checked; they change no result."));
    for (String attribute : List.of("timeUnits", "extentUnits")) {
      if (!hasUnits && e.attribute(attribute).isEmpty()) {
        problems.warn(e, "The model has no %s; units are not checked.".formatted(attribute));
      }
    }
    List<UnitCheck.Problem> units = hasUnits ? UnitCheck.check(model) : List.of();
    if (!units.isEmpty()) {
      problems.warn(
          e,
          "%d unit inconsistencies; the first: %s"
              .formatted(units.size(), units.getFirst().message()));
    }
  }
}
