package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.evidence.synthesis.Sheet;
import org.cytotrial.library.ArmReader;
import org.cytotrial.library.Library;

/// Arms that reviews have published: `published.csv` in each folder under `reviews/`.
final class PublishedRows {
  static final String FILE = "published.csv";

  private static final String BY = "published_by";
  private static final Path REVIEWS = Path.of("reviews");

  private PublishedRows() {}

  /// The library with them.
  ///
  /// @throws WrongUse if an arm stands twice with different outcomes
  static Library library() throws IOException {
    List<PublishedArm> all = all();
    if (all.isEmpty()) {
      return Library.load();
    }
    Map<String, PublishedArm> known = new HashMap<>();
    Library.load().evidence().forEach(a -> known.put(a.shortId(), a));
    List<String> problems = new ArrayList<>();
    for (PublishedArm arm : all) {
      PublishedArm other = known.putIfAbsent(arm.shortId(), arm);
      List<String> different = other == null ? List.of() : differences(arm, other);
      if (!different.isEmpty()) {
        problems.add(
            "Arm '%s' of %s differs from that of %s in %s. Mend outcomes.csv of the review and publish it again."
                .formatted(arm.shortId(), origin(arm), origin(other), different));
      }
    }
    if (!problems.isEmpty()) {
      throw new WrongUse(String.join(System.lineSeparator(), problems));
    }
    return Library.load(all);
  }

  /// All arms that reviews have published.
  static List<PublishedArm> all() throws IOException {
    List<PublishedArm> all = new ArrayList<>();
    if (Files.isDirectory(REVIEWS)) {
      try (var folders = Files.list(REVIEWS)) {
        for (Path folder : folders.sorted().toList()) {
          all.addAll(of(folder));
        }
      }
    }
    return all;
  }

  /// The arms that a review has published; none where it has not.
  static List<PublishedArm> of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.isRegularFile(file)
        ? ArmReader.read(Files.readString(file), file.toString())
        : List.of();
  }

  /// Accepted arms as the text of a published table.
  static String text(String review, List<PublishedArm> arms) {
    List<String> header = new ArrayList<>(arms.getFirst().columns().keySet());
    header.add(BY);
    List<List<String>> rows = new ArrayList<>();
    for (PublishedArm arm : arms) {
      List<String> row = new ArrayList<>(arm.columns().values());
      row.add("review " + review);
      rows.add(row);
    }
    return Sheet.plain(FILE, header, rows).csv();
  }

  /// Who says it: the library that ships, or a review.
  static String origin(PublishedArm arm) {
    return arm.columns().getOrDefault(BY, "library");
  }

  /// Everyone who says it.
  static String origins(PublishedArm arm, List<PublishedArm> published) {
    Set<String> origins = new LinkedHashSet<>(List.of(origin(arm)));
    published.stream()
        .filter(p -> p.shortId().equals(arm.shortId()))
        .forEach(p -> origins.add(origin(p)));
    return String.join(", ", origins);
  }

  /// The columns in which two arms of one id differ, other than by who published them.
  static List<String> differences(PublishedArm one, PublishedArm other) {
    Map<String, String> first = new LinkedHashMap<>(one.columns());
    Map<String, String> second = new LinkedHashMap<>(other.columns());
    List<String> columns = new ArrayList<>(first.keySet());
    second.keySet().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
    columns.remove(BY);
    return columns.stream()
        .filter(c -> !first.getOrDefault(c, "").equals(second.getOrDefault(c, "")))
        .toList();
  }
}
