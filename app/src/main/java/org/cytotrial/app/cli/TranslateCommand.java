package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.search.Linter;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.QueryText;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.matching.SearchableRecord;
import org.cytotrial.evidence.search.matching.StrategyMatcher;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.cytotrial.evidence.search.writing.Note;
import org.cytotrial.evidence.search.writing.StrategyWriter;
import org.cytotrial.evidence.search.writing.Target;
import org.cytotrial.evidence.search.writing.Translation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `translate STRATEGY`
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a search strategy of PubMed or Ovid for other databases, and checks it.",
      "What a database cannot take as it was meant is said, with its line and column; nothing is"
          + " dropped without a word. Headings are translated by name, never expanded.",
      "",
      "Example:  cytotrial translate il2.txt --from ovid --to pubmed --to embase"
    })
final class TranslateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "STRATEGY", description = "a text file with the strategy")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "SYNTAX",
      description = "pubmed or ovid; without it, what the text looks like")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      split = ",",
      description =
          "pubmed, ovid, embase, scopus, web-of-science, cochrane or cinahl; all without it")
  private List<String> to = List.of();

  @Option(
      names = "--review",
      description = "for a systematic review: a strategy without a range of dates is refused")
  private boolean review;

  @Option(
      names = "--lenient",
      description = "translate in spite of errors, as the messages say that the text was read")
  private boolean lenient;

  @Option(
      names = "--try",
      paramLabel = "RECORDS.nbib",
      description = "say how many of these MEDLINE records the strategy finds; exp is not expanded")
  private Optional<Path> records = Optional.empty();

  @Option(names = "--json", description = "print the trees, problems and translations as JSON")
  private boolean json;

  TranslateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Target> targets = targets();
    String text = Files.readString(file);
    Syntax syntax = from.map(TranslateCommand::syntax).orElseGet(() -> Syntax.guess(text));
    StrategyReader.Reading reading = StrategyReader.read(text, syntax);
    Strategy strategy = reading.strategy();
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(Linter.check(strategy, review));
    problems.sort(
        Comparator.comparingInt((Problem p) -> p.place().line())
            .thenComparingInt(p -> p.place().column()));
    problems.forEach(p -> terminal.err().println(p.in(file.toString())));
    boolean refused = !lenient && problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    List<Translation> translations =
        refused ? List.of() : targets.stream().map(t -> StrategyWriter.write(strategy, t)).toList();
    if (json) {
      Json.print(tree(strategy, problems, translations), terminal.out());
    } else {
      translations.forEach(this::print);
    }
    if (records.isPresent() && !refused) {
      found(strategy, records.get());
    }
    if (refused) {
      terminal
          .err()
          .println(
              file + ": not translated; mend what the lines with 'error' name, or give --lenient");
    }
    return refused ? 2 : 0;
  }

  static Syntax syntax(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "pubmed" -> Syntax.PUBMED;
      case "ovid" -> Syntax.OVID;
      default -> throw new WrongUse("--from is '" + name + "'; it is 'pubmed' or 'ovid'.");
    };
  }

  private List<Target> targets() {
    if (to.isEmpty()) {
      return List.of(Target.values());
    }
    return to.stream().map(TranslateCommand::target).toList();
  }

  private static Target target(String name) {
    return Arrays.stream(Target.values())
        .filter(t -> t.word().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new WrongUse(
                "--to is '%s'; it is one of %s."
                    .formatted(
                        name,
                        String.join(
                            ", ", Arrays.stream(Target.values()).map(Target::word).toList()))));
  }

  private void print(Translation translation) {
    terminal.out().println("== " + translation.target().label());
    boolean single = translation.lines().size() == 1;
    for (Translation.Line line : translation.lines()) {
      terminal.out().println(single ? line.text() : line.number() + ". " + line.text());
    }
    for (Note note : translation.notes()) {
      terminal.out().println("   " + file + ":" + note);
    }
    terminal.out().println();
  }

  private void found(Strategy strategy, Path path) throws IOException {
    List<SearchableRecord> all = SearchableRecord.ofMedline(Files.readString(path));
    int found = new StrategyMatcher(strategy).find(all).size();
    terminal.err().printf("%s: %d of %d records are found%n", path, found, all.size());
  }

  private Map<String, Object> tree(
      Strategy strategy, List<Problem> problems, List<Translation> translations) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("strategy", file.toString());
    tree.put("syntax", strategy.syntax().name().toLowerCase(Locale.ROOT));
    tree.put(
        "lines",
        strategy.lines().stream()
            .map(l ->
                Map.of(
                    "label", l.label(),
                    "source", l.source(),
                    "tree", QueryText.of(l.query())))
            .toList());
    tree.put("problems", problems.stream().map(TranslateCommand::tree).toList());
    tree.put("translations", translations.stream().map(TranslateCommand::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Problem problem) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    tree.put("line", problem.place().line());
    tree.put("column", problem.place().column());
    tree.put("message", problem.message());
    return tree;
  }

  private static Map<String, Object> tree(Translation translation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("target", translation.target().word());
    tree.put("lines", translation.lines().stream().map(Translation.Line::text).toList());
    tree.put("whole", translation.whole());
    tree.put("notes", translation.notes().stream().map(TranslateCommand::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Note note) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("loss", note.loss().name().toLowerCase(Locale.ROOT));
    tree.put("line", note.place().line());
    tree.put("column", note.place().column());
    tree.put("message", note.message());
    return tree;
  }
}
