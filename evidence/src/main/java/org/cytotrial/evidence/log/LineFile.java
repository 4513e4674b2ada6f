package org.cytotrial.evidence.log;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A file of lines that only grows. A line ends with a line feed; what comes after the last one is
/// a line that a crash cut short, or one that only lacks its line feed.
///
/// Held by one writer at a time; readers need no lock.
public final class LineFile implements Closeable {
  private final Path path;
  private final FileChannel channel;
  private final WriterLock lock;

  private LineFile(Path path, FileChannel channel, WriterLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /// A line, numbered from 1.
  ///
  /// @param ended whether a line feed follows
  public record Line(int number, String text, boolean ended) {}

  /// The lines of a file; none where there is no file.
  public static List<Line> read(Path path) throws IOException {
    return Files.exists(path) ? lines(Files.readAllBytes(path)) : List.of();
  }

  private static List<Line> lines(byte[] bytes) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(line(lines.size() + 1, bytes, start, i, true));
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      lines.add(line(lines.size() + 1, bytes, start, bytes.length, false));
    }
    return lines;
  }

  private static Line line(int number, byte[] bytes, int start, int end, boolean ended) {
    return new Line(number, new String(bytes, start, end - start, StandardCharsets.UTF_8), ended);
  }

  /// Takes the file for writing and mends its end: a whole last line gets its line feed, a torn one
  /// is moved to a file of the same name with `.torn` at its end.
  ///
  /// @param isWhole whether a last line without line feed is complete
  /// @throws LogInUseException if another process, or another place in this one, is writing to it
  public static LineFile open(Path path, Predicate<String> isWhole) throws IOException {
    WriterLock lock = WriterLock.take(path);
    boolean kept = false;
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var file = new LineFile(path, channel, lock);
      file.mendEnd(isWhole);
      kept = true;
      return file;
    } finally {
      if (!kept) {
        lock.close();
      }
    }
  }

  private void mendEnd(Predicate<String> isWhole) throws IOException {
    long size = channel.size();
    byte[] tail = tail(size);
    channel.position(size);
    if (tail.length == 0) {
      return;
    }
    if (isWhole.test(new String(tail, StandardCharsets.UTF_8))) {
      write("\n".getBytes(StandardCharsets.UTF_8));
      return;
    }
    Path aside = path.resolveSibling(path.getFileName() + ".torn");
    var kept = new ByteArrayOutputStream();
    kept.write(tail);
    kept.write('\n');
    Files.write(aside, kept.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    channel.truncate(size - tail.length);
    channel.position(size - tail.length);
  }

  /// What stands after the last line feed.
  private byte[] tail(long size) throws IOException {
    long start = size;
    var one = ByteBuffer.allocate(1);
    while (start > 0) {
      one.clear();
      if (channel.read(one, start - 1) != 1 || one.get(0) == '\n') {
        break;
      }
      start--;
    }
    var tail = ByteBuffer.allocate((int) (size - start));
    while (tail.hasRemaining() && channel.read(tail, start + tail.position()) > 0) {
      // until all is read
    }
    return tail.array();
  }

  /// The lines now in the file.
  List<Line> lines() throws IOException {
    return read(path);
  }

  /// Adds lines, and returns when the disk has them.
  public void append(List<String> lines) throws IOException {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  /// Gives the file free.
  @Override
  public void close() throws IOException {
    channel.close();
    lock.close();
  }
}
