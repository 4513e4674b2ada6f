package org.cytotrial.simulation.patient;

import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Species;

/// The model of one patient at diagnosis: burn-in and initial assignments are done, their results
/// are its start values.
public final class DiagnosedModel {
  private DiagnosedModel() {}

  public static Model of(Model model, CompiledModel compiled, VirtualPatient patient) {
    double[] parameters = patient.parameters();
    double[] state = patient.state();
    List<Species> species =
        model.species().stream()
            .map(s -> compiled.hasState(s.id()) ? starting(s, state[compiled.state(s.id())]) : s)
            .toList();
    List<Parameter> values =
        model.parameters().stream().map(p -> starting(p, compiled, parameters, state)).toList();
    return new Model(
        model.id(),
        model.timeUnit(),
        model.extentUnit(),
        model.compartments(),
        species,
        values,
        model.reactions(),
        model.rules(),
        List.of(),
        model.events());
  }

  private static Species starting(Species s, double amount) {
    return new Species(
        s.id(),
        s.compartment(),
        amount,
        true,
        s.substanceOnly(),
        s.substanceUnit(),
        s.isBoundary(),
        s.isConstant(),
        s.conversionFactor());
  }

  private static Parameter starting(
      Parameter p, CompiledModel compiled, double[] parameters, double[] state) {
    double value = p.value();
    if (compiled.hasState(p.id())) {
      value = state[compiled.state(p.id())];
    } else if (compiled.hasParameter(p.id())) {
      value = parameters[compiled.parameter(p.id())];
    }
    return new Parameter(p.id(), value, p.unit(), p.isConstant());
  }
}
