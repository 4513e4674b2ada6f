package org.cytotrial.simulation.regimen;

import java.util.List;
import org.cytotrial.engine.solver.Advance;

/// What became of one patient under one schedule.
public sealed interface Played {
  /// The follow-up was completed.
  ///
  /// @param delivery in the order of [CompiledSchedule#cycles()]
  record Completed(List<Delivery> delivery) implements Played {
    public Completed {
      delivery = List.copyOf(delivery);
    }
  }

  /// The integration could not go on.
  record Failed(Advance.Reason reason, double day) implements Played {}

  /// Which planned actions of a cycle were carried out.
  ///
  /// @param given one truth per planned time
  record Delivery(CompiledSchedule.Cycle cycle, List<Boolean> given) {
    public Delivery {
      given = List.copyOf(given);
    }

    /// Number of actions carried out.
    public int count() {
      return (int) given.stream().filter(g -> g).count();
    }
  }
}
