package org.cytotrial.benchmarks.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.Word;

/// Looks for what a text node must not hold: operators, field tags, line numbers, brackets that do
/// not match. It shares no code with the reader.
final class TextNodes {
  private static final Pattern OPERATOR =
      Pattern.compile("(?i)^(and|or|not|adj\\d*|near/?\\d+|next/?\\d*)$");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)\\[\\s*(ti|ab|tiab|tw|mh|mesh|majr|pt|sh|all|au|la|dp|nm)\\b"
              + "|\\.(ti|ab|tw|mp|sh|pt|kf|kw|fs|nm|rn|af|ot|hw|ed|dp|yr|lg|au|jn|so)(,[a-z]{2})*\\.?$"
              + "|^(ti|ab|tw),(ti|ab|tw)$|/$|/(dt|ae|tu|su|th|rh|px|di)$|:(ti|ab|kw|me)(,|$)");
  private static final Pattern NUMBER = Pattern.compile("^(#\\d+|\\d+[.)]|\\d+-\\d+/)$");

  private TextNodes() {}

  /// What is wrong with the text nodes and headings of a strategy; empty if nothing is.
  static List<String> faults(Strategy strategy) {
    List<String> faults = new ArrayList<>();
    for (Strategy.Line line : strategy.lines()) {
      visit(line.query(), faults);
    }
    return faults;
  }

  private static void visit(Query query, List<String> faults) {
    switch (query) {
      case Query.Text t -> text(t, faults);
      case Query.Heading h -> heading(h.name(), faults);
      case Query.Near n -> {
        visit(n.left(), faults);
        visit(n.right(), faults);
      }
      case Query.And a -> a.parts().forEach(p -> visit(p, faults));
      case Query.Or o -> o.parts().forEach(p -> visit(p, faults));
      case Query.Not n -> {
        visit(n.kept(), faults);
        visit(n.removed(), faults);
      }
      case Query.Frequency f -> visit(f.inner(), faults);
      case Query.Filter f -> check(f.name().replace(' ', '\n'), faults);
      case Query.LineReference _, Query.DateRange _ -> {}
    }
  }

  private static void text(Query.Text text, List<String> faults) {
    if (text.words().isEmpty()) {
      faults.add("a text without words");
    }
    for (Word word : text.words()) {
      if (!text.quoted() || !OPERATOR.matcher(word.toString()).find()) {
        check(word.toString(), faults);
      }
    }
  }

  /// A heading may hold `and`, and a comment in brackets that match.
  private static void heading(String name, List<String> faults) {
    check(name.replaceAll("\\[[^\\[\\]]*\\]", "").replaceAll(" (and )?", "\n"), faults);
  }

  private static void check(String words, List<String> faults) {
    for (String word : words.split("\n", -1)) {
      boolean bad =
          OPERATOR.matcher(word).find()
              || TAG.matcher(word).find()
              || NUMBER.matcher(word).find()
              || !balanced(word, '(', ')')
              || !balanced(word, '[', ']');
      if (bad) {
        faults.add(word);
      }
    }
  }

  private static boolean balanced(String word, char open, char close) {
    return word.chars().filter(c -> c == open).count()
        == word.chars().filter(c -> c == close).count();
  }
}
