package org.cytotrial.model.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Species;
import org.junit.jupiter.api.Test;

/// What the levels and versions of SBML mean, piece by piece.
class SbmlReaderTest {
  private static final String L2 =
      """
      <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4">
      <model id="m">
      """;
  private static final String L3 =
      """
      <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
      <model id="m">
      """;
  private static final String END = "</model></sbml>";

  @Test
  void levelTwoHasUnitsAndDefaultsOfItsOwn() {
    String text =
        L2
            + """
            <listOfUnitDefinitions>
              <unitDefinition id="substance"><listOfUnits><unit kind="mole" scale="-9"/></listOfUnits></unitDefinition>
              <unitDefinition id="per_day"><listOfUnits><unit kind="second" exponent="-1" multiplier="86400"/></listOfUnits></unitDefinition>
            </listOfUnitDefinitions>
            <listOfCompartments><compartment id="c" size="2"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="c" initialConcentration="3"/></listOfSpecies>
            <listOfReactions><reaction id="r"><listOfReactants><speciesReference species="S"/></listOfReactants>
              <kineticLaw>%s<listOfParameters><parameter id="k" value="0.1" units="per_day"/></listOfParameters></kineticLaw>
            </reaction></listOfReactions>
            """
                .formatted(math("<apply><times/><ci>k</ci><ci>S</ci><ci>c</ci></apply>"))
            + END;
    SbmlReader.Result result = SbmlReader.parse("l2.xml", text);
    Model model = result.model();
    assertEquals(Unit.parse("s"), model.timeUnit());
    assertTrue(model.extentUnit().isSameAs(Unit.parse("nmol")));
    assertEquals(new Parameter("r_k", 0.1, perDay(), true), model.parameters().getFirst());
    assertEquals(Expression.parse("r_k*S*c"), model.reactions().getFirst().kineticLaw());
    Species species = model.species().getFirst();
    assertFalse(species.initialIsAmount());
    assertEquals(0.6, new AtStart(model).value(model.reactions().getFirst().kineticLaw()), 1e-15);
    // a rate per day in a model whose time is the second
    assertEquals(1, result.warnings().size());
    assertTrue(result.warnings().getFirst().contains("1 unit inconsistencies"), result.toString());
  }

  private static Optional<Unit> perDay() {
    return Optional.of(Unit.parse("s").scaled(86_400).power(-1));
  }

  /// SBML Test Suite 01492/01493; 13 BioModels (600, 688, 743 ...) depend on it.
  @Test
  void functionArgumentHidesTheGlobalOfTheSameName() {
    String text =
        L2
            + """
            <listOfFunctionDefinitions><functionDefinition id="f">%s</functionDefinition></listOfFunctionDefinitions>
            <listOfParameters><parameter id="x" value="5"/><parameter id="y" value="7"/><parameter id="z"/></listOfParameters>
            <listOfInitialAssignments><initialAssignment symbol="z">%s</initialAssignment></listOfInitialAssignments>
            """
                .formatted(
                    math(
                        "<lambda><bvar><ci>x</ci></bvar><bvar><ci>y</ci></bvar>"
                            + "<apply><minus/><ci>x</ci><ci>y</ci></apply></lambda>"),
                    math("<apply><ci>f</ci><ci>y</ci><ci>x</ci></apply>"))
            + END;
    Model model = SbmlReader.parse("scope.xml", text).model();
    assertEquals(Expression.parse("y - x"), model.initialAssignments().getFirst().formula());
    assertEquals(2, new AtStart(model).symbol("z"));
  }

  @Test
  void localParameterHidesTheGlobalAndGetsAFreshName() {
    String text =
        L3
            + """
            <listOfParameters><parameter id="k" value="5" constant="true"/>
            <parameter id="r_k" value="6" constant="true"/></listOfParameters>
            <listOfReactions><reaction id="r" reversible="false"><kineticLaw>%s
            <listOfLocalParameters><localParameter id="k" value="7"/></listOfLocalParameters></kineticLaw></reaction>
            </listOfReactions>
            """
                .formatted(math("<ci>k</ci>"))
            + END;
    Model model = SbmlReader.parse("local.xml", text).model();
    assertEquals(Expression.symbol("r_k_"), model.reactions().getFirst().kineticLaw());
    assertEquals(7, new AtStart(model).symbol("r_k_"));
  }

  @Test
  void reactionInAFormulaIsItsRate() {
    String text =
        L3
            + """
            <listOfParameters><parameter id="p" constant="false"/><parameter id="k" value="2" constant="true"/></listOfParameters>
            <listOfRules><assignmentRule variable="p">%s</assignmentRule></listOfRules>
            <listOfReactions><reaction id="r" reversible="false"><kineticLaw>%s</kineticLaw></reaction></listOfReactions>
            """
                .formatted(
                    math("<apply><times/><cn>3</cn><ci>r</ci></apply>"),
                    math("<apply><times/><ci>k</ci><cn>4</cn></apply>"))
            + END;
    assertEquals(24, new AtStart(SbmlReader.parse("rate.xml", text).model()).symbol("p"));
  }

