package org.cytotrial.evidence.extraction.mentions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Our own table of what cytokine trials name, with where each name comes from: the resource
/// `vocabulary.yaml`.
public final class Vocabulary {
  private static final String FILE = "vocabulary.yaml";
  private static final Map<String, Term.Kind> SECTIONS =
      Map.of(
          "products", Term.Kind.PRODUCT,
          "cytokines", Term.Kind.CYTOKINE,
          "receptors", Term.Kind.RECEPTOR,
          "cancers", Term.Kind.CANCER,
          "partners", Term.Kind.PARTNER,
          "routes", Term.Kind.ROUTE,
          "settings", Term.Kind.SETTING);

  private final List<Entry> entries;
  private final Pattern any;

  private record Entry(Term term, Pattern pattern) {}

  private Vocabulary(Map<String, Term> names) {
    List<String> longestFirst =
        names.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    this.entries =
        longestFirst.stream()
            .map(n -> new Entry(Objects.requireNonNull(names.get(n)), compile(NamePattern.of(n))))
            .toList();
    this.any = compile(String.join("|", longestFirst.stream().map(NamePattern::of).toList()));
  }

  private static Pattern compile(String names) {
    return Pattern.compile(
        "(?<![\\p{L}\\d])(?:" + names + ")s?(?![\\p{L}\\d])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The table that ships with the program.
  public static Vocabulary shipped() {
    return Shipped.TABLE;
  }

  private static final class Shipped {
    private static final Vocabulary TABLE = load();
  }

  private static Vocabulary load() {
    try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
      var load = new Load(LoadSettings.builder().build());
      Object tree = load.loadFromInputStream(Objects.requireNonNull(in, FILE));
      Map<String, Term> names = new LinkedHashMap<>();
      ((Map<?, ?>) tree)
          .forEach((section, rows) -> {
            Term.Kind kind = Objects.requireNonNull(SECTIONS.get(String.valueOf(section)));
            ((List<?>) rows).forEach(row -> add(kind, (Map<?, ?>) row, names));
          });
      return new Vocabulary(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Term.Kind kind, Map<?, ?> row, Map<String, Term> names) {
    var term = new Term(kind, text(row, "name"), text(row, "cytokine"), text(row, "format"));
    ((List<?>) Objects.requireNonNull(row.get("names")))
        .forEach(n -> names.put(String.valueOf(n), term));
  }

  private static String text(Map<?, ?> row, String key) {
    Object value = row.get(key);
    return value == null ? "" : value.toString();
  }

  /// Every place where `text` names something of the table; longer names win.
  public List<TermMention> find(String text) {
    List<TermMention> found = new ArrayList<>();
    Matcher matcher = any.matcher(text);
    while (matcher.find()) {
      found.add(new TermMention(term(matcher.group()), matcher.start(), matcher.end()));
    }
    return found;
  }

  private Term term(String name) {
    return entries.stream()
        .filter(e -> e.pattern().matcher(name).matches())
        .findFirst()
        .orElseThrow()
        .term();
  }
}
