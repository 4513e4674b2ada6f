package org.cytotrial.statistics.random;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.simple.RandomSource;

/// The seed of a study, from which every random number of the study follows.
///
/// A stream is the counter-based generator Philox4x64-10 (Salmon et al. 2011,
/// doi:10.1145/2063384.2063405) with the key `(seed, patient)` and a counter of 256 bits: the lower
/// half counts the numbers drawn, the upper half is made from the name of the purpose. No stream
/// depends on another, on the order of drawing, on threads or on the platform.
public record Seed(long value) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /// The stream of one patient for one purpose, from its first number. Purposes are told apart by
  /// their exact text.
  public RandomStream stream(long patient, String purpose) {
    long name = fingerprint(purpose);
    long[] keyAndCounter = {value, patient, 0, 0, mix(name), mix(name + GOLDEN_GAMMA)};
    return new RandomStream(RandomSource.PHILOX_4X64.create(keyAndCounter));
  }

  /// FNV-1a, 64 bits, of the UTF-8 bytes (RFC 9923): by chance, two of a thousand purposes meet
  /// once in 10^13 studies.
  static long fingerprint(String purpose) {
    long hash = FNV_OFFSET;
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  /// The finaliser of SplitMix64 (Steele et al. 2014, doi:10.1145/2660193.2660195): spreads 64
  /// bits, one to one.
  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
