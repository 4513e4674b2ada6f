package org.cytotrial.evidence.search.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;
import org.cytotrial.evidence.search.Strategy;

/// Runs a strategy over records by reading each of them. Headings match by name alone: without a
/// MeSH tree, `exp` finds no narrower ones. Not for several threads.
public final class StrategyMatcher {
  private static final List<SearchField> EVERYWHERE =
      List.of(
          SearchField.TITLE,
          SearchField.ABSTRACT,
          SearchField.KEYWORD,
          SearchField.SUPPLEMENTARY_CONCEPT,
          SearchField.PUBLICATION_TYPE,
          SearchField.HEADING_WORD);

  private final Strategy strategy;
  private final IdentityHashMap<Query.Text, List<Tokens.Piece>> patterns = new IdentityHashMap<>();
  private final Map<Integer, Boolean> lines = new HashMap<>();

  public StrategyMatcher(Strategy strategy) {
    this.strategy = strategy;
  }

  /// The records that the last line finds, in the order given.
  public List<SearchableRecord> find(List<SearchableRecord> records) {
    List<List<SearchableRecord>> all = findByLine(records);
    return all.isEmpty() ? List.of() : all.getLast();
  }

  /// The records that each line finds, in the order given.
  public List<List<SearchableRecord>> findByLine(List<SearchableRecord> records) {
    List<List<SearchableRecord>> found = new ArrayList<>();
    strategy.lines().forEach(_ -> found.add(new ArrayList<>()));
    for (SearchableRecord record : records) {
      lines.clear();
      for (int i = 0; i < found.size(); i++) {
        if (matchesLine(i, record)) {
          found.get(i).add(record);
        }
      }
    }
    return found;
  }

  private boolean matchesLine(int line, SearchableRecord record) {
    Boolean known = lines.get(line);
    if (known == null) {
      known = matches(strategy.lines().get(line).query(), record, line);
      lines.put(line, known);
    }
    return known;
  }

  private boolean matches(Query query, SearchableRecord record, int line) {
    return switch (query) {
      case Query.And a -> a.parts().stream().allMatch(p -> matches(p, record, line));
      case Query.Or o -> o.parts().stream().anyMatch(p -> matches(p, record, line));
      case Query.Not n -> matches(n.kept(), record, line) && !matches(n.removed(), record, line);
      case Query.Text t -> isText(t, record);
      case Query.Near n -> times(n, record) > 0;
      case Query.Frequency f -> times(f.inner(), record) >= f.times();
      case Query.Heading h -> record.headings().stream().anyMatch(r -> isHeading(h, r));
      case Query.LineReference r -> refers(r, record, line);
      case Query.DateRange d -> record.values(d.field()).stream().anyMatch(v -> isIn(d, v));
      case Query.Filter f -> isFilter(f, record);
    };
  }

  private boolean isText(Query.Text text, SearchableRecord record) {
    if (text.fields().equals(List.of(SearchField.LANGUAGE))) {
      return isLanguage(text, record);
    }
    return text.fields().equals(List.of(SearchField.SUBHEADING))
        ? underAny(text, record)
        : times(text, record) > 0;
  }

  private boolean refers(Query.LineReference reference, SearchableRecord record, int line) {
    Optional<Integer> found = strategy.resolve(reference.label(), line);
    return found.isPresent() && matchesLine(found.get(), record);
  }

  private static boolean underAny(Query.Text text, SearchableRecord record) {
    String name = FieldTable.subheading(text.plain()).orElse(text.plain().toLowerCase(Locale.ROOT));
    return record.headings().stream().anyMatch(h -> under(h).contains(name));
  }

  private static List<String> under(String heading) {
    return Arrays.stream(heading.toLowerCase(Locale.ROOT).replace("*", "").split("/", -1))
        .skip(1)
        .toList();
  }

