package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.screening.ScreeningModel;
import org.cytotrial.evidence.screening.ScreeningReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `screen LABELLED.csv`
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description = {
      "Replays the screening of records whose labels are known: in which order they would have been"
          + " shown.",
      "LABELLED.csv has record_id, title, abstract and label_included (1 or 0); --priors is a CSV"
          + " with the record_id of what is known at the start, --criteria the eligibility criteria"
          + " as text. At least one of the two is needed.",
      "Writes position,record_id up to the last relevant record, without the priors.",
      "",
      "Example:  cytotrial screen labelled.csv --priors p.csv --seed 1 --out order.csv"
    })
final class ScreenCommand implements Callable<Integer> {
  private static final double MILLION = 1e6;

  private final Terminal terminal;

  @Parameters(paramLabel = "LABELLED.csv", description = "records with their labels")
  private Path labelled = Path.of("");

  @Option(
      names = "--priors",
      paramLabel = "FILE",
      description = "CSV with the record_id of records known at the start")
  private Optional<Path> priors = Optional.empty();

  @Option(
      names = "--criteria",
      paramLabel = "FILE",
      description = "text of the eligibility criteria")
  private Optional<Path> criteria = Optional.empty();

  @Option(names = "--seed", paramLabel = "S", description = "decides between equals; 1 by default")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "ORDER.csv",
      required = true,
      description = "the file to write; must not exist")
  private Path out = Path.of("");

  @Option(names = "--all", description = "go on after the last relevant record")
  private boolean all;

  @Option(names = "--json", description = "print the times and counts as JSON")
  private boolean json;

  ScreenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (priors.isEmpty() && criteria.isEmpty()) {
      throw new WrongUse(
          "Nothing says what is looked for. Give --priors FILE, --criteria FILE or both.");
    }
    NewFile.requireAbsent(out);
    long start = System.nanoTime();
    LabelledRecords records = LabelledRecords.read(labelled, terminal.err());
    List<Integer> known =
        priors.isPresent() ? records.rowsNamedIn(priors.get()) : List.<Integer>of();
    Optional<String> text =
        criteria.isPresent() ? Optional.of(Files.readString(criteria.get())) : Optional.empty();
    int toFind = all ? Integer.MAX_VALUE : records.relevantWithout(known);
    long loaded = System.nanoTime();
    var model = new ScreeningModel(records.texts(), text, seed);
    long ready = System.nanoTime();
    List<Integer> order = ScreeningReplay.run(model, known, records::isRelevant, toFind);
    long end = System.nanoTime();
    NewFile.write(out, records.orderCsv(order));
    print(order.size(), loaded - start, ready - loaded, end - ready);
    return 0;
  }

  private void print(int shown, long load, long features, long run) {
    if (json) {
      Map<String, Object> times = new LinkedHashMap<>();
      times.put("load", load / MILLION);
      times.put("features", features / MILLION);
      times.put("run", run / MILLION);
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("milliseconds", times);
      tree.put("shown", shown);
      Json.print(tree, terminal.out());
      return;
    }
    terminal
        .out()
        .printf(
            "%d records shown in %.1f s (read %.1f s, words %.1f s)%n%s%n",
            shown,
            run / (1000 * MILLION),
            load / (1000 * MILLION),
            features / (1000 * MILLION),
            out);
  }
}
