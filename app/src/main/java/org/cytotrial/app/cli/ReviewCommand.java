package org.cytotrial.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `review STEP REVIEW …`
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "A systematic review, step by step: new, search, import, dedupe, find, screen, retrieve,"
          + " link, flow, synthesise, report, publish.",
      "REVIEW is a folder of plain files, or the name of one under 'reviews/'; keep it in git.",
      "",
      "Example:  cytotrial review new il2-melanoma --from 1985 --to 2026"
    })
final class ReviewCommand implements Callable<Integer> {
  private final Terminal terminal;

  private ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  static CommandLine line(Terminal terminal) {
    var line = new CommandLine(new ReviewCommand(terminal));
    line.addSubcommand(new ReviewNewCommand(terminal));
    line.addSubcommand(new ReviewSearchCommand(terminal));
    line.addSubcommand(new ReviewImportCommand(terminal));
    line.addSubcommand(new ReviewDedupeCommand(terminal));
    line.addSubcommand(new ReviewFindCommand(terminal));
    line.addSubcommand(new ReviewScreenCommand(terminal));
    line.addSubcommand(new ReviewRetrieveCommand(terminal));
    line.addSubcommand(new ReviewLinkCommand(terminal));
    line.addSubcommand(new ReviewExtractCommand(terminal));
    line.addSubcommand(new ReviewFlowCommand(terminal));
    line.addSubcommand(new ReviewSynthesiseCommand(terminal));
    line.addSubcommand(new ReviewReportCommand(terminal));
    line.addSubcommand(new ReviewPublishCommand(terminal));
    return line;
  }

  @Override
  public Integer call() {
    terminal
        .err()
        .println(
            "Say which step, such as 'review new il2-melanoma'; 'cytotrial review --help' lists"
                + " them.");
    return CommandLine.ExitCode.USAGE;
  }
}
