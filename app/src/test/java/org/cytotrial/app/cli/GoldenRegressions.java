package org.cytotrial.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytotrial.app.cli.GoldenTally.Expected;
import tools.jackson.databind.JsonNode;

/// The regressions, the three-level and the selection model of golden/metafor.json, out of the
/// command line.
final class GoldenRegressions {
  private final GoldenTally tally;
  private final GoldenTables tables;
  private final Answers answers;

  GoldenRegressions(GoldenTally tally, GoldenTables tables, Answers answers) {
    this.tally = tally;
    this.tables = tables;
    this.answers = answers;
  }

  /// Runs commands.
  interface Answers {
    JsonNode of(List<String> command, String... more);
  }

  void everyOne(JsonNode regressions) throws IOException {
    for (String name : regressions.propertyNames()) {
      JsonNode expected = regressions.get(name);
      if (name.contains("3-level")) {
        threeLevel(name, expected);
      } else if (name.contains("selmodel")) {
        selection(name, expected);
      } else {
        regression(name, expected);
      }
    }
  }

  private List<String> command(String name) throws IOException {
    if (name.startsWith("dat.bcg")) {
      List<String> words = new ArrayList<>(tables.command("dat.bcg", "RR"));
      List<String> used =
          Stream.of("ablat", "year", "alloc").filter(each -> name.contains(each)).toList();
      words.addAll(List.of("--mods", String.join(",", used)));
      return words;
    }
    boolean ursino = name.startsWith("dat.ursino2021");
    String file =
        tables.doses(ursino ? "dat.ursino2021" : "dat.roever2022", ursino ? 400 : 100).toString();
    return List.of("meta", file, "--measure", "PLO", "--mods", "dose", "--json");
  }

  private void regression(String name, JsonNode expected) throws IOException {
    boolean binomial = name.contains("GLMM");
    String method = binomial ? "GLMM" : expected.get("method").asString();
    boolean iterative = List.of("ML", "REML", "EB", "PM").contains(method);
    double tolerance =
        binomial
            ? GoldenTally.QUADRATURE
            : iterative ? GoldenTally.ITERATIVE : GoldenTally.CLOSED_FORM;
    String test = binomial ? "z" : expected.get("test").asString();
    List<String> command = new ArrayList<>(command(name));
    command.addAll(List.of("--method", method, "--test", test));
    String kind = binomial ? "GLMM" : "regressions by " + method;
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < expected.get("coef").size(); i++) {
      places.add(new Place("coef", i, "/coefficients/" + i + "/estimate"));
      places.add(new Place("se", i, "/coefficients/" + i + "/se"));
      if (!binomial) {
        places.add(new Place("p", i, "/coefficients/" + i + "/p"));
      }
    }
    Map<String, String> others =
        Map.of(
            "k", "/k", "tau2", "/tau2", "I2", "/I2", "R2", "/R2", "QE", "/QE", "QEp", "/QE_p", "QM",
            "/QM", "QMp", "/QM_p");
    others.forEach((field, place) -> places.add(new Place(field, -1, place)));
    for (Place each : places) {
      if (expected.has(each.field())) {
        JsonNode value = each.of(expected);
        tally.check(
            new Expected(kind, name, each.field(), value, tolerance),
            MetaGoldenTest.at(answers.of(command), each.place()),
            () -> MetaGoldenTest.at(told(command, iterative), each.place()));
      }
    }
  }

  private JsonNode told(List<String> command, boolean iterative) {
    return iterative ? answers.of(command, "--control", "threshold=1e-5") : answers.of(command);
  }

  /// Where an expected value, or one in a list, stands in the answer.
  private record Place(String field, int index, String place) {
    JsonNode of(JsonNode expected) {
      JsonNode value = expected.get(field);
      return index < 0 ? value : value.get(index);
    }
  }

  private void threeLevel(String name, JsonNode expected) {
    List<String> command =
        List.of(
            "meta",
            tables.file("metadat/dat.konstantopoulos2011.csv").toString(),
            "--measure",
            "GEN",
            "--cluster",
            "district",
            "--arm",
            "school",
            "--json");
    models(
        "3-level",
        name,
        expected,
        answers.of(command),
        List.of(
            new Place("coef", -1, "/estimate"),
            new Place("se", -1, "/se"),
            new Place("sigma2", 0, "/sigma2/0"),
            new Place("sigma2", 1, "/sigma2/1"),
            new Place("logLik", -1, "/logLik"),
            new Place("QE", -1, "/QE")));
  }

  private void selection(String name, JsonNode expected) throws IOException {
    List<String> command = new ArrayList<>(tables.command("dat.hackshaw1998", "lnOR"));
    command.addAll(List.of("--selection", "0.025"));
    models(
        "selection",
        name,
        expected,
        answers.of(command),
        List.of(
            new Place("beta", -1, "/selection/estimate"),
            new Place("se", -1, "/selection/se"),
            new Place("tau2", -1, "/selection/tau2"),
            new Place("delta", 0, "/selection/delta/0"),
            new Place("delta", 1, "/selection/delta/1"),
            new Place("LRT", -1, "/selection/lrt"),
            new Place("LRTp", -1, "/selection/p")));
  }

  private void models(
      String kind, String name, JsonNode expected, JsonNode answer, List<Place> places) {
    for (Place each : places) {
      tally.check(
          new Expected(kind, name, each.field(), each.of(expected), GoldenTally.QUADRATURE),
          MetaGoldenTest.at(answer, each.place()));
    }
  }
}
