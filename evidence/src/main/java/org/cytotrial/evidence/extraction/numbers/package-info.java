/// Numbers as papers write them: digits with separators, words, lists that share a percent sign.
///
/// Start at [NumberReader#read].
package org.cytotrial.evidence.extraction.numbers;
