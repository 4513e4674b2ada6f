package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The order and the fill-in of a sparse LU factorisation without pivoting for size, on the
/// diagonal.
///
/// Each step eliminates the state with the least Markowitz count (r - 1)(c - 1) (Markowitz 1957,
/// doi:10.1287/mnsc.3.3.255). Rosenbrock matrices I/(h*gamma) - J of reaction networks are
/// diagonally strong for the step sizes that error control admits; a vanishing pivot shows as a
/// non-finite step, which is rejected.
///
/// @param order the state eliminated first, second, …
/// @param rows per state, the columns of its row of L + U, fill-in included
record EliminationPlan(List<Integer> order, List<BitSet> rows) {
  /// @param pattern per state, the columns of its row of the Jacobian
  static EliminationPlan of(List<BitSet> pattern) {
    int n = pattern.size();
    List<BitSet> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      BitSet row = (BitSet) pattern.get(i).clone();
      row.set(i);
      rows.add(row);
    }
    BitSet left = new BitSet(n);
    left.set(0, n);
    List<Integer> order = new ArrayList<>();
    while (!left.isEmpty()) {
      int pivot = cheapest(rows, left);
      left.clear(pivot);
      order.add(pivot);
      eliminate(rows, left, pivot);
    }
    return new EliminationPlan(List.copyOf(order), List.copyOf(rows));
  }

  private static int cheapest(List<BitSet> rows, BitSet left) {
    int best = -1;
    long bestCount = Long.MAX_VALUE;
    for (int k = left.nextSetBit(0); k >= 0; k = left.nextSetBit(k + 1)) {
      BitSet row = (BitSet) rows.get(k).clone();
      row.and(left);
      long r = row.cardinality() - 1L;
      long c = 0;
      for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
        if (i != k && rows.get(i).get(k)) {
          c++;
        }
      }
      long count = r * c * 10_000 + r + c;
      if (count < bestCount) {
        best = k;
        bestCount = count;
      }
    }
    return best;
  }

  private static void eliminate(List<BitSet> rows, BitSet left, int pivot) {
    BitSet upper = (BitSet) rows.get(pivot).clone();
    upper.and(left);
    for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
      if (rows.get(i).get(pivot)) {
        rows.get(i).or(upper);
      }
    }
  }

  int entries() {
    return rows.stream().mapToInt(BitSet::cardinality).sum();
  }
}
