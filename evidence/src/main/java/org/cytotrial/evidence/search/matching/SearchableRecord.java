package org.cytotrial.evidence.search.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.evidence.search.SearchField;

/// A record of MEDLINE by field, with its headings as printed, such as `Melanoma/*drug therapy`,
/// and the words of each field.
public record SearchableRecord(
    String id,
    Map<SearchField, List<String>> fields,
    List<String> headings,
    Map<SearchField, List<List<String>>> tokens,
    Set<String> words) {
  private static final Map<String, SearchField> TAGS =
      Map.ofEntries(
          Map.entry("TI", SearchField.TITLE),
          Map.entry("AB", SearchField.ABSTRACT),
          Map.entry("OT", SearchField.KEYWORD),
          Map.entry("PT", SearchField.PUBLICATION_TYPE),
          Map.entry("LA", SearchField.LANGUAGE),
          Map.entry("FAU", SearchField.AUTHOR),
          Map.entry("AU", SearchField.AUTHOR),
          Map.entry("AD", SearchField.AFFILIATION),
          Map.entry("JT", SearchField.JOURNAL),
          Map.entry("TA", SearchField.JOURNAL),
          Map.entry("RN", SearchField.SUPPLEMENTARY_CONCEPT),
          Map.entry("NM", SearchField.SUPPLEMENTARY_CONCEPT),
          Map.entry("PMID", SearchField.PMID),
          Map.entry("DP", SearchField.PUBLICATION_DATE),
          Map.entry("EDAT", SearchField.ENTRY_DATE),
          Map.entry("CRDT", SearchField.CREATE_DATE),
          Map.entry("MHDA", SearchField.MESH_DATE),
          Map.entry("DCOM", SearchField.COMPLETION_DATE),
          Map.entry("LR", SearchField.MODIFICATION_DATE),
          Map.entry("TT", SearchField.TRANSLITERATED_TITLE));

  public SearchableRecord {
    fields = Map.copyOf(fields);
    headings = List.copyOf(headings);
    tokens = Map.copyOf(tokens);
    words = Set.copyOf(words);
  }

  /// The records of MEDLINE's tagged text (nbib).
  public static List<SearchableRecord> ofMedline(String text) {
    List<SearchableRecord> records = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : (text + "\nPMID- ").lines().toList()) {
      if (line.startsWith("PMID- ") && !lines.isEmpty()) {
        records.add(record(lines));
        lines.clear();
      }
      if (line.startsWith("      ") && !lines.isEmpty()) {
        lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
      } else if (!line.isBlank()) {
        lines.add(line);
      }
    }
    return records;
  }

  private static SearchableRecord record(List<String> lines) {
    Map<SearchField, List<String>> fields = new EnumMap<>(SearchField.class);
    List<String> headings = new ArrayList<>();
    String id = "";
    for (String line : lines) {
      int dash = line.indexOf("- ");
      if (dash < 0) {
        continue;
      }
      String tag = line.substring(0, dash).strip();
      String value = line.substring(dash + 2).strip();
      if (tag.equals("MH")) {
        headings.add(value);
      }
      id = tag.equals("PMID") ? value : id;
      SearchField field = TAGS.get(tag);
      if (field != null) {
        fields.computeIfAbsent(field, _ -> new ArrayList<>()).add(value);
      }
    }
    return of(id, fields, headings);
  }

  private static SearchableRecord of(
      String id, Map<SearchField, List<String>> fields, List<String> headings) {
    Map<SearchField, List<List<String>>> tokens = new EnumMap<>(SearchField.class);
    fields.forEach((field, values) -> tokens.put(field, values.stream().map(Tokens::of).toList()));
    tokens.put(SearchField.HEADING_WORD, headings.stream().map(Tokens::of).toList());
    Set<String> words = new HashSet<>();
    tokens.values().forEach(values -> values.forEach(words::addAll));
    return new SearchableRecord(id, fields, headings, tokens, words);
  }

  List<String> values(SearchField field) {
    return fields.getOrDefault(field, List.of());
  }
}
