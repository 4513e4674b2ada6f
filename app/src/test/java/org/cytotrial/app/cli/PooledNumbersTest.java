package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.synthesis.Analysis;
import org.cytotrial.evidence.synthesis.Estimate;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.PoolChecks;
import org.cytotrial.evidence.synthesis.Synthesis;
import org.cytotrial.statistics.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every pooled number of the worked review is the one that `cytotrial meta --json` gives on the
/// exported table.
class PooledNumbersTest {
  static final Path REVIEW = Path.of("../reviews/cytokine-immunotherapy");

  @TempDir Path folder;

  @Test
  void everyPooledNumberIsThatOfMetaOnItsExport() throws IOException {
    Synthesis synthesis = exported();
    int compared = 0;
    for (Analysis analysis : synthesis.analyses()) {
      if (analysis.estimate().isPresent()) {
        same(analysis.what(), analysis.estimate().get(), meta(analysis.command()));
        compared++;
      }
    }
    assertTrue(compared >= 30, compared + " numbers were compared");
  }

  @Test
  void everyLeaveOneOutAndCumulativeNumberIsThatOfMeta() throws IOException {
    int compared = 0;
    for (Pool pool : exported().pools()) {
      if (pool.checks().isPresent() && !pool.checks().get().leaveOneOut().isEmpty()) {
        PoolChecks checks = pool.checks().get();
        JsonNode answer = meta(checks.series());
        compared += same(checks.leaveOneOut(), answer.path("leave_one_out"));
        compared += same(checks.cumulative(), answer.path("cumulative"));
      }
    }
    assertTrue(compared >= 60, compared + " numbers were compared");
  }

  private Synthesis exported() throws IOException {
    Synthesis synthesis = ReviewOutcomes.open(REVIEW.toString()).synthesis();
    for (var sheet : synthesis.exports()) {
      Files.writeString(folder.resolve(sheet.file()), sheet.csv());
    }
    return synthesis;
  }

  private JsonNode meta(Analysis.Command command) {
    List<Object> arguments = new ArrayList<>();
    arguments.add("meta");
    arguments.add(folder.resolve(command.file()));
    arguments.addAll(command.arguments());
    arguments.add("--json");
    CommandRun run = CommandRun.of(arguments.toArray());
    assertEquals(0, run.code(), command.text() + "\n" + run.err());
    return JsonMapper.builder().build().readTree(run.out());
  }

  private static void same(String what, Estimate ours, JsonNode theirs) {
    close(what + " estimate", ours.value(), theirs.path("estimate"));
    close(what + " se", ours.standardError(), theirs.path("se"));
    same(what + " ci", Optional.of(ours.interval()), theirs.path("ci"));
    same(what + " pi", ours.prediction(), theirs.path("pi"));
    Estimate.Spread spread = ours.spread();
    boolean isLevels = !theirs.path("sigma2").isNull();
    double sigma2 =
        isLevels
            ? theirs.path("sigma2").get(0).asDouble() + theirs.path("sigma2").get(1).asDouble()
            : 0;
    if (isLevels) {
      assertEquals(sigma2, spread.tau2(), 1e-12, what);
    } else if (Double.isFinite(spread.tau2())) {
      close(what + " tau2", spread.tau2(), theirs.path("tau2"));
    }
    if (Double.isFinite(spread.i2())) {
      close(what + " I2", spread.i2(), theirs.path("I2"));
      close(what + " Q", spread.q(), theirs.path("QE"));
      close(what + " p", spread.p(), theirs.path("QE_p"));
      same(what + " tau2_ci", spread.tau2Interval(), theirs.path("tau2_ci"));
    }
    JsonNode back = theirs.path("back");
    double factor = ours.scale() == Estimate.Scale.PERCENT ? 100 : 1;
    assertEquals(factor * back.path("estimate").asDouble(), ours.read(), 1e-10, what);
    assertEquals(factor * back.path("ci").get(0).asDouble(), ours.readInterval().lower(), 1e-10);
    assertEquals(factor * back.path("ci").get(1).asDouble(), ours.readInterval().upper(), 1e-10);
  }

  private static int same(List<PoolChecks.Step> ours, JsonNode theirs) {
    int compared = 0;
    for (PoolChecks.Step step : ours) {
      for (JsonNode each : theirs) {
        if (each.path("study").asString("").equals(step.arm().name())) {
          close(step.arm().name(), step.estimate().value(), each.path("estimate"));
          same(step.arm().name(), Optional.of(step.estimate().interval()), each.path("ci"));
          close(step.arm().name(), step.estimate().spread().i2(), each.path("I2"));
          compared++;
        }
      }
    }
    assertEquals(ours.size(), compared, "a step was not found in the answer of meta");
    return compared;
  }

  private static void same(String what, Optional<Interval> ours, JsonNode theirs) {
    if (ours.isPresent()) {
      close(what, ours.get().lower(), theirs.get(0));
      close(what, ours.get().upper(), theirs.get(1));
    }
  }

  private static void close(String what, double ours, JsonNode theirs) {
    assertTrue(theirs.isNumber(), what + " is missing");
    assertEquals(theirs.asDouble(), ours, 1e-12 * Math.max(1, Math.abs(ours)), what);
  }
}
