package org.cytotrial.evidence.importing;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytotrial.evidence.records.Author;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;

/// Reads PubMed's XML: articles and books.
final class PubMedXmlReader implements RecordReader {
  private static final Set<String> USED =
      Set.of(
          "PMID",
          "Article",
          "Journal",
          "ArticleTitle",
          "Pagination",
          "ELocationID",
          "Abstract",
          "AuthorList",
          "Language",
          "PublicationTypeList",
          "MedlineJournalInfo",
          "KeywordList",
          "MeshHeadingList",
          "ArticleIdList",
          "VernacularTitle",
          "ArticleDate",
          "MedlineCitation",
          "PubmedData",
          "Book",
          "BookDocument",
          "PublicationType",
          "DateRevised",
          "DateCompleted",
          "DateCreated",
          "History",
          "PublicationStatus");

  @Override
  public void read(ImportSession session) {
    new XmlRecords(
            Set.of("PubmedArticle", "PubmedBookArticle", "MedlineCitation"),
            (xml, line) -> draft(xml, line, session))
        .read(session);
  }

  private static RecordDraft draft(XmlRecord xml, long line, ImportSession session) {
    var draft = new RecordDraft(line);
    if (xml.name.equals("PubmedBookArticle")) {
      book(draft, xml);
    } else {
      boolean bare = xml.name.equals("MedlineCitation");
      var citation = bare ? xml : xml.all("MedlineCitation").stream().findFirst().orElse(xml);
      article(draft, xml, citation);
      citation.children().forEach(c -> count(c, session));
      citation.all("Article").forEach(a -> a.children().forEach(c -> count(c, session)));
    }
    draft.id = draft.fields.getOrDefault(Field.PMID, "");
    return draft;
  }

  private static void count(XmlRecord element, ImportSession session) {
    if (!USED.contains(element.name)) {
      session.notUnderstood(element.name);
    }
  }

  private static void article(RecordDraft draft, XmlRecord xml, XmlRecord citation) {
    citation.all("PMID").forEach(id -> draft.replace(Field.PMID, id.text()));
    draft.put(Field.TITLE, citation.text("Article/ArticleTitle", "Article/VernacularTitle"));
    authors(draft, citation, "Article/AuthorList/Author");
    String issue = "Article/Journal/JournalIssue/";
    draft.put(
        Field.JOURNAL,
        citation.text(
            "Article/Journal/Title",
            "Article/Journal/ISOAbbreviation",
            "MedlineJournalInfo/MedlineTA"));
    draft.year(
        citation.text(
            issue + "PubDate/Year", issue + "PubDate/MedlineDate", "Article/ArticleDate/Year"));
    draft.put(Field.VOLUME, citation.text(issue + "Volume"));
    draft.put(Field.ISSUE, citation.text(issue + "Issue"));
    draft.put(Field.PAGES, citation.text("Article/Pagination/MedlinePgn"));
    draft.pages(
        citation.text("Article/Pagination/StartPage"), citation.text("Article/Pagination/EndPage"));
    identifiers(
        draft,
        Stream.concat(
            citation.all("Article/ELocationID").stream(),
            xml.all("PubmedData/ArticleIdList/ArticleId").stream()));
    draft.put(Field.ABSTRACT, abstractOf(citation, "Article/Abstract/AbstractText"));
    draft.put(Field.LANGUAGE, citation.text("Article/Language"));
    draft.put(Field.ISSN, citation.text("Article/Journal/ISSN", "MedlineJournalInfo/ISSNLinking"));
    Stream.concat(
            citation.all("KeywordList/Keyword").stream(),
            citation.all("MeshHeadingList/MeshHeading/DescriptorName").stream())
        .forEach(k -> draft.addKeyword(k.text()));
    draft.type =
        MedlineReader.type(
            citation.all("Article/PublicationTypeList/PublicationType").stream()
                .map(XmlRecord::text)
                .toList());
    if (draft.type == RecordType.MISC) {
      draft.type = RecordType.ARTICLE;
    }
  }

  private static void book(RecordDraft draft, XmlRecord xml) {
    String in = "BookDocument/";
    draft.put(Field.PMID, xml.text(in + "PMID"));
    String chapter = xml.text(in + "ArticleTitle");
    String book = xml.text(in + "Book/BookTitle");
    draft.type = chapter.isEmpty() ? RecordType.BOOK : RecordType.INCOLLECTION;
    draft.put(Field.TITLE, chapter.isEmpty() ? book : chapter);
    draft.put(Field.BOOKTITLE, chapter.isEmpty() ? "" : book);
    authors(draft, xml, in + "AuthorList/Author");
    if (draft.authors.isEmpty()) {
      authors(draft, xml, in + "Book/AuthorList/Author");
    }
    draft.year(xml.text(in + "Book/PubDate/Year", in + "ContributionDate/Year"));
    draft.put(Field.VOLUME, xml.text(in + "Book/Volume"));
    draft.put(Field.PAGES, xml.text(in + "Pagination/MedlinePgn"));
    identifiers(
        draft,
        Stream.concat(
            xml.all(in + "Book/ELocationID").stream(),
            xml.all("PubmedBookData/ArticleIdList/ArticleId").stream()));
    draft.put(Field.ABSTRACT, abstractOf(xml, in + "Abstract/AbstractText"));
    draft.put(Field.ISBN, xml.text(in + "Book/Isbn"));
    draft.put(Field.PUBLISHER, xml.text(in + "Book/Publisher/PublisherName"));
    draft.put(Field.LANGUAGE, xml.text(in + "Language"));
    xml.all(in + "KeywordList/Keyword").forEach(k -> draft.addKeyword(k.text()));
  }

  private static void authors(RecordDraft draft, XmlRecord xml, String path) {
    for (XmlRecord author : xml.all(path)) {
      String family = author.text("LastName", "CollectiveName");
      String given = author.text("ForeName", "Initials");
      if (!family.isEmpty()) {
        draft.authors.add(new Author(family, given));
      }
    }
  }

  private static void identifiers(RecordDraft draft, Stream<XmlRecord> ids) {
    ids.forEach(id -> {
      String kind = id.attribute("EIdType") + id.attribute("IdType");
      if (kind.equals("doi")) {
        draft.put(Field.DOI, Identifiers.doi(id.text()));
      }
    });
  }

  private static String abstractOf(XmlRecord xml, String path) {
    return xml.all(path).stream()
        .map(part -> {
          String label = part.attribute("Label");
          return (label.isEmpty() || label.equals("UNLABELLED") ? "" : label + ": ")
              + RecordDraft.tidy(part.text());
        })
        .collect(Collectors.joining(" "));
  }
}
