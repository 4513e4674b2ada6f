package org.cytotrial.evidence.search.writing;

import java.util.List;

/// A strategy as one database takes it.
///
/// `lines` are to be run one after the other; `whole` is the last line with all others put into it,
/// to be pasted once; it is empty where the database needs lines, as for Ovid's limits.
public record Translation(Target target, List<Line> lines, String whole, List<Note> notes) {

  public Translation {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /// A line and its number: from 1, or from the first line's own number for a part of a history.
  public record Line(int number, String text) {}
}
