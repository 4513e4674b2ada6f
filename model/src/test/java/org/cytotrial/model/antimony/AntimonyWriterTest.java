package org.cytotrial.model.antimony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Species;
import org.junit.jupiter.api.Test;

class AntimonyWriterTest {
  private static final String EVERYTHING =
      """
      model everything
        unit time_unit = 3600 second; unit extent = 1e-9 mole; unit odd = 3 metre^2 / second
        unit nM = 1e-9 mole / litre
        compartment C = 2 litre; var compartment D = 3
        substanceOnly species A in C, $B in C; A = 3; B = 2*C
        species E in D = 4/D; const species F in C = 1
        r := x*2; k = 0.3 nM; x = 1; x has odd; x' = -k^2*x
        y = 1/k; var z = -1e-300; y2 = inf
        R1: 2 A + B -> 0.5 E; k*A*piecewise(1, x > 2, 0)
        R2: => A; k/(x/(r - (k - 1)))
        on: at 2*k after and(x > 2, time < 1e9), priority=x, t0=false: z = max(x, 3), k2 = 0
        off: at x < 1, persistent=false, fromTrigger=false: z = 1
        k2 = 5 dimensionless
      end
      """;

  @Test
  void whatIsWrittenReadsBackAsTheSameModel() {
    Model model = AntimonyReader.readText(EVERYTHING, "everything.ant");
    String text = AntimonyWriter.write(model);
    assertEquals(model, AntimonyReader.readText(text, "written.ant"), text);
    assertTrue(text.contains("k = 0.3 nM;"), text);
  }

  @Test
  void aModelWithoutANameStaysWithout() {
    Model model = AntimonyReader.readText("x = NaN; y = 2*x", "a.ant");
    assertEquals(model, AntimonyReader.readText(AntimonyWriter.write(model), "b.ant"));
  }

  @Test
  void whatAntimonyCannotSayIsNamed() {
    var species =
        new Species("at", "C", 1, true, true, Optional.empty(), false, false, Optional.of("f"));
    var model =
        new Model(
            "m",
            Unit.DIMENSIONLESS,
            Unit.DIMENSIONLESS,
            List.of(new Compartment("C", 1, Optional.empty(), true)),
            List.of(species),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> AntimonyWriter.write(model))
                .getMessage());
    assertEquals(2, message.lines().count());
  }
}
