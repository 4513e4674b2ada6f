/// Pure functions without state: random streams, survival, intervals, weights of a population,
/// meta-analysis.
@org.jspecify.annotations.NullMarked
module org.cytotrial.statistics {
  requires static org.jspecify;
  requires org.apache.commons.numbers.gamma;
  requires org.apache.commons.rng.api;
  requires org.apache.commons.rng.simple;
  requires org.apache.commons.statistics.distribution;

  exports org.cytotrial.statistics.agreement;
  exports org.cytotrial.statistics.distribution;
  exports org.cytotrial.statistics.interval;
  exports org.cytotrial.statistics.meta;
  exports org.cytotrial.statistics.random;
  exports org.cytotrial.statistics.survival;
  exports org.cytotrial.statistics.survival.reconstruction;
  exports org.cytotrial.statistics.weighting;
}
