package org.cytotrial.evidence.synthesis;

import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.statistics.meta.Proportion;

/// An arm in a pool. A series that overlaps others enters with its counts times its weight.
public record PoolRow(EvidenceArm arm, Counted count) {
  public double weight() {
    return arm.arm().fitWeight();
  }

  /// Counts times weight: what is pooled.
  Proportion weighted() {
    return new Proportion(weight() * count.events(), weight() * count.patients());
  }

  Proportion whole() {
    return new Proportion(count.events(), count.patients());
  }

  /// The value of a column by which an exported table can be filtered.
  String value(String column) {
    return switch (column) {
      case "weight" -> PoolCsv.number(weight());
      case "count" -> count.origin().word();
      case "headline" -> arm.headline().word();
      default -> {
        String cell = arm.cell(column);
        yield cell.isEmpty() ? "not recorded" : cell;
      }
    };
  }
}
