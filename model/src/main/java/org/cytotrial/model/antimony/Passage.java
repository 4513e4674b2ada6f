package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.model.network.ModelFormatException.Problem;

/// A piece of a file that knows where it stands.
record Passage(SourceText source, int start, int end) {
  String text() {
    return source.text().substring(start, end);
  }

  boolean isEmpty() {
    return start == end;
  }

  /// The part from `from` to `to`, counted in this passage, without space around it.
  Passage part(int from, int to) {
    int first = start + from;
    int last = start + to;
    while (first < last && Character.isWhitespace(source.text().charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(source.text().charAt(last - 1))) {
      last--;
    }
    return new Passage(source, first, last);
  }

  Passage from(int at) {
    return part(at, end - start);
  }

  Passage group(Matcher matcher, int group) {
    return part(matcher.start(group), matcher.end(group));
  }

  /// The parts between the commas outside parentheses.
  List<Passage> splitAtCommas() {
    var parts = new ArrayList<Passage>();
    String text = text();
    int from = 0;
    int at = indexOutside(text, ',', from);
    while (at >= 0) {
      parts.add(part(from, at));
      from = at + 1;
      at = indexOutside(text, ',', from);
    }
    parts.add(from(from));
    return parts;
  }

  /// Where `mark` stands outside parentheses and is no part of `:=`; -1 where it does not.
  static int indexOutside(String text, char mark, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean assigns = c == ':' && i + 1 < text.length() && text.charAt(i + 1) == '=';
      if (c == mark && depth <= 0 && !assigns) {
        return i;
      }
    }
    return -1;
  }

  Matcher matcher(Pattern pattern) {
    return pattern.matcher(text());
  }

  Problem problem(String message) {
    return source.problem(start, message);
  }
}
