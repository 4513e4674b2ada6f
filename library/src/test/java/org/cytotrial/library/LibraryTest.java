package org.cytotrial.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cytotrial.domain.clinical.Product;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.domain.clinical.Route;
import org.cytotrial.model.network.Species;
import org.junit.jupiter.api.Test;

class LibraryTest {
  private final Library library = Library.load();

  @Test
  void productsPointToStatesAndConstantsThatExist() {
    var states =
        library.referenceModel().species().stream().map(Species::id).collect(Collectors.toSet());
    for (Product product : library.products()) {
      assertTrue(states.containsAll(product.targets().values()), product.name());
      assertTrue(library.ledger().contains(product.molarMass()), product.name());
      product.specificActivity().ifPresent(id -> assertTrue(library.ledger().contains(id)));
      product.slotRow().ifPresent(row -> library.ledger().productRow(row));
      assertFalse(product.citation().isEmpty());
    }
    assertEquals("I2d", library.product("aldesleukin").target(Route.SUBCUTANEOUS));
    assertTrue(library.product("nivolumab").specificActivity().isEmpty());
  }

  @Test
  void aMisspeltNameIsAnsweredWithNearOnes() {
    var unknown =
        assertThrows(IllegalArgumentException.class, () -> library.product("aldesleukine"));
    assertEquals(
        "There is no product 'aldesleukine' in the library. Maybe: aldesleukin.",
        unknown.getMessage());
    var route =
        assertThrows(
            IllegalArgumentException.class,
            () -> library.product("nivolumab").target(Route.SUBCUTANEOUS));
    assertEquals("'nivolumab' is not given by route 'sc'; it is by [iv].", route.getMessage());
  }

  @Test
  void checkMate067StandsInTheEvidence() {
    assertEquals(124, library.evidence().size());
    PublishedArm arm = library.publishedArm("CM067_NIVO");
    assertEquals(OptionalInt.of(316), arm.n());
    assertEquals(OptionalDouble.of(43.7), arm.orrPercent());
    assertEquals(OptionalDouble.of(16.3), arm.gradeThree().any());
    assertEquals("systemic_RECIST_WHO", arm.endpointClass());
    assertEquals("CM067_NIVO", arm.columns().firstEntry().getValue());
    assertEquals(124, library.evidenceTables().getFirst().rows().size());
  }

  @Test
  void unknownIsEmptyNotZero() {
    assertTrue(library.publishedArm("OPTiM_TVEC").gradeThree().any().isEmpty());
  }

  @Test
  void firstVisitOfAnIndicationIsInTheLedger() {
    assertEquals(
        84, library.ledger().value(library.indication("metastatic melanoma").firstVisit()));
  }

  @Test
  void everyStudyOfTheIndexIsThere() {
    for (String name : library.studies()) {
      assertFalse(library.study(name).text().isEmpty(), name);
    }
  }
}
