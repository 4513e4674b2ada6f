package org.cytotrial.report.figure;

/// Writes one SVG picture, element by element. Coordinates are pixels from the upper left corner.
final class Svg {
  /// The usual width of a figure.
  static final int WIDTH = 720;

  /// The width of figures with much text beside the plot: that of the text on a page.
  static final int WIDE = 920;

  /// The height up to which a wide figure and a caption of some lines fit on one page, of A4 as of
  /// Letter.
  static final double PAGE_HEIGHT = 1100;

  static final String INK = "#222222";
  static final String GREY = "#666666";
  static final String GRID = "#e4e4e4";

  private final StringBuilder out = new StringBuilder();

  /// Starts a picture whose accessible name and description are the title and the description.
  Svg(double height, String title, String description) {
    this(WIDTH, height, title, description);
  }

  /// Starts a picture of another width.
  Svg(int width, double height, String title, String description) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"").append(width);
    out.append("\" height=\"")
        .append(number(height))
        .append("\" viewBox=\"0 0 ")
        .append(width)
        .append(' ');
    out.append(number(height))
        .append("\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">\n");
    out.append("<title>").append(escape(title)).append("</title>\n");
    out.append("<desc>").append(escape(description)).append("</desc>\n");
    out.append("<rect width=\"").append(width).append("\" height=\"").append(number(height));
    out.append("\" rx=\"4\" fill=\"#ffffff\"/>\n");
  }

  /// A rectangle in pixels.
  record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }
  }

  /// How a line is drawn; `dashes` is empty for a solid one.
  record Stroke(String colour, double width, String dashes, double opacity) {
    static Stroke solid(String colour, double width) {
      return new Stroke(colour, width, "", 1);
    }

    static Stroke dashed(String colour, double width, String dashes) {
      return new Stroke(colour, width, dashes, 1);
    }

    Stroke withOpacity(double newOpacity) {
      return new Stroke(colour, width, dashes, newOpacity);
    }
  }

  /// How text is set: `anchor` is start, middle or end.
  record Lettering(double size, String anchor, String colour, boolean bold) {
    static final Lettering TITLE = new Lettering(15, "start", INK, true);
    static final Lettering AXIS = new Lettering(12.5, "middle", INK, false);
    static final Lettering START = new Lettering(12, "start", INK, false);
    static final Lettering MIDDLE = new Lettering(12, "middle", INK, false);
    static final Lettering END = new Lettering(12, "end", INK, false);
    static final Lettering NOTE = new Lettering(11, "start", GREY, false);

    Lettering withColour(String newColour) {
      return new Lettering(size, anchor, newColour, bold);
    }

    Lettering withAnchor(String newAnchor) {
      return new Lettering(size, newAnchor, colour, bold);
    }
  }

  Svg rectangle(Box box, String fill) {
    out.append("<rect");
    attribute("x", box.x()).attribute("y", box.y());
    attribute("width", box.width()).attribute("height", box.height());
    return attribute("fill", fill).end();
  }

  /// A filled rectangle with an outline.
  Svg outlined(Box box, String fill, Stroke outline) {
    out.append("<rect");
    attribute("x", box.x()).attribute("y", box.y());
    attribute("width", box.width()).attribute("height", box.height());
    return attribute("fill", fill).stroke(outline).end();
  }

  Svg line(double x1, double y1, double x2, double y2, Stroke stroke) {
    out.append("<line");
    attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
    return stroke(stroke).end();
  }

  /// An open path; nothing where the path is empty.
  Svg path(PathData path, Stroke stroke) {
    if (path.isEmpty()) {
      return this;
    }
    out.append("<path");
    attribute("d", path.text()).attribute("fill", "none");
    return stroke(stroke).attribute("stroke-linejoin", "round").end();
  }

  /// A filled path; nothing where the path is empty.
  Svg area(PathData path, String fill, double opacity) {
    if (path.isEmpty()) {
      return this;
    }
    out.append("<path");
    attribute("d", path.text()).attribute("fill", fill);
    if (opacity < 1) {
      attribute("fill-opacity", opacity);
    }
    return end();
  }

  /// A closed path with an outline.
  Svg shape(PathData path, String fill, Stroke outline) {
    out.append("<path");
    attribute("d", path.text()).attribute("fill", fill);
    return stroke(outline).end();
  }

  Svg circle(double x, double y, double radius, String fill, Stroke outline) {
    out.append("<circle");
    attribute("cx", x).attribute("cy", y).attribute("r", radius).attribute("fill", fill);
    return stroke(outline).end();
  }

  /// Begins a link to an element of the same page, with what it says when pointed at.
  Svg beginLink(String anchor, String title) {
    out.append("<a");
    attribute("href", "#" + anchor);
    out.append("><title>").append(escape(title)).append("</title>");
    return this;
  }

  Svg endLink() {
    out.append("</a>\n");
    return this;
  }

  /// Text on the base line `y`.
  Svg text(double x, double y, String text, Lettering style) {
    out.append("<text");
    attribute("x", x).attribute("y", y);
    return lettering(style).content(text);
  }

  /// Text that runs upwards, centred on the point.
  Svg upwards(double x, double y, String text, Lettering style) {
    out.append("<text");
    attribute("transform", "translate(" + number(x) + " " + number(y) + ") rotate(-90)");
    return lettering(style).content(text);
  }

  String finish() {
    return out + "</svg>\n";
  }

  private Svg lettering(Lettering style) {
    if (style.size() != 12) {
      attribute("font-size", style.size());
    }
    if (!style.anchor().equals("start")) {
      attribute("text-anchor", style.anchor());
    }
    if (style.bold()) {
      attribute("font-weight", "bold");
    }
    return attribute("fill", style.colour());
  }

  private Svg stroke(Stroke stroke) {
    attribute("stroke", stroke.colour()).attribute("stroke-width", stroke.width());
    if (!stroke.dashes().isEmpty()) {
      attribute("stroke-dasharray", stroke.dashes());
    }
    if (stroke.opacity() < 1) {
      attribute("stroke-opacity", stroke.opacity());
    }
    return this;
  }

  private Svg attribute(String name, double value) {
    return attribute(name, number(value));
  }

  private Svg attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    return this;
  }

  private Svg content(String text) {
    out.append('>').append(escape(text)).append("</text>\n");
    return this;
  }

  private Svg end() {
    out.append("/>\n");
    return this;
  }

  /// Two decimals at most, the same on every platform and in every locale.
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    String sign = hundredths < 0 ? "-" : "";
    if (rest == 0) {
      return sign + whole;
    }
    return sign + whole + "." + (rest < 10 ? "0" : "") + (rest % 10 == 0 ? rest / 10 : rest);
  }

  /// Text as XML content or attribute value; characters that XML cannot hold become U+FFFD.
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
          }
        });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
