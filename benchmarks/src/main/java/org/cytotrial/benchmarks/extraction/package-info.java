/// Extraction against labelled abstracts: patients and outcomes (PICO-Corpus), names of cytokines
/// (TCRE), sixty abstracts read beforehand, PDFs made from JATS, and whole papers.
package org.cytotrial.benchmarks.extraction;
