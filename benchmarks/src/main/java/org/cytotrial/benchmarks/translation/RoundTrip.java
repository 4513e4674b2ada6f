package org.cytotrial.benchmarks.translation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.matching.SearchableRecord;
import org.cytotrial.evidence.search.matching.StrategyMatcher;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.cytotrial.evidence.search.writing.StrategyWriter;
import org.cytotrial.evidence.search.writing.Target;
import org.cytotrial.evidence.search.writing.Translation;

/// Whether a strategy finds the same records after it was written in its own syntax and read again,
/// as numbered lines and as one query.
record RoundTrip(List<SearchableRecord> records) {

  static RoundTrip over(Path folder) throws IOException {
    List<SearchableRecord> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.addAll(SearchableRecord.ofMedline(Files.readString(file)));
      }
    }
    return new RoundTrip(all);
  }

  /// The records found, and what differs; an empty text if nothing does.
  record Outcome(int found, String difference) {}

  Outcome check(Strategy strategy) {
    List<String> expected = ids(strategy);
    Target target = Target.valueOf(strategy.syntax().name());
    Translation written = StrategyWriter.write(strategy, target);
    String mark = target == Target.PUBMED ? "#" : "";
    String numbered =
        written.lines().stream()
            .map(l -> mark + l.number() + ". " + l.text())
            .collect(Collectors.joining("\n"));
    String lines = differs(expected, numbered, strategy);
    return new Outcome(
        expected.size(), lines.isEmpty() ? differs(expected, written.whole(), strategy) : lines);
  }

  private String differs(List<String> expected, String text, Strategy strategy) {
    List<String> again = ids(StrategyReader.read(text, strategy.syntax()).strategy());
    return again.equals(expected)
        ? ""
        : "%d records, then %d by: %s".formatted(expected.size(), again.size(), text);
  }

  private List<String> ids(Strategy strategy) {
    return new StrategyMatcher(strategy).find(records).stream().map(SearchableRecord::id).toList();
  }
}
