package org.cytotrial.evidence.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to write to a file, which one process at a time has, and one place in it. The system
/// takes it back when the process dies, however it dies.
///
/// The lock is on a file of its own, `NAME.lock`: on Unix a process loses its lock on a file as
/// soon as it closes that file anywhere, and logs are read while they are written.
final class WriterLock implements Closeable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private WriterLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Takes the right to write to a file.
  ///
  /// @throws LogInUseException if another has it
  static WriterLock take(Path file) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    if (!HELD.add(path)) {
      throw new LogInUseException(file);
    }
    boolean isTaken = false;
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolveSibling(path.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new LogInUseException(file);
      }
      isTaken = true;
      return new WriterLock(path, channel);
    } finally {
      if (!isTaken) {
        HELD.remove(path);
      }
    }
  }

  /// Gives the right back.
  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(path);
  }
}
