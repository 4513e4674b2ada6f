package org.cytotrial.app.cli;

import java.nio.file.NoSuchFileException;
import org.cytotrial.evidence.importing.ImportException;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.simulation.study.StudyException;

/// Tells mistakes in what the user wrote from failures of the program.
final class Mistakes {
  private Mistakes() {}

  static boolean isTheUsers(Exception e) {
    return e instanceof StudyException
        || e instanceof ImportException
        || e instanceof ModelFormatException
        || e instanceof IllegalArgumentException
        || e instanceof NoSuchFileException;
  }
}
