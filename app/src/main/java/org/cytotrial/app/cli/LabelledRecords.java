package org.cytotrial.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.evidence.screening.ScreeningText;

/// Records with titles, abstracts and labels, from a CSV.
final class LabelledRecords {
  private static final List<String> LABELS = List.of("label_included", "included");

  private final Path file;
  private final List<String> ids = new ArrayList<>();
  private final List<ScreeningText> texts = new ArrayList<>();
  private final List<Boolean> labels = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();

  private LabelledRecords(Path file) {
    this.file = file;
  }

  static LabelledRecords read(Path file, PrintWriter err) throws IOException {
    DataTable table = DataTable.read(file, Map.of(), Map.of());
    String label = LABELS.stream().filter(table::has).findFirst().orElse(LABELS.getFirst());
    for (String column : List.of("title", "abstract", label)) {
      table.requireHeader(column);
    }
    boolean named = table.has("record_id");
    if (!named) {
      err.println(
          "warning: " + file + ":1: no column record_id; records are numbered from 0 instead");
    }
    var records = new LabelledRecords(file);
    for (DataTable.Row row : table.rows()) {
      records.add(row, named ? row.text("record_id") : Integer.toString(row.number() - 1), label);
    }
    table.refuseProblems();
    return records;
  }

  private void add(DataTable.Row row, String id, String label) {
    if (id.isEmpty()) {
      row.problem("record_id is empty; give each record its own");
    } else if (rows.putIfAbsent(id, ids.size()) != null) {
      row.problem("record_id '" + id + "' stands twice; give each record its own");
    }
    String value = row.text(label);
    boolean isOne = value.equals("1") || value.equals("1.0");
    if (!isOne && !value.equals("0") && !value.equals("0.0")) {
      row.problem("'" + label + "' is '" + value + "'; 1 or 0 is expected");
    }
    ids.add(id);
    texts.add(new ScreeningText(row.text("title"), row.text("abstract")));
    labels.add(isOne);
  }

  List<ScreeningText> texts() {
    return texts;
  }

  boolean isRelevant(int row) {
    return labels.get(row);
  }

  /// How many relevant records are not among the given rows.
  int relevantWithout(List<Integer> known) {
    int relevant = 0;
    for (boolean label : labels) {
      relevant += label ? 1 : 0;
    }
    for (int row : known) {
      relevant -= labels.get(row) ? 1 : 0;
    }
    return relevant;
  }

  /// The rows whose ids stand in the column `record_id` of a CSV.
  List<Integer> rowsNamedIn(Path priors) throws IOException {
    DataTable table = DataTable.read(priors, Map.of(), Map.of());
    table.requireHeader("record_id");
    List<Integer> found = new ArrayList<>();
    for (DataTable.Row row : table.rows()) {
      Integer known = rows.get(row.text("record_id"));
      if (known == null) {
        row.problem("record_id '" + row.text("record_id") + "' is not in " + file);
      } else if (!found.contains(known)) {
        found.add(known);
      }
    }
    table.refuseProblems();
    return found;
  }

  /// `position,record_id`, positions from 1.
  String orderCsv(List<Integer> order) {
    var text = new StringBuilder("position,record_id\n");
    for (int i = 0; i < order.size(); i++) {
      String id = ids.get(order.get(i));
      boolean plain = id.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      text.append(i + 1)
          .append(',')
          .append(plain ? id : '"' + id.replace("\"", "\"\"") + '"')
          .append('\n');
    }
    return text.toString();
  }
}
