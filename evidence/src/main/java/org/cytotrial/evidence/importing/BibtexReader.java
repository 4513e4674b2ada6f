package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.records.Author;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.Identifiers;
import org.cytotrial.evidence.records.RecordType;

/// Reads BibTeX and BibLaTeX: one entry at a time, from an `@` at the start of a line to its
/// closing brace, or to the next entry if it has none.
final class BibtexReader implements RecordReader {
  private static final Pattern START = Pattern.compile("^\\s*@\\s*(\\w+)\\s*[{(].*");
  private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+");
  private static final Set<String> KNOWN =
      Set.of(
          "title",
          "author",
          "year",
          "date",
          "journal",
          "journaltitle",
          "booktitle",
          "volume",
          "number",
          "issue",
          "pages",
          "doi",
          "pmid",
          "eprint",
          "isbn",
          "issn",
          "abstract",
          "keywords",
          "language",
          "langid",
          "url",
          "publisher",
          "note",
          "month",
          "subtitle");

  private final Map<String, String> strings = new HashMap<>();

  @Override
  public void read(ImportSession session) throws IOException {
    var lines = new Lines(session.reader());
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher m = START.matcher(line);
      if (!m.matches()) {
        continue;
      }
      long number = lines.number();
      var text = new StringBuilder(line);
      int depth = depth(line);
      while (depth > 0 && lines.peek() != null && !startsAnother(lines.peek())) {
        String next = lines.next();
        text.append('\n').append(next);
        depth += depth(String.valueOf(next));
      }
      if (depth > 0) {
        session.notice(number, "the entry is not closed; what could be read of it was kept");
      }
      entry(m.group(1).toLowerCase(Locale.ROOT), text.toString(), number, session);
    }
  }

  private static boolean startsAnother(@org.jspecify.annotations.Nullable String line) {
    return line != null && line.startsWith("@") && START.matcher(line).matches();
  }

  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean escaped = i > 0 && line.charAt(i - 1) == '\\';
      depth += escaped ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return depth;
  }

  private void entry(String type, String text, long line, ImportSession session) {
    switch (type) {
      case "comment", "preamble" -> {}
      case "string" -> strings.putAll(BibtexFields.parse(text, false, strings));
      default -> session.emit(draft(type, text, line, session));
    }
  }

  private RecordDraft draft(String type, String text, long line, ImportSession session) {
    var draft = new RecordDraft(line);
    draft.original.append(text);
    draft.type = RecordType.of(type);
    draft.id = BibtexFields.key(text);
    Map<String, String> f = new LinkedHashMap<>(BibtexFields.parse(text, true, strings));
    f.keySet().stream().filter(k -> !KNOWN.contains(k)).forEach(session::notUnderstood);
    f.replaceAll((_, value) -> Latex.plain(value));
    draft.put(Field.TITLE, f.getOrDefault("title", ""));
    if (f.containsKey("subtitle")) {
      draft.addTitle(f.getOrDefault("subtitle", ""));
    }
    for (String name : AND.splitAsStream(f.getOrDefault("author", "")).toList()) {
      if (!name.isBlank()) {
        draft.authors.add(Author.parse(name));
      }
    }
    draft.year(f.getOrDefault("year", f.getOrDefault("date", "")));
    draft.put(Field.JOURNAL, f.getOrDefault("journal", f.getOrDefault("journaltitle", "")));
    draft.put(Field.BOOKTITLE, f.getOrDefault("booktitle", ""));
    draft.put(Field.VOLUME, f.getOrDefault("volume", ""));
    draft.put(Field.ISSUE, f.getOrDefault("number", f.getOrDefault("issue", "")));
    draft.put(Field.PAGES, f.getOrDefault("pages", "").replaceAll("-{2,}", "-"));
    draft.put(Field.DOI, Identifiers.doi(f.getOrDefault("doi", "")));
    draft.put(Field.PMID, Identifiers.pmid(f.getOrDefault("pmid", "")));
    draft.findDoi(f.getOrDefault("url", ""));
    draft.put(Field.ISBN, f.getOrDefault("isbn", ""));
    draft.put(Field.ISSN, f.getOrDefault("issn", ""));
    draft.put(Field.ABSTRACT, f.getOrDefault("abstract", ""));
    draft.put(Field.LANGUAGE, f.getOrDefault("language", f.getOrDefault("langid", "")));
    draft.put(Field.URL, f.getOrDefault("url", ""));
    draft.put(Field.PUBLISHER, f.getOrDefault("publisher", ""));
    draft.put(Field.NOTE, f.getOrDefault("note", ""));
    for (String word : f.getOrDefault("keywords", "").split("[;,]", -1)) {
      draft.addKeyword(word);
    }
    return draft;
  }
}
