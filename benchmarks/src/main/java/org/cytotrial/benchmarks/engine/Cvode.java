package org.cytotrial.benchmarks.engine;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytotrial.engine.compile.CSource;
import org.cytotrial.simulation.patient.VirtualPatient;

/// SUNDIALS CVODE on a workload, in a process of its own, with the model's equations in C compiled
/// by gcc.
final class Cvode {
  private static final List<String> FLAGS =
      List.of("-O3", "-march=native", "-fno-math-errno", "-DNDEBUG");

  private final Workload workload;
  private final Path program;
  private final Path input;
  private final Path output;

  /// How the Newton iteration gets its Jacobian.
  enum Jacobian {
    KLU,
    DENSE,
    DQ;

    /// As the program's argument.
    String option() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Compiles the program and writes the workload.
  ///
  /// @param sundials where the library is installed
  /// @param peers folder of `cvode.c`
  Cvode(Workload workload, List<List<Dose>> doses, Path sundials, Path peers, Path folder) {
    this.workload = workload;
    this.program = folder.resolve(workload.name());
    this.input = folder.resolve(workload.name() + ".in");
    this.output = folder.resolve(workload.name() + ".out");
    try {
      Path source = folder.resolve(workload.name() + ".c");
      Files.writeString(source, CSource.of(workload.model()));
      compile(source, peers.resolve("cvode.c"), sundials);
      write(doses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path model, Path driver, Path sundials) throws IOException {
    List<String> command = new ArrayList<>(List.of("gcc"));
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "-I" + sundials.resolve("include"),
            model.toString(),
            driver.toString(),
            "-L" + sundials.resolve("lib"),
            "-lsundials_cvode",
            "-lsundials_nvecserial",
            "-lsundials_sunmatrixsparse",
            "-lsundials_sunlinsolklu",
            "-lklu",
            "-lm",
            "-o",
            program.toString()));
    run(command);
  }

  private static String run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.getFirst() + " failed: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + command.getFirst() + " ran", e);
    }
    return text;
  }

  private void write(List<List<Dose>> doses) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(input)))) {
      List<VirtualPatient> patients = workload.patients();
      integer(out, patients.size());
      integer(out, workload.states());
      integer(out, workload.model().equations().parameters().size());
      integer(out, workload.looks().size());
      for (double look : workload.looks()) {
        number(out, look);
      }
      for (double floor : workload.floors()) {
        number(out, floor);
      }
      for (int i = 0; i < patients.size(); i++) {
        numbers(out, patients.get(i).parameters());
        numbers(out, patients.get(i).state());
        integer(out, doses.get(i).size());
        for (Dose dose : doses.get(i)) {
          number(out, dose.day());
          number(out, dose.amount());
          integer(out, dose.state());
        }
      }
    }
  }

  private static void integer(DataOutputStream out, int x) throws IOException {
    out.writeInt(Integer.reverseBytes(x));
  }

  private static void number(DataOutputStream out, double x) throws IOException {
    out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(x)));
  }

  private static void numbers(DataOutputStream out, double[] values) throws IOException {
    for (double x : values) {
      number(out, x);
    }
  }

  /// One run of all patients.
  Run run(Jacobian jacobian, double relative) {
    try {
      String line =
          run(
              List.of(
                  program.toString(),
                  input.toString(),
                  jacobian.option(),
                  Double.toString(relative),
                  output.toString()));
      String[] words = line.strip().split(" ", -1);
      return new Run(Double.parseDouble(words[0]), states(), Long.parseLong(words[1]), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double[] states() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(output)).order(ByteOrder.LITTLE_ENDIAN);
    double[] states = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(states);
    return states;
  }
}
