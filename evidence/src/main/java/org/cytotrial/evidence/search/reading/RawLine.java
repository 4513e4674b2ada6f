package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.search.Place;

/// One line of a strategy before it is parsed: its label and its text, of one or more printed
/// lines.
final class RawLine {
  private record Segment(int offset, Place place) {}

  private final String label;
  private final StringBuilder text = new StringBuilder();
  private final List<Segment> segments = new ArrayList<>();

  RawLine(String label) {
    this.label = label;
  }

  /// @param column where `part` begins in its printed line, from 0
  void add(String part, int line, int column) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
    segments.add(new Segment(text.length(), new Place(line, column + 1)));
    text.append(part);
  }

  /// The line up to an offset.
  RawLine before(int end) {
    var part = new RawLine(label);
    part.text.append(text, 0, end);
    part.segments.addAll(segments);
    return part;
  }

  String label() {
    return label;
  }

  String text() {
    return text.toString();
  }

  boolean isBlank() {
    return text.toString().isBlank();
  }

  Place at(int offset) {
    Segment found = segments.getFirst();
    for (Segment s : segments) {
      if (s.offset() <= offset) {
        found = s;
      }
    }
    return new Place(found.place().line(), found.place().column() + offset - found.offset());
  }
}
