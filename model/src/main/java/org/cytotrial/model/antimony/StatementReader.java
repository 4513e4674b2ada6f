package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.model.antimony.Draft.DraftFunction;
import org.jspecify.annotations.Nullable;

/// Enters statements into a [Draft], one after the other. Names, notes, ontology terms (`A is
/// "IL-2"`) and modifiers of reactions (`A -o R1`), which the rate names anyway, change no number
/// and are passed over.
final class StatementReader {
  static final String NAME = "[A-Za-z_]\\w*";
  private static final Pattern HEADER =
      Pattern.compile("(?:model|module)\\s+\\*?\\s*(" + NAME + ")\\s*(?:\\(\\s*\\))?");
  private static final Pattern FUNCTION =
      Pattern.compile("function\\s+(" + NAME + ")\\s*\\(([^()]*)\\)");
  private static final Pattern UNIT = Pattern.compile("unit\\s+(" + NAME + ")\\s*=\\s*(.+)");
  private static final Pattern HAS = Pattern.compile("(" + NAME + ")\\s+has\\s+(" + NAME + ")");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "((?:(?:const|var|species|compartment|substanceOnly|formula)\\s+)+)(.+)", Pattern.DOTALL);
  private static final Pattern ITEM =
      Pattern.compile(
          "(\\$?)(" + NAME + ")(?:\\s+in\\s+(" + NAME + "))?\\s*(?:(:=|=|'\\s*=)\\s*(.+))?",
          Pattern.DOTALL);
  private static final Pattern ANNOTATION =
      Pattern.compile(
          NAME + "\\s+[A-Za-z_][\\w.]*\\s+\".*|" + NAME + "[\\w.]*\\.sboTerm\\s*=.*",
          Pattern.DOTALL);
  private static final Pattern INTERACTION =
      Pattern.compile("(?:" + NAME + "\\s*:)?[\\s$\\w,+]*(?:-o|-\\||-\\()[\\s\\w,]*");

  private final Draft draft;
  private final ProcessReader processes;
  private @Nullable Passage openFunction;

  StatementReader(Draft draft) {
    this.draft = draft;
    this.processes = new ProcessReader(draft);
  }

  void read(List<Statement> statements) {
    statements.forEach(this::read);
    if (openFunction != null) {
      draft.problem(openFunction, "This function has no 'end'.");
      openFunction = null;
    }
  }

  private void read(Statement statement) {
    Passage passage = statement.passage();
    if (openFunction != null) {
      functionBody(openFunction, passage);
    } else if (Statement.isReaction(passage.text())) {
      processes.reaction(statement);
    } else if (!structure(passage) && !processes.event(passage) && !declaration(passage)) {
      refuse(passage);
    }
  }

  private boolean structure(Passage passage) {
    Matcher header = passage.matcher(HEADER);
    Matcher function = passage.matcher(FUNCTION);
    Matcher unit = passage.matcher(UNIT);
    Matcher has = passage.matcher(HAS);
    if (header.matches()) {
      draft.modelId = header.group(1);
    } else if (function.matches()) {
      openFunction = passage;
    } else if (unit.matches()) {
      if (draft.units.putIfAbsent(unit.group(1), passage.group(unit, 2)) != null) {
        draft.problem(passage, "Unit '" + unit.group(1) + "' is defined twice.");
      }
    } else if (has.matches()) {
      unit(draft.symbol(passage.group(has, 1)), passage.group(has, 2));
    } else {
      return passage.text().equals("end")
          || passage.matcher(ANNOTATION).matches()
          || passage.matcher(INTERACTION).matches();
    }
    return true;
  }

  private void functionBody(Passage head, Passage passage) {
    Matcher function = head.matcher(FUNCTION);
    if (!function.matches()) {
      throw new IllegalStateException("not a function: " + head.text());
    }
    String name = function.group(1);
    if (passage.text().equals("end")) {
      if (!draft.functions.containsKey(name)) {
        draft.problem(head, "Function '" + name + "' has no formula.");
      }
      openFunction = null;
      return;
    }
    List<String> arguments =
        head.group(function, 2).isEmpty()
            ? List.of()
            : head.group(function, 2).splitAtCommas().stream().map(Passage::text).toList();
    if (draft.functions.putIfAbsent(name, new DraftFunction(arguments, passage)) != null) {
      draft.problem(passage, "Function '" + name + "' has two formulas; it may have one.");
    }
  }

  private boolean declaration(Passage passage) {
    Matcher declaration = passage.matcher(DECLARATION);
    if (declaration.matches()) {
      List<String> words = List.of(declaration.group(1).strip().split("\\s+"));
      for (Passage item : passage.group(declaration, 2).splitAtCommas()) {
        if (!item(item, words)) {
          draft.problem(
              item, "'" + item.text() + "' is no declaration. Maybe 'species A in C = 1'.");
        }
      }
      return true;
    }
    return item(passage, List.of());
  }

  private boolean item(Passage passage, List<String> words) {
    Matcher item = passage.matcher(ITEM);
    boolean says =
        item.matches() && (!words.isEmpty() || item.group(3) != null || item.group(4) != null);
    if (!says) {
      return false;
    }
    DraftSymbol symbol = draft.symbol(passage.group(item, 2));
    words.forEach(word -> apply(word, symbol));
    symbol.isBoundary |= !item.group(1).isEmpty();
    if (item.group(3) != null) {
      symbol.isSpecies = true;
      symbol.compartment =
          once(symbol.compartment, passage.group(item, 3), "compartment of '" + symbol.id + "'");
      draft.symbol(passage.group(item, 3)).isCompartment = true;
    }
    if (item.group(4) != null) {
      define(symbol, item.group(4), passage.group(item, 5));
    }
    return true;
  }

  private static void apply(String word, DraftSymbol symbol) {
    switch (word) {
      case "const" -> symbol.isConstant = Optional.of(true);
      case "var" -> symbol.isConstant = Optional.of(false);
      case "compartment" -> symbol.isCompartment = true;
      case "species" -> symbol.isSpecies = true;
      case "substanceOnly" -> {
        symbol.isSpecies = true;
        symbol.isSubstanceOnly = true;
      }
      default -> {} // "formula" says what every other symbol is
    }
  }

  private void define(DraftSymbol symbol, String how, Passage formula) {
    String what = "of '" + symbol.id + "'";
    (how.equals("=") ? draft.initialised : draft.ruled).add(symbol);
    switch (how) {
      case "=" -> symbol.initial = once(symbol.initial, formula, "initial value " + what);
      case ":=" -> symbol.assignmentRule = once(symbol.assignmentRule, formula, "rule " + what);
      default -> symbol.rateRule = once(symbol.rateRule, formula, "rate rule " + what);
    }
  }

  void unit(DraftSymbol symbol, Passage unit) {
    symbol.unit = once(symbol.unit, unit, "unit of '" + symbol.id + "'");
  }

  private Optional<Passage> once(Optional<Passage> before, Passage now, String what) {
    if (before.isEmpty()) {
      return Optional.of(now);
    }
    if (!before.get().text().equals(now.text())) {
      draft.problem(
          now,
          "The %s is given twice: '%s' here, '%s' at %s."
              .formatted(what, now.text(), before.get().text(), place(before.get())));
    }
    return before;
  }

  private static String place(Passage passage) {
    var at = passage.problem("");
    return at.file() + ":" + at.line() + ":" + at.column();
  }

  private void refuse(Passage passage) {
    var words = new ArrayList<>(List.of(passage.text().split("\\s+", 2)));
    draft.problem(
        passage,
        "'%s' is not read: '%s'. Cytotrial reads one flat model of compartments, species, reactions, rules, events, functions and units."
            .formatted(words.getFirst(), abbreviated(passage.text())));
  }

  private static String abbreviated(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
