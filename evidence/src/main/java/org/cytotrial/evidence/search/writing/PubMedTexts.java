package org.cytotrial.evidence.search.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Word;
import org.cytotrial.evidence.search.writing.Note.Loss;

/// What only PubMed needs: wildcards at the end of a phrase and after four letters, and proximity
/// of whole words written out pair by pair.
record PubMedTexts(Phrases phrases, Notes notes) {
  private static final int LETTERS_BEFORE_WILDCARD = 4;
  private static final int MOST_PAIRS = 60;
  private static final Set<String> WITH_PROXIMITY = Set.of("ti", "tiab", "ad");

  String text(Query.Text text, List<String> codes) {
    List<Query.Text> spelled = spelled(text);
    if (spelled.size() > 1) {
      notes.add(
          Loss.DIFFERENT,
          text.place(),
          "PubMed has no wildcard for one letter: '%s' is written with every letter; keep the real words"
              .formatted(text.plain()));
      return Dialect.any(spelled.stream().map(t -> text(t, codes)).toList());
    }
    List<Word> words = text.words();
    List<Word> wild = words.stream().filter(Word::hasWildcard).toList();
    for (Word word : wild) {
      if (word.stem().length() < LETTERS_BEFORE_WILDCARD) {
        notes.add(
            Loss.DIFFERENT,
            text.place(),
            "PubMed wants four letters before a wildcard: '%s' finds nothing; write out the words"
                .formatted(word));
      }
    }
    boolean inside = words.subList(0, words.size() - 1).stream().anyMatch(Word::hasWildcard);
    if (!inside) {
      return in(codes, phrases.text(text));
    }
    notes.add(
        Loss.BROADER,
        text.place(),
        "PubMed allows a wildcard only in the last word of a phrase: the words of '%s' are joined by AND"
            .formatted(text.plain()));
    List<String> all = words.stream().map(w -> in(codes, phrases.word(w, text))).toList();
    return "(" + String.join(" AND ", all) + ")";
  }

  /// The text with each letter for a wildcard of one letter that has too few letters before it to
  /// be cut there.
  private static List<Query.Text> spelled(Query.Text text) {
    for (int i = 0; i < text.words().size(); i++) {
      Word word = text.words().get(i);
      boolean one =
          word.parts().size() > 1
              && word.parts().get(1) instanceof Word.Wildcard(int _, int max)
              && max == 1;
      if (one && word.stem().length() < LETTERS_BEFORE_WILDCARD) {
        int at = i;
        return letters(word).stream().map(w -> with(text, at, w)).toList();
      }
    }
    return List.of(text);
  }

  private static Query.Text with(Query.Text text, int at, Word word) {
    List<Word> words = new ArrayList<>(text.words());
    words.set(at, word);
    return new Query.Text(words, text.quoted(), text.fields(), text.place());
  }

  private static List<Word> letters(Word word) {
    List<Word> all = new ArrayList<>();
    Word.Wildcard wildcard = (Word.Wildcard) word.parts().get(1);
    for (char c = 'a'; c <= 'z'; c++) {
      all.add(filled(word, String.valueOf(c)));
    }
    if (wildcard.min() == 0) {
      all.addFirst(filled(word, ""));
    }
    return all;
  }

  private static Word filled(Word word, String letter) {
    List<Word.Part> parts = new ArrayList<>(word.parts());
    parts.remove(1);
    String start = word.stem() + letter;
    if (parts.size() > 1 && parts.get(1) instanceof Word.Letters(String rest)) {
      parts.remove(1);
      start = start + rest;
    }
    parts.set(0, new Word.Letters(start));
    return new Word(parts);
  }

  private static String in(List<String> codes, String inner) {
    return codes.isEmpty() ? inner : new PubMedDialect().in(codes, inner);
  }

  /// Both sides near each other; empty where PubMed cannot say it.
  Optional<String> near(Query.Near near, List<String> codes) {
    boolean phrase = near.ordered() && near.between() == 0;
    boolean known = phrase || (!near.ordered() && WITH_PROXIMITY.containsAll(codes));
    List<List<Word>> rows = known ? rows(near, near) : List.of();
    boolean fits =
        !rows.isEmpty()
            && !codes.isEmpty()
            && rows.size() <= MOST_PAIRS
            && rows.stream().allMatch(r -> isWhole(r, phrase));
    if (!fits) {
      return Optional.empty();
    }
    String tilde = phrase ? "" : ":~" + near.between();
    List<String> tags = codes.stream().map(c -> c + tilde).toList();
    var at = new Query.Text(List.of(), true, List.of(), near.place());
    return Optional.of(
        Dialect.any(
            rows.stream()
                .map(r ->
                    "\""
                        + String.join(" ", r.stream().map(w -> phrases.word(w, at)).toList())
                        + "\"")
                .map(text -> new PubMedDialect().in(tags, text))
                .toList()));
  }

  private static boolean isWhole(List<Word> row, boolean phrase) {
    List<Word> strict = phrase ? row.subList(0, row.size() - 1) : row;
    return strict.stream().noneMatch(Word::hasWildcard);
  }

  /// Every way to take a word of each side; none if a side is more than words.
  private List<List<Word>> rows(Query query, Query.Near top) {
    return switch (query) {
      case Query.Text t when t.words().size() == 1 || (top.ordered() && top.between() == 0) ->
          List.of(t.words());
      case Query.Or o -> {
        List<List<Word>> all = new ArrayList<>();
        for (Query part : o.parts()) {
          List<List<Word>> rows = rows(part, top);
          if (rows.isEmpty()) {
            yield List.of();
          }
          all.addAll(rows);
        }
        yield all;
      }
      case Query.Near n when n.between() == top.between() && n.ordered() == top.ordered() ->
          product(rows(n.left(), top), rows(n.right(), top));
      default -> List.of();
    };
  }

  private static List<List<Word>> product(List<List<Word>> left, List<List<Word>> right) {
    List<List<Word>> all = new ArrayList<>();
    for (List<Word> l : left) {
      for (List<Word> r : right) {
        List<Word> row = new ArrayList<>(l);
        row.addAll(r);
        all.add(row);
      }
    }
    return all;
  }
}
