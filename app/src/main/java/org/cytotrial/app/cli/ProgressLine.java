package org.cytotrial.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.cytotrial.simulation.trial.VirtualTrial;

/// One line on a terminal that says how far the work is: count, rate, time left. Silent where
/// nobody watches.
final class ProgressLine implements VirtualTrial.Progress {
  private static final long INTERVAL_NANOS = 200_000_000;

  private final PrintWriter err;
  private final boolean watched;
  private String phase = "";
  private long phaseStart;
  private long last;

  ProgressLine(PrintWriter err) {
    this.err = err;
    this.watched = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  @Override
  public synchronized void report(String name, int done, int of) {
    long now = System.nanoTime();
    if (!name.equals(phase)) {
      phase = name;
      phaseStart = now;
      last = 0;
    }
    if (!watched || (now - last < INTERVAL_NANOS && done != of)) {
      return;
    }
    last = now;
    double seconds = (now - phaseStart) / 1e9;
    double rate = done / Math.max(seconds, 1e-3);
    err.printf(
        Locale.ROOT,
        "\r%s: %,d of %,d, %.0f per second, %.0f s left   ",
        name,
        Math.min(done, of),
        of,
        rate,
        Math.max(0, of - done) / rate);
    err.flush();
  }

  /// Clears the line.
  synchronized void end() {
    if (watched) {
      err.print("\r" + " ".repeat(78) + "\r");
      err.flush();
    }
  }
}
