package org.cytotrial.report.html;

import java.util.List;

/// A table whose first column names its rows.
///
/// @param caption what the table shows, above it
/// @param columns headers from left to right
/// @param rows one text for each column
public record HtmlTable(String caption, List<Column> columns, List<List<String>> rows) {
  public HtmlTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns.size()) {
        throw new IllegalArgumentException(
            "Row "
                + i
                + " of table '"
                + caption
                + "' has "
                + rows.get(i).size()
                + " cells for "
                + columns.size()
                + " columns.");
      }
    }
  }

  /// A header; numbers are set flush right.
  public record Column(String header, boolean numeric) {
    public static Column text(String header) {
      return new Column(header, false);
    }

    public static Column number(String header) {
      return new Column(header, true);
    }
  }

  String html() {
    return html("");
  }

  /// With rows that links can lead to, if there is a prefix.
  String html(String prefix) {
    String label = Prose.escape(caption);
    StringBuilder out = new StringBuilder();
    out.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"").append(label);
    out.append("\">\n<table>\n<caption>")
        .append(Prose.html(caption))
        .append("</caption>\n<thead><tr>");
    for (Column column : columns) {
      out.append("<th scope=\"col\"").append(alignment(column)).append('>');
      out.append(Prose.html(column.header())).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append(prefix.isEmpty() ? "<tr>" : "<tr id=\"" + anchor(prefix, row.getFirst()) + "\">");
      for (int j = 0; j < row.size(); j++) {
        String element = j == 0 ? "th scope=\"row\"" : "td";
        out.append('<').append(element).append(alignment(columns.get(j))).append('>');
        out.append(Prose.cell(row.get(j))).append(j == 0 ? "</th>" : "</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n</div>\n").toString();
  }

  /// The id of the row that begins with a text.
  public static String anchor(String prefix, String first) {
    return prefix + first.replaceAll("[^A-Za-z0-9_-]+", "-");
  }

  private static String alignment(Column column) {
    return column.numeric() ? " class=\"number\"" : "";
  }
}
