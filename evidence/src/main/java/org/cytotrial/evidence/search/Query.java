package org.cytotrial.evidence.search;

import java.util.List;
import java.util.TreeSet;

/// What a search asks of a record: a closed algebra, each node with its place in the text.
public sealed interface Query {
  /// Where the node begins.
  Place place();

  /// Words next to each other in this order, in any of the fields; without fields, wherever the
  /// database looks by itself. `quoted` tells that the user asked for the phrase as it stands.
  record Text(List<Word> words, boolean quoted, List<SearchField> fields, Place place)
      implements Query {
    public Text {
      words = List.copyOf(words);
      fields = List.copyOf(new TreeSet<>(fields));
    }

    public Text in(List<SearchField> newFields) {
      return new Text(words, quoted, newFields, place);
    }

    /// The words with blanks between them and `*` for every wildcard.
    public String plain() {
      return String.join(" ", words.stream().map(Word::toString).toList());
    }
  }

  /// A MeSH heading, with all that is below it if `explode`; only as a main topic if `focus`. The
  /// subheadings are names such as `drug therapy`; any of them will do.
  record Heading(String name, boolean explode, boolean focus, List<String> subheadings, Place place)
      implements Query {
    public Heading {
      subheadings = List.copyOf(subheadings);
    }
  }

  /// Both sides with at most `between` words between them; left before right if `ordered`.
  record Near(Query left, Query right, int between, boolean ordered, Place place)
      implements Query {}

  /// What the line with this label finds.
  record LineReference(String label, Place place) implements Query {}

  /// All of them.
  record And(List<Query> parts, Place place) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// Any of them.
  record Or(List<Query> parts, Place place) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// What `kept` finds and `removed` does not.
  record Not(Query kept, Query removed, Place place) implements Query {}

  /// A date between two days, months or years, written `2010`, `2010/05` or `2010/05/31`; an empty
  /// text means no limit on that side.
  record DateRange(SearchField field, String from, String to, Place place) implements Query {}

  /// A limit that a database offers beside its fields, such as `humans` or `review articles`, kept
  /// by its name.
  record Filter(String name, Place place) implements Query {}

  /// `inner` at least `times` times in the record.
  record Frequency(Query inner, int times, Place place) implements Query {}
}
