package org.cytotrial.evidence.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.evidence.log.LineFile.Line;

/// Reads the log of one person, and checks that each line is as it was written and follows the one
/// it was written after. What is wrong is named; the rest goes on.
final class LogFile {
  private static final String RESTORE =
      "Restore the line from a copy (git, a backup), or decide the record again";

  private final String file;
  private final String person;
  private final List<Decision> decisions = new ArrayList<>();
  private final List<LogProblem> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> hashes = new HashMap<>();
  private String previous = LogLine.START;
  private boolean previousIsSound = true;

  private LogFile(Path path, String person) {
    int names = path.getNameCount();
    this.file = path.subpath(Math.max(0, names - 2), names).toString();
    this.person = person;
  }

  /// What could be read of a log.
  record Reading(List<Decision> decisions, List<LogProblem> problems) {}

  static Reading read(Path path, String person) throws IOException {
    var log = new LogFile(path, person);
    List<Line> lines = LineFile.read(path);
    lines.forEach(line -> log.hashes.putIfAbsent(Hash.of(line.text()), line.number()));
    lines.forEach(log::add);
    return new Reading(log.decisions, log.problems);
  }

  /// Whether a last line without line feed is whole.
  static boolean isWhole(String text, String person) {
    try {
      return LogLine.parse(text, person).isUntouched();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void add(Line line) {
    boolean isSound = take(line);
    previous = Hash.of(line.text());
    previousIsSound = isSound;
  }

  private boolean take(Line line) {
    LogLine parsed;
    try {
      parsed = LogLine.parse(line.text(), person);
    } catch (IllegalArgumentException e) {
      if (line.ended()) {
        problem(line, e.getMessage() + "; the line was set aside", RESTORE);
      } else {
        problem(
            line,
            "the last line was cut short, as by a crash; it was set aside",
            "Look at the record again: the decision on it may not have been kept");
      }
      return false;
    }
    if (!parsed.isUntouched()) {
      problem(line, "the line was changed after it was written; it was set aside", RESTORE);
      return false;
    }
    checkPlace(line, parsed);
    if (ids.add(parsed.decision().id())) {
      decisions.add(parsed.decision());
    } else {
      problem(line, "the same line stands here again; it was counted once", "Remove it");
    }
    return true;
  }

  private void checkPlace(Line line, LogLine parsed) {
    if (parsed.previous().equals(previous) || !previousIsSound) {
      return;
    }
    Integer follows = hashes.get(parsed.previous());
    String what =
        follows == null
            ? "a line that stood before this one is missing"
            : "this line was written after line "
                + follows
                + ", not after line "
                + (line.number() - 1)
                + ": lines were moved, or two copies of the log were written to and then merged";
    problem(
        line,
        what + "; it was counted",
        "Compare with a copy (git log -p "
            + file
            + "); one person decides on one computer at once");
  }

  private void problem(Line line, String what, String cure) {
    problems.add(new LogProblem(file, line.number(), what, cure));
  }
}
