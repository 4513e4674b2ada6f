package org.cytotrial.report.trial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.cytotrial.simulation.trial.TrialResult;

/// `manifest.json`: what was run, with what, and what came out. The only file of a run in which
/// times, dates and the machine may stand, as [#tree] is told them.
public final class Manifest {
  private Manifest() {}

  /// `{study, seed, version, provenance: {what: value}, run: {…}, files: {name: sha256}}`.
  ///
  /// @param version of the program
  /// @param run when, where and how long: dates, seconds, JVM, system, threads
  /// @param files contents of the files written, by name, in UTF-8
  public static Map<String, Object> tree(
      TrialResult result,
      String version,
      SequencedMap<String, ?> run,
      SequencedMap<String, String> files) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("study", result.design().name());
    tree.put("seed", result.design().seed());
    tree.put("version", version);
    Map<String, String> provenance = new LinkedHashMap<>();
    result.provenance().forEach(fact -> provenance.put(fact.what(), fact.value()));
    tree.put("provenance", provenance);
    tree.put("run", new LinkedHashMap<>(run));
    Map<String, String> hashes = new LinkedHashMap<>();
    files.forEach((name, text) -> hashes.put(name, sha256(text)));
    tree.put("files", hashes);
    return tree;
  }

  /// SHA-256 of a text in UTF-8, as `sha256sum` prints it.
  public static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
