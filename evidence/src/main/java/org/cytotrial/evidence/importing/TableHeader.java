package org.cytotrial.evidence.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the columns of a table mean, by the names that databases and programs give them.
final class TableHeader {
  /// What a column holds.
  enum Column {
    ID,
    TYPE,
    AUTHORS,
    KEYWORDS,
    TITLE,
    YEAR,
    JOURNAL,
    ABBREVIATION,
    BOOKTITLE,
    VOLUME,
    ISSUE,
    PAGES,
    FIRST_PAGE,
    LAST_PAGE,
    ARTICLE_NUMBER,
    DOI,
    PMID,
    ISBN,
    ISSN,
    ABSTRACT,
    LANGUAGE,
    URL,
    PUBLISHER,
    NOTE,
    UNKNOWN
  }

  private static final Map<String, Column> NAMES = new HashMap<>();

  static {
    name(Column.ID, "record_id id");
    name(
        Column.TYPE,
        "entrytype type itemtype documenttype doctype publicationtype referencetype"
            + " typeofreference dt typecrossref");
    name(
        Column.AUTHORS,
        "author authors authornames authorfullnames firstauthors authorsprimary"
            + " authorss af au byauthors primaryauthors authorships.author.displayname");
    name(
        Column.KEYWORDS,
        "keywords keyword authorkeywords manualtags de subjects" + " meshterms ieeeterms");
    name(
        Column.TITLE,
        "title articletitle titleprimary primarytitle documenttitle itemtitle" + " displayname ti");
    name(
        Column.YEAR,
        "year publicationyear publishedyear pubyear py date datepublished" + " publicationdate");
    name(
        Column.JOURNAL,
        "journal journaltitle journalname sourcetitle publicationtitle publication"
            + " periodicalfull periodical journalbook secondarytitle titlesecondary so source"
            + " primarylocation.source.displayname");
    name(
        Column.ABBREVIATION,
        "journalabbreviation periodicalabbrev abbreviatedsourcetitle j9 ji" + " alternatetitle2");
    name(Column.BOOKTITLE, "booktitle proceedings conferencename");
    name(Column.VOLUME, "volume vl vol biblio.volume");
    name(Column.ISSUE, "issue number issuenumber is biblio.issue");
    name(Column.PAGES, "pages pagination pg");
    name(Column.FIRST_PAGE, "firstpage pagestart startpage bp biblio.firstpage");
    name(Column.LAST_PAGE, "lastpage pageend endpage otherpages ep biblio.lastpage");
    name(Column.ARTICLE_NUMBER, "artno articlenumber ar");
    name(Column.DOI, "doi di ids.doi");
    name(Column.PMID, "pmid pubmedid medlinepmid pm pubmed ids.pmid");
    name(Column.ISBN, "isbn isbns bn");
    name(Column.ISSN, "issn issns sn issnisbn");
    name(Column.ABSTRACT, "abstract abstractnote ab abstracttext notesabstract");
    name(Column.LANGUAGE, "language articlelanguage languageoforiginaldocument la");
    name(Column.URL, "url link externalurl plink urls");
    name(Column.PUBLISHER, "publisher bookpublisher pu");
    name(Column.NOTE, "note notes extra");
  }

  /// Programs may write a few lines before the header.
  static final int LAST_LINE = 12;

  final char separator;
  final List<Column> columns;
  final List<String> names;

  private TableHeader(char separator, List<Column> columns, List<String> names) {
    this.separator = separator;
    this.columns = List.copyOf(columns);
    this.names = List.copyOf(names);
  }

  private static void name(Column column, String words) {
    for (String word : words.split(" ", -1)) {
      NAMES.put(word.replace("_", ""), column);
    }
  }

  /// Reads a line as a header: it must name a title, or two things that a record has.
  ///
  /// @return null if it is none
  static @org.jspecify.annotations.Nullable TableHeader of(String line) {
    for (char separator : new char[] {',', '\t', ';', '|'}) {
      List<String> cells = CsvRows.split(line, separator);
      List<Column> columns = new ArrayList<>();
      for (String cell : cells) {
        columns.add(NAMES.getOrDefault(key(cell), Column.UNKNOWN));
      }
      boolean title = columns.contains(Column.TITLE);
      boolean other =
          columns.contains(Column.DOI)
              || columns.contains(Column.PMID)
              || columns.contains(Column.ABSTRACT);
      if (cells.size() > 1 && (title || other)) {
        return new TableHeader(separator, columns, cells);
      }
    }
    return null;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
  }
}
