package org.cytotrial.evidence.importing;

import java.util.function.Supplier;

/// The formats that can be read.
public enum ImportFormat {
  MEDLINE("MEDLINE (nbib)", MedlineReader::new),
  PUBMED_XML("PubMed XML", PubMedXmlReader::new),
  RIS("RIS", RisReader::new),
  BIBTEX("BibTeX", BibtexReader::new),
  ENDNOTE_XML("EndNote XML", EndNoteXmlReader::new),
  REFER("EndNote tagged (ENW, refer)", ReferReader::new),
  ISI("ISI / Web of Science text", IsiReader::new),
  OVID("Ovid text", OvidReader::new),
  TABLE("table (CSV, TSV)", TableReader::new);

  private final String label;
  private final Supplier<RecordReader> reader;

  ImportFormat(String label, Supplier<RecordReader> reader) {
    this.label = label;
    this.reader = reader;
  }

  public String label() {
    return label;
  }

  RecordReader reader() {
    return reader.get();
  }
}
