/// From accepted outcomes to a synthesis: strata that may be pooled, what pooling gives and how far
/// it changes with the choices made, what is too little to pool, and what can only be described.
/// Nothing is judged here: risk of bias and certainty are read from forms that people filled in.
///
/// Start at [org.cytotrial.evidence.synthesis.Synthesis]; docs/decisions/0019 holds the rules.
package org.cytotrial.evidence.synthesis;
