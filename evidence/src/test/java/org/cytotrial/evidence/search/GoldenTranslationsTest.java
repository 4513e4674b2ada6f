package org.cytotrial.evidence.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.cytotrial.evidence.search.writing.StrategyWriter;
import org.cytotrial.evidence.search.writing.Target;
import org.cytotrial.evidence.search.writing.Translation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ten invented strategies on cytokines against cancer, for all databases, as checked line by line
/// against the databases' documentation. `-Dgolden.write=true` writes the files anew.
class GoldenTranslationsTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/org/cytotrial/evidence/search/golden");

  static List<Path> strategies() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void areTranslatedAsChecked(Path file) throws IOException {
    boolean ovid = file.toString().endsWith(".ovid.txt");
    Syntax syntax = ovid ? Syntax.OVID : Syntax.PUBMED;
    StrategyReader.Reading reading = StrategyReader.read(Files.readString(file), syntax);
    assertFalse(reading.hasErrors(), () -> reading.problems().toString());
    var text = new StringBuilder();
    for (Target target : Target.values()) {
      if (!target.name().equals(syntax.name())) {
        append(text, StrategyWriter.write(reading.strategy(), target));
      }
    }
    Path golden = Path.of(file.toString().replaceAll("\\.(ovid|pubmed)\\.txt$", ".golden"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, text);
    }
    assertEquals(Files.readString(golden), text.toString());
  }

  private static void append(StringBuilder text, Translation translation) {
    text.append("== ").append(translation.target().label()).append('\n');
    translation.lines().forEach(l -> text.append("%d. %s%n".formatted(l.number(), l.text())));
    translation.notes().forEach(n -> text.append("-- ").append(n).append('\n'));
  }
}
