package org.cytotrial.model.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.ModelFormatException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Every file of the BioModels selection and of the SBML Test Suite is read, or refused with
/// reasons; what is read is written and read again as an equal model. `-Dcytotrial.written=FOLDER`
/// keeps the written files for libSBML.
class SharedModelsTest {
  private static final Path SHARED =
      Path.of(System.getProperty("cytotrial.shared", "../../shared")).resolve("sbml");

  @Test
  void bioModelsOnCytokines(TestReporter reporter) throws IOException {
    Counts counts = readAll(SHARED.resolve("biomodels"), ".xml");
    tell(reporter, "biomodels", counts);
    assertTrue(counts.read >= 160, counts.toString());
  }

  @Test
  void semanticTestSuite(TestReporter reporter) throws IOException {
    for (String form : List.of("-sbml-l3v2.xml", "-sbml-l2v4.xml")) {
      Counts counts = readAll(SHARED.resolve("semantic"), form);
      tell(reporter, "semantic" + form, counts);
      assertTrue(counts.read >= 700, counts.toString());
    }
  }

  private static void tell(TestReporter reporter, String what, Counts counts) throws IOException {
    reporter.publishEntry(what, counts.toString());
    String folder = System.getProperty("cytotrial.written");
    if (folder != null) {
      Files.writeString(Path.of(folder).resolve(what + ".txt"), counts.toString());
    }
  }

  private static Counts readAll(Path folder, String ending) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(folder), "no models here: " + folder);
    var counts = new Counts();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        counts.add(file);
      }
    }
    return counts;
  }

  private static final class Counts {
    private int read;
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> warnings = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    private void add(Path file) throws IOException {
      SbmlReader.Result result;
      try {
        result = SbmlReader.read(file);
      } catch (ModelFormatException e) {
        e.problems().stream()
            .map(p -> reason(p.message()))
            .distinct()
            .forEach(r -> refusals.merge(r, 1, Integer::sum));
        examples.add(e.problems().getFirst().toString());
        return;
      }
      read++;
      result.warnings().stream()
          .map(w -> reason(w.replaceFirst("^\\S+: ", "")))
          .distinct()
          .forEach(r -> warnings.merge(r, 1, Integer::sum));
      var start = new AtStart(result.model());
      var rates = new StringBuilder();
      result
          .model()
          .reactions()
          .forEach(r ->
              rates.append(r.id()).append(',').append(start.value(r.kineticLaw())).append('\n'));
      String text = SbmlWriter.write(result.model());
      String folder = System.getProperty("cytotrial.written");
      if (folder != null) {
        Files.writeString(Path.of(folder).resolve(String.valueOf(file.getFileName())), text);
        Files.writeString(Path.of(folder).resolve(file.getFileName() + ".rates"), rates);
      }
      Model again = SbmlReader.parse("again", text).model();
      assertEquals(result.model(), again, file.toString());
    }

    /// A message without the names and numbers of one model.
    private static String reason(String message) {
      return message
          .replaceFirst("; the first.*", "")
          .replaceAll("'[^']*'", "'…'")
          .replaceAll("\\d+", "N");
    }

    @Override
    public String toString() {
      return "read %d, refused %d\nrefusals %s\nwarnings %s\n%s"
          .formatted(
              read,
              examples.size(),
              refusals,
              warnings,
              String.join("\n", examples.subList(0, Math.min(400, examples.size()))));
    }
  }
}
