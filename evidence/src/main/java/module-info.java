/// The literature review: one search strategy for many databases, records of bibliographic
/// databases read from any common format, grouped by the paper they describe, and decided on by
/// people whose every choice is kept.
@org.jspecify.annotations.NullMarked
module org.cytotrial.evidence {
  requires static org.jspecify;
  requires de.siegmar.fastcsv;
  requires java.logging;
  requires java.net.http;
  requires java.xml;
  requires jdk.unsupported; // with it PDFBox frees the files it maps
  requires org.apache
      .commons
      .logging; // PDFBox logs by it and, as an automatic module, cannot ask for it
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires org.apache.lucene.queryparser;
  requires transitive org.cytotrial.domain;
  requires transitive org.cytotrial.statistics;
  requires org.apache.pdfbox;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;

  exports org.cytotrial.evidence.dedupe;
  exports org.cytotrial.evidence.extraction;
  exports org.cytotrial.evidence.extraction.mentions;
  exports org.cytotrial.evidence.extraction.numbers;
  exports org.cytotrial.evidence.extraction.text;
  exports org.cytotrial.evidence.extraction.values;
  exports org.cytotrial.evidence.find;
  exports org.cytotrial.evidence.flow;
  exports org.cytotrial.evidence.importing;
  exports org.cytotrial.evidence.linking;
  exports org.cytotrial.evidence.log;
  exports org.cytotrial.evidence.protocol;
  exports org.cytotrial.evidence.records;
  exports org.cytotrial.evidence.review;
  exports org.cytotrial.evidence.screening;
  exports org.cytotrial.evidence.search.matching;
  exports org.cytotrial.evidence.search.online;
  exports org.cytotrial.evidence.search.reading;
  exports org.cytotrial.evidence.search.writing;
  exports org.cytotrial.evidence.search;
  exports org.cytotrial.evidence.synthesis;
}
