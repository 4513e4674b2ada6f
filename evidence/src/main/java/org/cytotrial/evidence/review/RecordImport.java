package org.cytotrial.evidence.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cytotrial.evidence.importing.ImportReport;
import org.cytotrial.evidence.importing.Importer;
import org.cytotrial.evidence.log.Hash;
import org.cytotrial.evidence.log.LineFile;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.SourcePosition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings a file of records into a review: the original is kept, each record gets a lasting name,
/// what is there already is not added again, and what was lost on the way is written down.
///
/// A crash loses nothing: importing the file again adds what was missing.
final class RecordImport {
  private static final int BATCH = 2000;

  private final Path folder;
  private final LocalDate today;

  RecordImport(Path folder, LocalDate today) {
    this.folder = folder;
    this.today = today;
  }

  ImportOutcome read(Path file, String source) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file of records");
    }
    Path imports = Files.createDirectories(folder.resolve("imports"));
    Path draft = imports.resolve(".new-" + ProcessHandle.current().pid());
    try (LineFile log = LineFile.open(folder.resolve("imports.jsonl"), RecordImport::isJson)) {
      String sha = copy(file, draft);
      Optional<JsonNode> before = before(sha);
      if (before.isPresent()) {
        String said =
            before.get().path("file").asString("")
                + ", imported on "
                + before.get().path("date").asString("")
                + " from "
                + before.get().path("source").asString("");
        int records = before.get().path("records").asInt(0);
        return new ImportOutcome(
            file.toString(), source, 0, records, Optional.of(said), Optional.empty());
      }
      Path kept = keptName(imports, String.valueOf(file.getFileName()));
      Tally tally = records(file, String.valueOf(kept.getFileName()), source);
      Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
      log.append(List.of(line(sha, source, kept, tally)));
      return new ImportOutcome(
          file.toString(),
          source,
          tally.added,
          tally.known,
          Optional.empty(),
          Optional.of(tally.report));
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static boolean isJson(String line) {
    return line.endsWith("}");
  }

  private record Tally(ImportReport report, int added, int known) {}

  private Tally records(Path file, String kept, String source) throws IOException {
    Path store = folder.resolve("records.jsonl");
    try (LineFile lines = LineFile.open(store, RecordStore::isWhole)) {
      Set<String> known = new HashSet<>();
      RecordStore.read(store).records().forEach(r -> known.add(r.id()));
      var ids = new RecordId(source);
      int[] counts = new int[2];
      List<String> batch = new ArrayList<>();
      ImportReport report =
          Importer.read(
              file,
              record -> {
                String id = ids.of(record);
                boolean isNew = known.add(id);
                counts[isNew ? 0 : 1]++;
                if (isNew) {
                  batch.add(RecordJson.text(imported(record, id, source, kept)));
                }
                if (batch.size() == BATCH) {
                  flush(lines, batch);
                }
              });
      flush(lines, batch);
      return new Tally(report, counts[0], counts[1]);
    } catch (UncheckedWrite e) {
      throw e.reason;
    }
  }

  private static void flush(LineFile lines, List<String> batch) {
    try {
      lines.append(batch);
      batch.clear();
    } catch (IOException e) {
      throw new UncheckedWrite(e);
    }
  }

  /// Carries a failure to write through the reader of records.
  private static final class UncheckedWrite extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final IOException reason;

    UncheckedWrite(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private ImportedRecord imported(
      BibliographicRecord record, String id, String source, String kept) {
    var position = new SourcePosition(kept, record.source().number(), record.source().line());
    var named =
        new BibliographicRecord(
            id,
            record.type(),
            record.authors(),
            record.fields(),
            record.keywords(),
            position,
            "",
            Map.of());
    return new ImportedRecord(named, source, record.id(), today.toString());
  }

  private static String copy(Path file, Path to) throws IOException {
    MessageDigest digest = Hash.digest();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Optional<JsonNode> before(String sha) throws IOException {
    for (LineFile.Line line : LineFile.read(folder.resolve("imports.jsonl"))) {
      if (line.text().contains(sha)) {
        return Optional.of(RecordJson.MAPPER.readTree(line.text()));
      }
    }
    return Optional.empty();
  }

  /// A name that no other original has.
  private static Path keptName(Path imports, String name) {
    Path kept = imports.resolve(name);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String suffix = dot > 0 ? name.substring(dot) : "";
    for (int n = 2; Files.exists(kept); n++) {
      kept = imports.resolve(stem + "-" + n + suffix);
    }
    return kept;
  }

  private String line(String sha, String source, Path kept, Tally tally) {
    ObjectNode node = RecordJson.MAPPER.createObjectNode();
    node.put("file", String.valueOf(kept.getFileName()));
    node.put("source", source);
    node.put("date", today.toString());
    node.put("sha256", sha);
    node.put("format", tally.report.format().label());
    node.put("encoding", tally.report.encoding());
    node.put("records", tally.report.records());
    node.put("added", tally.added);
    node.put("known", tally.known);
    node.put("notice_count", tally.report.noticeCount());
    ArrayNode notices = node.putArray("notices");
    tally.report.notices().forEach(n -> notices.add(n.toString()));
    ObjectNode lost = node.putObject("not_understood");
    new TreeMap<>(tally.report.notUnderstood()).forEach(lost::put);
    return RecordJson.MAPPER.writeValueAsString(node);
  }
}
