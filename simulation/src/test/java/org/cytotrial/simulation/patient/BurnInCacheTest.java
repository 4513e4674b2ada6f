package org.cytotrial.simulation.patient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.ensemble.Runner;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.population.Population;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "Burn-in states cached by content hash on disk and reused across arms, studies and optimiser
/// steps": the same patients, bit for bit, and never those of another content.
class BurnInCacheTest {
  private static final int PATIENTS = 12;
  private static final CompiledModel MODEL = ModelCompiler.compile(Reference.MODEL);
  private static final Tolerance TOLERANCE = StateScales.tolerance(Reference.MODEL, MODEL);
  private static final PatientSampler SAMPLER = new PatientSampler(Reference.LEDGER, new Seed(3));

  @TempDir Path root;

  private BurnInCache open(Tolerance tolerance, String program) throws IOException {
    return BurnInCache.open(root, MODEL, tolerance, program);
  }

  private static Population population(BurnInCache cache, Tolerance tolerance) {
    return Population.generate(
        PATIENTS, SAMPLER::draw, () -> cache.before(new BurnIn(MODEL, tolerance)), new Runner(2));
  }

  @Test
  void theSecondRunBurnsNothingInAndFindsTheSamePatients() throws IOException {
    Population without =
        Population.generate(
            PATIENTS, SAMPLER::draw, () -> new BurnIn(MODEL, TOLERANCE), new Runner(1));
    BurnInCache first = open(TOLERANCE, "1");
    assertSame(without, population(first, TOLERANCE));
    assertEquals(0, first.reused());
    first.save();
    BurnInCache second = open(TOLERANCE, "1");
    assertSame(without, population(second, TOLERANCE));
    assertEquals(Math.ceil(PATIENTS * 1.15) + 4, second.reused(), "all draws of the first block");
  }

  private static void assertSame(Population expected, Population actual) {
    assertEquals(expected.drawn(), actual.drawn());
    assertEquals(expected.rejected(), actual.rejected());
    for (int i = 0; i < PATIENTS; i++) {
      VirtualPatient a = expected.patients().get(i);
      VirtualPatient b = actual.patients().get(i);
      assertEquals(a.index(), b.index());
      assertEquals(a.drawn(), b.drawn());
      assertArrayEquals(a.parameters(), b.parameters());
      assertArrayEquals(a.state(), b.state());
    }
  }

  @Test
  void anotherToleranceOrAnotherProgramIsAnotherContent() throws IOException {
    BurnInCache first = open(TOLERANCE, "1");
    population(first, TOLERANCE);
    first.save();
    Tolerance tighter = TOLERANCE.withRelative(1e-6);
    for (BurnInCache other : List.of(open(tighter, "1"), open(TOLERANCE, "2"))) {
      population(other, TOLERANCE);
      assertEquals(0, other.reused());
    }
  }

  @Test
  void aFileCutAtAnyByteIsPassedOver() throws IOException {
    BurnInCache first = open(TOLERANCE, "1");
    Population whole = population(first, TOLERANCE);
    first.save();
    Path file;
    try (var all = Files.walk(root)) {
      file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 97) {
      Files.write(file, Arrays.copyOf(bytes, length));
      BurnInCache cut = open(TOLERANCE, "1");
      if (length == 97) {
        assertSame(whole, population(cut, TOLERANCE));
      }
      assertEquals(0, cut.reused());
    }
    byte[] changed = bytes.clone();
    changed[bytes.length / 2] ^= 1;
    Files.write(file, changed);
    BurnInCache bent = open(TOLERANCE, "1");
    population(bent, TOLERANCE);
    assertEquals(0, bent.reused());
  }

  @Test
  void whereNothingCanBeWrittenTheRunIsToldAndHasItsPatients() throws IOException {
    Path notAFolder = Files.writeString(root.resolve("file"), "");
    BurnInCache cache = BurnInCache.open(notAFolder, MODEL, TOLERANCE, "1");
    assertEquals(PATIENTS, population(cache, TOLERANCE).patients().size());
    assertThrows(IOException.class, cache::save);
  }
}
