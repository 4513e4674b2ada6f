package org.cytotrial.engine.compile;

/// The columns of each row of L + U in the order of an [EliminationPlan], for those who write the
/// elimination as code.
final class FactorColumns {
  private final EliminationPlan plan;
  private final int[] position;

  FactorColumns(EliminationPlan plan) {
    this.plan = plan;
    this.position = new int[plan.order().size()];
    for (int i = 0; i < position.length; i++) {
      position[plan.order().get(i)] = i;
    }
  }

  /// Columns of a row before or after its diagonal, in the order of elimination.
  int[] of(int row, boolean beforeDiagonal) {
    return plan.rows().get(row).stream()
        .filter(j -> beforeDiagonal ? position[j] < position[row] : position[j] > position[row])
        .boxed()
        .sorted((a, b) -> position[a] - position[b])
        .mapToInt(j -> j)
        .toArray();
  }
}
