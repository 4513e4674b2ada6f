package org.cytotrial.evidence.synthesis;

/// How many patients of an arm had an event, as far as the table says it.
public sealed interface EventCount {
  /// Where a count comes from.
  enum Origin {
    /// It stands in the table.
    PRINTED,
    /// It was worked out from a percentage.
    DERIVED,
    /// It, or the number of patients, was filled in from memory.
    RECALLED;

    /// The word in exported tables.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A count that can be pooled.
  ///
  /// @param note what a reader must know of it; may be empty
  record Counted(int events, int patients, Origin origin, String note) implements EventCount {
    public double percent() {
      return 100.0 * events / patients;
    }
  }

  /// Words, or a percentage without a number of patients.
  ///
  /// @param words as they stand in the table; may be empty
  /// @param why it is no count
  record Described(String words, String why) implements EventCount {}

  /// The table has nothing.
  record Absent() implements EventCount {}
}
