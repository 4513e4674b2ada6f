package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.report.figure.ForestFigure.Group;
import org.cytotrial.report.figure.ForestFigure.Limits;
import org.cytotrial.report.figure.ForestFigure.Pooled;
import org.cytotrial.report.figure.ForestFigure.Study;

/// A line of a forest plot, its texts already broken.
sealed interface ForestLine {
  double height();

  /// The heading of a group.
  record Heading(List<String> text) implements ForestLine {
    @Override
    public double height() {
      return text.size() * ForestColumns.LEADING + 9;
    }
  }

  /// A study; as many lines as its longest cell.
  record Row(Study study, List<String> name, List<List<String>> cells, int lines)
      implements ForestLine {
    @Override
    public double height() {
      return lines * ForestColumns.LEADING + 5;
    }
  }

  /// A pooled estimate with the note beneath its name.
  record Diamond(Pooled pooled, List<String> name, List<List<String>> cells, List<String> note)
      implements ForestLine {
    /// The height of the part beside the diamond.
    double head() {
      return name.size() * ForestColumns.LEADING + 6;
    }

    @Override
    public double height() {
      return head() + note.size() * (ForestColumns.LEADING - 1) + (note.isEmpty() ? 0 : 3);
    }
  }

  /// A prediction interval.
  record Prediction(Limits limits) implements ForestLine {
    @Override
    public double height() {
      return ForestColumns.LEADING + 5;
    }
  }

  /// Lines that stay on one page.
  ///
  /// @param heading of their group
  record Block(String heading, List<ForestLine> lines) {
    double height() {
      return lines.stream().mapToDouble(ForestLine::height).sum();
    }
  }

  /// The lines from above: headings with their first study, pooled estimates with the last.
  static List<Block> blocks(ForestFigure figure, ForestColumns columns) {
    List<Block> blocks = new ArrayList<>();
    for (Group group : figure.groups()) {
      List<ForestLine> lines = new ArrayList<>();
      if (!group.heading().isEmpty()) {
        lines.add(heading(group.heading(), columns));
      }
      for (int i = 0; i < group.studies().size(); i++) {
        lines.add(row(group.studies().get(i), columns));
        if (i < group.studies().size() - 1) {
          blocks.add(new Block(group.heading(), List.copyOf(lines)));
          lines.clear();
        }
      }
      group.pooled().ifPresent(pooled -> lines.addAll(diamond(pooled, columns)));
      blocks.add(new Block(group.heading(), List.copyOf(lines)));
    }
    for (Pooled pooled : figure.overall()) {
      blocks.add(new Block("", diamond(pooled, columns)));
    }
    return blocks;
  }

  static Heading heading(String text, ForestColumns columns) {
    return new Heading(TextWidth.wrap(text, ForestColumns.SIZE + 0.6, columns.besidePlot()));
  }

  private static Row row(Study study, ForestColumns columns) {
    return new Row(
        study,
        columns.wrapName(study.name()),
        columns.wrapCells(study.cells()),
        columns.lines(study));
  }

  private static List<ForestLine> diamond(Pooled pooled, ForestColumns columns) {
    List<ForestLine> lines = new ArrayList<>();
    List<String> note =
        pooled.note().isEmpty()
            ? List.of()
            : TextWidth.wrap(pooled.note(), 11, columns.besidePlot());
    lines.add(
        new Diamond(
            pooled, columns.wrapName(pooled.name()), columns.wrapCells(pooled.cells()), note));
    pooled.prediction().ifPresent(limits -> lines.add(new Prediction(limits)));
    return lines;
  }
}
