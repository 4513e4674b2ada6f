package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.library.Library;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.regimen.Series;
import org.cytotrial.simulation.trial.TrialDesign;
import org.cytotrial.simulation.trial.TrialDesign.DesignArm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `study NAME --check | --calendar`
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a study without running it: all errors in one pass; or shows what its plan gives to a"
          + " patient without toxicity.",
      "",
      "Example:  cytotrial study mine.yaml --check"
    })
final class StudyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "STUDY", description = "a study of the library, or a YAML file")
  private String study = "";

  @Option(names = "--check", description = "say whether the study is sound")
  private boolean check;

  @Option(names = "--calendar", description = "list every cycle that is planned")
  private boolean calendar;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  StudyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (!check && !calendar) {
      throw new WrongUse("Say what is asked of the study: --check or --calendar.");
    }
    Library library = PublishedRows.library();
    TrialDesign design =
        StudyBinding.bind(StudyBinding.find(study, library), library, StudyBinding.Options.NONE);
    CompiledModel model = ModelCompiler.compile(library.referenceModel());
    List<Map<String, Object>> arms = new ArrayList<>();
    for (DesignArm arm : design.arms()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("arm", arm.name());
      entry.put(
          "cycles", cycles(arm, CompiledSchedule.of(arm.schedule(), model, design.followUpDays())));
      arms.add(entry);
    }
    PrintWriter out = terminal.out();
    if (json) {
      Json.print(
          Map.of("study", design.name(), "sound", true, "arms", calendar ? arms : List.of()), out);
      return 0;
    }
    out.printf(
        "%s is sound: %d arms, %d patients, %.0f days, seed %d.%n",
        design.name(),
        design.arms().size(),
        design.patients(),
        design.followUpDays(),
        design.seed());
    if (calendar) {
      print(arms, out);
    }
    return 0;
  }

  private static List<Map<String, Object>> cycles(DesignArm arm, CompiledSchedule schedule) {
    List<Map<String, Object>> cycles = new ArrayList<>();
    for (CompiledSchedule.Cycle cycle : schedule.cycles()) {
      Series series = arm.schedule().series().get(cycle.series());
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("drug", cycle.drug());
      entry.put("into", cycle.target());
      entry.put("days", cycle.times().stream().map(Rational::toString).toList());
      entry.put("infusion_days", series.duration().toString());
      entry.put("hold", series.holdRule().orElse(""));
      entry.put("only_if", series.condition().map(Object::toString).orElse(""));
      cycles.add(entry);
    }
    return cycles;
  }

  private static void print(List<Map<String, Object>> arms, PrintWriter out) {
    for (Map<String, Object> arm : arms) {
      out.println();
      out.println(arm.get("arm"));
      for (Object cycle : (List<?>) arm.getOrDefault("cycles", List.of())) {
        out.println("  " + line((Map<?, ?>) cycle));
      }
    }
  }

  private static String line(Map<?, ?> cycle) {
    List<?> days = (List<?>) cycle.get("days");
    String text =
        days == null ? "" : days.stream().map(Object::toString).collect(Collectors.joining(" "));
    String condition = String.valueOf(cycle.get("only_if"));
    return "%s, %d doses, days %s%s"
        .formatted(
            cycle.get("drug"),
            days == null ? 0 : days.size(),
            text,
            condition.isEmpty() ? "" : "; only if " + condition);
  }
}
