package org.cytotrial.simulation.patient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.Equations;
import org.cytotrial.engine.solver.Tolerance;

/// Keeps what became of draws on disk, so that another arm, study or run with the same patients
/// need not burn them in again. What comes from the cache is what would be computed, bit for bit.
///
/// A folder per content: the hash of equations, tolerances, and the program and the virtual machine
/// that computed. In it a file per run that found new draws, written whole or not at all; a file
/// whose checksum is wrong is passed over. Used by many threads.
public final class BurnInCache {
  private static final int MAGIC = 0x43544249;
  private static final String ENDING = ".burnin";

  /// About 700 bytes each: 140 MB.
  private static final int MOST_DRAWS = 200_000;

  private static final int MOST_FOLDERS = 8;

  private final CompiledModel model;
  private final Path folder;
  private final Map<String, Diagnosis> known = new ConcurrentHashMap<>();
  private final Map<String, Diagnosis> found = new ConcurrentHashMap<>();
  private final AtomicInteger reused = new AtomicInteger();

  /// What a burn-in ended in.
  ///
  /// @param rejected why the draw is no patient; empty if it is one
  /// @param growth intrinsic growth that was found, 1/day
  /// @param kill mean kill of tumour cells at diagnosis, 1/day
  /// @param state at diagnosis
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Diagnosis(String rejected, double growth, double kill, double[] state) {}

  private BurnInCache(CompiledModel model, Path folder) {
    this.model = model;
    this.folder = folder;
  }

  /// Opens the cache of one model at one tolerance.
  ///
  /// @param root folder of all caches; made when something is kept
  /// @param program what computes: its version and the virtual machine's
  /// @throws IOException if the folder is there but cannot be read
  public static BurnInCache open(
      Path root, CompiledModel model, Tolerance tolerance, String program) throws IOException {
    BurnInCache cache = empty(root, model, tolerance, program);
    if (Files.isDirectory(cache.folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(cache.folder, "*" + ENDING)) {
        for (Path file : files) {
          cache.read(file);
        }
      }
    }
    return cache;
  }

  /// A cache that has not looked at what is there.
  public static BurnInCache empty(
      Path root, CompiledModel model, Tolerance tolerance, String program) {
    return new BurnInCache(model, root.resolve(content(model, tolerance, program)));
  }

  /// Admits draws from the cache where it has them; what is computed is remembered.
  public Admitting before(BurnIn burnIn) {
    return (index, changed) -> admit(burnIn, index, changed);
  }

  private Admission admit(BurnIn burnIn, int index, Map<String, Double> changed) {
    String key = key(changed);
    Diagnosis old = known.get(key);
    if (old != null) {
      reused.incrementAndGet();
      return burnIn.restore(index, changed, old);
    }
    Admission admission = burnIn.admit(index, changed);
    if (known.size() + found.size() < MOST_DRAWS) {
      remember(key, admission);
    }
    return admission;
  }

  private void remember(String key, Admission admission) {
    switch (admission) {
      case Admission.Accepted(var patient, var kill) ->
          found.put(
              key,
              new Diagnosis(
                  "", patient.parameters()[model.parameter("g_int")], kill, patient.state()));
      case Admission.Rejected(var reason) ->
          found.put(key, new Diagnosis(reason.name(), 0, 0, new double[0]));
      case Admission.Failed _ -> {}
    }
  }

  /// Draws that needed no burn-in.
  public int reused() {
    return reused.get();
  }

  // ---- disk -----------------------------------------------------------------------------------

  /// Keeps what is new.
  ///
  /// @throws IOException if it cannot be written; nothing is lost but time
  public void save() throws IOException {
    if (found.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    byte[] body = body();
    Path draft = Files.createTempFile(folder, "draft", "");
    try {
      Files.write(draft, body);
      String name = hex(sha256(body)).substring(0, 32) + ENDING;
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    known.putAll(found);
    found.clear();
    forgetOthers();
  }

  private byte[] body() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(found.size());
      for (var entry : new TreeMap<>(found).entrySet()) {
        write(out, entry.getKey(), entry.getValue());
      }
      var checksum = new CRC32();
      checksum.update(bytes.toByteArray());
      out.writeLong(checksum.getValue());
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String key, Diagnosis diagnosis)
      throws IOException {
    out.writeUTF(key);
    out.writeUTF(diagnosis.rejected());
    out.writeDouble(diagnosis.growth());
    out.writeDouble(diagnosis.kill());
    out.writeInt(diagnosis.state().length);
    for (double x : diagnosis.state()) {
      out.writeDouble(x);
    }
  }

  private void read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - Long.BYTES;
    if (end < 2 * Integer.BYTES || !isWhole(bytes, end)) {
      return;
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end))) {
      if (in.readInt() != MAGIC) {
        return;
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String key = in.readUTF();
        known.put(key, diagnosis(in));
      }
    }
  }

  private static boolean isWhole(byte[] bytes, int end) {
    var checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return ByteBuffer.wrap(bytes, end, Long.BYTES).getLong() == checksum.getValue();
  }

  private Diagnosis diagnosis(DataInputStream in) throws IOException {
    String rejected = in.readUTF();
    double growth = in.readDouble();
    double kill = in.readDouble();
    double[] state = new double[in.readInt() == 0 ? 0 : model.stateCount()];
    for (int i = 0; i < state.length; i++) {
      state[i] = in.readDouble();
    }
    return new Diagnosis(rejected, growth, kill, state);
  }

  /// Old contents are of models and programs that are no longer run.
  private void forgetOthers() throws IOException {
    Path root = folder.toAbsolutePath().getParent();
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root, Files::isDirectory)) {
      all.forEach(folders::add);
    }
    folders.sort((a, b) -> Long.compare(b.toFile().lastModified(), a.toFile().lastModified()));
    for (Path old : folders.stream().skip(MOST_FOLDERS).toList()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(old, "*" + ENDING)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  // ---- content --------------------------------------------------------------------------------

  private static String content(CompiledModel model, Tolerance tolerance, String program) {
    Equations equations = model.equations();
    var text = new StringBuilder(program).append('\n').append(tolerance.relative()).append('\n');
    for (int i = 0; i < equations.states().size(); i++) {
      text.append(equations.states().get(i)).append(' ').append(tolerance.absolute(i)).append('\n');
    }
    text.append(equations.parameters()).append('\n');
    text.append(new TreeMap<>(equations.derivatives())).append('\n');
    text.append(new TreeMap<>(equations.definitions())).append('\n');
    text.append(new TreeMap<>(equations.initial())).append('\n');
    text.append(new TreeMap<>(equations.values())).append('\n');
    text.append(BurnIn.AT_THE_END);
    return hex(sha256(text.toString().getBytes(StandardCharsets.UTF_8))).substring(0, 32);
  }

  private static String key(Map<String, Double> changed) {
    MessageDigest digest = digest();
    new TreeMap<>(changed)
        .forEach((id, value) -> {
          digest.update(id.getBytes(StandardCharsets.UTF_8));
          digest.update(ByteBuffer.allocate(Long.BYTES).putDouble(value).array());
        });
    return hex(Arrays.copyOf(digest.digest(), 16));
  }

  private static byte[] sha256(byte[] bytes) {
    return digest().digest(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("Java always has SHA-256", e));
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
