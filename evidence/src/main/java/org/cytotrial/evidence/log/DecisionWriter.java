package org.cytotrial.evidence.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.cytotrial.evidence.log.LineFile.Line;

/// Adds the decisions of one person to their log. Each is on the disk before the next is asked.
public final class DecisionWriter implements Closeable {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  private final LineFile file;
  private final String person;
  private final Clock clock;
  private String previous;

  private DecisionWriter(LineFile file, String person, Clock clock, String previous) {
    this.file = file;
    this.person = person;
    this.clock = clock;
    this.previous = previous;
  }

  /// Takes a person's log for writing, and makes it if it is not there.
  ///
  /// @throws IllegalArgumentException if the name cannot be the name of a file
  /// @throws LogInUseException if that person is writing already
  public static DecisionWriter open(Path folder, String person, Clock clock) throws IOException {
    if (!NAME.matcher(person).matches()) {
      throw new IllegalArgumentException(
          "'"
              + person
              + "' cannot be the name of a log. Use letters, digits, dots, hyphens and underscores,"
              + " such as --as ada");
    }
    Files.createDirectories(folder);
    LineFile file =
        LineFile.open(folder.resolve(person + ".jsonl"), text -> LogFile.isWhole(text, person));
    List<Line> lines = file.lines();
    String previous = lines.isEmpty() ? LogLine.START : Hash.of(lines.getLast().text());
    return new DecisionWriter(file, person, clock, previous);
  }

  public String person() {
    return person;
  }

  /// Writes a decision.
  ///
  /// @return it with its id and time
  public Decision append(Decision.Draft draft) throws IOException {
    LogLine line =
        LogLine.of(draft, person, clock.instant().truncatedTo(ChronoUnit.MILLIS), previous);
    String text = line.text();
    file.append(List.of(text));
    previous = Hash.of(text);
    return line.decision();
  }

  /// Gives the log free.
  @Override
  public void close() throws IOException {
    file.close();
  }
}
