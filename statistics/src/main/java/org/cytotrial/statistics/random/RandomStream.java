package org.cytotrial.statistics.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.cytotrial.statistics.distribution.NormalQuantile;

/// Random numbers of one patient and purpose, one after another. Confined to the thread that draws
/// from it.
///
/// Every number uses up exactly one 64-bit word, so the n-th number of a stream is the same
/// whatever was drawn before.
public final class RandomStream {
  private final UniformRandomProvider words;

  RandomStream(UniformRandomProvider words) {
    this.words = words;
  }

  /// 64 random bits.
  public long nextWord() {
    return words.nextLong();
  }

  /// Uniform between 0 and 1, never 0 or 1: the midpoints of 2^52 equal cells.
  public double nextUniform() {
    return ((words.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
  }

  /// Standard normal, by inversion.
  public double nextNormal() {
    return NormalQuantile.of(nextUniform());
  }

  /// A whole number from 0 to `bound - 1`; the bias is below `bound` / 2^64.
  public int nextIndex(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException(
          "An index below " + bound + " does not exist. The bound must be 1 or more.");
    }
    return (int) Math.unsignedMultiplyHigh(words.nextLong(), bound);
  }
}
