package org.cytotrial.engine.lanes;

import jdk.incubator.vector.DoubleVector;

/// What this machine and this virtual machine offer for lanes.
public final class Lanes {
  private Lanes() {}

  /// Patients a vector register of this processor takes: 8, 4 or 2; 1 where the Vector API was not
  /// switched on.
  public static int width() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? DoubleVector.SPECIES_PREFERRED.length()
        : 1;
  }
}
