package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression;

/// A model that can be run: its kernel and the place of every name. Immutable and shared between
/// threads.
public final class CompiledModel {
  private final Equations equations;
  private final Kernel kernel;
  private final int workspace;
  private final List<BitSet> pattern;
  private final int factorSize;
  private final boolean dependsOnTime;
  private final Formulas start;
  private final Map<String, Integer> states;
  private final Map<String, Integer> parameters;
  private final List<String> startSymbols;

  CompiledModel(
      Equations equations, GeneratedKernel generated, Formulas start, List<String> startSymbols) {
    this.equations = equations;
    this.kernel = generated.kernel();
    this.workspace = generated.workspace();
    this.pattern = generated.pattern();
    this.factorSize = generated.factorSize();
    this.dependsOnTime = generated.dependsOnTime();
    this.start = start;
    this.startSymbols = startSymbols;
    this.states = numbered(equations.states());
    this.parameters = numbered(equations.parameters());
  }

  /// What the generator made of the equations.
  record GeneratedKernel(
      Kernel kernel, int workspace, List<BitSet> pattern, int factorSize, boolean dependsOnTime) {}

  private static Map<String, Integer> numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    return Map.copyOf(numbers);
  }

  public Equations equations() {
    return equations;
  }

  public Kernel kernel() {
    return kernel;
  }

  /// Length of the kernel's workspace.
  public int workspace() {
    return workspace;
  }

  /// Per state, the columns of its row of the Jacobian that can differ from zero.
  public List<BitSet> pattern() {
    return pattern.stream().map(row -> (BitSet) row.clone()).toList();
  }

  /// Number of non-zeros of the Jacobian.
  public int nonZeros() {
    return pattern.stream().mapToInt(BitSet::cardinality).sum();
  }

  /// Length of the array that holds the factored matrix.
  public int factorSize() {
    return factorSize;
  }

  /// Whether time stands in the equations themselves.
  public boolean dependsOnTime() {
    return dependsOnTime;
  }

  public int stateCount() {
    return equations.states().size();
  }

  public boolean hasState(String id) {
    return states.containsKey(id);
  }

  public boolean hasParameter(String id) {
    return parameters.containsKey(id);
  }

  /// Index in the state vector.
  ///
  /// @throws IllegalArgumentException if there is no such state
  public int state(String id) {
    return index(states, id, "state");
  }

  /// Index in the parameter vector.
  ///
  /// @throws IllegalArgumentException if there is no such parameter
  public int parameter(String id) {
    return index(parameters, id, "parameter");
  }

  private static int index(Map<String, Integer> numbers, String id, String what) {
    Integer index = numbers.get(id);
    if (index == null) {
      throw new IllegalArgumentException("The model has no " + what + " '" + id + "'.");
    }
    return index;
  }

  /// The model's own parameter values, before initial assignments; NaN where only an assignment
  /// gives one.
  public double[] parameterValues() {
    return equations.parameters().stream()
        .mapToDouble(id -> equations.values().getOrDefault(id, Double.NaN))
        .toArray();
  }

  /// Carries out the initial assignments: completes `p` in place and returns the states at time 0.
  public double[] initialise(double[] p) {
    double[] y = new double[stateCount()];
    double[] w = new double[start.workspace()];
    double[] out = new double[start.count()];
    start.prepare(p, w);
    start.evaluate(0, y, p, w, out);
    for (int i = 0; i < startSymbols.size(); i++) {
      Integer state = states.get(startSymbols.get(i));
      if (state != null) {
        y[state] = out[i];
      } else {
        p[parameter(startSymbols.get(i))] = out[i];
      }
    }
    return y;
  }

  /// Compiles formulas over this model's symbols.
  ///
  /// @throws IllegalArgumentException if a formula names a symbol that the model lacks
  public Formulas formulas(List<Expression> expressions) {
    return ModelCompiler.formulas(equations, equations.definitions(), new ArrayList<>(expressions));
  }

  /// Compiles the derivatives of formulas by states and parameters; rules between them are
  /// differentiated through.
  ///
  /// @throws IllegalArgumentException if a symbol is neither a state nor a parameter
  public Gradient gradient(List<Expression> formulas, List<String> symbols) {
    for (String symbol : symbols) {
      if (!hasState(symbol)) {
        parameter(symbol);
      }
    }
    return Gradient.of(equations, formulas, symbols);
  }
}
