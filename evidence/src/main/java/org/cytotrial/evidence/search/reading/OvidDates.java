package org.cytotrial.evidence.search.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// Years and days in a date field, such as `2010.yr.`, as the range they are.
final class OvidDates {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?");

  private OvidDates() {}

  static Query of(Query query) {
    if (query instanceof Query.Text t
        && t.fields().size() == 1
        && t.fields().getFirst().isDate()
        && DATE.matcher(t.plain()).matches()) {
      String date = slashes(t.plain());
      return new Query.DateRange(t.fields().getFirst(), date, date, t.place());
    }
    if (query instanceof Query.Or(List<Query> parts, var place)) {
      return new Query.Or(parts.stream().map(OvidDates::of).toList(), place);
    }
    return query;
  }

  /// `20100531` as `2010/05/31`; what is no date stays as it is.
  static String slashes(String digits) {
    var m = DATE.matcher(digits);
    if (!m.matches()) {
      return digits;
    }
    return m.group(1)
        + (m.group(2) == null ? "" : "/" + m.group(2))
        + (m.group(3) == null ? "" : "/" + m.group(3));
  }

  /// A range of publication dates as Ovid's limits print them: `1990 -Current`.
  static Query.DateRange range(SearchField field, String text, Place place) {
    String[] ends = text.replace("\"", "").split("\\s*-\\s*", -1);
    String from = slashes(ends[0].strip());
    String to = ends.length == 1 ? from : slashes(ends[1].strip());
    return new Query.DateRange(field, from, to.equalsIgnoreCase("current") ? "" : to, place);
  }

  /// `2000:2010`; the years 1800 and 3000 are open ends.
  static Query.DateRange years(String text, Place place) {
    String[] ends = text.split(":", -1);
    return new Query.DateRange(
        SearchField.PUBLICATION_DATE,
        ends[0].equals("1800") ? "" : ends[0],
        ends[1].equals("3000") ? "" : ends[1],
        place);
  }
}
