package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;

/// What goes on in one patient: panels of cytokines, receptors and cells over the same days, with
/// the doses marked.
///
/// @param title above the figure
/// @param panels in reading order; three or more stand in two columns
/// @param doseDays when a dose was given
public record TimeCourseFigure(String title, List<Panel> panels, List<Double> doseDays) {
  private static final double PLOT_HEIGHT = 150;
  private static final double LEFT = 62;
  private static final double HEAD = 22;
  private static final double FOOT = 56;

  public TimeCourseFigure {
    panels = List.copyOf(panels);
    doseDays = List.copyOf(doseDays);
  }

  /// One plot.
  ///
  /// @param label what is drawn, such as `Interleukin-6, serum`
  /// @param unit printed beside the label
  /// @param logarithmic whether the axis is; values at or below 0 are then drawn at its lower end
  /// @param traces the lines, with a legend if there are several
  public record Panel(String label, String unit, boolean logarithmic, List<Trace> traces) {
    public Panel {
      traces = List.copyOf(traces);
    }
  }

  /// One line over days.
  public record Trace(String name, Series valueByDay) {}

  /// The picture.
  public String svg() {
    Layout layout = new Layout(title, Layout.newLegend());
    int columns = panels.size() > 2 ? 2 : 1;
    double width = (Svg.WIDTH - 8.0) / columns;
    double height = layout.top();
    List<Double> tops = new ArrayList<>();
    for (int i = 0; i < panels.size(); i += columns) {
      tops.add(height);
      height += HEAD + legendHeight(i, columns, width) + PLOT_HEIGHT + FOOT;
    }
    Svg svg = new Svg(height, title, description());
    layout.drawHead(svg);
    if (!doseDays.isEmpty()) {
      drawDoseLegend(svg);
    }
    for (int i = 0; i < panels.size(); i++) {
      int row = i / columns;
      double left = (i % columns) * width;
      double top = tops.get(row);
      Panel panel = panels.get(i);
      String label = TextWidth.fit(panel.label() + " (" + panel.unit() + ")", 12.5, width - 24);
      svg.text(left + Layout.MARGIN, top + 8, label, Lettering.AXIS.withAnchor("start"));
      legend(panel, width).draw(svg, left + Layout.MARGIN, top + 14);
      double plotTop = top + HEAD + legendHeight(row * columns, columns, width);
      drawPanel(svg, panel, new Box(left + LEFT, plotTop, width - LEFT - 16, PLOT_HEIGHT));
    }
    return svg.finish();
  }

  /// The height of the tallest legend in a row of panels.
  private double legendHeight(int first, int columns, double width) {
    return panels.subList(first, Math.min(first + columns, panels.size())).stream()
        .mapToDouble(panel -> legend(panel, width).height())
        .max()
        .orElse(0);
  }

  private static Legend legend(Panel panel, double width) {
    Legend legend = new Legend(width - Layout.MARGIN - 8);
    for (int i = 0; panel.traces().size() > 1 && i < panel.traces().size(); i++) {
      legend.line(panel.traces().get(i).name(), Palette.line(i, 1.8));
    }
    return legend;
  }

  private void drawPanel(Svg svg, Panel panel, Box box) {
    Axis x = Axis.time(TimeScale.DAYS, lastDay(), Frame.across(box));
    Frame frame = new Frame(box, x, valueAxis(panel, box));
    frame.draw(svg);
    frame.titleX(svg, "Time (days)");
    svg.area(doseMarks(x, box.bottom()), Svg.INK, 1);
    for (int i = 0; i < panel.traces().size(); i++) {
      Series series = panel.traces().get(i).valueByDay();
      svg.path(PathData.through(series, x, frame.y()), Palette.line(i, 1.8));
    }
  }

  private double lastDay() {
    return panels.stream()
        .flatMap(panel -> panel.traces().stream())
        .mapToDouble(trace -> trace.valueByDay().lastX())
        .max()
        .orElse(1);
  }

  /// A logarithmic axis shows at most six powers of ten below the largest value.
  private static Axis valueAxis(Panel panel, Box box) {
    List<Series> all = panel.traces().stream().map(Trace::valueByDay).toList();
    double high = all.stream().mapToDouble(series -> series.highest(0)).max().orElse(0);
    if (panel.logarithmic() && high > 0) {
      double low =
          all.stream().mapToDouble(s -> s.lowestAbove(high * 1e-6, high)).min().orElse(high);
      return Axis.logarithmic(low, high, Frame.upwards(box));
    }
    double lowest =
        all.stream().mapToDouble(s -> s.lowestAbove(Double.NEGATIVE_INFINITY, 0)).min().orElse(0);
    return Axis.linear(lowest, high, Frame.upwards(box));
  }

  /// Small triangles beneath the axis that point at the days of the doses.
  private PathData doseMarks(Axis x, double bottom) {
    PathData marks = new PathData();
    for (double day : doseDays) {
      triangle(marks, x.at(day), bottom + 0.5);
    }
    return marks;
  }

  private static void triangle(PathData path, double x, double tip) {
    path.move(x, tip).line(x + 3, tip + 6).horizontal(x - 3).close();
  }

  private static void drawDoseLegend(Svg svg) {
    PathData mark = new PathData();
    triangle(mark, Svg.WIDTH - 60, 15);
    svg.area(mark, Svg.INK, 1);
    svg.text(Svg.WIDTH - 52, 23, "dose", Lettering.NOTE);
  }

  private String description() {
    return panels.stream()
        .map(panel -> panel.label() + " in " + panel.unit())
        .collect(
            Collectors.joining("; ", "Over days: ", ". Doses given: " + doseDays.size() + "."));
  }
}
