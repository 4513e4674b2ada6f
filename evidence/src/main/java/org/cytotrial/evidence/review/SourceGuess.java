package org.cytotrial.evidence.review;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.protocol.ReviewProtocol.Source;

/// Where the records of a file come from, by the name of the file: the source of the protocol whose
/// name stands in it, or whose usual suffix it has.
final class SourceGuess {
  private static final Map<String, String> SUFFIXES =
      Map.of("nbib", "pubmed", "ciw", "webofscience");

  private SourceGuess() {}

  /// @throws IllegalArgumentException if the name says nothing
  static String of(Path file, ReviewProtocol protocol) {
    String name = letters(String.valueOf(file.getFileName()));
    Optional<Source> named =
        protocol.sources().stream().filter(s -> name.contains(letters(s.name()))).findFirst();
    String lower = file.toString().toLowerCase(Locale.ROOT);
    String usual = SUFFIXES.getOrDefault(lower.substring(lower.lastIndexOf('.') + 1), "-");
    Optional<Source> bySuffix =
        protocol.sources().stream().filter(s -> letters(s.name()).equals(usual)).findFirst();
    Optional<Source> only =
        protocol.sources().size() == 1
            ? Optional.of(protocol.sources().getFirst())
            : Optional.empty();
    return named
        .or(() -> bySuffix)
        .or(() -> only)
        .map(Source::name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Where does '"
                    + file
                    + "' come from? Name it after its source, as 'scopus-1.csv', or say --source"
                    + " NAME, one of "
                    + String.join(", ", protocol.sources().stream().map(Source::name).toList())
                    + "."));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
