/// The literature review: records of bibliographic databases read from any common format, grouped
/// by the paper they describe, and ranked for screening.
@org.jspecify.annotations.NullMarked
module org.cytotrial.evidence {
  requires static org.jspecify;
  requires java.xml;
  requires org.cytotrial.statistics;

  exports org.cytotrial.evidence.dedupe;
  exports org.cytotrial.evidence.importing;
  exports org.cytotrial.evidence.records;
  exports org.cytotrial.evidence.screening;
}
