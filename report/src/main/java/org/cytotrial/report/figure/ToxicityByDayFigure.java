package org.cytotrial.report.figure;

import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.report.figure.Svg.Box;

/// The percentage of patients with a toxicity of grade 3 or more on each day, one line for each
/// kind.
///
/// @param title above the figure
/// @param kinds in the order of the legend
public record ToxicityByDayFigure(String title, List<Kind> kinds) {
  private static final double PLOT_HEIGHT = 260;

  public ToxicityByDayFigure {
    kinds = List.copyOf(kinds);
  }

  /// A kind of toxicity, such as `Hypotension`, with the percentage of patients (0 to 100) over
  /// days.
  public record Kind(String name, Series percentByDay) {}

  /// The picture.
  public String svg() {
    Legend legend = Layout.newLegend();
    for (int i = 0; i < kinds.size(); i++) {
      legend.line(kinds.get(i).name(), Palette.line(i, 1.8));
    }
    Layout layout = new Layout(title, legend);
    Box box = new Box(66, layout.top(), Svg.WIDTH - 66 - 24, PLOT_HEIGHT);
    double lastDay =
        kinds.stream().mapToDouble(kind -> kind.percentByDay().lastX()).max().orElse(1);
    double largest =
        kinds.stream().mapToDouble(kind -> kind.percentByDay().highest(0)).max().orElse(0);
    Frame frame =
        new Frame(
            box,
            Axis.time(TimeScale.DAYS, lastDay, Frame.across(box)),
            Axis.linear(0, Math.max(5, largest), Frame.upwards(box)));
    Svg svg = new Svg(box.bottom() + 50, title, description());
    layout.drawHead(svg);
    frame.draw(svg);
    frame.titleX(svg, "Time (days)");
    frame.titleY(svg, "Patients at grade ≥ 3 (%)", 42);
    for (int i = 0; i < kinds.size(); i++) {
      svg.path(
          PathData.through(kinds.get(i).percentByDay(), frame.x(), frame.y()),
          Palette.line(i, 1.8));
    }
    return svg.finish();
  }

  private String description() {
    return kinds.stream()
        .map(kind ->
            kind.name() + " at most " + Axis.decimal(kind.percentByDay().highest(0), 1) + " %")
        .collect(
            Collectors.joining(", ", "Patients with toxicity of grade 3 or more by day: ", "."));
  }
}
