package org.cytotrial.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Negate;
import org.cytotrial.model.sbml.SbmlReader;
import org.cytotrial.model.sbml.SbmlWriter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The reference model's own unit check (`prototype/units.py`) finds 282 formulas and 0
/// inconsistencies; so must we.
class ReferenceModelUnitsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("cytotrial.shared", "../../shared")).resolve("model");

  /// Unit strings that the specification (section 1) declares dimensionless.
  private static final Set<String> DIMENSIONLESS =
      Set.of(
          "fraction",
          "fold",
          "relative",
          "signal",
          "occupancy",
          "count",
          "1/division",
          "E:T ratio",
          "NK:T ratio",
          "T:C ratio",
          "Treg:T ratio",
          "fold of median",
          "0/1",
          "%",
          "degC",
          "ug/kg/min",
          "1/(ug/kg/min)");

  private static final List<String[]> STATES =
      List.of(
          new String[] {
            "dimensionless",
            "Ag mDC m2 Mg LD R25 Rb IL15 ML pS1 SOCS MHC PDL1 Vasc ADA VL irAE aL Hos Tmp"
          },
          new String[] {
            "Mcell", "Cs Cm Cr Dd N8 A8 E8c E8t X8t M8 H4 TRc TRt L8 L4 NKc NKt CARc CARt CARm"
          },
          new String[] {
            "nmol", "I2d I2c I2p Xd Xpro Xc Xp Xb Ad Ac Gd Gc NPc NPt Tl P1c P1p C4c C4p"
          },
          new String[] {"nmol/L", "I2t Xt sRa Gt Tc Tt"},
          new String[] {"pg/mL", "IL6"},
          new String[] {"mg/L", "CRP"},
          new String[] {"mmHg", "MAP"},
          new String[] {"U/L", "ALT"},
          new String[] {"mg/dL", "Cre"},
          new String[] {"mL", "St"},
          new String[] {"Mcell/mL", "Plt ANC"});

  @Test
  void threeHundredFormulasAgree() throws IOException {
    Model model = model(false);
    assertEquals(282, rows("reactions.csv").size());
    assertEquals(List.of(), UnitCheck.check(model));
  }

  @Test
  void comesBackFromSbml() throws IOException {
    Model model = withInferredUnits(model(false));
    String text = SbmlWriter.write(model);
    SbmlReader.Result again = SbmlReader.parse("reference.xml", text);
    assertEquals(List.of(), again.warnings());
    assertEquals(SbmlWriter.write(again.model()), text);
    String folder = System.getProperty("cytotrial.written");
    if (folder != null) {
      Files.writeString(Path.of(folder).resolve("reference.xml"), text);
    }
  }

  @Test
  void oneWrongUnitIsFound() throws IOException {
    List<UnitCheck.Problem> problems = UnitCheck.check(model(true));
    assertTrue(problems.stream().anyMatch(p -> p.message().contains("VT")), problems.toString());
  }

  private static Model model(boolean withWrongVolume) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the reference model is not here: " + FOLDER);
    var parameters = new ArrayList<Parameter>();
    var seen = new HashSet<String>();
    for (List<String> row : rows("parameters.csv")) {
      String id = row.get(0).substring(row.get(0).lastIndexOf('.') + 1);
      if (seen.add(id)) {
        String unit = withWrongVolume && id.equals("rho_T") ? "Mcell/L" : row.get(3);
        parameters.add(parameter(id, unit));
      }
    }
    for (String[] group : STATES) {
      for (String id : group[1].split(" ", -1)) {
        parameters.add(parameter(id, group[0]));
      }
    }
    List<Rule> rules = rules();
    for (Rule rule : rules) {
      if (rule instanceof Rule.Assignment(var variable, _)) {
        parameters.add(new Parameter(variable, Double.NaN, Optional.empty(), false));
      }
    }
    return with(parameters, rules);
  }

  private static Model with(List<Parameter> parameters, List<Rule> rules) {
    return new Model(
        "reference",
        Unit.parse("day"),
        Unit.parse("Mcell"),
        List.of(),
        List.of(),
        parameters,
        List.of(),
        rules,
        List.of(),
        List.of());
  }

  private static Model withInferredUnits(Model model) {
    SymbolUnits units = SymbolUnits.of(model);
    List<Parameter> parameters =
        model.parameters().stream()
            .map(p -> new Parameter(p.id(), p.value(), units.of(p.id()), p.isConstant()))
            .toList();
    return with(parameters, model.rules());
  }

  /// Reactions become terms of rate rules: cells and drugs have different extents.
  private static List<Rule> rules() throws IOException {
    var rules = new ArrayList<Rule>();
    var rates = new LinkedHashMap<String, Expression>();
    for (List<String> row : rows("reactions.csv")) {
      Expression formula = Expression.parse(row.get(4));
      switch (row.get(0)) {
        case "assignmentRule" -> rules.add(new Rule.Assignment(row.get(1), formula));
        case "rateRule" -> rates.merge(row.get(1), formula, Expression::plus);
        default -> {
          species(row.get(2)).forEach(s -> rates.merge(s, new Negate(formula), Expression::plus));
          species(row.get(3)).forEach(s -> rates.merge(s, formula, Expression::plus));
        }
      }
    }
    rates.forEach((variable, rate) -> rules.add(new Rule.Rate(variable, rate)));
    return rules;
  }

  private static Stream<String> species(String cell) {
    return Stream.of(cell.split("[+ ]+", -1)).filter(id -> !id.isEmpty());
  }

  private static Parameter parameter(String id, String unit) {
    Unit parsed = DIMENSIONLESS.contains(unit) ? Unit.DIMENSIONLESS : Unit.parse(unit);
    return new Parameter(id, 1, Optional.of(parsed), false);
  }

  private static List<List<String>> rows(String name) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(name));
    return lines.stream().skip(1).map(ReferenceModelUnitsTest::cells).toList();
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
