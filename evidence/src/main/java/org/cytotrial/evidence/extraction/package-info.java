/// From the text of a paper to values that a person can accept: patients, responses, survival,
/// doses, and the sentence each was read from.
///
/// Start at [Extractor#extract]. Rules only suggest; nothing is trained, and what a person decides
/// on a suggestion is kept elsewhere. Numbers that contradict each other are flagged.
package org.cytotrial.evidence.extraction;
