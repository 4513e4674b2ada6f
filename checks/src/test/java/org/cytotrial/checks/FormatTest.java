package org.cytotrial.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every source file is in google-java-format. A test rather than a plug-in, because the formatter
/// needs a JDK 25 and Maven itself may run on 17.
class FormatTest {
  // Wrapping a comment or a sum anew can leave a line that the next pass wraps again.
  private static final int MOST_PASSES = 10;

  private final Formatter formatter = new Formatter();

  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    boolean apply = Boolean.getBoolean("format.apply");
    List<String> unformatted = new ArrayList<>();
    for (Path file : SourceTree.files(".java")) {
      String before = SourceTree.read(file);
      String after = formatted(before);
      if (!after.equals(before)) {
        if (apply) {
          Files.writeString(file, after);
        } else {
          unformatted.add(SourceTree.name(file));
        }
      }
    }
    assertEquals(
        List.of(),
        unformatted,
        "run: mvn -pl checks -am test -Dtest=FormatTest -Dformat.apply=true");
  }

  private String formatted(String source) throws FormatterException {
    String before = source;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      String after = formatter.formatSourceAndFixImports(before);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }
}
