package org.cytotrial.benchmarks.engine;

import java.util.List;

/// What a solver did with a workload.
///
/// @param seconds of processor time of its thread
/// @param states by patient, day and state, one after another; NaN where a patient failed
/// @param steps taken
/// @param given numbers of doses by patient; empty where the solver was told what to give
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
record Run(double seconds, double[] states, long steps, List<Integer> given) {
  Run {
    given = List.copyOf(given);
  }
}
