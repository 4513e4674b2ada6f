package org.cytotrial.report.figure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Stroke;

/// One thin line for each patient: the change of the sum of longest diameters from visit to visit.
/// Up to some sixty patients can be told apart.
///
/// @param title above the figure
/// @param scale the unit of the time axis
/// @param patients in any order; later ones are drawn on top
public record SpiderFigure(String title, TimeScale scale, List<Patient> patients) {
  private static final double PLOT_HEIGHT = 300;
  private static final double HIGHEST = 150;

  public SpiderFigure {
    patients = List.copyOf(patients);
  }

  /// One patient.
  ///
  /// @param response colours the line
  /// @param changePercent over days: change from baseline in %, beginning with 0 at day 0
  public record Patient(BestResponse response, Series changePercent) {}

  /// The picture.
  public String svg() {
    Set<BestResponse> shown = EnumSet.noneOf(BestResponse.class);
    patients.forEach(patient -> shown.add(patient.response()));
    Legend legend = Layout.newLegend();
    shown.forEach(response -> legend.line(response.label(), Stroke.solid(response.colour(), 2)));
    Layout layout = new Layout(title, legend);
    Box box = new Box(66, layout.top(), Svg.WIDTH - 66 - 50, PLOT_HEIGHT);
    double lastDay = patients.stream().mapToDouble(p -> p.changePercent().lastX()).max().orElse(1);
    double largest =
        patients.stream().mapToDouble(p -> p.changePercent().highest(0)).max().orElse(0);
    double top = Math.clamp(25 * Math.ceil(largest / 25), 50, HIGHEST);
    Frame frame =
        new Frame(
            box,
            Axis.time(scale, lastDay, Frame.across(box)),
            Axis.between(-100, top, 25, Frame.upwards(box)));
    Svg svg = new Svg(box.bottom() + 50, title, description(largest));
    layout.drawHead(svg);
    frame.draw(svg);
    frame.titleX(
        svg,
        "Time ("
            + scale.unit()
            + ")"
            + (largest > HIGHEST ? "; lines end where they pass +150 %" : ""));
    frame.titleY(svg, "Change of tumour size (%)", 46);
    svg.line(box.x(), frame.y().at(0), box.right(), frame.y().at(0), Stroke.solid(Svg.INK, 0.8));
    frame.mark(svg, 20, "+20 %");
    frame.mark(svg, -30, "−30 %");
    for (Patient patient : patients) {
      Series line = inUnits(patient.changePercent());
      Stroke stroke = Stroke.solid(patient.response().colour(), 1.2).withOpacity(0.85);
      svg.path(PathData.through(line, frame.x(), frame.y()), stroke);
    }
    return svg.finish();
  }

  /// The line in the unit of the axis, until it leaves the plot.
  private Series inUnits(Series days) {
    int end = 0;
    while (end < days.size() && (end == 0 || !(days.y(end - 1) > HIGHEST))) {
      end++;
    }
    double[] x = new double[end];
    double[] y = new double[end];
    for (int i = 0; i < end; i++) {
      x[i] = scale.fromDays(days.x(i));
      y[i] = days.y(i);
    }
    return Series.of(x, y);
  }

  private String description(double largest) {
    return "Change of tumour size over time of "
        + patients.size()
        + " patients; the largest is "
        + Axis.decimal(largest, 0)
        + " %.";
  }
}
