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

  /// The records found by the last line, the lines that find some, and what differs; an empty text
  /// if nothing does.
  record Outcome(int found, int findingLines, String difference) {}

  Outcome check(Strategy strategy) {
    List<List<String>> expected = ids(strategy);
    Target target = Target.valueOf(strategy.syntax().name());
    Translation written = StrategyWriter.write(strategy, target);
    String mark = target == Target.PUBMED ? "#" : "";
    String numbered =
        written.lines().stream()
            .map(l -> mark + l.number() + ". " + l.text())
            .collect(Collectors.joining("\n"));
    List<List<String>> again = ids(StrategyReader.read(numbered, strategy.syntax()).strategy());
    // where a limit made two lines of one, only the last line is compared
    boolean same =
        again.size() == expected.size()
            ? again.equals(expected)
            : last(again).equals(last(expected));
    String difference = same ? "" : different(expected, again, strategy, written);
    if (same && !written.whole().isEmpty()) {
      Strategy whole = StrategyReader.read(written.whole(), strategy.syntax()).strategy();
      difference =
          last(ids(whole)).equals(last(expected)) ? "" : "not as one line: " + written.whole();
    }
    int finding = (int) expected.stream().filter(l -> !l.isEmpty()).count();
    return new Outcome(last(expected).size(), finding, difference);
  }

  private static String different(
      List<List<String>> expected,
      List<List<String>> again,
      Strategy strategy,
      Translation written) {
    for (int i = 0; i < expected.size() && i < again.size(); i++) {
      if (!again.get(i).equals(expected.get(i))) {
        return "%d records, then %d: %s -> %s"
            .formatted(
                expected.get(i).size(),
                again.get(i).size(),
                strategy.lines().get(i).source(),
                written.lines().get(Math.min(i, written.lines().size() - 1)).text());
      }
    }
    return "%d lines, then %d".formatted(expected.size(), again.size());
  }

  private static List<String> last(List<List<String>> lines) {
    return lines.isEmpty() ? List.of() : lines.getLast();
  }

  private List<List<String>> ids(Strategy strategy) {
    return new StrategyMatcher(strategy)
        .findByLine(records).stream()
            .map(line -> line.stream().map(SearchableRecord::id).toList())
            .toList();
  }
}
