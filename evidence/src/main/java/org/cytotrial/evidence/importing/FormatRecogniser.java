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
    MAGIC.put("%PDF", "a PDF document");
    MAGIC.put("PK\u0003\u0004", "a ZIP container (Excel, Word or Citavi)");
    MAGIC.put("\u001f\u008b", "a gzip archive");
    MAGIC.put("\u00d0\u00cf\u0011\u00e0", "an old Excel or Word file");
    MAGIC.put("SQLite format 3", "an SQLite database (an EndNote or Zotero library)");
    MAGIC.put("{\\rtf", "rich text (RTF)");
  }

  /// Kinds of XML that hold something else, by the root element.
  private static final Map<String, String> OTHER_XML =
      Map.of(
          "mods", "MODS XML",
          "modscollection", "MODS XML",
          "collection", "MARC XML",
          "record", "MARC XML",
          "searchretrieveresponse", "MARC XML",
          "sources", "Word bibliography XML (MSBib)",
          "rdf", "RDF (such as a Zotero RDF export)",
          "article", "JATS full text",
          "pmc-articleset", "full text of PubMed Central (JATS)",
          "esearchresult", "the answer of a PubMed search, which holds numbers and no records");

  /// Kinds of text that hold something else, by a line that only they have.
  private static final Map<Pattern, String> OTHER_TEXT =
      Map.of(
          Pattern.compile("^cff-version:.*"), "a citation file (CFF)",
          Pattern.compile("^--[A-Z]{2}--.*"), "Biblioscape",
          Pattern.compile("^(From \\S+ at )?nep\\.repec\\.org.*|^Template-Type:.*"), "RePEc",
          Pattern.compile("^Report Information from ProQuest.*"), "a ProQuest reading list",
          Pattern.compile("^(HL|DT|SE|PU)- .*"), "Copac",
          Pattern.compile("^Record\\W.*INSPEC.*"), "Inspec");

  private static final Pattern JSON = Pattern.compile("^[\\[{]\\s*[{\"\\[]");

  /// A line that begins a record, or a file, of each tagged format.
  private static final Map<Pattern, ImportFormat> TAGGED = new LinkedHashMap<>();

  static {
    TAGGED.put(Pattern.compile("^\\s*TY\\s{1,3}-.*"), ImportFormat.RIS);
    TAGGED.put(
        Pattern.compile("^\\s*(PMID|PMC |PMCR)\\s?-.*|^(FAU|OWN|STAT|MH|JT|DP) {0,2}- .*"),
        ImportFormat.MEDLINE);
    TAGGED.put(Pattern.compile("^(FN|VR|PT) \\S.*"), ImportFormat.ISI);
    TAGGED.put(Pattern.compile("^<\\d+>\\s*$"), ImportFormat.OVID);
    TAGGED.put(Pattern.compile("^%[0A-Z](\\s.*)?"), ImportFormat.REFER);
    TAGGED.put(Pattern.compile("^\\s*@\\s*\\w+\\s*[{(].*|^% Encoding:.*"), ImportFormat.BIBTEX);
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

  /// The first line that betrays a format decides; a table's header stands before all records.
  private static ImportFormat text(String file, String head) {
    if (JSON.matcher(head.strip()).lookingAt()) {
      throw refused(file, "JSON");
    }
    head.lines().limit(TableHeader.LAST_LINE).forEach(line -> requireOurs(file, line));
    int number = 0;
    for (String line : (Iterable<String>) head.lines()::iterator) {
      if (number++ < TableHeader.LAST_LINE && TableHeader.of(line.strip()) != null) {
        return ImportFormat.TABLE;
      }
      requireOurs(file, line);
      for (var tagged : TAGGED.entrySet()) {
        if (tagged.getKey().matcher(line).matches()) {
          return tagged.getValue();
        }
      }
    }
    throw new ImportException(
        file
            + ": no format of bibliographic records was recognised; it begins with "
            + ImportSession.quote(head.strip().lines().findFirst().orElse(""))
            + ". Readable are RIS, MEDLINE/nbib, PubMed XML, BibTeX, EndNote XML and ENW, Web of"
            + " Science, Ovid, and tables with a header such as title,author,year.");
  }

  private static void requireOurs(String file, String line) {
    for (var other : OTHER_TEXT.entrySet()) {
      if (other.getKey().matcher(line).matches()) {
        throw refused(file, other.getValue());
      }
    }
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
      case "PubmedArticleSet",
          "PubmedArticle",
          "PubmedBookArticle",
          "PubmedBookArticleSet",
          "MedlineCitationSet",
          "MedlineCitation" ->
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
        file
            + ": this is "
            + what
            + ". It is not read: export the records as RIS, nbib, BibTeX, CSV, or XML of PubMed or"
            + " EndNote.");
  }
}
