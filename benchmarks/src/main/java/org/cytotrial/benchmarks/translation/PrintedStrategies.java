package org.cytotrial.benchmarks.translation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cytotrial.evidence.search.Syntax;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The strategies of `review/search-queries`, as printed.
record PrintedStrategies(String name, String text, Syntax syntax) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static List<PrintedStrategies> all(Path folder) throws IOException {
    List<PrintedStrategies> found = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("ielab_seed_collection.jsonl"))) {
      if (!line.isBlank()) {
        JsonNode tree = JSON.readTree(line);
        found.add(
            new PrintedStrategies(
                "ielab " + tree.get("id").asString(), tree.get("query").asString(), Syntax.PUBMED));
      }
    }
    for (JsonNode tree :
        JSON.readTree(Files.readString(folder.resolve("sigir2017_queries_unannotated.json")))) {
      found.add(guessed("sigir2017 " + tree.get("id").asString(), tree.get("query").asString()));
    }
    found.addAll(cochrane(folder.resolve("cochrane-updates-boolean/Boolean-Queries")));
    return found;
  }

  private static List<PrintedStrategies> cochrane(Path folder) throws IOException {
    List<PrintedStrategies> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".query.txt", "");
        found.add(guessed("cochrane " + name, Files.readString(file)));
      }
    }
    return found;
  }

  private static PrintedStrategies guessed(String name, String text) {
    return new PrintedStrategies(name, text, Syntax.guess(text));
  }
}
