package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.log.LineFile;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.search.Linter;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.cytotrial.evidence.search.writing.StrategyWriter;
import org.cytotrial.evidence.search.writing.Target;
import org.cytotrial.evidence.search.writing.Translation;
import org.cytotrial.report.review.SearchAppendix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The searches of a review, or its draft of one, as the report shows them.
final class ReviewSearchText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReviewSearchText() {}

  static SearchAppendix of(Review review) throws IOException {
    ReviewSearches searches = new ReviewSearches(review.folder());
    Path file = searches.strategyFile();
    List<SearchAppendix.Run> runs = runs(review.folder().resolve("searches.jsonl"));
    if (!Files.isRegularFile(file)) {
      return new SearchAppendix(runs, "", List.of(), List.of());
    }
    String text = Files.readString(file);
    StrategyReader.Reading reading = StrategyReader.read(text, Syntax.guess(text));
    Strategy strategy = reading.strategy();
    List<String> notices = new ArrayList<>();
    reading.problems().forEach(p -> notices.add(p.in("search.txt")));
    Linter.check(strategy, true).forEach(p -> notices.add(p.in("search.txt")));
    return new SearchAppendix(runs, text, translations(strategy), notices);
  }

  private static List<SearchAppendix.Translated> translations(Strategy strategy) {
    List<SearchAppendix.Translated> all = new ArrayList<>();
    for (Target target : Target.values()) {
      Translation translation = StrategyWriter.write(strategy, target);
      var text = new StringBuilder();
      translation.lines().forEach(l -> text.append("%d. %s\n".formatted(l.number(), l.text())));
      translation.notes().forEach(n -> text.append("# ").append(n).append('\n'));
      all.add(new SearchAppendix.Translated(target.label(), text.toString().stripTrailing()));
    }
    return all;
  }

  private static List<SearchAppendix.Run> runs(Path log) throws IOException {
    List<SearchAppendix.Run> runs = new ArrayList<>();
    for (LineFile.Line line : LineFile.read(log)) {
      JsonNode tree = JSON.readTree(line.text());
      runs.add(
          new SearchAppendix.Run(
              tree.path("database").asString(""),
              tree.path("date").asString(""),
              tree.path("count").asInt(0),
              tree.path("query").asString("")));
    }
    return runs;
  }
}