  private static boolean isHeading(Query.Heading wanted, String printed) {
    String name = printed.split("/", -1)[0].replace("*", "");
    boolean same =
        Pattern.matches(
            Arrays.stream(wanted.name().toLowerCase(Locale.ROOT).split("[*$]", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse(""),
            name.toLowerCase(Locale.ROOT));
    boolean main = !wanted.focus() || printed.contains("*");
    boolean below =
        wanted.subheadings().isEmpty()
            || wanted.subheadings().stream().anyMatch(s -> under(printed).contains(s));
    return same && main && below;
  }

  private static boolean isFilter(Query.Filter filter, SearchableRecord record) {
    String name = filter.name().toLowerCase(Locale.ROOT);
    return record.headings().stream().anyMatch(h -> h.replace("*", "").equalsIgnoreCase(name))
        || record.values(SearchField.PUBLICATION_TYPE).stream()
            .anyMatch(t -> t.equalsIgnoreCase(name));
  }

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static boolean isIn(Query.DateRange range, String printed) {
    String day = digits(printed);
    int n = day.length();
    String from = digits(range.from());
    String to = digits(range.to());
    String head = day.substring(0, Math.min(n, from.length()));
    String tail = day.substring(0, Math.min(n, to.length()));
    return head.compareTo(from.substring(0, head.length())) >= 0
        && (to.isEmpty() || tail.compareTo(to.substring(0, tail.length())) <= 0);
  }

  /// `2010 May 3`, `2010/05/03 06:00` or `20100503` as eight digits or fewer.
  private static String digits(String date) {
    String text = date.toLowerCase(Locale.ROOT);
    for (int m = 0; m < MONTHS.size(); m++) {
      text = text.replaceAll("\\b" + MONTHS.get(m) + "\\b", "%02d".formatted(m + 1));
    }
    var digits = new StringBuilder();
    for (String part : text.split("[ /:-]+", -1)) {
      if (digits.length() < 8 && part.matches("\\d+")) {
        digits.append(part.length() == 1 ? "0" + part : part);
      }
    }
    return digits.substring(0, Math.min(8, digits.length()));
  }

  /// How often the words stand in the record.
  private int times(Query query, SearchableRecord record) {
    if (!mayMatch(query, record)) {
      return 0;
    }
    int n = 0;
    for (Map.Entry<SearchField, List<List<String>>> field : record.tokens().entrySet()) {
      for (List<String> tokens : field.getValue()) {
        n += spans(query, field.getKey(), tokens).size();
      }
    }
    return n;
  }

  /// Whether the words are in the record at all, wherever they stand.
  private boolean mayMatch(Query query, SearchableRecord record) {
    return switch (query) {
      case Query.Text t -> pieces(t).stream().allMatch(p -> p.isIn(record.words()));
      case Query.Near n -> mayMatch(n.left(), record) && mayMatch(n.right(), record);
      default -> true;
    };
  }

  private List<Tokens.Piece> pieces(Query.Text text) {
    return patterns.computeIfAbsent(text, t -> Tokens.patterns(t.words()));
  }

  private record Span(int start, int end) {}

  private Set<Span> spans(Query query, SearchField field, List<String> tokens) {
    return switch (query) {
      case Query.Text t -> looksAt(t.fields(), field) ? phrase(t, tokens) : Set.of();
      case Query.Or o -> {
        Set<Span> all = new LinkedHashSet<>();
        o.parts().forEach(p -> all.addAll(spans(p, field, tokens)));
        yield all;
      }
      case Query.Near n -> near(n, spans(n.left(), field, tokens), spans(n.right(), field, tokens));
      default -> Set.of();
    };
  }

  /// MEDLINE has languages by three letters: `eng` for english.
  private static final int LANGUAGE_LETTERS = 3;

  private static boolean isLanguage(Query.Text text, SearchableRecord record) {
    String name = text.plain().toLowerCase(Locale.ROOT);
    return record.values(SearchField.LANGUAGE).stream()
        .anyMatch(l -> name.startsWith(l) && name.length() >= LANGUAGE_LETTERS);
  }

  private static boolean looksAt(List<SearchField> wanted, SearchField field) {
    if (wanted.isEmpty()
        || wanted.contains(SearchField.TEXT_WORD)
        || wanted.contains(SearchField.ALL_FIELDS)) {
      return EVERYWHERE.contains(field);
    }
    boolean inTitleOrAbstract =
        field == SearchField.TITLE || field == SearchField.ABSTRACT || field == SearchField.KEYWORD;
    return wanted.contains(field)
        || (wanted.contains(SearchField.TITLE_ABSTRACT) && inTitleOrAbstract);
  }

  private Set<Span> phrase(Query.Text text, List<String> tokens) {
    List<Tokens.Piece> words = pieces(text);
    Set<Span> found = new LinkedHashSet<>();
    for (int i = 0; i + words.size() <= tokens.size() && !words.isEmpty(); i++) {
      boolean all = true;
      for (int j = 0; j < words.size() && all; j++) {
        all = words.get(j).matches(tokens.get(i + j));
      }
      if (all) {
        found.add(new Span(i, i + words.size()));
      }
    }
    return found;
  }

  private static Set<Span> near(Query.Near near, Set<Span> left, Set<Span> right) {
    List<Span> found = new ArrayList<>();
    for (Span l : left) {
      for (Span r : right) {
        int after = r.start() - l.end();
        int before = l.start() - r.end();
        boolean inOrder = after >= 0 && after <= near.between();
        boolean reversed = !near.ordered() && before >= 0 && before <= near.between();
        if (inOrder || reversed) {
          found.add(new Span(Math.min(l.start(), r.start()), Math.max(l.end(), r.end())));
        }
      }
    }
    return new LinkedHashSet<>(found);
  }
}
