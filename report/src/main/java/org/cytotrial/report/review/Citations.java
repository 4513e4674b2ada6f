package org.cytotrial.report.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.Synthesis;

/// The reports behind the arms, each once, as BibTeX and as RIS. Only what the table says is
/// written; where a citation does not read as a journal's, it stands as a note.
final class Citations {
  private static final Pattern JOURNAL =
      Pattern.compile(
          "(?<journal>[A-Z][A-Za-z .&]+?)"
              + " (?<year>\\d{4})(?:;(?<volume>\\d+)(?:\\((?<issue>[^)]+)\\))?:(?<pages>[\\w-]+))?.*");
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[^\\s;)]+");

  private final Map<String, EvidenceArm> reports = new LinkedHashMap<>();

  Citations(Synthesis synthesis) {
    for (EvidenceArm arm : synthesis.arms()) {
      reports.putIfAbsent(arm.arm().citation(), arm);
    }
  }

  int size() {
    return reports.size();
  }

  String bibtex() {
    var text = new StringBuilder();
    for (EvidenceArm arm : reports.values()) {
      Map<String, String> fields = fields(arm);
      String kind = fields.containsKey("journal") ? "article" : "misc";
      text.append('@').append(kind).append('{').append(arm.name());
      fields.forEach((name, value) ->
          text.append(",\n  ")
              .append(name)
              .append(" = {")
              .append(value.replaceAll("[{}\\\\]", "").replaceAll("([&%#_$])", "\\\\$1"))
              .append('}'));
      text.append("\n}\n\n");
    }
    return text.toString();
  }

  private static Map<String, String> fields(EvidenceArm arm) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(
        fields,
        "author",
        arm.cell("first_author").isEmpty() ? "" : arm.cell("first_author") + " and others");
    Matcher journal = JOURNAL.matcher(arm.arm().citation());
    if (journal.matches()) {
      put(fields, "journal", journal.group("journal").strip());
      put(fields, "year", journal.group("year"));
      put(fields, "volume", journal.group("volume"));
      put(fields, "number", journal.group("issue"));
      put(fields, "pages", journal.group("pages"));
    } else {
      put(fields, "year", arm.cell("year"));
    }
    Matcher doi = DOI.matcher(arm.arm().citation());
    put(fields, "doi", doi.find() ? doi.group() : "");
    put(fields, "pmid", arm.arm().pmid());
    put(
        fields,
        "note",
        arm.arm().citation() + (arm.arm().nct().isBlank() ? "" : "; " + arm.arm().nct()));
    return fields;
  }

  private static void put(
      Map<String, String> fields, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.put(name, value);
    }
  }

  String ris() {
    var text = new StringBuilder();
    for (EvidenceArm arm : reports.values()) {
      Map<String, String> fields = fields(arm);
      line(text, "TY", fields.containsKey("journal") ? "JOUR" : "GEN");
      line(text, "ID", arm.name());
      line(text, "AU", arm.cell("first_author"));
      line(text, "JO", fields.getOrDefault("journal", ""));
      line(text, "PY", fields.getOrDefault("year", ""));
      line(text, "VL", fields.getOrDefault("volume", ""));
      line(text, "IS", fields.getOrDefault("number", ""));
      line(text, "SP", fields.getOrDefault("pages", ""));
      line(text, "DO", fields.getOrDefault("doi", ""));
      line(text, "AN", arm.arm().pmid());
      line(text, "N1", fields.getOrDefault("note", ""));
      text.append("ER  - \n\n");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String tag, String value) {
    if (!value.isBlank()) {
      text.append(tag).append("  - ").append(value.replace('\n', ' ')).append('\n');
    }
  }
}
