/// Pure functions without state: random streams, survival curves, intervals, weights of a
/// population.
@org.jspecify.annotations.NullMarked
module org.cytotrial.statistics {
  requires static org.jspecify;
  requires org.apache.commons.rng.api;
  requires org.apache.commons.rng.simple;

  exports org.cytotrial.statistics.distribution;
  exports org.cytotrial.statistics.interval;
  exports org.cytotrial.statistics.random;
  exports org.cytotrial.statistics.survival;
  exports org.cytotrial.statistics.weighting;
}
