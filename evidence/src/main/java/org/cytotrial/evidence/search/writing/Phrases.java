package org.cytotrial.evidence.search.writing;

import java.util.List;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Word;
import org.cytotrial.evidence.search.writing.Note.Loss;

/// Writes words and phrases with the wildcards and quotes of a database.
///
/// @param faithful whether the strategy was written for this database, so that nothing is mended
record Phrases(Target target, Grammar grammar, boolean faithful, Notes notes) {
  private static final String OPERATOR = "(?i)and|or|not|adj\\d*|near|next|same|\\d+";

  String text(Query.Text text) {
    List<String> words = text.words().stream().map(w -> word(w, text)).toList();
    boolean wild = text.words().stream().anyMatch(Word::hasWildcard);
    if (words.size() == 1) {
      boolean quote = (text.quoted() && !wild) || mustQuote(words.getFirst());
      return quote ? quoted(words.getFirst()) : words.getFirst();
    }
    if (wild && !grammar.wildcards().inQuotes()) {
      return target == Target.COCHRANE
          ? "(" + String.join(" NEXT ", words) + ")"
          : String.join(" ", words);
    }
    String joined = String.join(" ", words);
    boolean operator = words.stream().anyMatch(w -> w.matches(OPERATOR));
    boolean bare =
        !text.quoted() && (target == Target.OVID ? !operator : target == Target.PUBMED && faithful);
    return bare ? joined : quoted(joined);
  }

  private boolean mustQuote(String word) {
    return (target == Target.EMBASE && word.matches(".*[^\\p{L}\\p{N}*?$].*"))
        || (target != Target.PUBMED && word.matches(OPERATOR));
  }

  private String quoted(String text) {
    String quote = text.contains(grammar.quote()) ? "\"" : grammar.quote();
    return quote + text + quote;
  }

  String word(Word word, Query.Text in) {
    if (!faithful
        && word.stem().isEmpty()
        && word.hasWildcard()
        && !grammar.wildcards().leading()) {
      notes.add(
          Loss.DIFFERENT,
          in.place(),
          "%s allows no wildcard at the beginning of a word: '%s'".formatted(target.label(), word));
    }
    var text = new StringBuilder();
    for (Word.Part part : word.parts()) {
      switch (part) {
        case Word.Letters(String letters) -> text.append(letters);
        case Word.Wildcard w -> {
          text.append(wildcard(w, word, in));
          if (cuts(w)) {
            return text.toString();
          }
        }
      }
    }
    return text.toString();
  }

  /// PubMed has only `*` for any ending: what follows another wildcard is given up.
  private boolean cuts(Word.Wildcard wildcard) {
    return target == Target.PUBMED && !faithful && wildcard.max() != Word.MANY;
  }

  private String wildcard(Word.Wildcard w, Word word, Query.Text in) {
    Grammar.Wildcards signs = grammar.wildcards();
    if (w.max() == Word.MANY) {
      return signs.many();
    }
    if (w.min() == 1 && w.max() == 1 && !signs.one().isEmpty()) {
      return signs.one();
    }
    if (w.min() == 0 && w.max() == 1 && !signs.zeroOrOne().isEmpty()) {
      return signs.zeroOrOne();
    }
    if (target == Target.OVID) {
      return "$" + w.max();
    }
    notes.add(
        Loss.BROADER,
        in.place(),
        "%s has no wildcard for a limited number of characters: '*' in '%s'"
            .formatted(target.label(), word));
    return signs.many();
  }
}
