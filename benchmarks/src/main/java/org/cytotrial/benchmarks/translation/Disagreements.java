package org.cytotrial.benchmarks.translation;

import java.util.Map;

/// Cells of Polyglot's tables that we write otherwise, each with the reason.
final class Disagreements {
  private static final String ROW_2 =
      "row 2 prints something else for the same tag [tw]; we follow row 2";
  private static final String OTHER_TERM =
      "the sheet put its word 'Test' into the tag's name; PubMed's tag is [Other Term], which we"
          + " read";
  private static final String SUBJECTS =
      "an author's keyword is not in the abstract; EBSCO's SU looks at headings and keywords";
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("fieldCodes L7", "Web of Science has a language field, LA"),
          Map.entry(
              "fieldCodes H7",
              "CENTRAL has no language field; asking for the word would lose records: left out, and"
                  + " said"),
          Map.entry("fieldCodes B10", OTHER_TERM),
          Map.entry("fieldCodes B11", OTHER_TERM),
          Map.entry("fieldCodes J10", SUBJECTS),
          Map.entry("fieldCodes J11", SUBJECTS),
          Map.entry(
              "fieldCodes N30",
              "an article number and a DOI at once finds nothing; we ask for the DOI"),
          Map.entry(
              "fieldCodes N37",
              "DOCTYPE takes two-letter codes; a study design is an index term in Scopus"),
          Map.entry("fieldCodes H42", ROW_2),
          Map.entry("fieldCodes J42", ROW_2),
          Map.entry("fieldCodes N42", ROW_2),
          Map.entry("testCases G2", "or/1,3 means lines 1 and 3, not 2, which the row has"),
          Map.entry("testCases L4", "the advanced search wants a field: ALL"),
          Map.entry(
              "testCases N4",
              "without a field Scopus looks at the reference lists too; we ask for TITLE-ABS-KEY"),
          Map.entry("dates I5", "a slip: the sheet has ':sd' two rows before, '/sd' takes a day"));

  private Disagreements() {}

  /// Why we write something else there; an empty text if we mean to reproduce the cell.
  static String reason(String sheet, int row, String column) {
    if (column.equals("K") || column.equals("M")) {
      return "the basic search takes the words alone, its field is chosen beside them: we write the"
          + " advanced search";
    }
    return REASONS.getOrDefault(sheet + " " + column + row, "");
  }
}
