package org.cytotrial.benchmarks.engine;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// libRoadRunner and COPASI in a Python process that answers a line per model.
final class ModelPeers implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter questions;
  private final JsonMapper json = new JsonMapper();

  /// What a peer did with a model.
  ///
  /// @param error why it has no result; empty if it has
  /// @param species last concentration by SBML id
  record Answer(String error, double medianMs, Map<String, Double> species) {}

  ModelPeers(String python, Path program) throws IOException {
    this.process =
        new ProcessBuilder(python, program.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /// Answers by peer.
  Map<String, Answer> ask(Path model, ModelsBenchmark.Task task, int repeats) throws IOException {
    questions.write(
        "%s\t%s\t%d\t%s\t%s\t%d%n"
            .formatted(
                model.toAbsolutePath(),
                task.until(),
                task.steps() + 1,
                task.relative(),
                task.absolute(),
                repeats));
    questions.flush();
    String line = answers.readLine();
    while (line != null && !line.startsWith("{")) {
      line = answers.readLine(); // a peer's own message
    }
    if (line == null) {
      throw new IOException("The peers' process ended at " + model.getFileName());
    }
    Map<String, Answer> byPeer = new HashMap<>();
    json.readTree(line)
        .properties()
        .forEach(entry -> byPeer.put(entry.getKey(), answer(entry.getValue())));
    return byPeer;
  }

  private static Answer answer(JsonNode node) {
    if (node.has("error")) {
      return new Answer(node.get("error").asString(), Double.NaN, Map.of());
    }
    Map<String, Double> species = new HashMap<>();
    node.get("species")
        .properties()
        .forEach(entry -> species.put(entry.getKey(), entry.getValue().asDouble(Double.NaN)));
    return new Answer("", node.get("median_ms").asDouble(), species);
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
