package org.cytotrial.evidence.synthesis;

import java.util.List;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.statistics.meta.EffectEstimate;
import org.cytotrial.statistics.meta.Proportion;
import org.cytotrial.statistics.meta.ZeroCells;

/// An arm in a pool. A series that overlaps others enters with its counts times its weight.
public record PoolRow(EvidenceArm arm, Counted count) {
  public double weight() {
    return arm.arm().fitWeight();
  }

  /// Counts times weight: what is pooled.
  Proportion weighted() {
    return new Proportion(weight() * count.events(), weight() * count.patients());
  }

  /// The logit on which random effects are fitted, with 1/2 added to an arm with no event or events
  /// only.
  public EffectEstimate logit() {
    return ZeroCells.HALF_TO_ZERO.applyTo(List.of(weighted())).getFirst().logit();
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
