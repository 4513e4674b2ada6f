/// The algebra of kinetic laws. [org.cytotrial.model.expression.Expression] is sealed, so each
/// reader of it is an exhaustive switch: [org.cytotrial.model.expression.Evaluator] (the oracle for
/// compiled kernels), [org.cytotrial.model.expression.Simplifier],
/// [org.cytotrial.model.expression.Derivative], [org.cytotrial.model.expression.UnitInference],
/// [org.cytotrial.model.expression.FormulaParser] and
/// [org.cytotrial.model.expression.FormulaWriter].
///
/// Truth values are the numbers 1 and 0, as SBML L3V2 allows.
package org.cytotrial.model.expression;
