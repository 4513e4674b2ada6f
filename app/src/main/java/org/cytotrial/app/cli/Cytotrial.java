package org.cytotrial.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The top command, and how every command ends.
@Command(
    name = "cytotrial",
    mixinStandardHelpOptions = true,
    version = Cytotrial.VERSION,
    description = {
      "Virtual trials of cytokine cancer immunotherapies, beside the published evidence.",
      "Research only; nothing here is dosing guidance.",
      "",
      "Start with:  cytotrial run high-dose-il2-melanoma"
    })
public final class Cytotrial implements Callable<Integer> {
  static final String VERSION = "cytotrial 0.1.0-SNAPSHOT";

  private final Terminal terminal;

  private Cytotrial(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Runs a command line that asks nothing.
  ///
  /// @return the exit code
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    return execute(new BufferedReader(Reader.nullReader()), out, err, args);
  }

  /// Runs a command line.
  ///
  /// @param in where answers come from
  /// @return the exit code
  public static int execute(BufferedReader in, PrintWriter out, PrintWriter err, String... args) {
    var terminal = new Terminal(in, out, err);
    var line = new CommandLine(new Cytotrial(terminal));
    line.addSubcommand(new RunCommand(terminal));
    line.addSubcommand(new StudyCommand(terminal));
    line.addSubcommand(new SimulateCommand(terminal));
    line.addSubcommand(new ConvertCommand(terminal));
    line.addSubcommand(new StudiesCommand(terminal));
    line.addSubcommand(new DrugsCommand(terminal));
    line.addSubcommand(new ParametersCommand(terminal));
    line.addSubcommand(new EvidenceCommand(terminal));
    line.addSubcommand(new MetaCommand(terminal));
    line.addSubcommand(new SurvivalCommand(terminal));
    line.addSubcommand(new ReconstructCommand(terminal));
    line.addSubcommand(new DedupeCommand(terminal));
    line.addSubcommand(new TranslateCommand(terminal));
    line.addSubcommand(new ExtractCommand(terminal));
    line.addSubcommand(ReviewCommand.line(terminal));
    line.addSubcommand(new ScreenCommand(terminal));
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpWidth(110);
    line.setParameterExceptionHandler((e, _) -> wrongUse(e, err));
    line.setExecutionExceptionHandler((e, _, _) -> failed(e, err));
    return line.execute(args);
  }

  @Override
  public Integer call() {
    terminal
        .err()
        .println(
            "Say what to do, such as 'run high-dose-il2-melanoma'; 'cytotrial --help' lists the"
                + " commands.");
    return CommandLine.ExitCode.USAGE;
  }

  private static int wrongUse(ParameterException e, PrintWriter err) {
    err.println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  /// What the user gave and can mend ends with 2; everything else with 1.
  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof WrongUse || Mistakes.isTheUsers(e)) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    err.println(e.getMessage() == null ? e.toString() : e.getMessage());
    if (!(e instanceof IllegalStateException || e instanceof IOException)) {
      e.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
