package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.library.Library;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.response.ResponseRules;
import org.cytotrial.simulation.study.Located;
import org.cytotrial.simulation.study.RegimenCompiler;
import org.cytotrial.simulation.study.Study;
import org.cytotrial.simulation.study.StudyException;
import org.cytotrial.simulation.study.StudyReader;
import org.cytotrial.simulation.trial.TrialDesign;
import org.cytotrial.simulation.trial.TrialDesign.Comparator;
import org.cytotrial.simulation.trial.TrialDesign.DesignArm;
import org.cytotrial.simulation.trial.TrialDesign.WeightTarget;

/// Finds a study, by name in the library or as a file, and binds its names to what the library
/// holds.
final class StudyBinding {
  private final Library library;
  private final List<String> problems = new ArrayList<>();

  private StudyBinding(Library library) {
    this.library = library;
  }

  /// A study's text and where it came from.
  record Source(String file, String text) {}

  /// Options of the command line that replace what the study says.
  record Options(Optional<Integer> patients, Optional<Long> seed) {
    static final Options NONE = new Options(Optional.empty(), Optional.empty());
  }

  /// A file where the name looks like one, else a study of the library.
  static Source find(String name, Library library) throws IOException {
    if (name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/")) {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) {
        throw new WrongUse(
            "There is no study file '%s'. Maybe one of the library: %s."
                .formatted(name, String.join(", ", library.studies())));
      }
      return new Source(name, Files.readString(file, StandardCharsets.UTF_8));
    }
    Library.StudyText study = library.study(name);
    return new Source(study.file(), study.text());
  }

  /// Reads and binds a study.
  ///
  /// @throws StudyException with every mistake
  static TrialDesign bind(Source source, Library library, Options options) {
    StudyReader.Reading reading = StudyReader.parse(source.file(), source.text());
    var binding = new StudyBinding(library);
    binding.problems.addAll(reading.problems());
    return binding.bind(
        reading.study().orElseThrow(() -> new StudyException(reading.problems())), options);
  }

  private TrialDesign bind(Study study, Options options) {
    look(study.indication(), library::indication);
    List<List<Comparator>> published =
        study.arms().stream().map(arm -> comparators(arm, study)).toList();
    List<WeightTarget> targets = new ArrayList<>();
    for (Study.WeightingTarget target : study.weighting()) {
      look(target.publishedArm(), library::publishedArm)
          .ifPresent(arm -> targets.add(new WeightTarget(target.arm(), arm)));
    }
    Map<String, Double> changed = body(study.body());
    List<Schedule> schedules = schedules(study);
    if (!problems.isEmpty()) {
      throw new StudyException(problems);
    }
    List<DesignArm> arms = new ArrayList<>();
    for (int i = 0; i < schedules.size(); i++) {
      arms.add(new DesignArm(study.arms().get(i).name(), schedules.get(i), published.get(i)));
    }
    return new TrialDesign(
        study.name(),
        study.title(),
        study.indication().name(),
        options.patients().orElse(study.patients()),
        options.seed().orElse(study.seed()),
        study.followUpDays(),
        rules(study),
        changed,
        arms,
        targets);
  }

  private <T> Optional<T> look(Located name, Function<String, T> find) {
    if (name.name().isEmpty()) {
      return Optional.empty(); // the reader has said that it is missing
    }
    try {
      return Optional.of(find.apply(name.name()));
    } catch (IllegalArgumentException e) {
      problems.add(name.where() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private List<Comparator> comparators(Study.Arm arm, Study study) {
    List<Comparator> comparators = new ArrayList<>();
    for (Located name : arm.published()) {
      boolean fitted =
          library.fittedArms().containsKey(name.name())
              || study.weighting().stream()
                  .anyMatch(t -> t.publishedArm().name().equals(name.name()));
      look(name, library::publishedArm).ifPresent(p -> comparators.add(new Comparator(p, fitted)));
    }
    return comparators;
  }

  private List<Schedule> schedules(Study study) {
    try {
      return new RegimenCompiler(library.referenceModel(), library.ledger(), library::product)
          .compile(study);
    } catch (StudyException e) {
      problems.addAll(e.problems());
      return List.of();
    }
  }

  private Map<String, Double> body(Study.Body body) {
    Map<String, Double> changed = new HashMap<>();
    change("BW", body.weight(), changed);
    change("BSA", body.surface(), changed);
    return changed;
  }

  private void change(String id, OptionalDouble value, Map<String, Double> changed) {
    if (value.isEmpty()) {
      return;
    }
    LedgerEntry entry = library.ledger().entry(id);
    double low = entry.low().orElse(0);
    double high = entry.high().orElse(Double.POSITIVE_INFINITY);
    if (value.getAsDouble() < low || value.getAsDouble() > high) {
      problems.add(
          "body: %s of %s %s lies outside %s to %s, the range of parameter '%s' in the ledger."
              .formatted(entry.source(), value.getAsDouble(), entry.unitText(), low, high, id));
      return;
    }
    changed.put(id, value.getAsDouble());
  }

  private ResponseRules rules(Study study) {
    ResponseRules rules = ResponseRules.of(library.ledger());
    return study
        .visits()
        .map(v -> rules.withVisits(v.first(), v.interval(), v.bestResponseUntil()))
        .orElse(rules);
  }
}
