package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The PRISMA 2020 flow diagram (Page et al. 2021, doi:10.1136/bmj.n71) of a review whose studies
/// were collected by hand: one source, counts only of what was included, and "not recorded" where
/// no log exists.
///
/// @param title above the figure
/// @param source where the studies came from
/// @param included what was included, a line each, such as `Studies (n = 93)`
public record CollectedFlowFigure(String title, String source, List<String> included) {
  private static final String UNKNOWN = " not recorded";

  public CollectedFlowFigure {
    included = List.copyOf(included);
  }

  /// The picture.
  public String svg() {
    double left = Layout.MARGIN + FlowFigure.RAIL + FlowFigure.GAP / 2;
    double box = (FlowFigure.NARROW - left - Layout.MARGIN - FlowFigure.GAP) / 2;
    List<FlowBoxes.Row> rows = rows(box);
    double bottom = FlowFigure.TOP + FlowFigure.HEAD + FlowFigure.GAP;
    for (FlowBoxes.Row row : rows) {
      bottom += row.height() + FlowFigure.GAP;
    }
    Svg svg = new Svg(FlowFigure.NARROW, bottom, title, description());
    svg.text(
        Layout.MARGIN,
        26,
        TextWidth.fit(title, 15, FlowFigure.NARROW - 2 * Layout.MARGIN),
        Svg.Lettering.TITLE);
    double span = 2 * box + FlowFigure.GAP;
    FlowFigure.head(svg, new Svg.Box(left, FlowFigure.TOP, span, FlowFigure.HEAD), "Other methods");
    FlowFigure.drawRows(svg, rows, left, box);
    return svg.finish();
  }

  private List<FlowBoxes.Row> rows(double box) {
    List<FlowBoxes.Row> rows = new ArrayList<>();
    rows.add(
        row(
            box,
            List.of("Identified by other methods:", " " + source, UNKNOWN),
            List.of("Removed before screening:", UNKNOWN)));
    rows.add(
        row(box, List.of("Records screened:", UNKNOWN), List.of("Records excluded:", UNKNOWN)));
    rows.add(
        row(
            box,
            List.of("Reports sought for retrieval:", UNKNOWN),
            List.of("Reports not retrieved:", UNKNOWN)));
    rows.add(
        row(
            box,
            List.of("Reports assessed for eligibility:", UNKNOWN),
            List.of("Reports excluded, with reasons:", UNKNOWN)));
    rows.add(row(box, included, List.of()));
    return rows;
  }

  private static FlowBoxes.Row row(double box, List<String> left, List<String> right) {
    return new FlowBoxes.Row(
        List.of(FlowBoxes.box(box, left), right.isEmpty() ? List.of() : FlowBoxes.box(box, right)));
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "Studies identified by other methods (%s); how many records were seen is not recorded."
            + " Included: %s.",
        source,
        String.join("; ", included));
  }
}
