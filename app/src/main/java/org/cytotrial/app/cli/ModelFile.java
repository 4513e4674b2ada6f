package org.cytotrial.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.library.Library;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.UnitCheck;
import org.cytotrial.model.sbml.SbmlReader;
import org.cytotrial.simulation.patient.Admission;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.DiagnosedModel;
import org.cytotrial.simulation.patient.StateScales;

/// A model given on the command line: `reference`, an SBML file or an Antimony file.
///
/// @param warnings of the reader, to be shown
record ModelFile(Model model, List<String> warnings) {
  static final String REFERENCE = "reference";

  /// Reads a model.
  ///
  /// @throws WrongUse if there is no such file, or the units of an Antimony model do not fit
  static ModelFile read(String name) {
    if (name.equals(REFERENCE)) {
      return new ModelFile(defaultPatient(), List.of());
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(
          "There is no model file '%s'. Maybe 'reference', or an .xml or .ant file."
              .formatted(name));
    }
    if (isSbml(name)) {
      SbmlReader.Result result = SbmlReader.read(file);
      return new ModelFile(result.model(), result.warnings());
    }
    Model model = AntimonyReader.read(file);
    refuseUnitProblems(name, model);
    return new ModelFile(model, List.of());
  }

  static boolean isSbml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".sbml");
  }

  private static void refuseUnitProblems(String name, Model model) {
    List<String> problems =
        UnitCheck.check(model).stream()
            .map(p -> name + ": " + p.id() + ": " + p.message())
            .toList();
    if (!problems.isEmpty()) {
      throw new WrongUse(String.join(System.lineSeparator(), problems));
    }
  }

  /// The reference model's default patient at diagnosis, before any dose.
  private static Model defaultPatient() {
    Model model = Library.load().referenceModel();
    CompiledModel compiled = ModelCompiler.compile(model);
    var burnIn = new BurnIn(compiled, StateScales.tolerance(model, compiled).withRelative(1e-9));
    return switch (burnIn.admit(0, Map.of())) {
      case Admission.Accepted(var patient, _) -> DiagnosedModel.of(model, compiled, patient);
      case Admission.Rejected(var reason) -> throw new IllegalStateException(reason.text());
      case Admission.Failed(var reason, _) -> throw new IllegalStateException(reason.advice());
    };
  }
}
