package org.cytotrial.report.figure;

import org.cytotrial.report.figure.Svg.Lettering;

/// What all figures share: margins, and the title with the legend beneath it.
record Layout(String title, Legend legend) {
  /// The margin at the left and right of titles and legends.
  static final double MARGIN = 16;

  private static final double TITLE_HEIGHT = 36;

  static Legend newLegend() {
    return new Legend(Svg.WIDTH - 2 * MARGIN);
  }

  /// Where the plot may begin.
  double top() {
    return TITLE_HEIGHT + legend.height() + 12;
  }

  void drawHead(Svg svg) {
    svg.text(MARGIN, 24, TextWidth.fit(title, 15, Svg.WIDTH - 2 * MARGIN), Lettering.TITLE);
    legend.draw(svg, MARGIN, TITLE_HEIGHT);
  }
}
