package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.flow.FlowCsv;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.flow.FlowDiagram.Column;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.review.ReviewState;
import org.cytotrial.report.figure.FlowFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review flow REVIEW`
@Command(
    name = "flow",
    mixinStandardHelpOptions = true,
    description = {
      "The PRISMA 2020 flow diagram, counted from the log: prints it as a table, and says where it"
          + " does not add up.",
      "",
      "Example:  cytotrial review flow il2-melanoma --svg flow.svg --csv flow.csv"
    })
final class ReviewFlowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Option(names = "--svg", paramLabel = "FILE", description = "write the diagram; must not exist")
  private Optional<Path> svg = Optional.empty();

  @Option(names = "--csv", paramLabel = "FILE", description = "write the table; must not exist")
  private Optional<Path> csv = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ReviewFlowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    svg.ifPresent(NewFile::requireAbsent);
    csv.ifPresent(NewFile::requireAbsent);
    ReviewState state = Review.open(review, Clock.systemUTC()).state();
    FlowDiagram flow = Review.flow(state);
    if (svg.isPresent()) {
      NewFile.write(svg.get(), new FlowFigure(state.protocol().title(), flow).svg());
    }
    if (csv.isPresent()) {
      NewFile.write(csv.get(), FlowCsv.text(flow));
    }
    state.warnings().forEach(w -> terminal.err().println("warning: " + w));
    if (json) {
      Json.print(tree(flow), terminal.out());
    } else {
      print(flow);
    }
    return 0;
  }

  private void print(FlowDiagram flow) {
    var table = new TextTable("column", "step", "n", "");
    for (FlowCsv.Row row : FlowCsv.rows(flow)) {
      table.row(row.column(), row.step(), Integer.toString(row.n()), row.detail());
    }
    table.print(terminal.out());
    if (flow.problems().isEmpty()) {
      terminal.out().println("It adds up.");
    } else {
      flow.problems().forEach(p -> terminal.out().println("does not add up: " + p));
    }
  }

  private static Map<String, Object> tree(FlowDiagram flow) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("databases", tree(flow.databases()));
    tree.put("other", tree(flow.others()));
    tree.put("studies_included", flow.studies());
    tree.put("reports_included", flow.reports());
    List<String> problems = flow.problems();
    tree.put("adds_up", problems.isEmpty());
    tree.put("problems", problems);
    return tree;
  }

  private static Map<String, Object> tree(Column column) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("records_identified", column.records());
    tree.put("sources", column.identified());
    tree.put("registers", column.registers());
    tree.put("duplicates_removed", column.duplicates());
    tree.put("records_screened", column.screened());
    tree.put("records_excluded", column.excluded());
    tree.put("awaiting_title_decision", column.awaitingTitle());
    tree.put("reports_sought", column.sought());
    tree.put("reports_not_retrieved", column.notRetrieved());
    tree.put("reports_assessed", column.assessed());
    tree.put("reports_excluded", column.excludedReports());
    tree.put("awaiting_fulltext_decision", column.awaitingText());
    tree.put("reports_included", column.included());
    return tree;
  }
}
