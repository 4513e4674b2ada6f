package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;
import org.jspecify.annotations.Nullable;

/// Reads Ovid's labelled text: `<1>`, then labels at the margin and their values indented.
final class OvidReader implements RecordReader {
  private static final Pattern NUMBER = Pattern.compile("^<(\\d+)>\\s*$");
  private static final Pattern DEGREES =
      Pattern.compile("(?:\\s+(?:MD|PhD|RN|FAAN|MSc|MPH|[*+#\\d]+|\\(\\d+\\)|\\[Ed]),?)+$");
  private static final Pattern PLACE =
      Pattern.compile("^(.*?)[.]\\s+(?:Vol\\.?\\s*)?(\\d+)(?:\\s*\\(([^)]*)\\))?[: ].*");
  private static final Pattern PAGES = Pattern.compile("[:,]\\s*(e?\\d+(?:-\\d+)?)(?:[.,]|\\s|$)");
  private static final Set<String> KNOWN =
      Set.of(
          "Author",
          "Authors",
          "Title",
          "Chapter Title",
          "Source",
          "Abstract",
          "Author Keywords",
          "Keywords",
          "Language",
          "ISSN",
          "ISBN",
          "DOI Number",
          "Digital Object Identifier",
          "Document Type",
          "Publication Type",
          "Year of Publication",
          "Unique Identifier");

  private @Nullable Tags current;

  @Override
  public void read(ImportSession session) throws IOException {
    var lines = new Lines(session.reader());
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher m = NUMBER.matcher(line);
      if (m.matches()) {
        finish(session);
        current = new Tags(lines.number());
      } else if (current == null && !line.isBlank()) {
        session.notice(
            lines.number(), "a line between records was passed over: " + ImportSession.quote(line));
      } else if (current != null && !line.isBlank()) {
        valued(current, line);
      }
      if (current != null) {
        current.original.append(line).append('\n');
      }
    }
    finish(session);
  }

  private static void valued(Tags into, String line) {
    if (!Character.isWhitespace(line.charAt(0))) {
      into.add(line.strip(), "");
    } else if (!into.list.isEmpty()) {
      into.goOn(line.strip(), " ");
    }
  }

  private void finish(ImportSession session) {
    Tags tags = current;
    current = null;
    if (tags == null) {
      return;
    }
    RecordDraft draft = RecordDraft.of(tags);
    draft.type =
        RecordType.of(tags.firstOrEmpty("Document Type", "Publication Type").split(":", -1)[0]);
    draft.put(
        Field.TITLE,
        tags.firstOrEmpty("Title", "Chapter Title")
            .replaceFirst("\\.?\\s*\\[[A-Z][^\\]]*]\\s*$", ""));
    for (String name : tags.firstOrEmpty("Author", "Authors").split(";", -1)) {
      draft.addAuthor(DEGREES.matcher(" " + name.strip()).replaceFirst(""));
    }
    source(draft, tags.firstOrEmpty("Source"));
    draft.year(tags.firstOrEmpty("Year of Publication"));
    draft.put(Field.ABSTRACT, tags.firstOrEmpty("Abstract"));
    List.of(tags.firstOrEmpty("Author Keywords", "Keywords").split("[;.]", -1))
        .forEach(draft::addKeyword);
    draft.put(
        Field.DOI, Identifiers.doi(tags.firstOrEmpty("DOI Number", "Digital Object Identifier")));
    draft.put(Field.PMID, pmid(tags.firstOrEmpty("Unique Identifier")));
    draft.put(Field.ISSN, tags.firstOrEmpty("ISSN"));
    draft.put(Field.ISBN, tags.firstOrEmpty("ISBN"));
    draft.put(Field.LANGUAGE, tags.firstOrEmpty("Language"));
    tags.countUnknown(KNOWN, session);
    session.emit(draft);
  }

  private static String pmid(String id) {
    return id.matches("\\d{5,9}") ? id : "";
  }

  /// `Ecohydrology. 8(6):1048-1064, September 2015.`
  private static void source(RecordDraft draft, String source) {
    if (source.isEmpty()) {
      return;
    }
    if (draft.type == RecordType.MISC) {
      draft.type = RecordType.ARTICLE;
    }
    Matcher m = PLACE.matcher(source);
    if (m.matches()) {
      draft.put(Field.JOURNAL, m.group(1));
      draft.put(Field.VOLUME, m.group(2));
      draft.put(Field.ISSUE, m.group(3) == null ? "" : m.group(3));
      Matcher pages = PAGES.matcher(source.substring(m.end(2)));
      if (pages.find()) {
        draft.put(Field.PAGES, pages.group(1));
      }
    } else {
      draft.put(Field.JOURNAL, source.replaceFirst("[.].*", ""));
    }
    draft.year(source);
  }
}
