package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.flow.FlowDiagram.Column;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// The PRISMA 2020 flow diagram (Page et al. 2021, doi:10.1136/bmj.n71): records from databases and
/// registers at the left, and at the right those found otherwise, if there are any. What does not
/// add up stands below.
///
/// @param title above the figure
public record FlowFigure(String title, FlowDiagram flow) {
  static final double RAIL = 26;
  static final double GAP = 26;
  static final double TOP = 44;
  static final double HEAD = 30;
  static final int NARROW = 720;
  private static final int WIDE = 1060;
  private static final String YELLOW = "#f3d27a";
  private static final String BLUE = "#b9d4ec";

  /// The picture.
  public String svg() {
    boolean both = !flow.others().isEmpty();
    int width = both ? WIDE : NARROW;
    int columns = both ? 4 : 2;
    double left = Layout.MARGIN + RAIL + GAP / 2;
    double box = (width - left - Layout.MARGIN - (columns - 1) * GAP) / columns;
    List<FlowBoxes.Row> rows = FlowBoxes.rows(flow, box);
    List<String> notes = FlowBoxes.notes(flow, width - 2 * Layout.MARGIN);
    double bottom = TOP + HEAD + GAP;
    for (FlowBoxes.Row row : rows) {
      bottom += row.height() + GAP;
    }
    Svg svg = new Svg(width, bottom + notes.size() * 15 + 6, title, description());
    svg.text(
        Layout.MARGIN, 26, TextWidth.fit(title, 15, width - 2 * Layout.MARGIN), Lettering.TITLE);
    double span = 2 * box + GAP;
    head(svg, new Box(left, TOP, span, HEAD), "Databases and registers");
    if (both) {
      head(svg, new Box(left + 2 * (box + GAP), TOP, span, HEAD), "Other methods");
    }
    drawRows(svg, rows, left, box);
    double y = bottom + 6;
    for (String note : notes) {
      svg.text(Layout.MARGIN, y, note, Lettering.NOTE);
      y += 15;
    }
    return svg.finish();
  }

  static void head(Svg svg, Box box, String text) {
    svg.rectangle(box, YELLOW);
    String whole = "Identification of studies via " + lower(text);
    svg.text(
        box.x() + box.width() / 2,
        box.y() + 20,
        TextWidth.fit(whole, 12, box.width() - 12),
        Lettering.MIDDLE);
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  static void drawRows(Svg svg, List<FlowBoxes.Row> rows, double left, double box) {
    double y = TOP + HEAD + GAP;
    List<Double> tops = new ArrayList<>();
    for (FlowBoxes.Row row : rows) {
      tops.add(y);
      y += row.height() + GAP;
    }
    phases(svg, rows, tops);
    for (int r = 0; r < rows.size(); r++) {
      FlowBoxes.Row row = rows.get(r);
      for (int c = 0; c < row.cells().size(); c++) {
        if (!row.cells().get(c).isEmpty()) {
          Box place = new Box(left + c * (box + GAP), tops.get(r), box, row.height());
          FlowBoxes.draw(svg, place, row.cells().get(c));
          if (c % 2 == 1) {
            FlowBoxes.arrowRight(svg, place.x() - GAP, place.x(), place.y() + place.height() / 2);
          } else if (r > 0) {
            double from = bottomAbove(rows, tops, r, c);
            FlowBoxes.arrowDown(svg, place.x() + place.width() / 2, from, place.y());
          }
        }
      }
    }
    joinOthers(svg, rows, tops, left, box);
  }

  /// Where the last box above in the same column ends.
  private static double bottomAbove(
      List<FlowBoxes.Row> rows, List<Double> tops, int row, int column) {
    int above = row - 1;
    while (above > 0 && rows.get(above).cells().get(column).isEmpty()) {
      above--;
    }
    return tops.get(above) + rows.get(above).height();
  }

  /// From the last box of the other methods down and left to what was included.
  private static void joinOthers(
      Svg svg, List<FlowBoxes.Row> rows, List<Double> tops, double left, double box) {
    int last = rows.size() - 1;
    if (rows.getFirst().cells().size() < 4) {
      return;
    }
    double x = left + 2 * (box + GAP) + box / 2;
    double from = tops.get(last - 1) + rows.get(last - 1).height();
    double y = tops.get(last) + rows.get(last).height() / 2;
    svg.line(x, from, x, y, FlowBoxes.LINE);
    FlowBoxes.arrowLeft(svg, x, left + box, y);
  }

  private static void phases(Svg svg, List<FlowBoxes.Row> rows, List<Double> tops) {
    int last = rows.size() - 1;
    phase(svg, "Identification", tops.get(0), rows.get(0).height());
    phase(
        svg,
        "Screening",
        tops.get(1),
        tops.get(last - 1) + rows.get(last - 1).height() - tops.get(1));
    phase(svg, "Included", tops.get(last), rows.get(last).height());
  }

  private static void phase(Svg svg, String name, double top, double height) {
    double length = TextWidth.of(name, 12) + 12;
    double tall = Math.max(height, length);
    Box place = new Box(Layout.MARGIN, top + (height - tall) / 2, RAIL, tall);
    svg.outlined(place, BLUE, Stroke.solid(BLUE, 1));
    svg.upwards(place.x() + RAIL / 2 + 4, place.y() + place.height() / 2, name, Lettering.MIDDLE);
  }

  private String description() {
    Column d = flow.databases();
    Column o = flow.others();
    return String.format(
        Locale.ROOT,
        "%d records identified, %d screened, %d reports assessed, %d studies in %d reports"
            + " included.",
        d.records() + o.records(),
        d.screened() + o.screened(),
        d.assessed() + o.assessed(),
        flow.studies(),
        flow.reports());
  }
}
