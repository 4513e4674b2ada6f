package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.app.cli.GoldenTally.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;

/// Every value of golden/metafor.json (metafor 3.8-1) out of the command line, on the data frames
/// of metadat.
///
/// Values of single fits and of Q-profiles that corrections.csv has exactly must be equal to those.
/// The others must come out when nothing is said about the search, or else when the search is told
/// by `--control` to stop as metafor's was. How many do which is left in `target/golden/meta.txt`.
class MetaGoldenTest {
  private static final String TIGHT = "threshold=1e-12,stepadj=0.5,maxiter=10000";
  private static final String HALF_STEPS = "threshold=1e-5,stepadj=0.5,maxiter=1000";
  private static final String USUAL = "threshold=1e-5";
  private static final Map<String, String> FIT_FIELDS =
      Map.ofEntries(
          Map.entry("k", "/k"),
          Map.entry("estimate", "/estimate"),
          Map.entry("se", "/se"),
          Map.entry("stat", "/statistic"),
          Map.entry("p", "/p"),
          Map.entry("ci.lb", "/ci/0"),
          Map.entry("ci.ub", "/ci/1"),
          Map.entry("tau2", "/tau2"),
          Map.entry("se.tau2", "/tau2_se"),
          Map.entry("I2", "/I2"),
          Map.entry("H2", "/H2"),
          Map.entry("Q", "/QE"),
          Map.entry("Qp", "/QE_p"),
          Map.entry("pi.lb", "/pi/0"),
          Map.entry("pi.ub", "/pi/1"),
          Map.entry("CMH", "/CMH"),
          Map.entry("CMHp", "/CMH_p"));

  private final GoldenTally tally = new GoldenTally();
  private final Map<String, JsonNode> exact = new HashMap<>();
  private final Map<List<String>, JsonNode> answers = new HashMap<>();

  @TempDir Path folder = Path.of("");

  @Test
  void everyValueOutOfTheCommandLine() throws IOException {
    GoldenTables tables = new GoldenTables(folder);
    for (Map<String, String> row : tables.rows("golden/corrections.csv")) {
      exact.put(
          row.get("case") + "|" + row.get("fit") + "|" + row.get("field"),
          DoubleNode.valueOf(Double.parseDouble(row.getOrDefault("exact", ""))));
    }
    JsonNode golden = JsonMapper.shared().readTree(tables.file("golden/metafor.json"));
    for (JsonNode each : golden.get("cases")) {
      if (each.has("fits")) {
        single(each, tables.command(text(each, "dataset"), text(each, "measure")));
      } else if (each.has("Peto")) {
        stratified(each, tables);
      } else {
        proportions(each, tables);
      }
    }
    new GoldenRegressions(tally, tables, this::answer).everyOne(golden.get("regressions"));
    List<String> lines = tally.lines();
    lines.forEach(line -> System.out.println("GOLDEN meta: " + line));
    Files.write(Files.createDirectories(Path.of("target/golden")).resolve("meta.txt"), lines);
    assertEquals(List.of(), tally.wrong().stream().limit(20).toList());
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  /// The JSON of a command; the same command is run once.
  private JsonNode answer(List<String> command, String... more) {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(more));
    return answers.computeIfAbsent(
        words,
        all -> {
          CommandRun run = CommandRun.of(all.toArray());
          assertEquals(0, run.code(), () -> all + ": " + run.err());
          return JsonMapper.shared().readTree(run.out());
        });
  }

  private void single(JsonNode each, List<String> command) {
    String name = text(each, "name");
    JsonNode studies = answer(command).get("studies");
    for (int i = 0; i < each.get("k").asInt(); i++) {
      for (String field : List.of("yi", "vi")) {
        JsonNode value = each.get(field).get(i);
        tally.check(
            new Expected("effects", name + " " + i, field, value, GoldenTally.CLOSED_FORM),
            studies.path(i).path(field));
      }
    }
    for (JsonNode fit : each.get("fits")) {
      fit(name, command, fit);
    }
    profile(name, command, each.get("tau2.ci.QP"));
    bias(name, command, each);
    answers.clear();
  }

  private void fit(String name, List<String> command, JsonNode fit) {
    String method = text(fit, "method");
    boolean iterative = List.of("ML", "REML", "EB", "PM").contains(method);
    double tolerance = iterative ? GoldenTally.ITERATIVE : GoldenTally.CLOSED_FORM;
    String[] options = {"--method", method, "--test", text(fit, "test")};
    String[] told = {"--method", method, "--test", text(fit, "test"), "--control", TIGHT};
    String key = method + " " + text(fit, "test");
    String kind = iterative ? "fits by " + method : "fits by closed forms";
    for (String field : fit.propertyNames()) {
      if (FIT_FIELDS.containsKey(field)) {
        JsonNode corrected = exact.get(name + "|" + key + "|" + field);
        JsonNode value = corrected == null ? fit.get(field) : corrected;
        var expected = new Expected(kind, name + " " + key, field, value, tolerance);
        String at = FIT_FIELDS.getOrDefault(field, "");
        if (corrected != null || !iterative) {
          tally.check(expected, at(answer(command, options), at));
        } else {
          tally.check(
              expected, at(answer(command, options), at), () -> at(answer(command, told), at));
        }
      }
    }
  }

  /// The value at a place; null where there is no such place.
  static JsonNode at(JsonNode answer, String place) {
    JsonNode value = answer.at(place);
    return value.isMissingNode() ? JsonMapper.shared().nullNode() : value;
  }

