package org.cytotrial.report.figure;

import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;
import org.cytotrial.statistics.survival.KaplanMeier;

/// Survival curves of arms with ticks where patients leave, and the numbers at risk beneath.
///
/// @param title above the figure
/// @param endpoint what the curve counts, such as `Overall survival`
/// @param scale the unit of the time axis
/// @param intervals whether to draw the bands of the curves that have intervals
/// @param arms curves over times in days
public record KaplanMeierFigure(
    String title, String endpoint, TimeScale scale, boolean intervals, List<Arm> arms) {
  private static final double PLOT_HEIGHT = 280;
  private static final double ROW = 17;

  public KaplanMeierFigure {
    arms = List.copyOf(arms);
  }

  /// A curve over times in days, with the name of its arm.
  public record Arm(String name, KaplanMeier curve) {}

  /// The picture.
  public String svg() {
    Legend legend = Layout.newLegend();
    for (int i = 0; i < arms.size(); i++) {
      legend.line(describe(arms.get(i)), Palette.line(i, 2));
    }
    Layout layout = new Layout(title, legend);
    double left = left();
    Box box = new Box(left, layout.top(), Svg.WIDTH - left - 24, PLOT_HEIGHT);
    Frame frame =
        new Frame(
            box,
            Axis.time(scale, lastDay(), Frame.across(box)),
            Axis.between(0, 100, 20, Frame.upwards(box)));
    int rows = namesAtRisk().stream().mapToInt(List::size).sum();
    Svg svg = new Svg(box.bottom() + 66 + ROW * rows + 10, title, description());
    layout.drawHead(svg);
    frame.draw(svg);
    frame.titleX(svg, "Time (" + scale.unit() + ")");
    frame.titleY(svg, endpoint + " (%)", 42);
    for (int i = 0; i < arms.size(); i++) {
      if (intervals) {
        svg.area(band(frame, arms.get(i).curve()), Palette.colour(i), 0.15);
      }
    }
    for (int i = 0; i < arms.size(); i++) {
      svg.path(curve(frame, arms.get(i).curve()), Palette.line(i, 2));
      svg.path(censoring(frame, arms.get(i).curve()), Stroke.solid(Palette.colour(i), 1.2));
    }
    drawAtRisk(svg, frame);
    return svg.finish();
  }

  private double left() {
    double widest = arms.stream().mapToDouble(arm -> TextWidth.of(arm.name(), 12)).max().orElse(0);
    return Math.clamp(widest + 38, 66, 220);
  }

  private double lastDay() {
    return arms.stream().mapToDouble(arm -> arm.curve().lastTime()).max().orElse(1);
  }

  private double px(Frame frame, double day) {
    return frame.x().at(scale.fromDays(day));
  }

  /// Steps less than a third of a pixel apart are drawn as one.
  private PathData curve(Frame frame, KaplanMeier curve) {
    PathData path = new PathData().move(px(frame, 0), frame.y().at(100));
    double drawnX = Double.NEGATIVE_INFINITY;
    double drawn = 1;
    double end = px(frame, curve.lastTime());
    for (KaplanMeier.Step step : curve.steps()) {
      double x = px(frame, step.time());
      if (step.survival() < drawn && (x - drawnX > 0.33 || x == end)) {
        path.horizontal(x).vertical(frame.y().at(100 * step.survival()));
        drawn = step.survival();
        drawnX = x;
      }
    }
    return path.horizontal(end);
  }

  /// Ticks nearer than a pixel and a half are drawn once.
  private PathData censoring(Frame frame, KaplanMeier curve) {
    PathData path = new PathData();
    double drawn = Double.NEGATIVE_INFINITY;
    for (KaplanMeier.Step step : curve.steps()) {
      double x = px(frame, step.time());
      if (step.censored() > 0 && x - drawn > 1.5) {
        double y = frame.y().at(100 * step.survival());
        path.move(x, y - 4).vertical(y + 4);
        drawn = x;
      }
    }
    return path;
  }

  /// The upper limits to the right and the lower ones back, over the stretch where both exist.
  private PathData band(Frame frame, KaplanMeier curve) {
    List<KaplanMeier.Step> steps =
        curve.steps().stream().filter(s -> s.interval().isPresent()).toList();
    PathData path = new PathData();
    if (steps.isEmpty()) {
      return path;
    }
    double end = px(frame, bandEnd(curve));
    path.move(px(frame, steps.getFirst().time()), upper(frame, steps.getFirst()));
    for (KaplanMeier.Step step : steps) {
      path.horizontal(px(frame, step.time())).vertical(upper(frame, step));
    }
    path.horizontal(end);
    for (KaplanMeier.Step step : steps.reversed()) {
      path.vertical(lower(frame, step)).horizontal(px(frame, step.time()));
    }
    return path.close();
  }

  private static double bandEnd(KaplanMeier curve) {
    return curve.steps().stream()
        .filter(s -> s.survival() == 0)
        .mapToDouble(KaplanMeier.Step::time)
        .findFirst()
        .orElse(curve.lastTime());
  }

  private static double upper(Frame frame, KaplanMeier.Step step) {
    return frame.y().at(100 * step.interval().orElseThrow().upper());
  }

  private static double lower(Frame frame, KaplanMeier.Step step) {
    return frame.y().at(100 * step.interval().orElseThrow().lower());
  }

  /// The names beneath the plot, broken to the room at its left.
  private List<List<String>> namesAtRisk() {
    double room = left() - Layout.MARGIN - 20;
    return arms.stream().map(arm -> TextWidth.wrap(arm.name(), 12, room)).toList();
  }

  private void drawAtRisk(Svg svg, Frame frame) {
    double top = frame.box().bottom() + 58;
    svg.text(Layout.MARGIN, top, "At risk", Lettering.START.withColour(Svg.GREY));
    List<List<String>> names = namesAtRisk();
    double y = top + ROW;
    for (int i = 0; i < arms.size(); i++) {
      double first = y;
      for (String line : names.get(i)) {
        svg.text(Layout.MARGIN, y, line, Lettering.START.withColour(Palette.textColour(i)));
        y += ROW;
      }
      for (Axis.Tick tick : frame.x().ticks()) {
        int atRisk = arms.get(i).curve().atRisk(scale.toDays(tick.value()));
        svg.text(frame.x().at(tick.value()), first, Axis.decimal(atRisk, 0), Lettering.MIDDLE);
      }
    }
  }

  private String describe(Arm arm) {
    KaplanMeier.Quantile median = arm.curve().median();
    StringBuilder text = new StringBuilder(arm.name());
    text.append(" (n = ").append(Axis.decimal(arm.curve().patients(), 0)).append("): median ");
    if (median.time().isEmpty()) {
      return text.append("not reached").toString();
    }
    text.append(time(median.time().getAsDouble())).append(' ').append(scale.unit());
    if (median.lower().isPresent()) {
      double percent = 100 * arm.curve().confidence().orElseThrow();
      String upper =
          median.upper().isPresent() ? time(median.upper().getAsDouble()) : "not reached";
      text.append(" (").append(Svg.number(percent)).append(" % CI ");
      text.append(time(median.lower().getAsDouble())).append(" to ").append(upper).append(')');
    }
    return text.toString();
  }

  private String time(double day) {
    return Axis.decimal(scale.fromDays(day), scale == TimeScale.DAYS ? 0 : 1);
  }

  private String description() {
    return "Kaplan–Meier curves of "
        + endpoint
        + ". "
        + arms.stream().map(this::describe).collect(Collectors.joining("; ", "", "."));
  }
}
