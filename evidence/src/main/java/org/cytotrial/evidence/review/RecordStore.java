package org.cytotrial.evidence.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cytotrial.evidence.log.LineFile;
import org.cytotrial.evidence.log.LogProblem;

/// The records of a review, a line each in `records.jsonl`.
///
/// @param records in the order of the file, each id once
public record RecordStore(List<ImportedRecord> records, List<LogProblem> problems) {
  private static final String CURE =
      "Import the file it came from again: what is there already is not added twice";

  public RecordStore {
    records = List.copyOf(records);
    problems = List.copyOf(problems);
  }

  static RecordStore read(Path file) throws IOException {
    List<ImportedRecord> records = new ArrayList<>();
    List<LogProblem> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (LineFile.Line line : LineFile.read(file)) {
      try {
        ImportedRecord record = RecordJson.parse(line.text());
        if (ids.add(record.id())) {
          records.add(record);
        }
      } catch (IllegalArgumentException e) {
        String what = line.ended() ? e.getMessage() : "the last line was cut short, as by a crash";
        problems.add(
            new LogProblem(
                String.valueOf(file.getFileName()),
                line.number(),
                what + "; it was set aside",
                CURE));
      }
    }
    return new RecordStore(records, problems);
  }

  static boolean isWhole(String line) {
    try {
      RecordJson.parse(line);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
