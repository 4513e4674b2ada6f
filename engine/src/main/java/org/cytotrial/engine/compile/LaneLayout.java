package org.cytotrial.engine.compile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where each value of a [LaneKernel] stands in its array: structure of arrays, a slot per value, a
/// number per lane. Grows while a kernel is generated.
///
/// Slot 0 starts at array index [#BASE], which is 64 bytes into an array that begins 16 bytes after
/// an aligned address.
public final class LaneLayout {
  /// Array index of slot 0.
  public static final int BASE = 6;

  private final int width;
  private final int dimension;
  private int size;
  private final Map<Region, Integer> starts = new HashMap<>();
  private final Map<Integer, Integer> parameters = new LinkedHashMap<>();
  private final Map<Double, Integer> literals = new LinkedHashMap<>();

  /// Groups of slots.
  public enum Region {
    /// Time of the stage.
    T,
    /// 1/(h gamma).
    SHIFT,
    /// 1/h.
    PER_STEP,
    /// State at the end of the last accepted step.
    Y,
    /// State at its start.
    PREVIOUS,
    /// State at which formulas are evaluated.
    U,
    F,
    FT,
    /// Couplings of a stage: sum of c_ij k_j.
    C,
    /// Stages, one after another.
    K,
    /// Coefficients of dense output.
    DENSE,
    J,
    LU,
    /// What only depends on parameters.
    PREPARED,
    OBSERVED,
    /// Constant inflow of each state.
    INFLOW
  }

  LaneLayout(int width, int dimension) {
    this.width = width;
    this.dimension = dimension;
  }

  /// Numbers per slot.
  public int width() {
    return width;
  }

  public int dimension() {
    return dimension;
  }

  /// Length of the array.
  public int length() {
    return BASE + width * size;
  }

  /// Array index of the first number of a region.
  public int start(Region region) {
    return index(slot(region));
  }

  /// Array index of the first number of a slot.
  int index(int slot) {
    return BASE + width * slot;
  }

  int slot(Region region) {
    Integer start = starts.get(region);
    if (start == null) {
      throw new IllegalArgumentException("Region " + region + " has no slots");
    }
    return start;
  }

  void place(Region region, int count) {
    starts.put(region, allocate(count));
  }

  int allocate(int count) {
    int first = size;
    size += count;
    return first;
  }

  int parameter(int index) {
    return parameters.computeIfAbsent(index, _ -> allocate(1));
  }

  int literal(double value) {
    return literals.computeIfAbsent(value, _ -> allocate(1));
  }

  /// Writes the literals, which stay as they are, into a new array.
  public void fillLiterals(double[] s) {
    literals.forEach((value, slot) -> {
      for (int lane = 0; lane < width; lane++) {
        s[index(slot) + lane] = value;
      }
    });
  }

  /// Array index by parameter, of those that formulas read directly.
  public Map<Integer, Integer> parameterIndices() {
    Map<Integer, Integer> indices = new LinkedHashMap<>();
    parameters.forEach((parameter, slot) -> indices.put(parameter, index(slot)));
    return indices;
  }
}
