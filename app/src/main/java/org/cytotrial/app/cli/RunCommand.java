package org.cytotrial.app.cli;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cytotrial.library.Library;
import org.cytotrial.simulation.trial.TrialResult;
import org.cytotrial.simulation.trial.VirtualTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `run STUDY`
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "STUDY", description = "a study of the library, or a YAML file")
  private String study = "";

  @Option(names = "--patients")
  private OptionalInt patients = OptionalInt.empty();
  @Option(names = "--threads")
  private int threads = 2;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    long t0 = System.nanoTime();
    var library = Library.load();
    var design = StudyBinding.bind(StudyBinding.find(study, library), library, new StudyBinding.Options(patients, OptionalLong.empty()));
    long[] last = {System.nanoTime()};
    String[] ph = {""};
    TrialResult r = new VirtualTrial(design, library.referenceModel(), library.ledger(), threads, (p, d, n) -> { synchronized (ph) { if (!p.equals(ph[0])) { terminal.out().println(p + " " + (System.nanoTime() - t0) / 1e9); ph[0] = p; } } }).run();
    terminal.out().println("done " + (System.nanoTime() - t0) / 1e9 + " " + last[0]);
    terminal.out().println(r.population().drawn() + " " + r.population().rejected() + " " + r.weights().map(w -> w.effectiveSampleSize()));
    for (var arm : r.arms()) {
      terminal.out().println(arm.design().name() + " " + arm.failed());
      arm.estimates().forEach(e -> terminal.out().println("  " + e.endpoint() + " " + e.value() + " [" + e.low() + "," + e.high() + "] " + e.unit() + " w=" + e.isWeighted() + " " + e.published().stream().map(p -> p.shortId() + "=" + p.value()).toList()));
    }
    return 0;
  }
}
