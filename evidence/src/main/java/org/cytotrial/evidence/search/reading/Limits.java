package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;
import org.cytotrial.evidence.search.Syntax;

/// Reads Ovid's `limit 5 to (english language and yr="2000 -Current")` and the limits of PubMed's
/// older history, `#5 Limits: Humans, Publication Date from 2000/01/01 to 2008/08/29`.
final class Limits {
  private static final Pattern LIMIT =
      Pattern.compile("limit\\s+(\\d+)\\s+to\\s+(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LANGUAGE =
      Pattern.compile("(\\w+) language|la\\s*=\\s*\"?(\\w+)\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATES =
      Pattern.compile("(yr|ed|ep|dt|da|rd)\\s*=\\s*\"?([^\"]*)\"?", Pattern.CASE_INSENSITIVE);

  private static final Pattern PUBMED_DATES =
      Pattern.compile(
          "(publication|entrez) date from ([\\d/]+)(?: to ([\\d/]+))?", Pattern.CASE_INSENSITIVE);

  private Limits() {}

  static Optional<Query> read(RawLine line) {
    String text = Lexer.plainQuotes(line.text());
    Matcher m = LIMIT.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    Place place = line.at(0);
    List<Query> parts = new ArrayList<>();
    parts.add(new Query.LineReference(m.group(1), line.at(m.start(1))));
    Place limits = line.at(m.start(2));
    String list = m.group(2).strip().replaceAll("\\s*[(<]\\d[\\d,]*[)>]$", "");
    if (list.startsWith("(") && list.endsWith(")")) {
      list = list.substring(1, list.length() - 1);
    }
    for (String all : list.split("(?i)\\s+and\\s+|,\\s*", -1)) {
      List<Query> any =
          Arrays.stream(clean(all).split("(?i)\\s+or\\s+", -1)).map(l -> one(l, limits)).toList();
      parts.add(any.size() == 1 ? any.getFirst() : new Query.Or(any, limits));
    }
    return Optional.of(new Query.And(parts, place));
  }

  /// The limits at the end of a line of PubMed's history.
  static List<Query> ofPubMed(String list, Place place) {
    return Arrays.stream(list.split("\\s*,\\s*", -1))
        .filter(l -> !l.isBlank())
        .map(l -> onePubMed(l.strip(), place))
        .toList();
  }

  private static Query onePubMed(String limit, Place place) {
    Matcher m = PUBMED_DATES.matcher(limit);
    if (!m.matches()) {
      return new Query.Filter(limit, place);
    }
    SearchField field =
        m.group(1).equalsIgnoreCase("entrez")
            ? SearchField.ENTRY_DATE
            : SearchField.PUBLICATION_DATE;
    return new Query.DateRange(field, m.group(2), m.group(3) == null ? "" : m.group(3), place);
  }

  private static String clean(String limit) {
    return limit.replaceAll("[()]", "").strip();
  }

  private static Query one(String limit, Place place) {
    Matcher language = LANGUAGE.matcher(limit);
    if (language.matches()) {
      String name = language.group(language.group(1) == null ? 2 : 1);
      return new Query.Text(
          Words.split(name, Syntax.OVID), false, List.of(SearchField.LANGUAGE), place);
    }
    Matcher dates = DATES.matcher(limit);
    if (dates.matches()) {
      SearchField field = FieldTable.ofOvid(dates.group(1)).orElse(SearchField.PUBLICATION_DATE);
      return OvidDates.range(field, dates.group(2), place);
    }
    return new Query.Filter(limit.replace("\"", ""), place);
  }
}
