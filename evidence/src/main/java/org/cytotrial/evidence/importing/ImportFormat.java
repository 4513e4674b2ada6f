package org.cytotrial.evidence.importing;

/// The formats that can be read.
public enum ImportFormat {
  MEDLINE("MEDLINE (nbib)"),
  PUBMED_XML("PubMed XML"),
  RIS("RIS"),
  BIBTEX("BibTeX"),
  ENDNOTE_XML("EndNote XML"),
  REFER("EndNote tagged (ENW, refer)"),
  ISI("ISI / Web of Science text"),
  OVID("Ovid text"),
  TABLE("table (CSV, TSV)");

  private final String label;

  ImportFormat(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  RecordReader reader() {
    return switch (this) {
      case MEDLINE -> new MedlineReader();
      case PUBMED_XML -> new PubMedXmlReader();
      case RIS -> new RisReader();
      case BIBTEX -> new BibtexReader();
      case ENDNOTE_XML -> new EndNoteXmlReader();
      case REFER -> new ReferReader();
      case ISI -> new IsiReader();
      case OVID -> new OvidReader();
      case TABLE -> new TableReader();
    };
  }
}
