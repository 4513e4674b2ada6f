package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.log.LineFile;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.search.Linter;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Queries;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.online.SearchRun;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.cytotrial.evidence.search.writing.Translation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The searches of a review: the strategy in `search.txt`, what was asked and found in
/// `searches.jsonl`, a line a search.
record ReviewSearches(Path folder) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Path strategyFile() {
    return folder.resolve("search.txt");
  }

  private Path log() {
    return folder.resolve("searches.jsonl");
  }

  /// The strategy with the protocol's dates, if it has none of its own.
  ///
  /// @param notices takes what was noticed on the way
  Strategy strategy(Optional<Syntax> from, ReviewProtocol.DateRange dates, List<String> notices)
      throws IOException {
    if (!Files.exists(strategyFile())) {
      throw new NoSuchFileException(
          strategyFile().toString(),
          null,
          "write the strategy there, in PubMed's or Ovid's syntax");
    }
    String text = Files.readString(strategyFile());
    StrategyReader.Reading reading =
        StrategyReader.read(text, from.orElseGet(() -> Syntax.guess(text)));
    Strategy strategy = reading.strategy();
    if (isUndated(strategy) && !strategy.lines().isEmpty()) {
      strategy = dated(strategy, dates);
      notices.add(
          "the strategy has no range of dates: the protocol's, %s to %s, is added"
              .formatted(dates.from(), dates.to()));
    }
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(Linter.check(strategy, true));
    problems.forEach(p -> notices.add(p.in(strategyFile().toString())));
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      throw new WrongUse(
          String.join("\n", notices)
              + "\n"
              + strategyFile()
              + ": not searched; mend what the lines with 'error' name.");
    }
    return strategy;
  }

  private static boolean isUndated(Strategy strategy) {
    return strategy.lines().stream()
        .flatMap(l -> Queries.all(l.query()).stream())
        .noneMatch(q -> q instanceof Query.DateRange);
  }

  private static Strategy dated(Strategy strategy, ReviewProtocol.DateRange dates) {
    Strategy.Line last = strategy.lines().getLast();
    Place place = last.query().place();
    var range =
        new Query.DateRange(
            SearchField.PUBLICATION_DATE, slashes(dates.from()), slashes(dates.to()), place);
    List<Strategy.Line> lines = new ArrayList<>(strategy.lines());
    lines.add(
        new Strategy.Line(
            "dates",
            "dates of the protocol",
            new Query.And(List.of(new Query.LineReference(last.label(), place), range), place)));
    return new Strategy(strategy.syntax(), strategy.numbered(), lines);
  }

  private static String slashes(LocalDate day) {
    return day.toString().replace('-', '/');
  }

  /// The day of the last search of a database, from which an update goes on.
  Optional<LocalDate> lastDay(String database) throws IOException {
    Optional<LocalDate> last = Optional.empty();
    for (LineFile.Line line : LineFile.read(log())) {
      JsonNode tree = JSON.readTree(line.text());
      if (tree.path("database").asString("").equals(database)) {
        last = Optional.of(LocalDate.parse(tree.path("date").asString("")));
      }
    }
    return last;
  }

  /// Keeps a search: the database, the day, the exact string, the count, the files.
  void keep(SearchRun run, int added) throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("database", run.database());
    tree.put("date", run.day().toString());
    tree.put("since", run.since().map(LocalDate::toString).orElse(""));
    tree.put("count", run.count());
    tree.put("new", added);
    tree.put("query", run.query());
    tree.put("files", run.files().stream().map(f -> folder.relativize(f).toString()).toList());
    tree.put("warnings", run.warnings());
    try (LineFile lines = LineFile.open(log(), l -> l.endsWith("}"))) {
      lines.append(List.of(JSON.writeValueAsString(tree)));
    }
  }

  /// Where the answers of one query on one day are kept.
  Path answers(String database, LocalDate day, String query) {
    String name = database.toLowerCase(Locale.ROOT).replace(' ', '-');
    return folder.resolve("search").resolve("%s-%s-%08x".formatted(name, day, query.hashCode()));
  }

  /// Writes the string for a database as it is to be pasted, with what it cannot say, beside the
  /// others of the day.
  Path keepString(Translation translation, LocalDate day) throws IOException {
    var text = new StringBuilder();
    translation.lines().forEach(l -> text.append("%d. %s%n".formatted(l.number(), l.text())));
    translation.notes().forEach(n -> text.append("# ").append(n).append('\n'));
    Path strings = Files.createDirectories(folder.resolve("search").resolve("strings-" + day));
    Path file = strings.resolve(translation.target().word() + ".txt");
    if (Files.exists(file) && !Files.readString(file).contentEquals(text)) {
      file =
          strings.resolve(
              "%s-%08x.txt".formatted(translation.target().word(), text.toString().hashCode()));
    }
    Files.writeString(file, text);
    return file;
  }
}
