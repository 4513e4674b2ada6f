package org.cytotrial.evidence.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Which arms stand together.
class StratumTest {
  private static Stratum of(String... cells) {
    return Stratum.of(Arms.of("A", cells));
  }

  @Test
  void partnersOfOneKindStandTogether() {
    assertEquals("anti-PD-1", of("combination=pembrolizumab").partner());
    assertEquals("anti-PD-1", of("combination=nivolumab").partner());
    assertEquals("TIL", of("combination=Cy/Flu + 12 Gy TBI + TIL").partner());
    assertEquals("melphalan", of("combination=melphalan (+IFN-g 0.2 mg)").partner());
    assertEquals("BCG 50 mg", of("combination=BCG 50 mg").partner());
  }

  @Test
  void aloneIsAloneWhateverTheBracketsAdd() {
    assertTrue(of("combination=none (later therapy allowed)").isAlone());
    assertTrue(of("combination=").isAlone());
    assertTrue(of("cytokine=IL-2+IFN-a", "combination=IFN-alpha2b").isAlone());
    assertEquals("or without anti-PD-1", of("combination=none/pembrolizumab").partner());
    assertEquals(
        "a partner that is not recorded", of("combination=", "drugs=IL-2 + LAK").partner());
  }

  @Test
  void bracketsAreComments() {
    assertEquals("mixed solid", of("cancer=mixed solid (mel, RCC, other)").cancer());
    assertTrue(of("cytokine=none (CAR-T + ICI)").isComparator());
  }

  @Test
  void idsAreNamesOfFiles() {
    assertEquals(
        "il-2-with-tnf-mixed-solid-ifn-a-systemic-recist-who",
        of("cytokine=IL-2+TNF", "cancer=mixed solid", "combination=IFN-g").id());
  }
}
