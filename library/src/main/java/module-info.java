/// The reference model, its ledger, products, evidence and studies, and a loader that checks them.
@org.jspecify.annotations.NullMarked
module org.cytotrial.library {
  requires static org.jspecify;
  requires transitive org.cytotrial.domain;
  requires transitive org.cytotrial.model;
  requires de.siegmar.fastcsv;

  exports org.cytotrial.library;
}
