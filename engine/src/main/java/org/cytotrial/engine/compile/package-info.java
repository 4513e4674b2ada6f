/// Model to bytecode. Start at [org.cytotrial.engine.compile.ModelCompiler#compile].
///
/// The way of a model: [org.cytotrial.engine.compile.Equations] names its states, parameters and
/// derivatives; [org.cytotrial.engine.compile.Graph] holds every formula once;
/// [org.cytotrial.engine.compile.Jacobian] differentiates by the chain rule over named rules;
/// [org.cytotrial.engine.compile.EliminationPlan] orders the sparse LU factorisation; the emitters
/// write straight-line methods with `java.lang.classfile` into one hidden class.
///
/// A wider kernel for several patients at once will implement the same
/// [org.cytotrial.engine.compile.Kernel] shape from the same graph.
package org.cytotrial.engine.compile;
