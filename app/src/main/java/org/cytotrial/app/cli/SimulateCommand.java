package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.simulation.model.Simulation;
import org.cytotrial.simulation.model.Simulation.Columns;
import org.cytotrial.simulation.model.Simulation.Meaning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `simulate MODEL`
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Integrates a model and writes CSV: time, then a column per species as its model declares"
          + " it.",
      "",
      "Example:  cytotrial simulate reference --until 84 --steps 84 --out untreated.csv"
    })
final class SimulateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "MODEL",
      description =
          "'reference' (its default patient at diagnosis, untreated), or an SBML or Antimony file")
  private String model = "";

  @Option(
      names = "--until",
      paramLabel = "T",
      defaultValue = "100",
      description = "end, in the model's time unit (default: ${DEFAULT-VALUE})")
  private double until;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "equal steps; N + 1 rows are written (default: ${DEFAULT-VALUE})")
  private int steps;

  @Option(
      names = "--rtol",
      paramLabel = "R",
      defaultValue = "1e-6",
      description = "relative tolerance (default: ${DEFAULT-VALUE})")
  private double relative;

  @Option(
      names = "--atol",
      paramLabel = "A",
      defaultValue = "1e-9",
      description = "absolute tolerance, in each state's unit (default: ${DEFAULT-VALUE})")
  private double absolute;

  @Option(names = "--all", description = "also parameters and compartments that change")
  private boolean all;

  @Option(names = "--amounts", description = "every species as an amount")
  private boolean amounts;

  @Option(names = "--concentrations", description = "every species as a concentration")
  private boolean concentrations;

  @Option(
      names = "--method",
      paramLabel = "ode",
      defaultValue = "ode",
      description = "ode; stochastic simulation is not built yet")
  private String method = "ode";

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "0",
      description = "with --json: repeats to time, after a warm-up")
  private int repeat;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write here instead of to standard output; must not exist")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "with --repeat: times as JSON; else the table as JSON")
  private boolean json;

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    requireSense();
    PrintWriter err = terminal.err();
    long start = System.nanoTime();
    ModelFile file = ModelFile.read(model);
    file.warnings().forEach(w -> err.println("warning: " + w));
    long loaded = System.nanoTime();
    var columns = new Columns(meaning(), all);
    var simulation = new Simulation(file.model(), columns, relative, absolute);
    long compiled = System.nanoTime();
    List<double[]> rows = simulation.run(until, steps);
    if (repeat > 0) {
      Json.print(
          times(simulation, (loaded - start) / 1e6, (compiled - loaded) / 1e6), terminal.out());
      return 0;
    }
    String text =
        json ? Json.text(table(simulation.header(), rows)) : csv(simulation.header(), rows);
    if (out.isPresent()) {
      NewFile.write(out.get(), text);
    } else {
      terminal.out().print(text);
    }
    return 0;
  }

  private void requireSense() {
    if (!method.equals("ode")) {
      throw new WrongUse("--method '" + method + "' is not there yet. Maybe --method ode.");
    }
    if (!(until > 0) || Double.isInfinite(until)) {
      throw new WrongUse("--until must be positive, not " + until + ".");
    }
    if (steps < 1 || repeat < 0) {
      throw new WrongUse("--steps must be at least 1 and --repeat at least 0.");
    }
    if (amounts && concentrations) {
      throw new WrongUse("--amounts and --concentrations exclude each other.");
    }
    out.ifPresent(NewFile::requireAbsent);
  }

  private Meaning meaning() {
    if (amounts) {
      return Meaning.AMOUNT;
    }
    return concentrations ? Meaning.CONCENTRATION : Meaning.DECLARED;
  }

  private Map<String, Object> times(Simulation simulation, double load, double compile) {
    int warmUp = Math.max(20, repeat / 5);
    for (int i = 0; i < warmUp; i++) {
      simulation.run(until, steps);
    }
    double[] milliseconds = new double[repeat];
    for (int i = 0; i < repeat; i++) {
      long start = System.nanoTime();
      simulation.run(until, steps);
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    Map<String, Object> times = new LinkedHashMap<>();
    times.put("load_ms", load);
    times.put("compile_ms", compile);
    times.put("median_ms", milliseconds[repeat / 2]);
    times.put("min_ms", milliseconds[0]);
    times.put("n", repeat);
    times.put("kernel", "scalar");
    return times;
  }

  private static Map<String, Object> table(List<String> header, List<double[]> rows) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("columns", header);
    table.put("rows", rows);
    return table;
  }

  private static String csv(List<String> header, List<double[]> rows) {
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        text.append(i == 0 ? "" : ",").append(digits(row[i]));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /// 17 digits where they are needed to read the same number back, fewer where they are not.
  private static String digits(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
