/// The command line: thin commands over the other modules, and the only main.
@org.jspecify.annotations.NullMarked
module org.cytotrial.app {
  requires static org.jspecify;
  requires de.siegmar.fastcsv;
  requires info.picocli;
  requires org.cytotrial.engine;
  requires org.cytotrial.evidence;
  requires org.cytotrial.library;
  requires org.cytotrial.report;
  requires org.cytotrial.simulation;
  requires org.cytotrial.statistics;
  requires tools.jackson.databind;

  exports org.cytotrial.app;

  opens org.cytotrial.app.cli to
      info.picocli;
}
