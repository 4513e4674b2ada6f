package org.cytotrial.benchmarks.screening;

import java.io.PrintStream;
import java.util.Locale;

/// The line of a bar.
final class Bar {
  private final PrintStream out;

  Bar(PrintStream out) {
    this.out = out;
  }

  void atMost(String name, double ours, String peer, double target) {
    print(name, ours, peer, "<=" + number(target), ours <= target);
  }

  void atLeast(String name, double ours, String peer, double target) {
    print(name, ours, peer, ">=" + number(target), ours >= target);
  }

  private void print(String name, double ours, String peer, String target, boolean held) {
    out.printf(
        Locale.ROOT,
        "bar screening_%s ours=%s %s target=%s %s%n",
        name,
        number(ours),
        peer,
        target,
        held ? "held" : "short");
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
