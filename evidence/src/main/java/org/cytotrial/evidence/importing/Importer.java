package org.cytotrial.evidence.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cytotrial.evidence.records.BibliographicRecord;

/// Reads a file of records in whatever format it is.
public final class Importer {
  private Importer() {}

  /// Gives each record away as soon as it is read, so that a file may be larger than the memory.
  ///
  /// @throws ImportException when the file holds no format that can be read
  public static ImportReport read(Path file, Consumer<? super BibliographicRecord> each)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file of records");
    }
    String name = String.valueOf(file.getFileName());
    TextFile text = TextFile.examine(file);
    ImportFormat format = FormatRecogniser.recognise(name, text);
    try (BufferedReader reader = text.open()) {
      var session = new ImportSession(name, reader, each);
      text.warnings().forEach(w -> session.notice(w.line(), w.message()));
      format.reader().read(session);
      if (session.records() == 0) {
        session.notice(1, "no record was found in this file, read as " + format.label());
      }
      return session.report(format, text.encodingName());
    }
  }

  /// Reads all records into memory.
  public static List<BibliographicRecord> readAll(Path file) throws IOException {
    List<BibliographicRecord> records = new ArrayList<>();
    read(file, records::add);
    return records;
  }
}
