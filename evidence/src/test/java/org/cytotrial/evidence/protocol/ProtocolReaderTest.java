package org.cytotrial.evidence.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The protocol: what must stand in it, and how its mistakes are named.
class ProtocolReaderTest {
  private static final String GOOD =
      """
      review: made-up
      question:
        population: mice of an invented disease
        intervention: interleukin-7
        outcome: survival
      eligibility:
        include: [trial]
      reasons: [Wrong population, No results]
      sources:
        - name: PubMed
          kind: database
      dates:
        from: 1985
        to: 2020-02
      screeners: 2
      synthesis:
        measure: PLO
        method: REML
      """;

  private static String problems(String text) {
    var e = assertThrows(ProtocolException.class, () -> ProtocolReader.read("p.yaml", text));
    return String.valueOf(e.getMessage());
  }

  @Test
  void aYearAndAMonthAreTakenWhole() {
    ReviewProtocol protocol = ProtocolReader.read("p.yaml", GOOD);
    assertEquals(LocalDate.of(1985, 1, 1), protocol.dates().from());
    assertEquals(LocalDate.of(2020, 2, 29), protocol.dates().to());
    assertEquals(List.of("Wrong population", "No results"), protocol.reasons());
  }

  @Test
  void aReviewWithoutDateRangeIsRefused() {
    String message = problems(GOOD.replaceAll("(?m)^dates:\n  from.*\n  to.*\n", ""));
    assertTrue(message.contains("'dates' is missing"), message);
    assertTrue(message.contains("a search cannot be repeated"), message);
    String empty = problems(GOOD.replace("from: 1985", "from:"));
    assertTrue(empty.startsWith("p.yaml:13:3: 'from' is missing"), empty);
  }

  @Test
  void allMistakesAreNamedInOnePassWithTheirPlace() {
    String message =
        problems(
            GOOD.replace("screeners: 2", "screeners: 3")
                .replace("from: 1985", "from: 2021")
                .replace("kind: database", "kind: library")
                .replace("method: REML", "methods: REML"));
    assertTrue(message.contains("p.yaml:11:11: 'kind': 'library' is not a kind"), message);
    assertTrue(message.contains("p.yaml:13:3: the range begins on 2021-01-01"), message);
    assertTrue(message.contains("p.yaml:15:12: 'screeners': '3' is not possible"), message);
    assertTrue(message.contains("'method' is missing"), message);
    assertTrue(message.contains("p.yaml:18:3: 'methods' is not known here"), message);
  }

  @Test
  void whatIsNotYamlSaysWhere() {
    assertTrue(problems("review: [a\nb: c").startsWith("p.yaml:2:2: this is not YAML"));
    assertEquals("p.yaml: the file is empty.", problems("# nothing\n"));
  }

  /// The template must lead to its own completion: nothing but what is to be filled in is wrong.
  @Test
  void theTemplateAsksForWhatIsNotFilledIn() {
    String blank = ProtocolTemplate.text("mine", Optional.empty(), Optional.empty());
    List<String> lines = problems(blank).lines().toList();
    assertEquals(6, lines.size(), lines.toString());
    String filled =
        ProtocolTemplate.text("mine", Optional.of("1985"), Optional.of("2026"))
            .replaceFirst("population: .*", "population: people")
            .replaceFirst("intervention: .*", "intervention: one")
            .replaceFirst("outcome: .*", "outcome: two")
            .replaceFirst("-  +# prospective.*", "- trial");
    ReviewProtocol protocol = ProtocolReader.read("p.yaml", filled);
    assertEquals(7, protocol.reasons().size());
    assertEquals(6, protocol.sources().size());
    assertEquals(List.of("trial"), protocol.include());
  }
}
