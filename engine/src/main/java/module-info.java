/// From a model to numbers: compile it to bytecode, integrate it, run many patients.
@org.jspecify.annotations.NullMarked
module org.cytotrial.engine {
  requires static jdk.incubator.vector;
  requires static org.jspecify;
  requires transitive org.cytotrial.model;

  exports org.cytotrial.engine.compile;
  exports org.cytotrial.engine.ensemble;
  exports org.cytotrial.engine.lanes;
  exports org.cytotrial.engine.sensitivity;
  exports org.cytotrial.engine.solver;
}
