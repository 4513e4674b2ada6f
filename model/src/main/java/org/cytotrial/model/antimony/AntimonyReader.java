package org.cytotrial.model.antimony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.network.ModelFormatException.Problem;
import org.jspecify.annotations.Nullable;

/// Reads a model from Antimony text (doi:10.1093/bioinformatics/btp401; the language of libAntimony
/// 3).
///
/// `import "il2.ant"` brings files together as if they were pasted into one: ids are flat, and each
/// file counts once, however often it is imported. A right side of `=` that is not a plain number
/// becomes an initial assignment. Functions are inlined. Where no `unit extent` and no `unit
/// substance` is given, the extent has the unit of the species that a reaction changes, and
/// [Model#extentUnit()] is dimensionless.
public final class AntimonyReader {
  /// The id of a model whose text gives it no name, as libAntimony has it.
  static final String UNNAMED = "__main";

  private static final Pattern IMPORT = Pattern.compile("import\\s+\"([^\"]*)\"");

  private final Function<String, Optional<String>> texts;
  private final Draft draft = new Draft();
  private final Set<String> seen = new HashSet<>();
  private final List<Statement> statements = new ArrayList<>();

  private AntimonyReader(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /// Reads a file and the files it imports, which are looked for beside it.
  ///
  /// @throws ModelFormatException with every problem of all files
  /// @throws UncheckedIOException if a file is there but cannot be read
  public static Model read(Path file) {
    return read(file.toString(), AntimonyReader::textOf);
  }

  /// Reads the file called `name`; `texts` gives the text of a name, or nothing where there is
  /// none. Names of imported files are made relative to the file that imports them:
  /// `reference/il2.ant`.
  ///
  /// @throws ModelFormatException with every problem of all files
  public static Model read(String name, Function<String, Optional<String>> texts) {
    var reader = new AntimonyReader(texts);
    reader.load(name, null);
    new StatementReader(reader.draft).read(reader.statements);
    Model model = new ModelAssembly(reader.draft).model();
    if (!reader.draft.problems.isEmpty()) {
      throw new ModelFormatException(inOrder(reader.draft.problems));
    }
    return model;
  }

  /// Reads a text that imports nothing.
  ///
  /// @param name what messages call it
  /// @throws ModelFormatException with every problem
  public static Model readText(String text, String name) {
    return read(name, asked -> asked.equals(name) ? Optional.of(text) : Optional.empty());
  }

  private void load(String name, @Nullable Passage importedBy) {
    if (!seen.add(name)) {
      return;
    }
    Optional<String> text = texts.apply(name);
    if (text.isEmpty()) {
      String message = "The file '" + name + "' is not there.";
      draft.problems.add(
          importedBy == null ? new Problem(name, 0, 0, message) : importedBy.problem(message));
      return;
    }
    for (Statement statement : Statement.all(SourceText.of(name, text.get()))) {
      Matcher imported = statement.passage().matcher(IMPORT);
      if (imported.matches()) {
        load(beside(name, imported.group(1)), statement.passage());
      } else {
        statements.add(statement);
      }
    }
  }

  private static String beside(String name, String imported) {
    int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return Path.of(name.substring(0, folder + 1) + imported)
        .normalize()
        .toString()
        .replace('\\', '/');
  }

  private static Optional<String> textOf(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("'" + name + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Problem> inOrder(List<Problem> problems) {
    return problems.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }
}
