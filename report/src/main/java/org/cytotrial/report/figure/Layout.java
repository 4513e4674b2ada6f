package org.cytotrial.report.figure;

import java.util.List;
import org.cytotrial.report.figure.Svg.Lettering;

/// What all figures share: margins, and the title with the legend beneath it.
///
/// @param titleLines the title as it is set
record Layout(List<String> titleLines, Legend legend) {
  /// The margin at the left and right of titles and legends.
  static final double MARGIN = 16;

  private static final double TITLE_HEIGHT = 36;
  private static final double TITLE_LEADING = 19;

  /// A figure of the usual width, its title cut to one line.
  Layout(String title, Legend legend) {
    this(List.of(TextWidth.fit(title, 15, Svg.WIDTH - 2 * MARGIN)), legend);
  }

  /// A wide figure, its title in as many lines as it needs.
  static Layout wide(String title, Legend legend) {
    return new Layout(TextWidth.wrap(title, 15.5, Svg.WIDE - 2 * MARGIN), legend);
  }

  static Legend newLegend() {
    return new Legend(Svg.WIDTH - 2 * MARGIN);
  }

  static Legend newWideLegend() {
    return new Legend(Svg.WIDE - 2 * MARGIN);
  }

  private double legendTop() {
    return TITLE_HEIGHT + TITLE_LEADING * (titleLines.size() - 1);
  }

  /// Where the plot may begin.
  double top() {
    return legendTop() + legend.height() + 12;
  }

  void drawHead(Svg svg) {
    for (int i = 0; i < titleLines.size(); i++) {
      svg.text(MARGIN, 24 + i * TITLE_LEADING, titleLines.get(i), Lettering.TITLE);
    }
    legend.draw(svg, MARGIN, legendTop());
  }
}
