package org.cytotrial.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.cytotrial.model.expression.Evaluator;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;
import org.junit.jupiter.api.Test;

/// Start values of the default patient, sections 12.2 and 12.3 of the specification, computed by
/// hand with its formulas.
class BurnInStartTest {
  private final Model model = Library.load().referenceModel();
  private final Map<String, Double> numbers = new HashMap<>();
  private final Map<String, Expression> formulas = new HashMap<>();

  BurnInStartTest() {
    model.compartments().forEach((Compartment c) -> numbers.put(c.id(), c.size()));
    model.species().forEach((Species s) -> numbers.put(s.id(), s.initial()));
    model.parameters().forEach((Parameter p) -> numbers.put(p.id(), p.value()));
    model
        .initialAssignments()
        .forEach((InitialAssignment a) -> formulas.put(a.symbol(), a.formula()));
    for (Rule rule : model.rules()) {
      if (rule instanceof Rule.Assignment) {
        formulas.put(rule.variable(), rule.formula());
      }
    }
  }

  @Test
  void theTumourStartsFromItsVolume() {
    double cells = 50 * 250;
    assertEquals(cells * 0.1, at("Cm"), 1e-9);
    assertEquals(cells * 0.01, at("Cr"), 1e-9);
    assertEquals(cells * 0.89, at("Cs"), 1e-9);
    assertEquals(cells * 0.02 / 0.1, at("Dd"), 1e-9);
    double volume = (cells + 0.5 * 2500) / 250 + 1e-4;
    assertEquals(volume, at("VT"), 1e-9);
    assertEquals(0.25 * volume, at("St"), 1e-9);
  }

  @Test
  void occupanciesWithoutDrug() {
    double x8 = 5e-4 * (1 + 0.286 * 22.3 / 10.0005) + 1.0 / 60;
    assertEquals(x8 / (1 + x8), at("o8_0"), 1e-12);
    assertEquals(at("o8_0"), at("o8t_0"), 0);
    double xT = 5e-4 * (1 + 0.286 * 3476 / 10.0005);
    assertEquals(xT / (1 + xT), at("oT_0"), 1e-12);
    assertEquals(0, at("S8"), 1e-12);
    assertEquals(0, at("S8t"), 1e-12);
  }

  private double at(String id) {
    Expression formula = formulas.get(id);
    return formula == null
        ? numbers.getOrDefault(id, Double.NaN)
        : new Evaluator(0, this::at).value(formula);
  }
}
