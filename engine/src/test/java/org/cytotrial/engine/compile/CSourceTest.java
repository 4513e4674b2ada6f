package org.cytotrial.engine.compile;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The C that benchmarks hand to other solvers, compiled by gcc, against the same oracle as our own
/// kernels: a race against wrong equations would be worth nothing.
@SuppressWarnings("restricted") // foreign functions: the test calls what gcc made
class CSourceTest {
  private static final int STATES = 100;
  private static final int MODELS = 12;

  @TempDir Path folder;

  @Test
  void theReferenceModelInCAgreesWithTheOracle() throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      var check =
          new KernelCheck(ReferenceStates.COMPILED, compiled(ReferenceStates.COMPILED, arena));
      for (long seed = 0; seed < STATES; seed++) {
        KernelCheck.Point at = ReferenceStates.random(seed);
        check.compare("state " + seed, at.t(), at.y(), at.p());
      }
      check.assertAgreement();
    }
  }

  @Test
  void randomModelsInCAgreeWithTheOracle() throws Exception {
    for (long seed = 0; seed < MODELS; seed++) {
      CompiledModel model = ModelCompiler.compile(RandomModels.model(seed));
      try (Arena arena = Arena.ofConfined()) {
        Kernel kernel = compiled(model, arena);
        var random = new SplittableRandom(seed);
        KernelCheck.Point at = RandomModelsTest.point(model, random);
        var oracle = new DualOracle(model.equations(), at.t(), at.y(), at.p());
        model.equations().derivatives().values().forEach(oracle::of);
        if (!oracle.isNearDecision() && !oracle.metInfinity()) {
          var check = new KernelCheck(model, kernel);
          check.compare("test.seed=" + seed, at.t(), at.y(), at.p());
          check.assertAgreement();
        }
      }
    }
  }

  private Kernel compiled(CompiledModel model, Arena arena)
      throws IOException, InterruptedException {
    Path source = folder.resolve("model.c");
    Path library = Files.createTempFile(folder, "model", ".so");
    Files.writeString(source, CSource.of(model));
    try {
      Process gcc =
          new ProcessBuilder(
                  "gcc",
                  "-O1",
                  "-shared",
                  "-fPIC",
                  source.toString(),
                  "-o",
                  library.toString(),
                  "-lm")
              .inheritIO()
              .start();
      assertEquals(0, gcc.waitFor(), "gcc takes the source");
    } catch (IOException e) {
      assumeTrue(false, "Skipped: gcc is not installed (" + e.getMessage() + ")");
    }
    return new CKernel(model, SymbolLookup.libraryLookup(library, arena), arena);
  }

  /// Our kernel's shape around the C functions; what C has not is our own.
  private static final class CKernel extends Kernel {
    private static final int MUCH = 1 << 14;

    private final CompiledModel model;
    private final double[] ours;
    private final MethodHandle prepare;
    private final MethodHandle derivative;
    private final MethodHandle linearise;
    private final MemorySegment y;
    private final MemorySegment p;
    private final MemorySegment w;
    private final MemorySegment out;

    CKernel(CompiledModel model, SymbolLookup library, Arena arena) {
      this.model = model;
      this.ours = new double[model.workspace()];
      var dynamic = FunctionDescriptor.ofVoid(JAVA_DOUBLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
      var linker = Linker.nativeLinker();
      prepare =
          linker.downcallHandle(
              library.find("prepare").orElseThrow(), FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
      derivative = linker.downcallHandle(library.find("derivative").orElseThrow(), dynamic);
      linearise = linker.downcallHandle(library.find("linearise").orElseThrow(), dynamic);
      y = arena.allocate(JAVA_DOUBLE, MUCH);
      p = arena.allocate(JAVA_DOUBLE, MUCH);
      w = arena.allocate(JAVA_DOUBLE, MUCH);
      out = arena.allocate(JAVA_DOUBLE, MUCH);
    }

    @Override
    public void prepare(double[] values, double[] workspace) {
      model.kernel().prepare(values, ours);
      MemorySegment.copy(values, 0, p, JAVA_DOUBLE, 0, values.length);
      try {
        prepare.invokeExact(p, w);
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    private void call(MethodHandle function, double t, double[] state, double[] result) {
      MemorySegment.copy(state, 0, y, JAVA_DOUBLE, 0, state.length);
      try {
        function.invokeExact(t, y, p, w, out);
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
      MemorySegment.copy(out, JAVA_DOUBLE, 0, result, 0, result.length);
    }

    @Override
    public void derivative(double t, double[] state, double[] values, double[] work, double[] f) {
      call(derivative, t, state, f);
    }

    @Override
    public void linearise(double t, double[] state, double[] values, double[] work, double[] fj) {
      call(linearise, t, state, fj);
    }

    @Override
    public void byTime(double t, double[] state, double[] values, double[] work, double[] ft) {
      model.kernel().byTime(t, state, values, ours, ft);
    }

    @Override
    public void factor(double[] fj, double shift, double[] lu) {
      throw new UnsupportedOperationException("C leaves the linear algebra to its solver");
    }

    @Override
    public void solve(double[] lu, double[] b) {
      throw new UnsupportedOperationException("C leaves the linear algebra to its solver");
    }
  }
}
