package org.cytotrial.simulation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.sbml.SbmlReader;
import org.cytotrial.simulation.model.Simulation.Columns;
import org.cytotrial.simulation.model.Simulation.Meaning;
import org.junit.jupiter.api.Test;

/// The cases of the SBML Test Suite (semantic) that have events, read from the shared folder: every
/// value within the case's own tolerance.
class SemanticEventsTest {
  private static final Path SUITE =
      Path.of(System.getProperty("cytotrial.shared", "../../shared")).resolve("sbml/semantic");

  /// Events every 0.01 for 1,000 steps of rounding: the integration gives up, and says so.
  private static final List<String> KNOWN = List.of("01531");

  private record Case(String id, Model model, Map<String, String> settings, List<String> results) {
    double number(String key) {
      return Double.parseDouble(settings.getOrDefault(key, "0"));
    }

    Set<String> names(String key) {
      return Set.of(settings.getOrDefault(key, "").strip().split("\\s*,\\s*", -1));
    }
  }

  @Test
  void everyValueOfEveryCaseWithEventsIsWithinItsTolerance() throws IOException {
    assumeTrue(Files.isDirectory(SUITE), "Skipped: " + SUITE + " is not there");
    List<String> failed = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    int passed = 0;
    int unread = 0;
    try (var folders = Files.list(SUITE)) {
      for (Path folder : folders.sorted().toList()) {
        Path file = folder.resolve(folder.getFileName() + "-sbml-l3v2.xml");
        if (!Files.exists(file) || !Files.readString(file).contains("<event ")) {
          continue;
        }
        try {
          String difference = difference(read(folder, file));
          if (difference.isEmpty()) {
            passed++;
          } else {
            failed.add(folder.getFileName() + ": " + difference);
          }
        } catch (ModelFormatException e) {
          unread++;
        } catch (IllegalArgumentException | IllegalStateException e) {
          boolean isRefused = String.valueOf(e.getMessage()).contains("not simulated");
          (isRefused ? refused : failed).add(folder.getFileName() + ": " + e.getMessage());
        }
      }
    }
    System.out.printf(
        "SBML Test Suite, cases with events: %d passed, %d failed, %d refused, %d not read%n",
        passed, failed.size(), refused.size(), unread);
    failed.forEach(System.out::println);
    refused.forEach(System.out::println);
    assertEquals(KNOWN, failed.stream().map(f -> f.substring(0, 5)).toList());
  }

  private static Case read(Path folder, Path file) throws IOException {
    Map<String, String> settings = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve(folder.getFileName() + "-settings.txt"))) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        settings.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return new Case(
        folder.getFileName().toString(),
        SbmlReader.read(file).model(),
        settings,
        Files.readAllLines(folder.resolve(folder.getFileName() + "-results.csv")));
  }

  /// The first value that is off; empty if none is.
  private static String difference(Case one) {
    Map<String, double[]> ours = new HashMap<>();
    columns(one, Meaning.AMOUNT, one.names("amount"), ours);
    columns(one, Meaning.CONCENTRATION, one.names("concentration"), ours);
    columns(one, Meaning.DECLARED, one.names("variables"), ours);
    String[] header = one.results().getFirst().strip().split("\\s*,\\s*", -1);
    for (int row = 1; row < one.results().size(); row++) {
      String[] cells = one.results().get(row).strip().split("\\s*,\\s*", -1);
      for (int i = 1; i < header.length && cells.length == header.length; i++) {
        String name = header[i].replace("\"", "");
        if (!ours.containsKey(name)) {
          continue; // a constant, or the number of a species in a reaction
        }
        double expected = Double.parseDouble(cells[i].replace("INF", "Infinity"));
        double actual = ours.get(name)[row - 1];
        double allowed = one.number("absolute") + one.number("relative") * Math.abs(expected);
        boolean isSame = Double.compare(actual, expected) == 0;
        if (!isSame && !(Math.abs(actual - expected) <= allowed)) {
          return "%s at %s: %s, expected %s".formatted(name, cells[0], actual, expected);
        }
      }
    }
    return "";
  }

  private static void columns(
      Case one, Meaning meaning, Set<String> names, Map<String, double[]> into) {
    var simulation = new Simulation(one.model(), new Columns(meaning, true), 1e-9, 1e-14);
    List<double[]> rows = simulation.run(one.number("duration"), (int) one.number("steps"));
    for (int i = 1; i < simulation.header().size(); i++) {
      String name = simulation.header().get(i);
      int column = i;
      if (names.contains(name) && !into.containsKey(name)) {
        into.put(name, rows.stream().mapToDouble(row -> row[column]).toArray());
      }
    }
  }
}
