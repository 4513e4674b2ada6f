package org.cytotrial.evidence.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tagged values of one record, in order.
final class Tags {
  /// One value, which may have gone on over several lines.
  static final class Tagged {
    final String tag;
    final StringBuilder value;

    Tagged(String tag, String value) {
      this.tag = tag;
      this.value = new StringBuilder(value);
    }

    String text() {
      return value.toString().strip();
    }
  }

  final long line;
  final List<Tagged> list = new ArrayList<>();
  final StringBuilder original = new StringBuilder();

  Tags(long line) {
    this.line = line;
  }

  /// The tags of the record being read; of a new one where none is open.
  static Tags openOr(@Nullable Tags open, long line) {
    return open == null ? new Tags(line) : open;
  }

  void add(String tag, String value) {
    list.add(new Tagged(tag, value));
  }

  /// Adds a line without a tag to the value before it.
  void goOn(String more, String between) {
    list.getLast().value.append(between).append(more);
  }

  void append(Tags more) {
    list.addAll(more.list);
    original.append(more.original);
  }

  boolean has(Set<String> tags) {
    return list.stream().anyMatch(t -> tags.contains(t.tag) && !t.text().isEmpty());
  }

  /// The first value that is not empty of the first of the tags that has one.
  @Nullable String first(String... tags) {
    for (String tag : tags) {
      for (Tagged t : list) {
        if (t.tag.equals(tag) && !t.text().isEmpty()) {
          return t.text();
        }
      }
    }
    return null;
  }

  String firstOrEmpty(String... tags) {
    String value = first(tags);
    return value == null ? "" : value;
  }

  List<String> all(String... tags) {
    Set<String> wanted = Set.of(tags);
    return list.stream()
        .filter(t -> wanted.contains(t.tag))
        .map(Tagged::text)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /// Counts what has no place in a record.
  void countUnknown(Set<String> known, ImportSession session) {
    for (Tagged t : list) {
      if (!known.contains(t.tag) && !t.text().isEmpty()) {
        session.notUnderstood(t.tag);
      }
    }
  }
}
