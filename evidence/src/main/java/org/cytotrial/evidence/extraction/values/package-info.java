/// What is read from a paper: a value of a field, with the sentence it was read from.
package org.cytotrial.evidence.extraction.values;
