package org.cytotrial.model.antimony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Reaction.Participant;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;
import org.junit.jupiter.api.Test;

/// The language as libAntimony 3.3 reads it; each case was compared with its SBML by hand.
class AntimonyReaderTest {
  private static final String EXAMPLE =
      """
      function f(x, y)
        x*y + 1
      end
      model *example()
        // a comment; with a semicolon
        unit time_unit = 86400 second; unit nM = 1e-9 mole / litre
        unit Mcell = 1e6 item; unit per_day = 1 / 86400 second;
        compartment C = 2 litre;
        substanceOnly species A in C, $B in C = 4 Mcell;
        species D in C
        const species K in C = 1
        A has Mcell # another
        A = 3; D = 4*k; /* over
        two lines */ k = 0.3 per_day
        p = 1.0; p has nM; p' = k*p
        q := p*2
        R1: A + 2 B -> D; k*A
        -> A; k*3
        R3: 0.5 A => ; f(k, A)
        E1: at p > 2 && time > 3, priority=1, persistent=false, t0=false, fromTrigger=false: p = 3, A = 2*k
        at 2 after p > 2: p = 1
        A is "a name"; A.sboTerm = 245
        model notes ```
          free text; A -> B
          ```
        model creator1.familyName "Nobody"
        A identity "http://a",
                   "http://b"
      end
      """;

  private final Model model = AntimonyReader.readText(EXAMPLE, "example.ant");

  @Test
  void speciesHaveAmountsOrConcentrationsAndUnits() {
    Unit cells = Unit.parse("Mcell");
    assertEquals(
        List.of(
            new Species(
                "A", "C", 3, true, true, Optional.of(cells), false, false, Optional.empty()),
            new Species("B", "C", 4, true, true, Optional.of(cells), true, false, Optional.empty()),
            new Species(
                "D",
                "C",
                Double.NaN,
                false,
                false,
                Optional.empty(),
                false,
                false,
                Optional.empty()),
            new Species("K", "C", 1, false, false, Optional.empty(), true, true, Optional.empty())),
        model.species());
    assertEquals(
        List.of(new InitialAssignment("D", Expression.parse("4*k"))), model.initialAssignments());
    assertEquals(2, model.compartments().getFirst().size());
    assertEquals(Optional.of(Unit.parse("L")), model.compartments().getFirst().unit());
  }

  @Test
  void aSymbolThatOnlyHasANumberIsAConstantParameter() {
    Parameter k = model.parameters().get(0);
    Parameter p = model.parameters().get(1);
    Parameter q = model.parameters().get(2);
    assertEquals(3, model.parameters().size());
    assertTrue(k.isConstant());
    assertTrue(k.unit().orElseThrow().isSameAs(Unit.parse("1/day")));
    assertFalse(p.isConstant());
    assertTrue(p.unit().orElseThrow().isSameAs(Unit.parse("nM")));
    assertTrue(Double.isNaN(q.value()));
    assertEquals(
        List.of(
            new Rule.Rate("p", Expression.parse("k*p")),
            new Rule.Assignment("q", Expression.parse("p*2"))),
        model.rules());
  }

  @Test
  void reactionsAreReversibleByTheirArrowAndFunctionsAreInlined() {
    assertEquals(
        List.of(
            new Reaction(
                "R1",
                List.of(new Participant("A", 1), new Participant("B", 2)),
                List.of(new Participant("D", 1)),
                Expression.parse("k*A"),
                true),
            new Reaction(
                "_J1", List.of(), List.of(new Participant("A", 1)), Expression.parse("k*3"), true),
            new Reaction(
                "R3",
                List.of(new Participant("A", 0.5)),
                List.of(),
                Expression.parse("k*A + 1"),
                false)),
        model.reactions());
  }

  @Test
  void eventsKeepTheirOptions() {
    assertEquals(
        List.of(
            new Event(
                "E1",
                Expression.parse("p > 2 && time > 3"),
                false,
                false,
                false,
                Optional.empty(),
                Optional.of(Expression.constant(1)),
                List.of(
                    new Event.Change("p", Expression.constant(3)),
                    new Event.Change("A", Expression.parse("2*k")))),
            new Event(
                "_E1",
                Expression.parse("p > 2"),
                true,
                true,
                true,
                Optional.of(Expression.constant(2)),
                Optional.empty(),
                List.of(new Event.Change("p", Expression.constant(1))))),
        model.events());
  }

  @Test
  void unitsAndNameOfTheModel() {
    assertEquals("example", model.id());
    assertTrue(model.timeUnit().isSameAs(Unit.parse("day")));
    assertTrue(model.extentUnit().isSameAs(Unit.DIMENSIONLESS));
  }

  @Test
  void aNumberOverTheCompartmentIsAnAmount() {
    var found =
        AntimonyReader.readText(
                "compartment C = 2; species A in C = 3/C; substanceOnly species B in C = 3*C",
                "a.ant")
            .species();
    assertTrue(found.get(0).initialIsAmount());
    assertEquals(3, found.get(0).initial());
    assertFalse(found.get(1).initialIsAmount());
  }

  @Test
  void eachImportedFileCountsOnceAndCirclesEnd() {
    var files =
        Map.of(
            "m/top.ant", "import \"a.ant\"\nimport \"b.ant\"\nz := x + y",
            "m/a.ant", "import \"b.ant\"; x = 1",
            "m/b.ant", "import \"a.ant\"\ny = 2");
    Model found = AntimonyReader.read("m/top.ant", name -> Optional.ofNullable(files.get(name)));
    assertEquals(List.of("y", "x", "z"), found.parameters().stream().map(Parameter::id).toList());
  }

  @Test
  void allProblemsAreNamedWithTheirPlaces() {
    var text =
        """
        import "none.ant"
        gene G = 1
        k = 0.3 furlong
        R1: A -> B; k*(A
        A = 1; B = 0
        R2: A -> B; k*C
        x := sin(1, 2)
        y
        unit u = 3 parsec
        A = 2
        var z
        R3: A -> B
        """;
    var problems =
        assertThrows(ModelFormatException.class, () -> AntimonyReader.readText(text, "bad.ant"))
            .problems();
    List<String> places = problems.stream().map(p -> p.line() + ":" + p.column()).toList();
    assertEquals(
        List.of("1:1", "2:1", "3:9", "4:17", "6:15", "7:9", "8:1", "9:12", "10:5", "11:5", "12:1"),
        places,
        () -> problems.toString());
    assertTrue(problems.get(1).toString().startsWith("bad.ant:2:1: 'gene' is not read"));
    assertTrue(problems.get(4).message().startsWith("'C' is not defined"));
  }
}
