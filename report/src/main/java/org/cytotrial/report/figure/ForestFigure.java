package org.cytotrial.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cytotrial.report.html.HtmlTable;

/// A forest plot: a line per study with its interval, diamonds for pooled estimates, a bar for the
/// prediction interval. Simulated arms and studies that were not pooled have marks of their own,
/// and the legend says so.
///
/// A picture taller than a page of A4 is cut between studies into several ([#pages]), each with
/// title, legend, column headings, group heading and axis: browsers cannot break an SVG across
/// pages, they shrink or cut it.
///
/// @param title above the figure
/// @param measure what the axis shows
/// @param columns headings of the columns between name and picture, such as `Responders / N`
/// @param groups of studies from above; one group without a heading where there are no subgroups
/// @param overall pooled estimates beneath everything
/// @param notes sentences at the foot, such as which studies stand only in the tables
public record ForestFigure(
    String title,
    Measure measure,
    List<String> columns,
    List<Group> groups,
    List<Pooled> overall,
    List<String> notes) {

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if a study or a pooled estimate has another number of cells
  ///   than there are columns, or a value on a logarithmic axis is not above 0
  public ForestFigure {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
    overall = List.copyOf(overall);
    notes = List.copyOf(notes);
    for (Group group : groups) {
      for (Study study : group.studies()) {
        check(study.name(), study.cells(), columns);
        study.estimate().ifPresent(e -> check(study.name(), e, measure));
      }
    }
    Stream<Pooled> pooled = groups.stream().flatMap(group -> group.pooled().stream());
    for (Pooled p : Stream.concat(pooled, overall.stream()).toList()) {
      check(p.name(), p.cells(), columns);
      check(p.name(), p.estimate(), measure);
    }
  }

  /// What a row is.
  public enum Kind {
    /// A study that enters the pooled estimate.
    STUDY("Study"),
    /// An arm of a virtual trial: shown beside the studies, never pooled with them.
    SIMULATED("Simulated arm of a virtual trial, not pooled"),
    /// A study that is listed but does not enter the pooled estimate.
    NOT_POOLED("Study that is not pooled");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// What the legend and the table say.
    public String words() {
      return words;
    }
  }

  /// One row.
  ///
  /// @param cells one text for each of the figure's columns
  /// @param estimate absent where nothing can be estimated
  /// @param weight in the pooled estimate, in %; absent where it has none
  public record Study(
      String name,
      List<String> cells,
      Optional<Estimate> estimate,
      OptionalDouble weight,
      Kind kind) {
    public Study {
      cells = List.copyOf(cells);
    }
  }

  /// A pooled estimate.
  ///
  /// @param name such as `Random effects (REML, HKSJ)`
  /// @param cells one text for each of the figure's columns, empty texts where there is nothing
  /// @param prediction the interval in which a new study would lie, on the scale of the estimate
  /// @param note beneath, such as the heterogeneity; may be empty
  public record Pooled(
      String name,
      List<String> cells,
      Estimate estimate,
      Optional<Limits> prediction,
      String note) {
    public Pooled {
      cells = List.copyOf(cells);
    }
  }

  /// The ends of an interval without a value of its own.
  public record Limits(double lower, double upper) {}

  /// Studies under a heading, with their pooled estimate.
  ///
  /// @param heading may be empty
  /// @param pooled absent where the studies are listed and not pooled
  public record Group(String heading, List<Study> studies, Optional<Pooled> pooled) {
    public Group {
      studies = List.copyOf(studies);
    }
  }

  private static void check(String name, List<String> cells, List<String> columns) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "The row '%s' of a forest plot has %d cells for %d columns."
              .formatted(name, cells.size(), columns.size()));
    }
  }

  private static void check(String name, Estimate estimate, Measure measure) {
    if (measure.logarithmic() && estimate.value() <= 0) {
      throw new IllegalArgumentException(
          "The row '%s' has the value %s on a logarithmic axis. Maybe give the ratio, not its logarithm."
              .formatted(name, estimate.value()));
    }
  }

  /// The picture, cut so that each part fits on a page of A4.
  public List<String> pages() {
    return ForestPages.draw(this, Svg.PAGE_HEIGHT);
  }

  /// The whole picture, however tall.
  public String svg() {
    return ForestPages.draw(this, Double.POSITIVE_INFINITY).getFirst();
  }

  /// The numbers of the figure.
  public HtmlTable table() {
    return ForestTable.of(this);
  }

  Stream<Study> studies() {
    return groups.stream().flatMap(group -> group.studies().stream());
  }

  Stream<Pooled> pooled() {
    return Stream.concat(groups.stream().flatMap(g -> g.pooled().stream()), overall.stream());
  }

  boolean has(Kind kind) {
    return studies().anyMatch(study -> study.kind() == kind);
  }

  boolean weighted() {
    return studies().anyMatch(study -> study.weight().isPresent());
  }
}
