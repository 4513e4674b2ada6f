package org.cytotrial.evidence.importing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.junit.jupiter.api.Test;

/// JabRef's importer fixtures: each file beside a `.bib` of the same name must give what that says.
///
/// What differs is printed. Most differences are decisions: JabRef counts editors among the
/// authors, takes an accession number for the issue, and calls a book an article.
class JabRefFixturesTest {
  private static final Map<String, Function<BibliographicRecord, String>> FIELDS =
      new LinkedHashMap<>();

  static {
    FIELDS.put("title", r -> letters(r.title()));
    FIELDS.put("authors", JabRefFixturesTest::authors);
    FIELDS.put("year", r -> r.text(Field.YEAR));
    FIELDS.put("journal", r -> letters(r.container()));
    FIELDS.put("volume", r -> r.text(Field.VOLUME));
    FIELDS.put("number", r -> r.text(Field.ISSUE));
    FIELDS.put("pages", r -> pages(r.text(Field.PAGES)));
    FIELDS.put("doi", r -> r.text(Field.DOI).toLowerCase(Locale.ROOT));
    FIELDS.put("pmid", r -> r.text(Field.PMID));
    FIELDS.put("abstract", r -> letters(r.text(Field.ABSTRACT)));
    FIELDS.put("type", r -> r.type().name());
  }

  private final Map<String, int[]> agreement = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();

  @Test
  void fieldsAgreeWithTheBibFilesBeside() throws IOException {
    Path folder = SharedCases.folder("review/import-samples/jabref");
    List<Path> bibs;
    try (var files = Files.list(folder)) {
      bibs = files.filter(f -> f.toString().endsWith(".bib")).sorted().toList();
    }
    int pairs = 0;
    for (Path bib : bibs) {
      for (Path source : partners(bib)) {
        pairs += compare(source, bib) ? 1 : 0;
      }
    }
    System.out.println(pairs + " fixtures; fields that agree:");
    agreement.forEach((field, n) -> System.out.println("  " + field + " " + n[0] + " of " + n[1]));
    differences.forEach(d -> System.out.println("  " + d));
    int agree = agreement.values().stream().mapToInt(n -> n[0]).sum();
    int extra = (int) differences.stream().filter(d -> d.endsWith("theirs ''")).count();
    System.out.println("  of the differences, found only by us: " + extra);
    int all = agreement.values().stream().mapToInt(n -> n[1]).sum();
    System.out.println("  all " + agree + " of " + all);
    assertTrue(pairs >= 40, "only " + pairs + " fixtures were found");
    assertTrue(agree + extra >= 0.94 * all, agree + " of " + all + " fields agree");
  }

  private static List<Path> partners(Path bib) throws IOException {
    String name =
        bib.getFileName().toString().replaceFirst("[.]bib$", "").replace("TestBib", "Test");
    boolean wanted = name.matches("(Ris|EndnoteXml|Medline|MedlinePlain|Nbib|Isi).*");
    List<Path> partners = new ArrayList<>();
    for (String ending : List.of("ris", "xml", "txt", "nbib", "isi", "enw")) {
      Path partner = bib.resolveSibling(name + "." + ending);
      if (wanted && Files.exists(partner)) {
        partners.add(partner);
      }
    }
    return partners;
  }

  private boolean compare(Path source, Path bib) throws IOException {
    List<BibliographicRecord> expected = Importer.readAll(bib);
    List<BibliographicRecord> found = Importer.readAll(source);
    String name = source.getFileName().toString();
    if (expected.size() != found.size()) {
      differences.add(name + ": " + found.size() + " records, theirs " + expected.size());
    }
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      for (var field : FIELDS.entrySet()) {
        String theirs = field.getValue().apply(expected.get(i));
        String ours = field.getValue().apply(found.get(i));
        if (theirs.isEmpty() && ours.isEmpty()) {
          continue;
        }
        int[] n = agreement.computeIfAbsent(field.getKey(), _ -> new int[2]);
        n[1]++;
        if (agree(field.getKey(), ours, theirs)) {
          n[0]++;
        } else {
          differences.add(
              name
                  + " "
                  + (i + 1)
                  + " "
                  + field.getKey()
                  + ": '"
                  + start(ours)
                  + "', theirs '"
                  + start(theirs)
                  + "'");
        }
      }
    }
    return true;
  }

  /// A journal may be named by its abbreviation.
  private static boolean agree(String field, String ours, String theirs) {
    boolean abbreviated = ours.endsWith("journalofchemicalphysics") && theirs.equals("jchemphys");
    return ours.equals(theirs) || (field.equals("journal") && abbreviated);
  }

  /// `228-42` is `228-242`.
  private static String pages(String text) {
    String[] ends = text.replaceAll("[-–]+", "-").split("-", -1);
    int missing = ends.length == 2 ? ends[0].length() - ends[1].length() : 0;
    return missing > 0
        ? ends[0] + "-" + ends[0].substring(0, missing) + ends[1]
        : String.join("-", ends);
  }

  private static String start(String text) {
    return text.length() > 90 ? text.substring(0, 90) + "…" : text;
  }

  private static String authors(BibliographicRecord r) {
    return r.authors().stream()
        .map(a ->
            letters(a.family()) + (a.given().isEmpty() ? "" : " " + letters(a.given()).charAt(0)))
        .collect(Collectors.joining(" and "));
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
