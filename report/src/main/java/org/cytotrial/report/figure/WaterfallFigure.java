package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;

/// One bar for each patient: the best change of the sum of longest diameters, growth at the left,
/// coloured by response. One path for each response keeps a figure of thousands small.
///
/// @param title above the figure
/// @param patients in any order
public record WaterfallFigure(String title, List<Patient> patients) {
  private static final double PLOT_HEIGHT = 290;
  private static final double HIGHEST = 100;

  public WaterfallFigure {
    patients = List.copyOf(patients);
  }

  /// One patient.
  ///
  /// @param changePercent best change of the sum of longest diameters from baseline, in %: −100 and
  ///   above
  /// @param response colours the bar
  public record Patient(double changePercent, BestResponse response) {
    public Patient {
      if (!(changePercent >= -100 && changePercent < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "A change of "
                + changePercent
                + " % cannot be drawn. It must be finite and −100 or more.");
      }
    }
  }

  /// The picture.
  public String svg() {
    Map<BestResponse, Integer> counts = new EnumMap<>(BestResponse.class);
    patients.forEach(patient -> counts.merge(patient.response(), 1, Integer::sum));
    Legend legend = Layout.newLegend();
    counts.forEach((r, n) -> legend.fill(r.label() + " (" + Axis.decimal(n, 0) + ")", r.colour()));
    Layout layout = new Layout(title, legend);
    Box box = new Box(66, layout.top(), Svg.WIDTH - 66 - 50, PLOT_HEIGHT);
    double largest = patients.stream().mapToDouble(Patient::changePercent).max().orElse(0);
    double top = Math.clamp(20 * Math.ceil(largest / 20), 40, HIGHEST);
    Frame frame =
        new Frame(
            box,
            Axis.between(0, Math.max(1, patients.size()), Double.MAX_VALUE, Frame.across(box)),
            Axis.between(-100, top, 20, Frame.upwards(box)));
    Svg svg = new Svg(box.bottom() + 36, title, description(counts));
    layout.drawHead(svg);
    frame.drawY(svg);
    frame.titleY(svg, "Best change of tumour size (%)", 46);
    drawBars(svg, frame);
    frame.mark(svg, 20, "+20 %");
    frame.mark(svg, -30, "−30 %");
    svg.line(box.x(), frame.y().at(0), box.right(), frame.y().at(0), Svg.Stroke.solid(Svg.INK, 1));
    svg.text(box.x() + box.width() / 2, box.bottom() + 22, caption(), Lettering.AXIS);
    return svg.finish();
  }

  private void drawBars(Svg svg, Frame frame) {
    List<Patient> sorted = new ArrayList<>(patients);
    sorted.sort(Comparator.comparingDouble(Patient::changePercent).reversed());
    double slot = frame.box().width() / Math.max(1, sorted.size());
    double gap = slot >= 4 ? 1 : 0;
    double zero = frame.y().at(0);
    Map<BestResponse, PathData> bars = new EnumMap<>(BestResponse.class);
    for (int i = 0; i < sorted.size(); i++) {
      double end = frame.y().at(sorted.get(i).changePercent());
      double x = frame.box().x() + i * slot;
      Box bar = new Box(x, Math.min(zero, end), slot - gap, Math.abs(zero - end));
      if (bar.height() > 0) {
        bars.computeIfAbsent(sorted.get(i).response(), _ -> new PathData()).bar(bar);
      }
    }
    bars.forEach((response, path) -> svg.area(path, response.colour(), 1));
  }

  private String caption() {
    String text = "Patients (n = " + Axis.decimal(patients.size(), 0) + "), sorted";
    long cut = patients.stream().filter(patient -> patient.changePercent() > HIGHEST).count();
    return cut == 0 ? text : text + "; " + cut + (cut == 1 ? " bar" : " bars") + " cut at +100 %";
  }

  private String description(Map<BestResponse, Integer> counts) {
    StringJoiner parts =
        new StringJoiner(", ", "Best change of tumour size of each patient, sorted: ", ".");
    counts.forEach((response, n) -> parts.add(response.label() + " " + n));
    return parts.toString();
  }
}
