package org.cytotrial.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.report.figure.Svg.Box;
import org.junit.jupiter.api.Test;

/// The flow diagram: nothing is cut, nothing overlaps, and what does not add up is said.
class FlowFigureTest {
  private static final Pattern RECTANGLE =
      Pattern.compile(
          "<rect x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\""
              + " fill=\"#ffffff\"");
  private static final Pattern TEXT =
      Pattern.compile("<text x=\"([\\d.]+)\" y=\"([\\d.]+)\" font-size=\"11.5\"[^>]*>([^<]*)<");

  private static List<Box> boxes(String svg) {
    return RECTANGLE
        .matcher(svg)
        .results()
        .map(m ->
            new Box(
                Double.parseDouble(m.group(1)),
                Double.parseDouble(m.group(2)),
                Double.parseDouble(m.group(3)),
                Double.parseDouble(m.group(4))))
        .toList();
  }

  @Test
  void everyLineLiesWithinABox() {
    for (FlowDiagram flow : List.of(ExampleFlows.small(), ExampleFlows.crowded())) {
      String svg = new FlowFigure("Title", flow).svg();
      List<Box> boxes = boxes(svg);
      Matcher text = TEXT.matcher(svg);
      int lines = 0;
      while (text.find()) {
        lines++;
        double x = Double.parseDouble(text.group(1));
        double y = Double.parseDouble(text.group(2));
        double end = x + TextWidth.of(plain(text.group(3)), 11.5);
        assertTrue(
            boxes.stream()
                .anyMatch(b -> b.x() < x && end < b.right() && b.y() + 8 < y && y + 3 < b.bottom()),
            text.group());
      }
      assertTrue(lines > 12, "only " + lines + " lines were found");
    }
  }

  private static String plain(String escaped) {
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  @Test
  void boxesDoNotOverlap() {
    List<Box> boxes = boxes(new FlowFigure("Title", ExampleFlows.crowded()).svg());
    assertEquals(17, boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        Box a = boxes.get(i);
        Box b = boxes.get(j);
        boolean apart =
            a.right() < b.x() || b.right() < a.x() || a.bottom() < b.y() || b.bottom() < a.y();
        assertTrue(apart, a + " and " + b);
      }
    }
  }

  @Test
  void whatDoesNotAddUpStandsBelow() {
    assertEquals(List.of(), ExampleFlows.small().problems());
    String svg = new FlowFigure("Title", ExampleFlows.crowded()).svg();
    assertTrue(svg.contains("This does not add up yet"), svg);
    String words = svg.replaceAll("<[^>]+>\\s*", " ").replaceAll("\\s+", " ");
    assertTrue(words.contains("12 decisions are to be settled"), words);
  }
}
