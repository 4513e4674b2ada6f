package org.cytotrial.simulation.patient;

import java.util.Arrays;
import java.util.List;
import org.cytotrial.domain.quantity.BaseUnit;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Species;

/// The sizes below which a state no longer matters, from which absolute tolerances are made: one
/// cell for counts of cells, a thousandth of the state's own unit for all others.
///
/// A clone of less than one cell does not divide (specification section 2), so resolving a cell
/// resolves eradication.
public final class StateScales {
  /// Relative tolerance of every run unless another is asked for.
  public static final double RELATIVE_TOLERANCE = 1e-5;

  private static final double THOUSANDTH = 1e-3;
  private static final Unit ITEM = Unit.of(BaseUnit.ITEM);

  private StateScales() {}

  public static Tolerance tolerance(Model model, CompiledModel compiled) {
    List<Species> species = model.species();
    double[] scales = new double[compiled.stateCount()];
    Arrays.fill(scales, THOUSANDTH);
    for (Species s : species) {
      if (compiled.hasState(s.id())
          && s.substanceUnit().filter(ITEM::isCommensurableWith).isPresent()) {
        scales[compiled.state(s.id())] = ITEM.in(s.substanceUnit().orElseThrow());
      }
    }
    return Tolerance.scaled(RELATIVE_TOLERANCE, scales);
  }
}
