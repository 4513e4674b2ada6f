package org.cytotrial.report.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Writes one page from the top down: `new
/// HtmlPage("Trial").section("Results").table(table).figure(svg, caption).html()`.
///
/// All text is plain: it is escaped, and `doi:…`, `PMID …` and web addresses in it become links. A
/// content security policy in the page forbids scripts and everything that would have to be
/// fetched. Confined to one thread.
public final class HtmlPage {
  private static final int SECTIONS_FOR_CONTENTS = 3;
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private final List<String> sections = new ArrayList<>();
  private String subtitle = "";
  private String footer = "";
  private boolean isBroad;

  /// An empty page; the title is also the page's main heading.
  public HtmlPage(String title) {
    this.title = title;
  }

  /// A line beneath the title.
  public HtmlPage subtitle(String text) {
    subtitle = text;
    return this;
  }

  /// Gives the page a width for tables of many columns.
  public HtmlPage broad() {
    isBroad = true;
    return this;
  }

  /// Begins a section; with three sections or more the page opens with a table of contents.
  public HtmlPage section(String heading) {
    sections.add(heading);
    body.append("<h2 id=\"section-").append(sections.size()).append("\">");
    body.append(Prose.escape(heading)).append("</h2>\n");
    return this;
  }

  /// Begins a part of a section.
  public HtmlPage subsection(String heading) {
    return element("h3", heading);
  }

  public HtmlPage paragraph(String text) {
    return element("p", text);
  }

  /// A paragraph that stands out: a caution or an assumption to read the results by.
  public HtmlPage note(String text) {
    body.append("<p class=\"note\" role=\"note\">").append(Prose.html(text)).append("</p>\n");
    return this;
  }

  public HtmlPage list(List<String> items) {
    body.append("<ul>\n");
    items.forEach(item -> element("li", item));
    body.append("</ul>\n");
    return this;
  }

  /// Terms with their descriptions: settings, provenance, abbreviations.
  public HtmlPage definitions(List<Definition> definitions) {
    body.append("<dl>\n");
    for (Definition definition : definitions) {
      element("dt", definition.term()).element("dd", definition.description());
    }
    body.append("</dl>\n");
    return this;
  }

  /// Text kept as it is, such as a command or a study file.
  public HtmlPage verbatim(String text) {
    body.append("<pre><code>").append(Prose.escape(text)).append("</code></pre>\n");
    return this;
  }

  public HtmlPage table(HtmlTable table) {
    body.append(table.html());
    return this;
  }

  /// A table whose rows links can lead to, by [HtmlTable#anchor].
  public HtmlPage table(HtmlTable table, String prefix) {
    body.append(table.html(prefix));
    return this;
  }

  /// A picture made by [org.cytotrial.report.figure], with its caption beneath.
  ///
  /// @throws IllegalArgumentException if the picture is not SVG
  public HtmlPage figure(String svg, String caption) {
    if (!svg.startsWith("<svg ")) {
      throw new IllegalArgumentException(
          "The figure '"
              + caption
              + "' is not SVG: it begins with '"
              + svg.substring(0, Math.min(20, svg.length()))
              + "'.");
    }
    body.append("<figure>\n").append(svg).append("<figcaption>");
    body.append(Prose.html(caption)).append("</figcaption>\n</figure>\n");
    return this;
  }

  /// A file that the page carries with it, as a link that saves it.
  public HtmlPage attachment(String name, String mediaType, String text) {
    String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    body.append("<a class=\"file\" download=\"").append(Prose.escape(name));
    body.append("\" href=\"data:").append(Prose.escape(mediaType)).append(";charset=utf-8;base64,");
    body.append(data).append("\">").append(Prose.escape(name)).append("</a>\n");
    return this;
  }

  /// The last line of the page: what made it, from what.
  public HtmlPage footer(String text) {
    footer = text;
    return this;
  }

  /// The whole page.
  public String html() {
    StringBuilder page = new StringBuilder(body.length() + 8_000);
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(POLICY)
        .append("\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(Prose.escape(title)).append("</title>\n");
    page.append("<style>\n")
        .append(StyleSheet.TEXT)
        .append("</style>\n</head>\n<body")
        .append(isBroad ? " class=\"broad\"" : "")
        .append(">\n<header>\n");
    page.append("<h1>").append(Prose.escape(title)).append("</h1>\n");
    if (!subtitle.isEmpty()) {
      page.append("<p class=\"subtitle\">").append(Prose.html(subtitle)).append("</p>\n");
    }
    page.append("</header>\n");
    appendContents(page);
    page.append("<main>\n").append(body).append("</main>\n");
    if (!footer.isEmpty()) {
      page.append("<footer>").append(Prose.html(footer)).append("</footer>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private void appendContents(StringBuilder page) {
    if (sections.size() < SECTIONS_FOR_CONTENTS) {
      return;
    }
    page.append("<nav aria-label=\"Contents\">\n<ol>\n");
    for (int i = 0; i < sections.size(); i++) {
      page.append("<li><a href=\"#section-").append(i + 1).append("\">");
      page.append(Prose.escape(sections.get(i))).append("</a></li>\n");
    }
    page.append("</ol>\n</nav>\n");
  }

  private HtmlPage element(String name, String text) {
    body.append('<').append(name).append('>').append(Prose.html(text));
    body.append("</").append(name).append(">\n");
    return this;
  }
}
