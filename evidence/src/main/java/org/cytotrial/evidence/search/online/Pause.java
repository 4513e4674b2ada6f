package org.cytotrial.evidence.search.online;

import java.time.Duration;

/// Waits; tests put in one that only counts.
public interface Pause {
  /// Waits for a time.
  void sleep(Duration time) throws InterruptedException;

  /// Waits in earnest.
  static Pause real() {
    return Thread::sleep;
  }
}
