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
  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    boolean apply = Boolean.getBoolean("format.apply");
    var formatter = new Formatter();
    List<String> unformatted = new ArrayList<>();
    for (Path file : SourceTree.files(".java")) {
      String before = SourceTree.read(file);
      String after = formatter.formatSourceAndFixImports(before);
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
}
