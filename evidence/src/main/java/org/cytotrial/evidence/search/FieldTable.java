package org.cytotrial.evidence.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The names of fields and subheadings in each database, from the tables beside this class.
public final class FieldTable {
  private static final Map<List<SearchField>, Map<String, List<String>>> CODES = new HashMap<>();
  private static final Map<String, SearchField> PUBMED = new HashMap<>();
  private static final Map<String, SearchField> OVID = new HashMap<>();
  private static final Map<String, String> QUALIFIERS = new HashMap<>();
  private static final Map<String, String> QUALIFIER_CODES = new HashMap<>();

  static {
    List<String[]> rows = rows("fields.tsv");
    String[] head = rows.getFirst();
    rows.subList(1, rows.size()).forEach(row -> add(head, row));
    for (String[] row : rows("subheadings.tsv")) {
      QUALIFIERS.put(row[0], row[1]);
      QUALIFIER_CODES.put(row[1], row[0]);
    }
  }

  private FieldTable() {}

  private static void add(String[] head, String[] row) {
    List<SearchField> fields =
        Arrays.stream(row[0].split("\\+", -1)).map(SearchField::valueOf).toList();
    Map<String, List<String>> codes = new HashMap<>();
    for (int i = 1; i < head.length; i++) {
      String first = row[i].split("\\|", -1)[0];
      codes.put(head[i], first.equals("-") ? List.of() : List.of(first.split(",", -1)));
    }
    CODES.put(fields, codes);
    if (fields.size() == 1) {
      Arrays.stream(row[1].split("\\|", -1)).forEach(t -> PUBMED.putIfAbsent(t, fields.getFirst()));
      // Ovid's ti,ab,kf is three fields there, though it is written for PubMed's one
      Arrays.stream(row[2].split("\\|", -1))
          .filter(c -> !c.equals("ti,ab,kf"))
          .forEach(c -> OVID.putIfAbsent(c, fields.getFirst()));
    }
  }

  private static List<String[]> rows(String name) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = FieldTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The table " + name + " is not in this build.");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /// The codes of a set of fields that the database searches together; empty if it has none.
  ///
  /// @param database a column of `fields.tsv`
  public static Optional<List<String>> together(List<SearchField> fields, String database) {
    return Optional.ofNullable(CODES.get(List.copyOf(new TreeSet<>(fields))))
        .map(row -> row.getOrDefault(database, List.of()));
  }

  /// The field of a PubMed tag, such as `tiab` or `Title/Abstract`.
  public static Optional<SearchField> ofPubMed(String tag) {
    return Optional.ofNullable(PUBMED.get(tag.toLowerCase(Locale.ROOT)));
  }

  /// The field of an Ovid code, such as `ab`.
  public static Optional<SearchField> ofOvid(String code) {
    return Optional.ofNullable(OVID.get(code.toLowerCase(Locale.ROOT)));
  }

  /// The name of a subheading given by its two letters or its name, in small letters.
  public static Optional<String> subheading(String codeOrName) {
    String name = codeOrName.toLowerCase(Locale.ROOT).replace(" and ", " & ").strip();
    if (QUALIFIER_CODES.containsKey(name)) {
      return Optional.of(name);
    }
    return Optional.ofNullable(QUALIFIERS.get(codeOrName.strip().toUpperCase(Locale.ROOT)));
  }

  /// The two letters of a subheading's name.
  public static Optional<String> subheadingCode(String name) {
    return Optional.ofNullable(QUALIFIER_CODES.get(name));
  }

  /// The names of all subheadings.
  public static List<String> subheadings() {
    return List.copyOf(QUALIFIER_CODES.keySet());
  }
}
