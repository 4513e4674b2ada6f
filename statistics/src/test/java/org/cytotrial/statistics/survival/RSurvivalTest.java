package org.cytotrial.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cytotrial.statistics.meta.SharedReview;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data sets lung, veteran, ovarian and colon of R's survival, analysed by it where Rscript is
/// installed.
class RSurvivalTest {
  private static final String SCRIPT =
      """
      suppressMessages(library(survival))
      options(digits = 17)
      show <- function(key, values) cat(key, sprintf('%.17g', as.numeric(values)), '\\n')
      analyse <- function(name, d) {
        d <- d[complete.cases(d), ]
        show(paste('data', name), unlist(t(d)))
        for (ties in c('efron', 'breslow')) {
          f <- coxph(Surv(time, event) ~ ., data = d, ties = ties, control = coxph.control(eps = 1e-13, iter.max = 100))
          show(paste(ties, 'coef'), coef(f)); show(paste(ties, 'se'), sqrt(diag(vcov(f))))
          show(paste(ties, 'tests'), c(f$score, f$wald.test, 2 * diff(f$loglik)))
        }
        s <- survdiff(Surv(time, event) ~ d[[3]], data = d)
        show('logrank', c(s$chisq, s$obs, s$exp, s$var))
        k <- survfit(Surv(time, event) ~ 1, data = d, conf.type = 'log-log')
        tau <- max(d$time) * 0.8
        t <- summary(k, rmean = tau)$table
        show('mean', c(tau, t['rmean'], t['se(rmean)'], t['median'], t['0.95LCL'], t['0.95UCL']))
        z <- summary(k, times = quantile(d$time, c(.2, .5, .7)), extend = TRUE)
        show('curve', c(z$time, z$surv, z$std.err, z$lower, z$upper))
      }
      files <- commandArgs(TRUE)
      for (file in files) {
        d <- read.csv(file)
        analyse('file', with(d, data.frame(time, event, arm = as.numeric(factor(arm)))))
      }
      if (length(files) > 0) quit()
      analyse('lung', with(lung, data.frame(time, event = as.numeric(status == 2), sex, age, ph.ecog)))
      analyse('veteran', with(veteran, data.frame(time, event = status, trt, karno, age)))
      analyse('ovarian', with(ovarian, data.frame(time = futime, event = fustat, rx, age)))
      d <- colon[colon$etype == 2, ]
      analyse('colon', with(d, data.frame(time, event = status, sex, age, nodes)))
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void lungVeteranOvarianColon() throws IOException, InterruptedException {
    compareAll("R survival", List.of());
  }

  @Test
  void digitisedImmunotherapyTrials() throws IOException, InterruptedException {
    try (var files = Files.list(SharedReview.file("immunotherapy/km-immuno"))) {
      List<String> trials =
          files.map(Path::toString).filter(f -> !f.contains("_INDEX")).sorted().toList();
      compareAll("R survival, " + trials.size() + " immunotherapy figures", trials);
    }
  }

  private void compareAll(String what, List<String> files)
      throws IOException, InterruptedException {
    List<String> lines = run(files);
    int compared = 0;
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      while (to < lines.size() && !lines.get(to).startsWith("data ")) {
        to++;
      }
      compared += compare(lines.subList(from, to));
      from = to;
    }
    assertTrue(compared > 100, () -> "only few values came from R");
    System.out.println(
        "GOLDEN " + what + ": " + compared + " of " + compared + " values agree to 1e-6");
  }

  private List<String> run(List<String> files) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("survival.R"), SCRIPT);
    Path output = folder.resolve("out.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  Stream.concat(Stream.of("Rscript", script.toString()), files.stream()).toList())
              .redirectOutput(output.toFile())
              .redirectError(folder.resolve("err.txt").toFile())
              .start();
    } catch (IOException e) {
      Assumptions.abort("skipped: Rscript is not installed");
      throw e;
    }
    int code = process.waitFor();
    Assumptions.assumeTrue(code == 0, () -> "skipped: R's survival is not installed");
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }

  private static int compare(List<String> lines) {
    double[] data = numbers(lines, "data", 2);
    int covariates = numbers(lines, "efron coef", 2).length;
    int columns = covariates + 2;
    int n = data.length / columns;
    double[] times = new double[n];
    boolean[] events = new boolean[n];
    double[][] x = new double[n][];
    int[] group = new int[n];
    double[] levels = Arrays.stream(column(data, columns, 2)).distinct().sorted().toArray();
    for (int i = 0; i < n; i++) {
      times[i] = data[i * columns];
      events[i] = data[i * columns + 1] == 1;
      x[i] = Arrays.copyOfRange(data, i * columns + 2, (i + 1) * columns);
      group[i] = Arrays.binarySearch(levels, x[i][0]);
    }
    List<Double> actual = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    cox(
        lines,
        PatientTimes.of(
            times, events, x, Arrays.asList(new String[] {"a", "b", "c"}).subList(0, covariates)),
        expected,
        actual);
    LogRankTest test = LogRankTest.of(times, events, group, levels.length);
    Arrays.stream(numbers(lines, "logrank", 1)).forEach(expected::add);
    actual.add(test.chiSquared());
    actual.addAll(test.observed());
    actual.addAll(test.expected());
    test.variance().forEach(actual::addAll);
    curve(lines, KaplanMeier.of(times, events), expected, actual);
    return assertAgree(lines.getFirst().substring(0, 12), expected, actual);
  }

  private static void curve(
      List<String> lines, KaplanMeier curve, List<Double> expected, List<Double> actual) {
    double[] mean = numbers(lines, "mean", 1);
    RestrictedMean area = RestrictedMean.of(curve, mean[0]);
    Arrays.stream(mean).skip(1).forEach(expected::add);
    actual.add(area.value());
    actual.add(area.standardError());
    actual.add(curve.median().time().orElse(Double.NaN));
    actual.add(curve.median().lower().orElse(Double.NaN));
    actual.add(curve.median().upper().orElse(Double.NaN));
    double[] points = numbers(lines, "curve", 1);
    for (int i = 0; i < 3; i++) {
      double time = points[i];
      KaplanMeier.Step step =
          curve.steps().stream()
              .filter(s -> s.time() <= time)
              .reduce((_, last) -> last)
              .orElseThrow();
      for (int j = 1; j < 5; j++) {
        expected.add(points[3 * j + i]);
      }
      actual.add(step.survival());
      actual.add(step.standardError().orElseThrow());
      actual.add(step.interval().orElseThrow().lower());
      actual.add(step.interval().orElseThrow().upper());
    }
  }

  private static int assertAgree(String what, List<Double> expected, List<Double> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < actual.size(); i++) {
      if (Double.isNaN(expected.get(i))) {
        assertEquals(Double.NaN, actual.get(i));
        continue;
      }
      double tolerance = 1e-6 * Math.max(1e-3, Math.abs(expected.get(i)));
      assertEquals(expected.get(i), actual.get(i), tolerance, what + ", value " + i);
    }
    return actual.size();
  }

  private static void cox(
      List<String> lines, PatientTimes patients, List<Double> expected, List<Double> actual) {
    for (CoxModel.Ties ties : CoxModel.Ties.values()) {
      CoxModel fit = CoxModel.fit(patients, ties, 0.95);
      String name = ties.name().toLowerCase(Locale.ROOT);
      for (String what : List.of(" coef", " se", " tests")) {
        Arrays.stream(numbers(lines, name + what, 2)).forEach(expected::add);
      }
      fit.coefficients().forEach(c -> actual.add(c.estimate()));
      fit.coefficients().forEach(c -> actual.add(c.standardError()));
      actual.addAll(List.of(fit.score(), fit.wald(), fit.likelihoodRatio()));
    }
  }

  private static double[] numbers(List<String> lines, String key, int words) {
    String line = lines.stream().filter(l -> l.startsWith(key)).findFirst().orElseThrow();
    return Arrays.stream(line.strip().split(" +", -1))
        .skip(words)
        .mapToDouble(t -> t.equals("NA") ? Double.NaN : Double.parseDouble(t))
        .toArray();
  }

  private static double[] column(double[] data, int columns, int column) {
    double[] values = new double[data.length / columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = data[i * columns + column];
    }
    return values;
  }
}
