package org.cytotrial.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.antimony.AntimonyWriter;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Simplifier;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;
import org.cytotrial.model.network.UnitCheck;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The reference model against its specification, version 0.3: the counts of section 1 and the
/// tables `reactions.csv` and `parameters.csv`, from which the text was arranged by hand.
class ReferenceModelTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("cytotrial.shared", "../../shared")).resolve("model");

  private final Library library = Library.load();
  private final Model model = library.referenceModel();

  @Test
  void hasTheCountsOfTheSpecification() {
    assertEquals("reference", model.id());
    assertEquals(41, model.species().size());
    assertEquals(105, model.reactions().size());
    assertEquals(32, model.rules().stream().filter(Rule.Rate.class::isInstance).count());
    assertEquals(145, model.rules().stream().filter(Rule.Assignment.class::isInstance).count());
    assertEquals(457 + 21 + 32 + 145, model.parameters().size());
    assertEquals(457 + 21, library.ledger().entries().size());
    assertTrue(model.species().stream().allMatch(Species::substanceOnly));
  }

  @Test
  void everyStateHasAStart() {
    Set<String> assigned =
        model.initialAssignments().stream()
            .map(InitialAssignment::symbol)
            .collect(Collectors.toSet());
    for (Species species : model.species()) {
      assertTrue(assigned.contains(species.id()) || !Double.isNaN(species.initial()), species.id());
    }
    assertEquals(
        Set.of("o8_0", "oN_0", "oT_0", "o4_0", "o8t_0"),
        assigned.stream().filter(id -> id.startsWith("o")).collect(Collectors.toSet()));
  }

  @Test
  void unitsAgreeInAllFormulas() {
    assertEquals(List.of(), UnitCheck.check(model));
  }

  @Test
  void isTheSameModelAfterWritingAndReading() {
    String text = AntimonyWriter.write(model);
    assertEquals(model, AntimonyReader.readText(text, "written.ant"));
  }

  @Test
  void everyConstantHasAUnit() {
    Set<String> ruled = model.rules().stream().map(Rule::variable).collect(Collectors.toSet());
    assertEquals(
        List.of(),
        model.parameters().stream()
            .filter(p -> p.unit().isEmpty() && !ruled.contains(p.id()))
            .map(Parameter::id)
            .toList());
  }

  @Test
  void formulasAreThoseOfTheSpecification() throws IOException {
    Map<String, String> specified = new HashMap<>();
    for (NamedCsvRecord row : rows("reactions.csv")) {
      String sides =
          row.getField("kind").equals("reaction")
              ? row.getField("reactants")
                  + ">"
                  + row.getField("products")
                  + row.getField("reversible")
              : "";
      specified.put(
          row.getField("kind") + " " + row.getField("id"),
          sides + tree(Expression.parse(row.getField("formula"))));
    }
    Map<String, String> written = new HashMap<>();
    for (Reaction r : model.reactions()) {
      String sides = side(r.reactants()) + ">" + side(r.products()) + r.isReversible();
      written.put("reaction " + r.id(), sides + tree(r.kineticLaw()));
    }
    for (Rule rule : model.rules()) {
      String kind = rule instanceof Rule.Rate ? "rateRule " : "assignmentRule ";
      written.put(kind + rule.variable(), tree(rule.formula()));
    }
    assertEquals(specified, written);
  }

  @Test
  void theLedgerIsTheTableOfTheSpecification() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the specification is not here: " + FOLDER);
    assertEquals(Files.readString(FOLDER.resolve("parameters.csv")), Resources.read("ledger.csv"));
    assertEquals(
        rows("parameters.csv").size(),
        library.ledger().entries().size()
            + library.ledger().productRows().stream().mapToInt(row -> row.entries().size()).sum());
  }

  private static String side(List<Reaction.Participant> participants) {
    return participants.stream()
        .map(Reaction.Participant::species)
        .collect(Collectors.joining(" + "));
  }

  private static String tree(Expression formula) {
    return Simplifier.simplify(formula).toString();
  }

  private static List<NamedCsvRecord> rows(String name) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the specification is not here: " + FOLDER);
    try (Stream<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Files.readString(FOLDER.resolve(name))).stream()) {
      return rows.toList();
    }
  }
}
