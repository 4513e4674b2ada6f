package org.cytotrial.evidence.records;

import java.util.Locale;

/// What kind of document a record describes.
public enum RecordType {
  ARTICLE,
  INPROCEEDINGS,
  PROCEEDINGS,
  BOOK,
  INCOLLECTION,
  THESIS,
  REPORT,
  UNPUBLISHED,
  PATENT,
  MISC;

  /// Reads the words that databases and reference managers use; unknown words are `MISC`.
  public static RecordType of(String words) {
    String w = words.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", " ");
    return switch (w) {
      case "jour", "ejour", "mgzn", "news", "abst", "inpr", "jfull", "article", "j" -> ARTICLE;
      case "conf", "cpaper", "inproceedings", "conference" -> INPROCEEDINGS;
      case "proceedings" -> PROCEEDINGS;
      case "book", "ebook", "edbook", "b", "mvbook" -> BOOK;
      case "chap", "echap", "incollection", "inbook", "sect" -> INCOLLECTION;
      case "thes", "phdthesis", "mastersthesis" -> THESIS;
      case "rprt", "techreport" -> REPORT;
      case "unpb", "unpublished", "mans" -> UNPUBLISHED;
      case "pat", "patent" -> PATENT;
      case "gen", "misc", "elec", "web", "online", "other", "" -> MISC;
      default -> ofPhrase(w);
    };
  }

  private static RecordType ofPhrase(String w) {
    if (w.contains("thesis") || w.contains("dissertation")) {
      return THESIS;
    }
    if (w.contains("chapter") || w.contains("book section") || w.contains("serial")) {
      return INCOLLECTION;
    }
    if (w.contains("conference proceedings") || w.contains("conference paper")) {
      return INPROCEEDINGS;
    }
    if (w.contains("proceeding") || w.contains("conference") || w.contains("meeting")) {
      return INPROCEEDINGS;
    }
    if (w.contains("article") || w.contains("journal") || w.contains("magazine")) {
      return ARTICLE;
    }
    if (w.contains("technical report") || w.equals("report")) {
      return REPORT;
    }
    if (w.contains("review") || w.contains("letter") || w.contains("editorial")) {
      return ARTICLE;
    }
    if (w.contains("book")) {
      return BOOK;
    }
    return w.contains("patent") ? PATENT : w.contains("preprint") ? UNPUBLISHED : MISC;
  }
}
