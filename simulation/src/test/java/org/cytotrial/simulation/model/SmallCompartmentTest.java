package org.cytotrial.simulation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.network.Model;
import org.cytotrial.simulation.model.Simulation.Columns;
import org.cytotrial.simulation.model.Simulation.Meaning;
import org.junit.jupiter.api.Test;

/// A cell of 1e-15 litres, as in BIOMD0000000016: amounts lie far below an absolute tolerance that
/// is meant for concentrations, which once made a result wrong by a factor of 280.
class SmallCompartmentTest {
  @Test
  void theAbsoluteToleranceIsMeantInTheQuantityThatTheModelDeclares() {
    Model model =
        AntimonyReader.readText(
            """
            compartment cell = 1e-15;
            species A in cell = 2, B in cell = 0;
            forward: A -> B; cell*k*A;
            back: B -> A; cell*k*B*B;
            k = 0.3;
            """,
            "cell.ant");
    var simulation = new Simulation(model, new Columns(Meaning.CONCENTRATION, false), 1e-6, 1e-12);
    // dB/dt = k (1 - B) (2 + B)
    for (double[] row : simulation.run(10, 100)) {
      double e = 2 * Math.exp(3 * 0.3 * row[0]);
      assertEquals((e - 2) / (e + 1), row[2], 1e-5, "B at " + row[0]);
    }
  }
}
