package org.cytotrial.simulation.reference;

import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.library.Library;
import org.cytotrial.model.network.Model;
import org.cytotrial.simulation.patient.StateScales;

/// The reference model of the library, compiled once for all tests.
public final class Reference {
  public static final Library LIBRARY = Library.load();
  public static final Model MODEL = LIBRARY.referenceModel();
  public static final Ledger LEDGER = LIBRARY.ledger();
  public static final CompiledModel COMPILED = ModelCompiler.compile(MODEL);
  public static final Tolerance TOLERANCE = StateScales.tolerance(MODEL, COMPILED);

  private Reference() {}
}
