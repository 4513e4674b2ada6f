/// Virtual patients, regimens that react to toxicity, and the trial that joins them, in the order a
/// trial happens.
@org.jspecify.annotations.NullMarked
module org.cytotrial.simulation {
  requires static org.jspecify;
  requires transitive org.cytotrial.domain;
  requires transitive org.cytotrial.engine;
  requires transitive org.cytotrial.statistics;
  requires org.snakeyaml.engine;

  exports org.cytotrial.simulation.model;
  exports org.cytotrial.simulation.patient;
  exports org.cytotrial.simulation.population;
  exports org.cytotrial.simulation.regimen;
  exports org.cytotrial.simulation.response;
  exports org.cytotrial.simulation.study;
  exports org.cytotrial.simulation.toxicity;
  exports org.cytotrial.simulation.trial;
}
