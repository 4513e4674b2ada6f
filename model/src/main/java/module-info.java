/// A reaction network as immutable records, its algebra, and the text forms it is read from and
/// written to.
@org.jspecify.annotations.NullMarked
module org.cytotrial.model {
  requires java.xml;
  requires static org.jspecify;
  requires transitive org.cytotrial.domain;

  exports org.cytotrial.model.antimony;
  exports org.cytotrial.model.expression;
  exports org.cytotrial.model.network;
  exports org.cytotrial.model.sbml;
}
