package org.cytotrial.evidence.records;

import java.util.HashSet;
import java.util.Set;

/// Gives records of several files names that no two share: a name met before gets the file before
/// it, and if need be a number after it.
public final class UniqueIds {
  private final Set<String> given = new HashSet<>();

  /// Starts without names.
  public UniqueIds() {}

  public BibliographicRecord name(BibliographicRecord record) {
    if (given.add(record.id())) {
      return record;
    }
    String id = record.source().file() + ":" + record.id();
    String numbered = id;
    for (int n = 2; !given.add(numbered); n++) {
      numbered = id + "#" + n;
    }
    return record.withId(numbered);
  }
}
