package org.cytotrial.evidence.search.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PubMed's client against a server on this machine: pages, splits, errors, rate limits, resuming.
class PubMedSearchTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  @TempDir Path folder = Path.of("");
  private final List<Duration> pauses = new ArrayList<>();
  private FakePubMed server;

  PubMedSearchTest() throws IOException {
    server = new FakePubMed();
  }

  @BeforeEach
  void aRecordADay() {
    for (int i = 0; i < 25; i++) {
      server.entered.add(LocalDate.of(2020, 1, 1).plusDays(i * 3L));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PubMedSearch search(Optional<String> key, int most) {
    return new PubMedSearch(new PubMedSearch.Settings(server.base(), key, most, 5, pauses::add));
  }

  private static List<String> ids(SearchRun run) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Path file : run.files()) {
      Files.readAllLines(file).stream().filter(l -> l.startsWith("PMID")).forEach(ids::add);
    }
    return ids;
  }

  @Test
  void fetchesPageByPageNoFasterThanAllowed() throws IOException {
    SearchRun run = search(Optional.empty(), 100).run("il-2[ti]", Optional.empty(), TODAY, folder);
    assertEquals(25, run.count());
    assertEquals(5, run.files().size());
    assertEquals(25, ids(run).stream().distinct().count());
    assertEquals("il-2[ti]", server.requests.getFirst().get("term"));
    assertEquals(List.of("PhraseNotFound: interleukinn"), run.warnings());
    assertEquals(5, pauses.size());
    assertTrue(pauses.stream().allMatch(p -> p.toMillis() >= 333), pauses::toString);
    pauses.clear();
    search(Optional.of("k"), 100).count("x");
    assertEquals("k", server.requests.getLast().get("api_key"));
  }

  @Test
  void splitsByDayOfEntryUntilThePartsAddUp() throws IOException {
    SearchRun run = search(Optional.of("k"), 10).run("x", Optional.empty(), TODAY, folder);
    assertEquals(25, ids(run).stream().distinct().count());
    assertTrue(pauses.stream().allMatch(p -> p.toMillis() >= 100), pauses::toString);
    server.countMore = 1;
    var e =
        assertThrows(
            SearchException.class,
            () -> search(Optional.empty(), 10).run("x", Optional.empty(), TODAY, folder));
    assertEquals(
        "PubMed counts 26 records, but its parts by day of entry have 25: search again.",
        e.getMessage());
  }

  @Test
  void refusesADayWithMoreThanPubMedGives() {
    server.entered.replaceAll(_ -> LocalDate.of(2020, 2, 2));
    var e =
        assertThrows(
            SearchException.class,
            () -> search(Optional.empty(), 10).run("x", Optional.empty(), TODAY, folder));
    assertEquals(
        "25 records entered PubMed on 2020-02-02, more than the 10 that it gives: narrow the"
            + " query.",
        e.getMessage());
  }

  @Test
  void waitsLongerEachTimeAndAsLongAsTheServerSays() throws IOException {
    server.troubles.addAll(List.of(429, 503, 500));
    SearchRun run = search(Optional.empty(), 100).run("x", Optional.empty(), TODAY, folder);
    assertEquals(25, run.count());
    assertTrue(pauses.contains(Duration.ofSeconds(7)), pauses::toString);
    assertTrue(pauses.contains(Duration.ofSeconds(28)), pauses::toString);
  }

  @Test
  void goesOnWhereItStopped() throws IOException {
    server.failFromFetch = 3;
    var e =
        assertThrows(
            SearchException.class,
            () -> search(Optional.of("secret"), 100).run("x", Optional.empty(), TODAY, folder));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains("status 500, after 6 tries. Run the same command again"));
    assertFalse(String.valueOf(e.getMessage()).contains("secret"));
    server.failFromFetch = Integer.MAX_VALUE;
    long before = server.fetches();
    SearchRun run = search(Optional.empty(), 100).run("x", Optional.empty(), TODAY, folder);
    assertEquals(3, server.fetches() - before);
    assertEquals(25, ids(run).stream().distinct().count());
  }

  @Test
  void aWrongQueryIsNotAskedAgain() {
    server.troubles.add(400);
    var e = assertThrows(SearchException.class, () -> search(Optional.empty(), 9).count("((("));
    assertTrue(
        String.valueOf(e.getMessage())
            .endsWith("status 400. Look at the query: the database does not take it."));
    assertEquals(1, server.requests.size());
  }

  @Test
  void anUpdateAsksForWhatEnteredSince() throws IOException {
    LocalDate since = LocalDate.of(2020, 3, 1);
    SearchRun run = search(Optional.empty(), 100).run("x", Optional.of(since), TODAY, folder);
    assertEquals("edat", server.requests.getFirst().get("datetype"));
    assertEquals("2020/03/01", server.requests.getFirst().get("mindate"));
    assertEquals(5, run.count());
    assertEquals(5, ids(run).size());
  }

  @Test
  void readsARealAnswer() throws IOException {
    Path file =
        Path.of(System.getProperty("cytotrial.shared", "../../shared"))
            .resolve("review/import-samples/biopython/Tests/Entrez/esearch1.xml");
    Assumptions.assumeTrue(Files.exists(file), () -> "no real answer of PubMed at " + file);
    EsearchAnswer answer = EsearchAnswer.read(Files.readString(file));
    assertEquals(63, answer.count());
    assertEquals("\"biopython\"[All Fields]", answer.translation());
  }
}
