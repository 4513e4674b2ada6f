package org.cytotrial.model.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Function;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Reaction.Participant;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;
import org.cytotrial.model.network.UnitCheck;
import org.junit.jupiter.api.Test;

/// A model with everything that the network can say, written and read again.
class SbmlWriterTest {
  @Test
  void everythingComesBack() throws IOException {
    Model model = everything("item");
    assertEquals(List.of(), UnitCheck.check(model));
    String text = SbmlWriter.write(model);
    SbmlReader.Result again = SbmlReader.parse("everything.xml", text);
    assertEquals(model, again.model());
    assertEquals(List.of(), again.warnings());
    assertEquals(text, SbmlWriter.write(again.model()));
    String folder = System.getProperty("cytotrial.written");
    if (folder != null) {
      Files.writeString(Path.of(folder).resolve("everything.xml"), text);
    }
  }

  @Test
  void internationalUnitsBecomeItems() {
    Model back = SbmlReader.parse("iu.xml", SbmlWriter.write(everything("IU"))).model();
    assertEquals(everything("item"), back);
  }

  @Test
  void modifiersAreFoundThroughRules() {
    String text = SbmlWriter.write(everything("item"));
    assertTrue(text.contains("<modifierSpeciesReference species=\"Drug\"/>"), text);
  }

  @Test
  void everyConstantSurvives() {
    List<Double> values =
        List.of(
            0.0,
            -0.0,
            1.0,
            -3.0,
            0.1,
            1e-300,
            -2.5e17,
            6.02214179e23,
            Math.PI,
            Math.E,
            1e9,
            123456789012.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN);
    for (double value : values) {
      assertEquals(rule(Expression.constant(value)), writtenAndRead(Expression.constant(value)));
    }
  }

  @Test
  void everyFunctionSurvives() {
    for (Function function : Function.values()) {
      Expression x = Expression.symbol("x");
      Expression call =
          function.arity() == 1
              ? Expression.Call.of(function, x)
              : Expression.Call.of(
                  function, Expression.Call.of(function, x, x), Expression.Call.of(function, x, x));
      assertEquals(rule(call), writtenAndRead(call), function.toString());
    }
  }

  @Test
  void everyOperatorSurvives() {
    for (String formula :
        List.of(
            "x + x + (x + x)",
            "x - (x - x) - x",
            "x*x*(x*x)/x/(x/x)",
            "-x^-x^2",
            "piecewise(x, x < 1, -x, x >= 2 && !(x == 3), piecewise(1, x != 4, 0))",
            "max(x, min(x, 2, 3), 4)",
            "time + 1 > x || x <= 5")) {
      assertEquals(
          rule(Expression.parse(formula)), writtenAndRead(Expression.parse(formula)), formula);
    }
  }

  @Test
  void everyBaseUnitSurvives() {
    for (String text : List.of("s", "m", "kg", "mol", "item", "K", "A", "cd", "K2", "A/m2")) {
      Model model =
          new Model(
              "m",
              Unit.parse("s"),
              Unit.parse("mol"),
              List.of(),
              List.of(),
              List.of(new Parameter("x", 1, unit(text), true)),
              List.of(),
              List.of(),
              List.of(),
              List.of());
      assertEquals(model, SbmlReader.parse("unit.xml", SbmlWriter.write(model)).model(), text);
    }
  }

  private static Model writtenAndRead(Expression formula) {
    return SbmlReader.parse("written.xml", SbmlWriter.write(rule(formula))).model();
  }

  private static Model rule(Expression formula) {
    return new Model(
        "m",
        Unit.parse("s"),
        Unit.parse("mol"),
        List.of(),
        List.of(),
        List.of(
            new Parameter("x", 1, Optional.of(Unit.DIMENSIONLESS), true),
            new Parameter("y", Double.NaN, Optional.empty(), false)),
        List.of(),
        List.of(new Rule.Assignment("y", formula)),
        List.of(),
        List.of());
  }

  private static Model everything(String activity) {
    Optional<Unit> nanomole = unit("nmol");
    Optional<Unit> none = Optional.empty();
    return new Model(
        "everything",
        Unit.parse("day"),
        Unit.parse("nmol"),
        List.of(
            new Compartment("blood", 5, unit("L"), true),
            new Compartment("tumour", Double.NaN, unit("mL"), false)),
        species(nanomole),
        parameters(activity, none),
        List.of(
            new Reaction(
                "binding",
                List.of(new Participant("Drug", 1)),
                List.of(new Participant("Bound", 2)),
                Expression.parse("k_on*Drug*(1 - hold)"),
                true),
            new Reaction(
                "growth",
                List.of(),
                List.of(new Participant("Cells", 1)),
                Expression.parse("k_on*Cells*max(0, 1 - 0.5*occupancy)/cells_per_extent"),
                false)),
        List.of(
            new Rule.Assignment("occupancy", Expression.parse("Drug/(Drug + Bound*blood)")),
            new Rule.Assignment("mass", Expression.parse("dose/activity")),
            new Rule.Assignment("tumour", Expression.parse("Cells/rho")),
            new Rule.Assignment("diameter", Expression.parse("(6*tumour/pi)^(1/3)")),
            new Rule.Rate("exposure", Expression.parse("Drug"))),
        List.of(new InitialAssignment("Cells", Expression.parse("rho*V_0"))),
        List.of(
            new Event(
                "stop",
                Expression.parse("occupancy > 0.9 && Cells > 0"),
                false,
                false,
                false,
                Optional.of(Expression.parse("1/k_on")),
                Optional.of(Expression.constant(3)),
                List.of(
                    new Event.Change("hold", Expression.constant(1)),
                    new Event.Change("exposure", Expression.constant(0))))));
  }

  private static List<Species> species(Optional<Unit> nanomole) {
    return List.of(
        new Species("Drug", "blood", 10, true, true, nanomole, false, false, Optional.empty()),
        new Species("Bound", "blood", 0.5, false, false, nanomole, false, false, Optional.empty()),
        new Species(
            "Cells",
            "tumour",
            Double.NaN,
            true,
            true,
            unit("Mcell"),
            false,
            false,
            Optional.of("cells_per_extent")),
        new Species("Source", "blood", 1, true, true, nanomole, true, true, Optional.empty()));
  }

  private static List<Parameter> parameters(String activity, Optional<Unit> none) {
    return List.of(
        new Parameter("cells_per_extent", 1, unit("Mcell/nmol"), true),
        new Parameter("k_on", 0.3, unit("1/day"), true),
        new Parameter("rho", 250, unit("Mcell/mL"), true),
        new Parameter("V_0", 20, unit("mL"), true),
        new Parameter("dose", 18e6, Optional.of(Unit.parse(activity)), true),
        new Parameter("activity", 16.3e6, Optional.of(Unit.parse(activity + "/mg")), true),
        new Parameter("mass", Double.NaN, unit("mg"), false),
        new Parameter("occupancy", Double.NaN, none, false),
        new Parameter("diameter", Double.NaN, unit("mL").map(u -> u.power(1.0 / 3)), false),
        new Parameter("exposure", 0, unit("nmol*day"), false),
        new Parameter("hold", 0, unit("dimensionless"), false));
  }

  private static Optional<Unit> unit(String text) {
    return Optional.of(Unit.parse(text));
  }
}
