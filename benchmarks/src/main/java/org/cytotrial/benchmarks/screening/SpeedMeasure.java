package org.cytotrial.benchmarks.screening;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.screening.ScreeningModel;
import org.cytotrial.evidence.screening.ScreeningText;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;

/// CPU seconds of the whole command, start to end, beside ASReview's, and the wait for the next
/// record among 50,000.
///
/// The command is `./cytotrial screen`, run in the current folder; ASReview is the program that the
/// environment variable `ASREVIEW` names, version 2.2, run on the first [#PEER_SETS] sets.
final class SpeedMeasure {
  private static final int LARGE = 1000;
  private static final int PEER_SETS = 2;
  private static final int MANY = 50_000;
  private static final int STEPS = 200;
  private static final Pattern SHOWN = Pattern.compile("\"shown\"\\s*:\\s*(\\d+)");
  private static final Pattern TIMES = Pattern.compile("cpu ([0-9.]+) ([0-9.]+)");

  private final PrintStream out;

  SpeedMeasure(PrintStream out) {
    this.out = out;
  }

  void run(List<ScreeningSet> sets, List<StoredRun> runs) throws IOException, InterruptedException {
    Optional<String> asreview = Optional.ofNullable(System.getenv("ASREVIEW"));
    double steps = 0;
    double seconds = 0;
    double peerSteps = 0;
    double peerSeconds = 0;
    int peers = 0;
    for (ScreeningSet set : sets) {
      Optional<StoredRun> run = runs.stream().filter(r -> r.set().equals(set.name())).findFirst();
      if (set.size() < LARGE || run.isEmpty()) {
        continue;
      }
      Path folder = Files.createTempDirectory("screening");
      Cost ours = ours(set, run.get(), folder);
      steps += ours.steps();
      seconds += ours.seconds();
      out.printf(Locale.ROOT, "%-34s %s", set.name(), ours);
      if (asreview.isPresent() && peers < PEER_SETS) {
        peers++;
        Cost peer = peer(asreview.get(), run.get(), folder);
        peerSteps += peer.steps();
        peerSeconds += peer.seconds();
        out.printf("; u4 %s", peer);
      }
      out.println();
    }
    var bar = new Bar(out);
    double speed = steps / seconds;
    if (peers > 0) {
      double peer = peerSteps / peerSeconds;
      String text = "peer=%s steps/CPU-s ours=%s".formatted(Bar.number(peer), Bar.number(speed));
      bar.atLeast("speed_to_u4", speed / peer, text, 10);
    } else {
      out.printf(
          "bar screening_speed_to_u4 ours=%s peer=not run (set ASREVIEW) target=>=10 short%n",
          Bar.number(speed));
    }
    bar.atMost("next_of_50000_ms", nextOfMany(sets.getFirst()), "peer=none", 100);
  }

  /// What a command took.
  private record Cost(int steps, double seconds) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%d steps in %.2f CPU s: %.0f/s", steps, seconds, steps / seconds);
    }
  }

  private static Cost ours(ScreeningSet set, StoredRun run, Path folder)
      throws IOException, InterruptedException {
    Path records = folder.resolve("records.csv");
    var text = new StringBuilder("record_id,title,abstract,label_included\n");
    for (int i = 0; i < set.size(); i++) {
      ScreeningText t = set.texts().get(i);
      text.append(i).append(',').append(cell(t.title())).append(',');
      text.append(cell(t.abstractText())).append(',').append(set.labels().get(i) ? 1 : 0);
      text.append('\n');
    }
    Files.writeString(records, text);
    Path priors = folder.resolve("priors.csv");
    Files.writeString(
        priors,
        "record_id\n" + String.join("\n", run.priors().stream().map(String::valueOf).toList()));
    String printed =
        timed(
            List.of(
                "./cytotrial",
                "screen",
                records.toString(),
                "--priors",
                priors.toString(),
                "--json",
                "--out",
                folder.resolve("order.csv").toString()),
            Path.of("."));
    Matcher shown = SHOWN.matcher(printed);
    if (!shown.find()) {
      throw new IOException("'./cytotrial screen' gave no count of records:\n" + printed);
    }
    return new Cost(Integer.parseInt(shown.group(1)), seconds(printed));
  }

  private static Cost peer(String asreview, StoredRun run, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(asreview).toAbsolutePath().toString(),
            "simulate",
            folder.resolve("records.csv").toString()));
    command.addAll(List.of("--ai", "elas_u4", "--seed", "1", "--prior-idx"));
    run.priors().forEach(p -> command.add(p.toString()));
    command.addAll(List.of("--output", folder.resolve("peer.asreview").toString()));
    return new Cost(run.steps(), seconds(timed(command, folder)));
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /// @param directory where the command may leave its own files
  private static String timed(List<String> command, Path directory)
      throws IOException, InterruptedException {
    List<String> shell = new ArrayList<>();
    shell.addAll(List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "bash"));
    shell.addAll(command);
    Process process =
        new ProcessBuilder(shell).directory(directory.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed:\n" + printed);
    }
    return printed;
  }

  private static double seconds(String printed) throws IOException {
    Matcher times = TIMES.matcher(printed);
    if (!times.find()) {
      throw new IOException("no time was printed:\n" + printed);
    }
    return Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
  }

  /// The wait in milliseconds that 95 of 100 steps do not exceed, first fit included.
  private static double nextOfMany(ScreeningSet set) {
    RandomStream random = new Seed(1).stream(0, "altered records");
    List<ScreeningText> many = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      ScreeningText text = set.texts().get(i % set.size());
      var altered = new StringBuilder();
      for (String word : text.abstractText().split(" ", -1)) {
        double u = random.nextUniform();
        altered.append(u < 0.1 ? "altered" + random.nextIndex(MANY) : word).append(' ');
      }
      many.add(new ScreeningText(text.title(), altered.toString()));
    }
    var model = new ScreeningModel(many, Optional.empty(), 1);
    model.observe(set.rows(true).getFirst(), true);
    model.observe(set.rows(false).getFirst(), false);
    List<Double> waits = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      long start = System.nanoTime();
      int row = model.next().orElseThrow();
      waits.add((System.nanoTime() - start) / 1e6);
      model.observe(row, set.labels().get(row % set.size()));
    }
    waits.sort(null);
    return waits.get(STEPS * 95 / 100);
  }
}
