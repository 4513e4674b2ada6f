package org.cytotrial.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.network.Model;
import org.junit.jupiter.api.Test;

class ModelLedgerCheckTest {
  @Test
  void anAlteredValueOrUnitIsNamed() {
    Model altered =
        AntimonyReader.read(
            "reference/reference.ant",
            name ->
                Resources.find(name)
                    .map(text -> text.replace("k_ctl = 0.9 per_day", "k_ctl = 0.8 per_day"))
                    .map(text -> text.replace("V_ln = 20 mL", "V_ln = 20 litre"))
                    .map(text ->
                        text.replace("h_T = 2 dimensionless;", "h_T = 2 dimensionless; new = 1;"))
                    .map(text -> text.replace("BSA = 1.73 square_metre;", "")));
    assertEquals(
        List.of(
            "'V_ln' is in [0.00100000 m^3] in the model but in 'mL' in the ledger.",
            "'k_ctl' is 0.8 in the model but 0.9 1/day in the ledger.",
            "The ledger has 'BSA', the model has no such parameter.",
            "The model has 'new', the ledger has no such parameter."),
        ModelLedgerCheck.disagreements(altered, Library.load().ledger()));
  }
}
