package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cytotrial.library.Library;
import org.cytotrial.report.trial.Manifest;
import org.cytotrial.report.trial.PatientsCsv;
import org.cytotrial.report.trial.SummaryCsv;
import org.cytotrial.report.trial.TrialJson;
import org.cytotrial.report.trial.TrialReport;
import org.cytotrial.report.trial.TrialTable;
import org.cytotrial.simulation.trial.TrialDesign;
import org.cytotrial.simulation.trial.TrialResult;
import org.cytotrial.simulation.trial.TrialResult.Provenance;
import org.cytotrial.simulation.trial.VirtualTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `run STUDY`
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a virtual trial: prints the table, and writes report.html, summary.csv, patients.csv"
          + " and manifest.json.",
      "",
      "Example:  cytotrial run high-dose-il2-melanoma --patients 200 --out first-try"
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Instant started = Instant.now();

  @Parameters(paramLabel = "STUDY", description = "a study of the library, or a YAML file")
  private String study = "";

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "accepted patients, instead of what the study says")
  private Optional<Integer> patients = Optional.empty();

  @Option(names = "--seed", paramLabel = "S", description = "instead of what the study says")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "default: one per processor; the result does not depend on it")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "a new or empty folder (default: out/STUDY, or the first free of out/STUDY-2 …)")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--cache",
      paramLabel = "DIR|none",
      description =
          "where burn-ins are kept for the next run with the same patients (default:"
              + " ~/.cache/cytotrial/burn-in); the result does not depend on it")
  private Optional<String> cache = Optional.empty();

  @Option(names = "--json", description = "print the result as JSON instead of the table")
  private boolean json;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    requireSense();
    Library library = PublishedRows.library();
    StudyBinding.Source source = StudyBinding.find(study, library);
    TrialDesign design =
        StudyBinding.bind(source, library, new StudyBinding.Options(patients, seed));
    OutputFolder folder = OutputFolder.of(out, Path.of("out"), design.name());
    Optional<KeptBurnIns> burnIns = KeptBurnIns.in(cache, terminal.err());
    TrialResult result = run(design, library, burnIns).withInputs(inputs(source, library));
    Path written = folder.write(files(result, burnIns));
    print(result, written);
    return 0;
  }

  private void requireSense() {
    if (patients.isPresent() && patients.get() < 1) {
      throw new WrongUse("--patients must be at least 1, not " + patients.get() + ".");
    }
    if (threads.isPresent() && threads.get() < 1) {
      throw new WrongUse("--threads must be at least 1, not " + threads.get() + ".");
    }
  }

  private int threadCount() {
    return threads.orElseGet(Runtime.getRuntime()::availableProcessors);
  }

  private TrialResult run(TrialDesign design, Library library, Optional<KeptBurnIns> burnIns) {
    var progress = new ProgressLine(terminal.err());
    var resources = new VirtualTrial.Resources(threadCount(), progress, burnIns.map(kept -> kept));
    try {
      return new VirtualTrial(design, library.referenceModel(), library.ledger(), resources).run();
    } finally {
      progress.end();
      burnIns.ifPresent(KeptBurnIns::save);
    }
  }

  private static List<Provenance> inputs(StudyBinding.Source source, Library library) {
    String model =
        library.referenceTexts().entrySet().stream()
            .map(e -> e.getKey() + "\n" + e.getValue())
            .collect(Collectors.joining("\n"));
    return List.of(
        new Provenance("study, SHA-256", Manifest.sha256(source.text())),
        new Provenance("reference model and ledger, SHA-256", Manifest.sha256(model)));
  }

  private SequencedMap<String, String> files(TrialResult result, Optional<KeptBurnIns> burnIns) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("report.html", TrialReport.html(result, Cytotrial.VERSION));
    files.put("summary.csv", SummaryCsv.text(result));
    files.put("patients.csv", PatientsCsv.text(result));
    SequencedMap<String, Object> circumstances = new LinkedHashMap<>();
    circumstances.put("started", started.toString());
    circumstances.put("seconds", Duration.between(started, Instant.now()).toMillis() / 1000.0);
    circumstances.put("threads", threadCount());
    circumstances.put("burn_ins_reused", burnIns.map(KeptBurnIns::reused).orElse(0));
    circumstances.put("java", Runtime.version().toString());
    circumstances.put(
        "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    files.put(
        "manifest.json",
        Json.text(Manifest.tree(result, Cytotrial.VERSION, circumstances, files)) + "\n");
    return files;
  }

  private void print(TrialResult result, Path written) {
    if (json) {
      Json.print(TrialJson.tree(result, written.toString()), terminal.out());
      return;
    }
    terminal.out().print(TrialTable.text(result));
    terminal.out().println();
    result.provenance().forEach(p -> terminal.out().println(p.what() + ": " + p.value()));
    terminal.out().println();
    terminal.out().println("Report: " + written.resolve("report.html"));
    terminal.out().println(written);
  }
}
