package org.cytotrial.evidence.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A made-up review for tests: two databases that share records, and one found by hand.
final class SmallReview {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private static final String PROTOCOL =
      """
      review: small
      question:
        population: mice of an invented disease
        intervention: interleukin-7
        outcome: survival
      eligibility:
        include: [trial of interleukin-7]
        exclude: [geology]
      reasons: [Wrong population, No results]
      sources:
        - {name: PubMed, kind: database}
        - {name: Embase, kind: database}
        - {name: By hand, kind: other}
      dates: {from: 1985, to: 2026}
      screeners: COUNT
      synthesis: {measure: PLO, method: REML}
      """;

  private SmallReview() {}

  static Review at(Path folder, int screeners) throws IOException {
    Path made = Review.begin(folder.toString(), Optional.empty(), Optional.empty());
    Files.writeString(
        made.resolve("protocol.yaml"), PROTOCOL.replace("COUNT", Integer.toString(screeners)));
    return Review.open(made.toString(), CLOCK);
  }

  /// Records of trials, every third of them of rocks.
  static String ris(int from, int to) {
    return IntStream.range(from, to).mapToObj(SmallReview::ris).collect(Collectors.joining());
  }

  private static String ris(int i) {
    String title =
        i % 3 == 2
            ? "Rocks of the invented valley number " + i
            : "A trial of interleukin-7 in mice, part " + i;
    return """
    TY  - JOUR
    TI  - %s
    AU  - Roe, J.
    AU  - Doe, K.
    PY  - %d
    JO  - J Invent Res
    VL  - %d
    SP  - %d
    AB  - We looked at %d things. %s
    ER  -

    """
        .formatted(title, 1990 + i, i, 100 + 7 * i, 20 + i, i % 3 == 2 ? "Stone." : "Mice lived.");
  }

  static Path file(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file;
  }
}
