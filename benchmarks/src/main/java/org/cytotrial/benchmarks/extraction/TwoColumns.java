package org.cytotrial.benchmarks.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Sets a text in two columns on A4, as journals do, and writes it as PDF.
final class TwoColumns {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float SIZE = 9;
  private static final float LEADING = 11;
  private static final float PARAGRAPH = 20;
  private static final float MARGIN = 50;
  private static final float GUTTER = 24;
  private static final float WIDTH = (PDRectangle.A4.getWidth() - 2 * MARGIN - GUTTER) / 2;

  private final PDDocument pdf;
  private final PDFont font;
  private PDPageContentStream content;
  private int column;
  private float y;

  private TwoColumns(PDDocument pdf) throws IOException {
    this.pdf = pdf;
    try (InputStream in =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
      this.font = PDType0Font.load(pdf, in);
    }
    this.content = page();
  }

  /// Writes paragraphs, each set apart by space, one column after the other.
  static void write(Path file, List<String> paragraphs) throws IOException {
    try (var pdf = new PDDocument()) {
      var columns = new TwoColumns(pdf);
      for (String paragraph : paragraphs) {
        columns.add(paragraph);
      }
      columns.content.close();
      pdf.save(file.toFile());
    }
  }

  private PDPageContentStream page() throws IOException {
    var page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    column = 0;
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(pdf, page);
  }

  private void add(String paragraph) throws IOException {
    for (String line : lines(paragraph)) {
      if (y < MARGIN) {
        next();
      }
      content.beginText();
      content.setFont(font, SIZE);
      content.newLineAtOffset(MARGIN + column * (WIDTH + GUTTER), y);
      content.showText(line);
      content.endText();
      y -= LEADING;
    }
    y -= PARAGRAPH - LEADING;
  }

  private void next() throws IOException {
    if (column == 0) {
      column = 1;
      y = PDRectangle.A4.getHeight() - MARGIN;
    } else {
      content.close();
      content = page();
    }
  }

  private List<String> lines(String paragraph) throws IOException {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * SIZE > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /// The text with what the font has no letter for replaced by a hyphen or a space.
  static String printable(String text) {
    return text.replaceAll("[\\u2010\\u2011]", "-")
        .replaceAll("[\\u00a0\\u2000-\\u200a\\u202f]", " ")
        .replaceAll("[^\\u0020-\\u024f\\u0370-\\u03ff\\u2012-\\u2026\\u2212\\u2264\\u2265]", "")
        .replaceAll(" +", " ")
        .strip();
  }
}
