package org.cytotrial.report.figure;

/// Colours of Okabe & Ito (2008) and dashes that tell lines apart without colour; after seven lines
/// they come again with other dashes.
final class Palette {
  private static final String[] COLOURS = {
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#222222"
  };

  /// The same hues, dark enough for text on white.
  private static final String[] TEXT_COLOURS = {
    "#005A8E", "#A84A00", "#00704F", "#8F4A72", "#8A5E00", "#1F6A94", "#222222"
  };

  private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3", "5 5"};

  private Palette() {}

  static String colour(int index) {
    return COLOURS[index % COLOURS.length];
  }

  static String textColour(int index) {
    return TEXT_COLOURS[index % TEXT_COLOURS.length];
  }

  /// The line for the series at this place; neighbours differ in colour and in dashes.
  static Svg.Stroke line(int index, double width) {
    int round = index / COLOURS.length;
    return Svg.Stroke.dashed(colour(index), width, DASHES[(index + round) % DASHES.length]);
  }
}
