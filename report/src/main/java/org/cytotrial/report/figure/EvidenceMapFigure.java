package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cytotrial.report.html.HtmlTable;
import org.cytotrial.report.html.HtmlTable.Column;

/// An evidence map: cytokines downwards, cancers across, and in each cell a mark per study, whose
/// shape and colour say the format. A mark is a link to the study in the same page, and says the
/// study's name when pointed at.
///
/// Cytokines, cancers and formats stand in the order in which the studies name them first.
///
/// @param title above the figure
public record EvidenceMapFigure(String title, List<Study> studies) {
  public EvidenceMapFigure {
    studies = List.copyOf(studies);
  }

  /// A study or an arm of one.
  ///
  /// @param anchor the `id` of the element in the report where the study is described
  /// @param format such as `native` or `fusion protein`
  /// @param participants absent where not known
  public record Study(
      String name,
      String anchor,
      String cytokine,
      String cancer,
      String format,
      OptionalInt participants) {}

  /// The picture, cut between cytokines, or between cancers where there are more than fit side by
  /// side, so that each part fits on a page of A4.
  public List<String> pages() {
    return EvidenceMapPages.draw(this);
  }

  /// How many studies there are for each cytokine, cancer and format, and which.
  public HtmlTable table() {
    Map<List<String>, List<Study>> cells =
        studies.stream()
            .collect(
                Collectors.groupingBy(
                    study -> List.of(study.cytokine(), study.cancer(), study.format()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    for (String cytokine : distinct(Study::cytokine)) {
      for (String cancer : distinct(Study::cancer)) {
        cells.forEach((key, members) -> {
          if (key.get(0).equals(cytokine) && key.get(1).equals(cancer)) {
            rows.add(row(key, members));
          }
        });
      }
    }
    return new HtmlTable(
        title + ": the numbers",
        List.of(
            Column.text("Cytokine"),
            Column.text("Cancer"),
            Column.text("Format"),
            Column.number("Studies"),
            Column.number("Participants"),
            Column.text("Which")),
        rows);
  }

  private static List<String> row(List<String> key, List<Study> members) {
    List<String> row = new ArrayList<>(key);
    row.add(Axis.decimal(members.size(), 0));
    long unknown = members.stream().filter(study -> study.participants().isEmpty()).count();
    int known = members.stream().mapToInt(study -> study.participants().orElse(0)).sum();
    String sum = unknown == members.size() ? "not known" : Axis.decimal(known, 0);
    row.add(unknown == 0 || unknown == members.size() ? sum : sum + ", not known in " + unknown);
    row.add(members.stream().map(Study::name).collect(Collectors.joining("; ")));
    return row;
  }

  List<String> distinct(Function<Study, String> property) {
    return studies.stream().map(property).distinct().toList();
  }
}
