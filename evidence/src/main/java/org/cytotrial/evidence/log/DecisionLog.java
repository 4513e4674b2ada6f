package org.cytotrial.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that everyone decided, in order of time, and what is wrong with the files.
///
/// A person's decisions keep the order of their file, whatever the clock said.
public record DecisionLog(List<Decision> all, List<LogProblem> problems) {
  private static final String SUFFIX = ".jsonl";

  public DecisionLog {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /// Reads a folder of logs, `NAME.jsonl` for each person; a folder that is not there is empty.
  public static DecisionLog read(Path folder) throws IOException {
    List<Timed> timed = new ArrayList<>();
    List<LogProblem> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      String person = name.substring(0, name.length() - SUFFIX.length());
      LogFile.Reading reading = LogFile.read(file, person);
      problems.addAll(reading.problems());
      Instant latest = Instant.MIN;
      for (Decision d : reading.decisions()) {
        latest = d.time().isAfter(latest) ? d.time() : latest;
        timed.add(new Timed(d, latest));
      }
    }
    timed.sort(Comparator.comparing(Timed::at).thenComparing(t -> t.decision().person()));
    List<Decision> all = timed.stream().map(Timed::decision).toList();
    problems.addAll(undoneInVain(all));
    return new DecisionLog(all, problems);
  }

  private record Timed(Decision decision, Instant at) {}

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private static List<LogProblem> undoneInVain(List<Decision> all) {
    Set<String> ids = new HashSet<>();
    all.forEach(d -> ids.add(d.id()));
    return all.stream()
        .filter(d -> d.choice() == Choice.UNDO && !ids.contains(d.reason()))
        .map(d ->
            new LogProblem(
                "decisions/" + d.person() + SUFFIX,
                lineOf(d, all),
                "this takes back the decision '" + d.reason() + "', which is in no log",
                "Bring the other person's log here (git pull), or leave it: nothing was undone"))
        .toList();
  }

  private static int lineOf(Decision decision, List<Decision> all) {
    int line = 0;
    for (Decision d : all) {
      line += d.person().equals(decision.person()) ? 1 : 0;
      if (d.id().equals(decision.id())) {
        break;
      }
    }
    return line;
  }

  /// What holds: without decisions taken back, and without the lines that took them back.
  public List<Decision> standing() {
    Set<String> undone = undone();
    return all.stream().filter(d -> d.choice() != Choice.UNDO && !undone.contains(d.id())).toList();
  }

  /// Ids of decisions taken back. Taking back the taking back restores the decision, so the last
  /// word is looked at first.
  private Set<String> undone() {
    Set<String> undone = new HashSet<>();
    for (Decision d : all.reversed()) {
      if (d.choice() == Choice.UNDO && !undone.contains(d.id())) {
        undone.add(d.reason());
      }
    }
    return undone;
  }

  public List<Decision> standing(Stage stage) {
    return standing().stream().filter(d -> d.stage() == stage).toList();
  }

  /// How many lines each person wrote.
  public Map<String, Integer> linesByPerson() {
    Map<String, Integer> lines = new HashMap<>();
    all.forEach(d -> lines.merge(d.person(), 1, Integer::sum));
    return lines;
  }
}
