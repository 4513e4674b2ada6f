/// Rules that read values from sentences: one class per kind of value, each for itself.
///
/// Start at [Rules#read].
package org.cytotrial.evidence.extraction.rules;
