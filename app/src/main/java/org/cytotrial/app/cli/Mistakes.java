package org.cytotrial.app.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.cytotrial.evidence.importing.ImportException;
import org.cytotrial.evidence.log.LogInUseException;
import org.cytotrial.evidence.protocol.ProtocolException;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.simulation.study.StudyException;

/// Tells mistakes in what the user wrote from failures of the program.
final class Mistakes {
  private Mistakes() {}

  static boolean isTheUsers(Exception e) {
    return e instanceof StudyException
        || e instanceof ImportException
        || e instanceof ProtocolException
        || e instanceof LogInUseException
        || e instanceof FileAlreadyExistsException
        || e instanceof ModelFormatException
        || e instanceof IllegalArgumentException
        || e instanceof NoSuchFileException;
  }
}
