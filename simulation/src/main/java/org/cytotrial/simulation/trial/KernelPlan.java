package org.cytotrial.simulation.trial;

import org.cytotrial.engine.lanes.Lanes;

/// Which kernel plays which part of a trial, a part being one patient in one arm: the first parts
/// run on the scalar kernel, all others in lanes. It follows from the size of the trial and the
/// width of the processor's vectors, never from timing, so that a run can be repeated bit for bit.
///
/// @param scalarParts parts that the scalar kernel plays
/// @param width patients in a vector; 1 where lanes are not used
record KernelPlan(int parts, int scalarParts, int width) {
  /// About what two threads play alone while the JIT compiles the lane kernel of the reference
  /// model.
  private static final int WHILE_WARMING_UP = 2000;

  /// With fewer parts than this, compiling the lane kernel costs more than it saves
  /// (docs/decisions/0015 has the measurement).
  private static final int LEAST_PARTS = 8000;

  static KernelPlan of(int parts) {
    return of(parts, Lanes.width());
  }

  static KernelPlan of(int parts, int width) {
    boolean pays = width > 1 && parts >= LEAST_PARTS;
    return pays ? new KernelPlan(parts, WHILE_WARMING_UP, width) : new KernelPlan(parts, parts, 1);
  }

  boolean usesLanes() {
    return scalarParts < parts;
  }

  @Override
  public String toString() {
    return usesLanes()
        ? "scalar bytecode for the first %d of %d runs, then %d patients in a vector"
            .formatted(scalarParts, parts, width)
        : "scalar bytecode";
  }
}