  @Test
  void eventKeepsItsFiveSwitches() {
    String text =
        L3
            + """
            <listOfParameters><parameter id="p" value="1" constant="false"/></listOfParameters>
            <listOfEvents><event useValuesFromTriggerTime="false">
            <trigger initialValue="false" persistent="false">%s</trigger>
            <priority>%s</priority><delay>%s</delay>
            <listOfEventAssignments><eventAssignment variable="p">%s</eventAssignment></listOfEventAssignments>
            </event></listOfEvents>
            """
                .formatted(
                    math("<apply><gt/><ci>p</ci><cn>3</cn></apply>"),
                    math("<cn>10</cn>"),
                    math("<cn>0.5</cn>"),
                    math("<apply><plus/><ci>p</ci><cn>1</cn></apply>"))
            + END;
    Event expected =
        new Event(
            "event_1",
            Expression.parse("p > 3"),
            false,
            false,
            false,
            Optional.of(Expression.constant(0.5)),
            Optional.of(Expression.constant(10)),
            List.of(new Event.Change("p", Expression.parse("p + 1"))));
    assertEquals(expected, SbmlReader.parse("event.xml", text).model().events().getFirst());
  }

  @Test
  void modelConversionFactorReachesEverySpecies() {
    String text =
        L3.replace(
                "id=\"m\"",
                "id=\"m\" conversionFactor=\"f\" timeUnits=\"second\" extentUnits=\"item\"")
            + """
            <listOfCompartments><compartment id="c" size="1" constant="true"/></listOfCompartments>
            <listOfSpecies>
            <species id="A" compartment="c" initialAmount="1"/>
            <species id="B" compartment="c" initialAmount="1" conversionFactor="g"/></listOfSpecies>
            <listOfParameters><parameter id="f" value="1"/><parameter id="g" value="2"/></listOfParameters>
            """
            + END;
    List<Species> species = SbmlReader.parse("factor.xml", text).model().species();
    assertEquals(
        List.of(Optional.of("f"), Optional.of("g")),
        species.stream().map(Species::conversionFactor).toList());
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirLines() {
    String text =
        L3
            + """
            <listOfCompartments><compartment id="c" size="one"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="d" initialAmount="1"/></listOfSpecies>
            <listOfParameters><parameter id="S" value="1"/></listOfParameters>
            <listOfRules><algebraicRule>%s</algebraicRule>
            <rateRule variable="q">%s</rateRule></listOfRules>
            <listOfReactions><reaction id="r" fast="true">
            <listOfProducts><speciesReference species="T" stoichiometry="1"/></listOfProducts></reaction></listOfReactions>
            <listOfEvents><event id="e"/></listOfEvents>
            """
                .formatted(math("<cn>1</cn>"), math("<ci>z</ci>"))
            + END;
    assertEquals(
        List.of(
            "bad.xml:3:21: <compartment size=\"one\">: a number was expected.",
            "bad.xml:4:16: Compartment 'd' is not defined.",
            "bad.xml:5:19: Identifier 'S' is used twice; the first is in line 4.",
            "bad.xml:6:14: Algebraic rules are not supported.",
            "bad.xml:7:1: 'q' is no compartment, species or parameter of this model.",
            "bad.xml:7:73: 'z' is not defined. Maybe it is misspelt or its declaration is missing.",
            "bad.xml:8:18: Reaction 'r' is fast, which is not supported.",
            "bad.xml:8:18: Reaction 'r' has no kinetic law, which is not supported.",
            "bad.xml:9:17: Species 'T' is not defined.",
            "bad.xml:10:15: <event> without a trigger is not supported."),
        problems(text).stream().map(Object::toString).toList());
  }

  @Test
  void requiredPackageIsRefusedAndAnOptionalOneIgnored() {
    String space = "xmlns:comp=\"http://www.sbml.org/sbml/level3/version1/comp/version1\" level";
    String required = L3.replace("level=", "comp:required=\"true\" " + space + "=");
    assertEquals(
        "bad.xml:1:1: The SBML package 'comp' is required but not supported.",
        problems(required + END).getFirst().toString());
    String optional = L3.replace("level=", "comp:required=\"false\" " + space + "=");
    assertEquals("m", SbmlReader.parse("o.xml", optional + "<comp:x/>" + END).model().id());
  }

  @Test
  void ratesInACircleAreRefused() {
    String reaction =
        "<reaction id=\"%s\" reversible=\"false\"><kineticLaw>%s</kineticLaw></reaction>";
    String text =
        L3
            + "<listOfReactions>"
            + reaction.formatted("a", math("<ci>b</ci>"))
            + reaction.formatted("b", math("<ci>a</ci>"))
            + "</listOfReactions>"
            + END;
    assertTrue(problems(text).getFirst().message().contains("depends on itself"));
  }

  @Test
  void ruleOverAReactingSpeciesIsRefused() {
    String text =
        L3
            + """
            <listOfCompartments><compartment id="c" size="1"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="c" initialAmount="1"/></listOfSpecies>
            <listOfRules><rateRule variable="S">%s</rateRule></listOfRules>
            <listOfReactions><reaction id="r"><listOfProducts>
            <speciesReference species="S" stoichiometry="1"/></listOfProducts>
            <kineticLaw>%s</kineticLaw></reaction></listOfReactions>
            """
                .formatted(math("<cn>1</cn>"), math("<cn>1</cn>"))
            + END;
    assertTrue(problems(text).getFirst().message().contains("only a boundary species may"));
  }

  private static List<ModelFormatException.Problem> problems(String text) {
    return assertThrows(ModelFormatException.class, () -> SbmlReader.parse("bad.xml", text))
        .problems();
  }

  private static String math(String content) {
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + content + "</math>";
  }
}
