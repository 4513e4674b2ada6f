package org.cytotrial.evidence.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.Author;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;

/// A record while it is being read.
final class RecordDraft {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!:]");

  private static final int SHORTEST_REPEAT = 20;

  final long line;
  final Map<Field, String> fields = new EnumMap<>(Field.class);
  final List<Author> authors = new ArrayList<>();
  final SequencedSet<String> keywords = new LinkedHashSet<>();
  final StringBuilder original = new StringBuilder();
  RecordType type = RecordType.MISC;
  String id = "";

  RecordDraft(long line) {
    this.line = line;
  }

  /// A draft of a record that was read as tags, with their place and their text.
  static RecordDraft of(Tags tags) {
    var draft = new RecordDraft(tags.line);
    draft.original.append(tags.original);
    return draft;
  }

  static String tidy(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// Keeps the first value of a field.
  void put(Field field, String value) {
    String tidy = tidy(value);
    if (!tidy.isEmpty()) {
      fields.putIfAbsent(field, tidy);
    }
  }

  void replace(Field field, String value) {
    String tidy = tidy(value);
    if (!tidy.isEmpty()) {
      fields.put(field, tidy);
    }
  }

  /// Adds to what is known, unless that holds it already.
  void append(Field field, String value, String between) {
    String tidy = tidy(value);
    String known = fields.getOrDefault(field, "");
    if (known.isEmpty()) {
      put(field, tidy);
    } else if (!tidy.isEmpty() && !known.contains(tidy)) {
      fields.put(field, known + between + tidy);
    }
  }

  /// A title may come in parts: `Short title` and `its subtitle`.
  void addTitle(String value) {
    String known = fields.getOrDefault(Field.TITLE, "");
    String tidy = tidy(value);
    boolean repeats =
        known.equals(tidy) || (tidy.length() >= SHORTEST_REPEAT && known.contains(tidy));
    if (known.isEmpty()) {
      put(Field.TITLE, tidy);
    } else if (!tidy.isEmpty() && !repeats) {
      String between = SENTENCE_END.matcher(known).matches() ? " " : ": ";
      fields.put(Field.TITLE, known + between + tidy);
    }
  }

  void addAuthor(String name) {
    String tidy = tidy(name);
    if (!tidy.isEmpty()) {
      authors.add(Author.parse(tidy));
    }
  }

  void addKeyword(String word) {
    String tidy = tidy(word);
    if (!tidy.isEmpty()) {
      keywords.add(tidy);
    }
  }

  /// A DOI found in any text, if none is known.
  void findDoi(String text) {
    if (!fields.containsKey(Field.DOI)) {
      put(Field.DOI, Identifiers.doi(text));
    }
  }

  void findPmid(String text) {
    if (!fields.containsKey(Field.PMID)) {
      put(Field.PMID, Identifiers.markedPmid(text));
    }
  }

  /// First and last page as one field.
  void pages(String first, String last) {
    String from = tidy(first);
    String to = tidy(last);
    if (!from.isEmpty()) {
      put(Field.PAGES, to.isEmpty() || to.equals(from) ? from : from + "-" + to);
    }
  }

  void year(String text) {
    Identifiers.year(text).ifPresent(y -> put(Field.YEAR, Integer.toString(y)));
  }

  /// An ISSN looks like `1234-567X`; anything else of that place is an ISBN.
  void serialNumber(String text) {
    put(text.matches("(?s).*\\b\\d{4}-?\\d{3}[\\dXx]\\b.*") ? Field.ISSN : Field.ISBN, text);
  }

  /// Whether there is anything by which the document could be found.
  boolean isEmpty() {
    return fields.isEmpty() && authors.isEmpty();
  }
}
