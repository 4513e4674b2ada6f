package org.cytotrial.evidence.importing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a file's format from its first 64 kB, never from its name.
final class FormatRecogniser {
  private static final Map<String, String> MAGIC = new LinkedHashMap<>();

  static {
    MAGIC.put("%PDF", "a PDF document: export the records as RIS, nbib or CSV");
    MAGIC.put("PK\u0003\u0004", "a ZIP container (Excel, Word or Citavi): save the table as CSV, or"
        + " unpack it");
    MAGIC.put("\u001f\u008b", "a gzip archive: unpack it first");
    MAGIC.put("\u00d0\u00cf\u0011\u00e0", "an old Excel or Word file: save it as CSV");
    MAGIC.put("SQLite format 3", "an SQLite database (EndNote or Zotero library): export the"
        + " records as RIS");
    MAGIC.put("{\\rtf", "rich text (RTF): export the records as RIS");
  }

  /// Kinds of XML that hold something else, by the root element.
  private static final Map<String, String> OTHER_XML =
      Map.of(
          "mods", "MODS XML",
          "modscollection", "MODS XML",
          "collection", "MARC XML",
          "record", "MARC XML",
          "sources", "Word bibliography XML (MSBib)",
          "rdf", "RDF (such as a Zotero RDF export)",
          "article", "JATS full text",
          "pmc-articleset", "full text of PubMed Central (JATS)",
          "esearchresult", "the answer of a PubMed search: only numbers, no records",
          "citaviexchangedata", "Citavi XML");

  private static final Map<Pattern, String> OTHER_TEXT =
      Map.of(
          Pattern.compile("(?m)^cff-version:"), "a citation file (CFF)",
          Pattern.compile("(?m)^--[A-Z]{2}--"), "Biblioscape",
          Pattern.compile("(?m)^nep\\.repec\\.org|^Template-Type:"), "RePEc",
          Pattern.compile("(?m)^Report Information from ProQuest"),
              "a ProQuest reading list: export RIS instead",
          Pattern.compile("(?m)^TI- .*\\R(.*\\R)*?(HL|DT)- "), "Copac",
          Pattern.compile("^\\s*[\\[{]\\s*[{\"\\[]"), "JSON: export RIS or CSV instead",
          Pattern.compile("(?m)^Record\\.*\\s*INSPEC"), "Inspec");

  private static final Map<Pattern, ImportFormat> TAGGED = new LinkedHashMap<>();

  static {
    TAGGED.put(Pattern.compile("(?m)^\\s*TY\\s{1,3}-"), ImportFormat.RIS);
    TAGGED.put(
        Pattern.compile("(?m)^\\s*(PMID|PMC |PMCR)\\s?-"), ImportFormat.MEDLINE);
    TAGGED.put(
        Pattern.compile("(?m)^(FAU|OWN|STAT|TI|AB|MH) {0,2}- +\\S.*\\R(.*\\R){0,40}?(OWN|STAT|DP|JT|TA|MH) {0,2}- "),
        ImportFormat.MEDLINE);
    TAGGED.put(Pattern.compile("(?m)^(FN|VR|PT) \\S"), ImportFormat.ISI);
    TAGGED.put(Pattern.compile("(?m)^<\\d+>\\s*$"), ImportFormat.OVID);
    TAGGED.put(Pattern.compile("(?m)^%[0A-Z] "), ImportFormat.REFER);
    TAGGED.put(Pattern.compile("(?m)^\\s*@\\w+\\s*[{(]"), ImportFormat.BIBTEX);
  }

  private static final Pattern ROOT = Pattern.compile("<(?:\\w[\\w.-]*:)?(\\w[\\w.-]*)[\\s>/]");

  private FormatRecogniser() {}

  static ImportFormat recognise(String file, TextFile text) {
    String start = new String(text.head(), StandardCharsets.ISO_8859_1);
    for (var magic : MAGIC.entrySet()) {
      if (start.startsWith(magic.getKey())) {
        throw refused(file, magic.getValue());
      }
    }
    String head = text.headText();
    if (head.isBlank()) {
      throw new ImportException(file + ": the file is empty. Export it again.");
    }
    if (head.stripLeading().startsWith("<") && !head.stripLeading().matches("(?s)<\\d+>.*")) {
      return xml(file, head);
    }
    return text(file, head);
  }

  private static ImportFormat text(String file, String head) {
    ImportFormat first = null;
    int at = Integer.MAX_VALUE;
    for (var tagged : TAGGED.entrySet()) {
      Matcher m = tagged.getKey().matcher(head);
      if (m.find() && m.start() < at && !isQuoted(head, m.start())) {
        first = tagged.getValue();
        at = m.start();
      }
    }
    int header = TableHeader.offset(head);
    if (header >= 0 && header < at) {
      return ImportFormat.TABLE;
    }
    for (var other : OTHER_TEXT.entrySet()) {
      if (other.getKey().matcher(head).find()) {
        throw refused(file, other.getValue());
      }
    }
    if (first != null) {
      return first;
    }
    throw new ImportException(
        file
            + ": no format of bibliographic records was recognised; it begins with "
            + ImportSession.quote(head.strip().lines().findFirst().orElse(""))
            + ". Readable are RIS, MEDLINE/nbib, PubMed XML, BibTeX, EndNote XML and ENW, Web of"
            + " Science, Ovid, and tables with a header such as title,author,year.");
  }

  /// A tag inside a quoted cell of a table is no tag.
  private static boolean isQuoted(String head, int at) {
    int line = head.lastIndexOf('\n', at) + 1;
    return head.substring(line, at).indexOf('"') >= 0;
  }

  private static ImportFormat xml(String file, String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.contains("<html") || lower.contains("<!doctype html")) {
      throw new ImportException(
          file
              + ": this is a web page (HTML), not an export: the site answered with a page,"
              + " perhaps to log in. Export the records again.");
    }
    Matcher m = ROOT.matcher(head);
    String root = m.find() ? m.group(1) : "?";
    return switch (root) {
      case "PubmedArticleSet", "PubmedArticle", "PubmedBookArticle", "PubmedBookArticleSet",
          "MedlineCitationSet", "MedlineCitation" ->
          ImportFormat.PUBMED_XML;
      case "xml", "records" -> ImportFormat.ENDNOTE_XML;
      default ->
          throw refused(
              file,
              OTHER_XML.getOrDefault(
                  root.toLowerCase(Locale.ROOT), "XML with the root element <" + root + ">"));
    };
  }

  private static ImportException refused(String file, String what) {
    return new ImportException(
        file + ": this is " + what + ", which is not read. Use RIS, nbib, XML of PubMed or EndNote,"
            + " BibTeX or CSV.");
  }
}
