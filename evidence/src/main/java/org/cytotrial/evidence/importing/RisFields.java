package org.cytotrial.evidence.importing;

import java.util.List;
import java.util.Set;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;

/// What the tags of RIS mean, over all dialects.
final class RisFields {
  private static final Set<String> KNOWN =
      Set.of(
          "TY", "ER", "TI", "T1", "T2", "T3", "BT", "CT", "JF", "JO", "JA", "J1", "J2", "AU", "A1",
          "PY", "Y1", "DA", "VL", "IS", "M1", "SP", "EP", "DO", "AB", "N2", "KW", "LA", "UR", "SN",
          "PB", "N1", "AN", "C7", "LK", "L2", "M3");
  private static final List<String> IN_A_BOOK = List.of("INCOLLECTION", "INPROCEEDINGS");

  private RisFields() {}

  static RecordDraft draft(Tags tags, ImportSession session) {
    RecordDraft draft = RecordDraft.of(tags);
    List<String> types = tags.all("TY");
    draft.type = RecordType.of(types.isEmpty() ? "" : types.getLast());
    tags.all("TI", "T1").forEach(draft::addTitle);
    draft.put(Field.TITLE, tags.firstOrEmpty("CT", "BT"));
    tags.all("AU", "A1").forEach(draft::addAuthor);
    container(draft, tags);
    numbers(draft, tags);
    identifiers(draft, tags);
    tags.all("AB", "N2").forEach(a -> draft.append(Field.ABSTRACT, a, " "));
    for (String words : tags.all("KW")) {
      words.lines().forEach(draft::addKeyword);
    }
    draft.put(Field.LANGUAGE, tags.firstOrEmpty("LA"));
    draft.put(Field.PUBLISHER, tags.firstOrEmpty("PB"));
    draft.put(Field.NOTE, String.join(" ", tags.all("N1")));
    tags.countUnknown(KNOWN, session);
    return draft;
  }

  private static void container(RecordDraft draft, Tags tags) {
    String name = tags.firstOrEmpty("JF", "T2", "JO", "JA", "J2", "J1", "BT");
    boolean book = IN_A_BOOK.contains(draft.type.name());
    if (draft.type != RecordType.BOOK || tags.first("JF") != null) {
      draft.put(book ? Field.BOOKTITLE : Field.JOURNAL, name);
    }
  }

  private static void numbers(RecordDraft draft, Tags tags) {
    for (String tag : List.of("PY", "Y1", "DA")) {
      tags.all(tag).forEach(draft::year);
    }
    draft.put(Field.VOLUME, tags.firstOrEmpty("VL"));
    draft.put(Field.ISSUE, tags.firstOrEmpty("IS"));
    String other = tags.firstOrEmpty("M1");
    if (other.length() < 12 && other.chars().anyMatch(Character::isDigit)) {
      draft.put(Field.ISSUE, other);
    }
    draft.pages(tags.firstOrEmpty("SP"), tags.firstOrEmpty("EP"));
    draft.put(Field.PAGES, tags.firstOrEmpty("C7"));
  }

  private static void identifiers(RecordDraft draft, Tags tags) {
    for (String where : tags.all("DO")) {
      draft.findDoi(where);
    }
    for (String where : tags.all("M3", "UR", "LK", "L2", "L3")) {
      draft.findDoi(where);
    }
    for (String note : tags.all("N1")) {
      if (note.toLowerCase(java.util.Locale.ROOT).startsWith("doi")) {
        draft.findDoi(note);
      }
    }
    for (String where : tags.all("U1", "C3", "C2", "N1", "UR", "AN", "L2")) {
      draft.findPmid(where);
    }
    if (tags.firstOrEmpty("DB").matches("(?i)(pubmed|medline).*")) {
      draft.put(Field.PMID, digits(tags.firstOrEmpty("AN")));
    }
    String embase = tags.firstOrEmpty("C5");
    if (tags.all("DB").stream().anyMatch(d -> d.matches("(?i)embase|medline"))) {
      draft.put(Field.PMID, digits(embase));
    }
    draft.put(Field.URL, tags.firstOrEmpty("UR"));
    tags.all("SN").forEach(draft::serialNumber);
  }

  private static String digits(String text) {
    return text.matches("\\d{5,9}") ? Identifiers.pmid(text) : "";
  }
}
