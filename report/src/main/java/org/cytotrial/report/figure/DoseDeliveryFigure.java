package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// How many patients received each planned dose: bars in the order of the plan, cycle beside cycle.
///
/// @param title above the figure
/// @param position what the labels of the doses count, such as `Dose in the cycle` or `Day`
/// @param cycles in the order of the plan
public record DoseDeliveryFigure(String title, String position, List<Cycle> cycles) {
  private static final double PLOT_HEIGHT = 150;
  private static final double LEFT = 66;
  private static final double GAP = 22;
  private static final double WIDEST_BAR = 30;
  private static final double NARROWEST_BAR = 9;

  public DoseDeliveryFigure {
    cycles = List.copyOf(cycles);
  }

  /// A cycle or course of the plan.
  public record Cycle(String name, List<Dose> doses) {
    public Cycle {
      doses = List.copyOf(doses);
    }
  }

  /// A planned dose: its number or day, and the fraction of patients (0 to 1) who received it.
  public record Dose(String label, double fraction) {
    public Dose {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException(
            "Dose '"
                + label
                + "' was received by a fraction of "
                + fraction
                + ". It must lie from 0 to 1.");
      }
    }
  }

  /// The picture.
  public String svg() {
    Layout layout = new Layout(title, Layout.newLegend());
    double bar = barWidth();
    List<List<Cycle>> rows = rows(bar);
    double rowHeight = PLOT_HEIGHT + 76;
    Svg svg = new Svg(layout.top() + rows.size() * rowHeight, title, description());
    layout.drawHead(svg);
    for (int r = 0; r < rows.size(); r++) {
      double x = LEFT;
      for (Cycle cycle : rows.get(r)) {
        Box box = new Box(x, layout.top() + r * rowHeight + 18, width(cycle, bar), PLOT_HEIGHT);
        drawCycle(svg, cycle, box, x == LEFT);
        x = box.right() + GAP;
      }
      double middle = (LEFT + x - GAP) / 2;
      svg.text(
          middle, layout.top() + r * rowHeight + 18 + PLOT_HEIGHT + 38, position, Lettering.AXIS);
    }
    return svg.finish();
  }

  private static double width(Cycle cycle, double bar) {
    return Math.max(cycle.doses().size() * bar + 6, TextWidth.of(cycle.name(), 12));
  }

  private double barWidth() {
    int doses = cycles.stream().mapToInt(cycle -> cycle.doses().size()).sum();
    double room = Svg.WIDTH - LEFT - 20 - GAP * Math.max(0, cycles.size() - 1) - 6 * cycles.size();
    return Math.clamp(room / Math.max(1, doses), NARROWEST_BAR, WIDEST_BAR);
  }

  private List<List<Cycle>> rows(double bar) {
    List<List<Cycle>> rows = new ArrayList<>();
    double x = Double.POSITIVE_INFINITY;
    for (Cycle cycle : cycles) {
      double width = width(cycle, bar);
      if (x + width > Svg.WIDTH - 19) {
        rows.add(new ArrayList<>());
        x = LEFT;
      }
      rows.getLast().add(cycle);
      x += width + GAP;
    }
    return rows;
  }

  private static void drawCycle(Svg svg, Cycle cycle, Box box, boolean first) {
    Axis y = Axis.between(0, 100, 25, Frame.upwards(box));
    Frame frame = new Frame(box, Axis.between(0, 1, 2, Frame.across(box)), y);
    if (first) {
      frame.drawY(svg);
      frame.titleY(svg, "Patients (%)", 42);
    } else {
      y.ticks().forEach(tick -> drawGrid(svg, box, y.at(tick.value())));
      svg.line(box.x(), box.bottom(), box.right(), box.bottom(), Stroke.solid(Svg.INK, 1));
    }
    svg.text(
        box.x(),
        box.y() - 8,
        TextWidth.fit(cycle.name(), 12, Svg.WIDTH - box.x()),
        Lettering.START);
    double slot = (box.width() - 6) / Math.max(1, cycle.doses().size());
    double shown = Math.min(slot, WIDEST_BAR);
    int every = labelEvery(cycle, shown);
    PathData bars = new PathData();
    for (int i = 0; i < cycle.doses().size(); i++) {
      double x = box.x() + 4 + i * shown;
      double top = y.at(100 * cycle.doses().get(i).fraction());
      bars.bar(new Box(x, top, shown - Math.min(3, shown * 0.2), box.bottom() - top));
      if (i % every == 0) {
        svg.text(
            x + shown * 0.45, box.bottom() + 16, cycle.doses().get(i).label(), Lettering.MIDDLE);
      }
    }
    svg.area(bars, Palette.colour(0), 1);
  }

  private static void drawGrid(Svg svg, Box box, double at) {
    svg.line(box.x(), at, box.right(), at, Stroke.solid(Svg.GRID, 1));
  }

  private static int labelEvery(Cycle cycle, double slot) {
    double widest =
        cycle.doses().stream().mapToDouble(dose -> TextWidth.of(dose.label(), 12)).max().orElse(0);
    return Math.max(1, (int) Math.ceil((widest + 3) / slot));
  }

  private String description() {
    return cycles.stream()
        .map(cycle ->
            cycle.name()
                + ": "
                + cycle.doses().stream()
                    .map(dose ->
                        dose.label() + " by " + Axis.decimal(100 * dose.fraction(), 0) + " %")
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", "Patients who received each planned dose. ", "."));
  }
}
