package org.cytotrial.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.parameter.ParameterDistribution;
import org.cytotrial.domain.parameter.ParameterDistribution.Lognormal;
import org.cytotrial.domain.parameter.ParameterDistribution.ZeroInflatedLognormal;
import org.cytotrial.domain.parameter.ProductRow;
import org.cytotrial.domain.parameter.Tag;
import org.cytotrial.domain.quantity.Unit;
import org.junit.jupiter.api.Test;

class LedgerReaderTest {
  private static final String HEADER =
      "id,module,value,unit,low,high,fit_low,fit_high,distribution,source,tag\n";

  private final Ledger ledger = Library.load().ledger();

  @Test
  void sixtyParametersAreSampled() {
    assertEquals(
        60,
        ledger.entries().stream()
            .map(LedgerEntry::distribution)
            .filter(ParameterDistribution::isSampled)
            .count());
    assertEquals(new Lognormal(0.6), ledger.entry("g_net").distribution());
    assertEquals(new ZeroInflatedLognormal(1.7, "p_M"), ledger.entry("fm0").distribution());
  }

  @Test
  void productRowsStandApart() {
    assertEquals(
        List.of(
            "BEMPEG", "IL2V", "FAPIL2V", "L19IL2", "N803", "FC_R38Q", "FC_F42Q", "FC_N88D",
            "PEGIFN"),
        ledger.productRows().stream().map(ProductRow::name).toList());
    assertEquals(30, ledger.value("MW_X"));
    assertEquals("PEG-IL-2 prodrug (bempegaldesleukin)", ledger.productRow("BEMPEG").description());
    assertTrue(ledger.productRow("PEGIFN").entries().stream().anyMatch(e -> e.id().equals("EC_A")));
  }

  @Test
  void tagsAddUpAsInTheSpecification() {
    var tagged = ledger.entries().stream().filter(e -> !e.module().contains("product:")).toList();
    assertEquals(457, tagged.size());
    assertEquals(77, count(tagged, Tag.SEEN));
    assertEquals(46, count(tagged, Tag.RECALLED));
    assertEquals(295, count(tagged, Tag.ASSUMED));
    assertEquals(39, count(tagged, Tag.CONSTANT));
  }

  @Test
  void aPerCentCountsPerCents() {
    assertEquals(Unit.DIMENSIONLESS, ledger.entry("a_WG").unit());
  }

  @Test
  void everyProblemIsNamedWithItsLine() {
    String text =
        HEADER
            + "a,1 x,5,mL,1,2,,,fixed,somebody,seen\n"
            + "b,1 x,five,furlong,,,,,lognormal(sd=1),,maybe\n"
            + "a,1 x,1,mL,,,,,zi_lognormal(sigma=1),somebody,seen\n";
    List<String> problems =
        assertThrows(LibraryException.class, () -> LedgerReader.read(text, "my.csv")).problems();
    assertEquals(
        List.of("2", "3", "3", "3", "3", "3", "4", "4"),
        problems.stream().map(p -> p.split(":", -1)[1]).toList(),
        problems::toString);
    assertEquals("my.csv:2: 'a' is 5.0, outside its range 1.0 to 2.0.", problems.getFirst());
  }

  private static long count(List<LedgerEntry> entries, Tag tag) {
    return entries.stream().filter(e -> e.tag() == tag).count();
  }
}
