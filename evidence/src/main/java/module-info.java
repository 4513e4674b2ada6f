/// The literature review: one search strategy for many databases, records of bibliographic
/// databases read from any common format and grouped by the paper they describe.
@org.jspecify.annotations.NullMarked
module org.cytotrial.evidence {
  requires static org.jspecify;
  requires java.xml;

  exports org.cytotrial.evidence.dedupe;
  exports org.cytotrial.evidence.importing;
  exports org.cytotrial.evidence.records;
  exports org.cytotrial.evidence.search;
  exports org.cytotrial.evidence.search.matching;
  exports org.cytotrial.evidence.search.reading;
  exports org.cytotrial.evidence.search.writing;
}