  private void profile(String name, List<String> command, JsonNode expected) {
    for (int end = 0; end < 2; end++) {
      JsonNode corrected = exact.get(name + "|Q-profile|tau2.ci[" + end + "]");
      JsonNode value = corrected == null ? expected.get(end + 1) : corrected;
      tally.check(
          new Expected("Q-profile", name, "ci.lb", value, GoldenTally.ITERATIVE),
          answer(command).at("/tau2_ci/" + end));
    }
    tally.check(
        new Expected("Q-profile", name, "tau2", expected.get(0), GoldenTally.ITERATIVE),
        answer(command).get("tau2"),
        () -> answer(command, "--control", HALF_STEPS).get("tau2"));
  }

  private void bias(String name, List<String> command, JsonNode each) {
    JsonNode all = answer(command, "--method", "DL", "--bias", "--leave-one-out", "--cumulative");
    Map<String, String> egger =
        Map.of("t", "/egger/statistic", "df", "/egger/df", "p", "/egger/p", "est", "/egger/limit");
    fields("Egger", name, each.get("egger.lm"), all, egger);
    fields("Begg", name, each.get("begg"), all, Map.of("tau", "/begg/tau", "p", "/begg/p"));
    mixedEgger(name, command, each);
    Map<String, String> trim =
        Map.of(
            "k0", "/trimfill/k0",
            "side", "/trimfill/side",
            "estimate", "/trimfill/estimate",
            "se", "/trimfill/se",
            "ci.lb", "/trimfill/ci/0",
            "ci.ub", "/trimfill/ci/1",
            "tau2", "/trimfill/tau2");
    if (each.has("trimfill.EE.L0")) {
      JsonNode equal = answer(command, "--method", "EE", "--bias");
      fields("trim and fill", name, each.get("trimfill.EE.L0"), equal, trim);
      fields("trim and fill", name, each.get("trimfill.DL.L0"), all, trim);
    }
    series("leave one out", name, each.get("leave1out.DL"), all.get("leave_one_out"));
    series("cumulative", name, each.get("cumul.DL"), all.get("cumulative"));
  }

  private void mixedEgger(String name, List<String> command, JsonNode each) {
    if (!each.has("egger.rma")) {
      return;
    }
    Map<String, String> places =
        Map.of("z", "/egger_mixed/statistic", "p", "/egger_mixed/p", "est", "/egger_mixed/limit");
    places.forEach((field, place) -> {
      JsonNode value = each.get("egger.rma").get(field);
      tally.check(
          new Expected("Egger, mixed model", name, field, value, GoldenTally.ITERATIVE),
          at(answer(command, "--bias"), place),
          () -> at(answer(command, "--bias", "--control", HALF_STEPS), place));
    });
  }

  private void fields(
      String kind, String name, JsonNode expected, JsonNode answer, Map<String, String> places) {
    for (String field : expected.propertyNames()) {
      tally.check(
          new Expected(kind, name, field, expected.get(field), GoldenTally.CLOSED_FORM),
          at(answer, places.getOrDefault(field, "/none")));
    }
  }

  private void series(String kind, String name, JsonNode expected, JsonNode answer) {
    Map<String, String> keys =
        Map.of("estimate", "estimate", "se", "se", "tau2", "tau2", "I2", "I2", "Q", "QE");
    for (String field : keys.keySet()) {
      for (int i = 0; expected.has(field) && i < expected.get(field).size(); i++) {
        JsonNode value = expected.get(field).get(i);
        tally.check(
            new Expected(kind, name + " " + i, field, value, GoldenTally.CLOSED_FORM),
            at(answer, "/" + i + "/" + keys.getOrDefault(field, "")));
      }
    }
  }

  private void stratified(JsonNode each, GoldenTables tables) throws IOException {
    for (String measure : List.of("OR", "RR", "RD")) {
      List<String> command = tables.command(text(each, "dataset"), measure);
      JsonNode answer = answer(command, "--method", "MH");
      fields("MH", text(each, "name"), each.get("MH." + measure), answer, FIT_FIELDS);
    }
    List<String> command = tables.command(text(each, "dataset"), "OR");
    JsonNode answer = answer(command, "--method", "Peto");
    fields("Peto", text(each, "name"), each.get("Peto"), answer, FIT_FIELDS);
  }

  private void proportions(JsonNode each, GoldenTables tables) throws IOException {
    String name = text(each, "name");
    Map<String, String> back =
        Map.of(
            "pred", "/back/estimate",
            "ci.lb", "/back/ci/0",
            "ci.ub", "/back/ci/1",
            "pi.lb", "/back/pi/0",
            "pi.ub", "/back/pi/1");
    for (String measure : List.of("PFT", "PLO")) {
      List<String> command = tables.command(text(each, "dataset"), measure);
      JsonNode expected = each.get(measure + ".REML");
      for (String field : expected.propertyNames()) {
        String place = back.getOrDefault(field, "/none");
        tally.check(
            new Expected(
                "back-transformed", name, field, expected.get(field), GoldenTally.ITERATIVE),
            at(answer(command), place),
            () -> at(answer(command, "--control", USUAL), place));
      }
    }
    JsonNode glmm = answer(tables.command(text(each, "dataset"), "PLO"), "--method", "GLMM");
    for (String field : each.get("GLMM.ML").propertyNames()) {
      String place = field.equals("pred") ? "/back/estimate" : "/" + field;
      JsonNode value = each.get("GLMM.ML").get(field);
      tally.check(
          new Expected("GLMM", name, field, value, GoldenTally.QUADRATURE), at(glmm, place));
    }
  }
}
