package org.cytotrial.model.antimony;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.FormulaException;
import org.cytotrial.model.expression.FormulaParser;

/// Reads formulas, puts the bodies of functions in the place of their calls, and reports symbols
/// that nothing defines.
final class FormulaReader {
  private final Draft draft;
  private final Map<String, FormulaParser.Definition> functions = new HashMap<>();

  FormulaReader(Draft draft) {
    this.draft = draft;
    draft.functions.forEach(this::define);
  }

  private void define(String name, Draft.DraftFunction function) {
    Expression body = parse(function.body());
    report(
        function.body(),
        body,
        Set.copyOf(function.arguments()),
        "is no argument of '" + name + "'");
    functions.put(name, new FormulaParser.Definition(function.arguments(), body));
  }

  /// The formula; 0 where it cannot be read, after the problem is noted.
  Expression read(Passage passage) {
    Expression formula = parse(passage);
    Set<String> known = new TreeSet<>(draft.symbols.keySet());
    known.addAll(draft.reactions.keySet());
    report(
        passage,
        formula,
        known,
        "is not defined: it has no value, no rule and is in no reaction. Maybe it is misspelt");
    return formula;
  }

  private Expression parse(Passage passage) {
    try {
      return FormulaParser.parse(passage.text(), functions);
    } catch (FormulaException e) {
      draft.problems.add(
          passage
              .source()
              .problem(
                  passage.start() + e.position(),
                  "Formula '%s': %s.".formatted(passage.text(), e.what())));
      return Expression.constant(0);
    }
  }

  private void report(Passage passage, Expression formula, Set<String> known, String what) {
    var unknown = new TreeSet<String>();
    formula.forEachSymbol(id -> {
      if (!known.contains(id)) {
        unknown.add(id);
      }
    });
    for (String id : unknown) {
      Matcher place = Pattern.compile("\\b" + Pattern.quote(id) + "\\b").matcher(passage.text());
      int offset = place.find() ? place.start() : 0;
      draft.problems.add(
          passage.source().problem(passage.start() + offset, "'" + id + "' " + what + "."));
    }
  }
}
