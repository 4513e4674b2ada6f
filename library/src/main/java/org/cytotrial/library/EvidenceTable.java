package org.cytotrial.library;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;

/// A table of facts with their citations, as text.
///
/// @param name `pk`, `receptor` or `dynamics`
/// @param rows each from column to cell, in the order of the file
public record EvidenceTable(String name, List<SequencedMap<String, String>> rows) {
  public EvidenceTable {
    rows = rows.stream().map(Collections::unmodifiableSequencedMap).toList();
  }

  static EvidenceTable read(String name) {
    String file = "evidence/" + name + ".csv";
    return new EvidenceTable(
        name,
        new CsvTable(file, Resources.read(file)).read(List.of("citation"), CsvTable.Row::columns));
  }
}
