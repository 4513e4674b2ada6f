package org.cytotrial.evidence.importing;

import java.io.IOException;

/// Reads one format from start to end, a record at a time.
interface RecordReader {
  void read(ImportSession session) throws IOException;
}
