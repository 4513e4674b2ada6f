package org.cytotrial.report.figure;

import org.cytotrial.report.figure.Svg.Stroke;

/// A mark at a point: shapes that can be told apart without colour.
///
/// @param hollow white within its outline
record Mark(Shape shape, String colour, boolean hollow) {
  static final double LEGEND_RADIUS = 5;

  /// Marks of about the same area at the same radius.
  enum Shape {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE
  }

  static Mark filled(Shape shape, String colour) {
    return new Mark(shape, colour, false);
  }

  static Mark hollow(Shape shape, String colour) {
    return new Mark(shape, colour, true);
  }

  /// The mark for the kind at this place; the first twenty-eight differ.
  static Mark of(int index) {
    Shape[] shapes = Shape.values();
    return new Mark(
        shapes[index % shapes.length], Palette.colour(index), index / shapes.length % 2 == 1);
  }

  /// Draws the mark around a point.
  void draw(Svg svg, double x, double y, double radius) {
    String fill = hollow ? "#ffffff" : colour;
    Stroke outline = Stroke.solid(colour, 1.4);
    switch (shape) {
      case CIRCLE -> svg.circle(x, y, radius, fill, outline);
      case SQUARE -> svg.shape(square(x, y, radius * 0.9), fill, outline);
      case DIAMOND -> svg.shape(diamond(x, y, radius * 1.2, radius * 1.2), fill, outline);
      case TRIANGLE -> svg.shape(triangle(x, y, radius * 1.08), fill, outline);
    }
  }

  private static PathData square(double x, double y, double r) {
    return new PathData()
        .move(x - r, y - r)
        .horizontal(x + r)
        .vertical(y + r)
        .horizontal(x - r)
        .close();
  }

  private static PathData diamond(double x, double y, double across, double up) {
    return new PathData()
        .move(x - across, y)
        .line(x, y - up)
        .line(x + across, y)
        .line(x, y + up)
        .close();
  }

  private static PathData triangle(double x, double y, double r) {
    return new PathData().move(x, y - r).line(x + r, y + r * 0.8).line(x - r, y + r * 0.8).close();
  }
}
