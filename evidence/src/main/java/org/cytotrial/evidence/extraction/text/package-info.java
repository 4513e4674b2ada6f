/// From a file of any kind to the text of its documents, and from text to sentences.
///
/// Start at [DocumentReader]: records of any import format, plain text, JATS and PDF become
/// [DocumentText]; [SentenceSplitter] cuts it. Offsets are those of that text everywhere.
package org.cytotrial.evidence.extraction.text;
