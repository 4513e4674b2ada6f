package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.report.figure.Axis.Span;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;
import org.cytotrial.report.html.HtmlTable;
import org.cytotrial.report.html.HtmlTable.Column;

/// A funnel plot (Sterne & Egger 2001, doi:10.1016/S0895-4356(01)00377-8): effects across, standard
/// errors downwards from 0, and the regions in which studies would lie if nothing but chance moved
/// them away from the pooled effect.
///
/// @param title above the figure
/// @param measure what the axis shows; its interval is not used
/// @param centre the pooled effect, on the scale of the axis
/// @param regions pseudo-confidence regions, the widest first; may be empty
/// @param points effects on the scale of the axis; where that is logarithmic, their standard errors
///   are those of the logarithms
public record FunnelFigure(
    String title, Measure measure, double centre, List<Region> regions, List<Point> points) {
  private static final double PLOT_HEIGHT = 360;
  private static final double LEFT = 76;
  private static final double RADIUS = 4;
  private static final List<String> FILLS = List.of("#e8f0f7", "#cfe0ee", "#b6d0e6");

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if a standard error is not above 0, or an effect not finite,
  ///   or not above 0 on a logarithmic axis
  public FunnelFigure {
    regions = List.copyOf(regions);
    points = List.copyOf(points);
    for (Point point : points) {
      boolean onAxis =
          Double.isFinite(point.effect()) && (point.effect() > 0 || !measure.logarithmic());
      if (!onAxis || !(point.standardError() > 0 && Double.isFinite(point.standardError()))) {
        throw new IllegalArgumentException(
            "The point '%s' of a funnel plot has the effect %s and the standard error %s. Give a finite effect, above 0 on a logarithmic axis, and a standard error above 0."
                .formatted(point.name(), point.effect(), point.standardError()));
      }
    }
  }

  /// A pseudo-confidence region.
  ///
  /// @param name such as `95 % pseudo-confidence region`
  /// @param multiplier how many standard errors it is wide at each side, such as 1.96
  public record Region(String name, double multiplier) {}

  /// What a point is.
  public enum Kind {
    STUDY("Study"),
    /// A study that trim-and-fill supposes to be missing.
    FILLED("Filled in by trim-and-fill: supposed, not observed");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /// A study.
  ///
  /// @param standardError on the scale on which studies are pooled
  public record Point(String name, double effect, double standardError, Kind kind) {}

  /// The picture.
  public String svg() {
    Layout layout = Layout.wide(title, legend());
    Box box = new Box(LEFT, layout.top() + 4, Svg.WIDE - LEFT - 2 * Layout.MARGIN, PLOT_HEIGHT);
    double most = points.stream().mapToDouble(Point::standardError).max().orElse(1);
    Axis down = Axis.linear(0, most * 1.04, new Span(box.y(), box.bottom()));
    Frame frame = new Frame(box, across(down.high(), Frame.across(box)), down);
    List<String> axisTitle = TextWidth.wrap(measure.name(), 12.5, box.width());
    List<String> below = TextWidth.wrap(measure.below(), 11, box.width() / 2 - 8);
    List<String> above = TextWidth.wrap(measure.above(), 11, box.width() / 2 - 8);
    double words = 14.0 * Math.max(below.size(), above.size());
    double height = box.bottom() + 36 + words + axisTitle.size() * 16;
    Svg svg = new Svg(Svg.WIDE, height, title, description());
    layout.drawHead(svg);
    for (int r = 0; r < regions.size(); r++) {
      svg.area(region(frame, regions.get(r)), FILLS.get(Math.min(r, FILLS.size() - 1)), 1);
    }
    frame.draw(svg);
    frame.titleY(svg, "Standard error", 56);
    double middle = frame.x().at(centre);
    svg.line(middle, box.y(), middle, box.bottom(), Stroke.dashed(Svg.INK, 1.2, "5 3"));
    for (Point point : points) {
      double y = down.at(point.standardError());
      mark(point.kind()).draw(svg, frame.x().at(point.effect()), y, RADIUS);
    }
    double foot = box.bottom() + 34;
    set(svg, below, box.x(), foot, Lettering.NOTE);
    set(svg, above, box.right(), foot, Lettering.NOTE.withAnchor("end"));
    set(svg, axisTitle, box.x() + box.width() / 2, foot + words + 2, Lettering.AXIS);
    return svg.finish();
  }

  private static void set(Svg svg, List<String> lines, double x, double top, Lettering style) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        svg.text(x, top + i * (style.size() + 3), lines.get(i), style);
      }
    }
  }

  private Legend legend() {
    Legend legend = Layout.newWideLegend();
    for (Kind kind : Kind.values()) {
      if (points.stream().anyMatch(point -> point.kind() == kind)) {
        legend.mark(kind.words, mark(kind));
      }
    }
    for (int r = 0; r < regions.size(); r++) {
      legend.fill(regions.get(r).name(), FILLS.get(Math.min(r, FILLS.size() - 1)));
    }
    String pooled = Axis.decimal(centre, measure.decimals());
    return legend.line("Pooled effect: " + pooled, Stroke.dashed(Svg.INK, 1.2, "5 3"));
  }

  private static Mark mark(Kind kind) {
    return switch (kind) {
      case STUDY -> Mark.filled(Mark.Shape.CIRCLE, Palette.colour(0));
      case FILLED -> Mark.hollow(Mark.Shape.CIRCLE, Palette.colour(1));
    };
  }

  /// Over all points and, at the largest standard error, all regions.
  private Axis across(double largestError, Span span) {
    double low = centre;
    double high = centre;
    for (Point point : points) {
      low = Math.min(low, point.effect());
      high = Math.max(high, point.effect());
    }
    for (Region region : regions) {
      low = Math.min(low, moved(-region.multiplier() * largestError));
      high = Math.max(high, moved(region.multiplier() * largestError));
    }
    return measure.axis(low, high, span);
  }

  /// The centre moved by so many units of the scale on which studies are pooled.
  private double moved(double by) {
    return measure.logarithmic() ? centre * Math.exp(by) : centre + by;
  }

  private PathData region(Frame frame, Region region) {
    double error = frame.y().high();
    double bottom = frame.box().bottom();
    return new PathData()
        .move(frame.x().at(centre), frame.box().y())
        .line(frame.x().at(moved(region.multiplier() * error)), bottom)
        .line(frame.x().at(moved(-region.multiplier() * error)), bottom)
        .close();
  }

  /// The numbers of the figure.
  public HtmlTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (Point point : points) {
      String effect = Axis.decimal(point.effect(), measure.decimals());
      String error = Axis.decimal(point.standardError(), 3);
      rows.add(List.of(point.name(), effect, error, point.kind().words));
    }
    List<Column> columns =
        List.of(
            Column.text("Study"),
            Column.number(measure.name()),
            Column.number(
                measure.logarithmic() ? "Standard error of the logarithm" : "Standard error"),
            Column.text("What the point is"));
    return new HtmlTable(title + ": the numbers", columns, rows);
  }

  private String description() {
    long filled = points.stream().filter(point -> point.kind() == Kind.FILLED).count();
    String text =
        "Funnel plot of %d studies around a pooled %s of %s"
            .formatted(
                points.size() - filled, measure.name(), Axis.decimal(centre, measure.decimals()));
    return filled == 0 ? text + "." : text + ", " + filled + " filled in by trim-and-fill.";
  }
}
