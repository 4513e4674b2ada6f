package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.engine.compile.CompiledModel.GeneratedKernel;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Model;

/// Binds a model into a [CompiledModel].
public final class ModelCompiler {
  private ModelCompiler() {}

  /// Compiles the continuous part of a model; its events stay with the caller.
  ///
  /// @throws IllegalArgumentException naming an undefined symbol or a circle of rules
  public static CompiledModel compile(Model model) {
    Equations equations = Equations.of(model);
    List<String> startSymbols = new ArrayList<>(equations.initial().keySet());
    for (String state : equations.states()) {
      if (!equations.initial().containsKey(state)) {
        startSymbols.add(state);
      }
    }
    return new CompiledModel(
        equations, kernel(equations), start(equations, startSymbols), startSymbols);
  }

  private static GeneratedKernel kernel(Equations equations) {
    Linearisation linear = Linearisation.of(equations);
    List<BitSet> pattern = linear.pattern();
    var generator = new ClassGenerator(linear.graph(), Kernel.class);
    generator.program("derivative", linear.derivatives());
    generator.program("linearise", linear.both());
    generator.program("byTime", linear.byTime());
    EliminationPlan plan = EliminationPlan.of(pattern);
    var elimination = new EliminationEmitter(plan, pattern);
    Kernel kernel =
        (Kernel)
            generator.generate((builder, owner) -> {
              elimination.emitFactor(builder, owner);
              elimination.emitSolve(builder, owner);
            });
    return new GeneratedKernel(
        kernel, generator.workspace(), pattern, plan.entries(), linear.dependsOnTime());
  }

  /// Values at time 0: initial assignments see each other's results, not the numbers that they
  /// replace.
  private static Formulas start(Equations equations, List<String> symbols) {
    Map<String, Expression> definitions = new HashMap<>(equations.definitions());
    for (String state : equations.states()) {
      double value = equations.values().getOrDefault(state, Double.NaN);
      definitions.put(state, Expression.constant(value));
    }
    definitions.putAll(equations.initial());
    return formulas(equations, definitions, symbols.stream().map(Expression::symbol).toList());
  }

  static Formulas formulas(
      Equations equations,
      Map<String, Expression> definitions,
      List<? extends Expression> formulas) {
    var graph = new Graph();
    var lowering = new Lowering(graph, equations, definitions);
    List<Integer> outputs = new ArrayList<>();
    formulas.forEach(formula -> outputs.add(lowering.lower(formula)));
    return formulas(graph, outputs);
  }

  static Formulas formulas(Graph graph, List<Integer> outputs) {
    var generator = new ClassGenerator(graph, Formulas.class);
    generator.program("evaluate", outputs);
    return (Formulas)
        generator.generate((builder, owner) -> {
          ClassGenerator.emitInt(builder, "workspace", generator.workspace());
          ClassGenerator.emitInt(builder, "count", outputs.size());
        });
  }
}
