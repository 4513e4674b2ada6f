package org.cytotrial.app.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;

/// How a user would hand the data frames of metadat to `meta`: which file, and which of its columns
/// are which. Where R computed a column, so does this, into a file of its own.
final class GoldenTables {
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("dat.bcg", "ai=tpos,n1i=n1,ci=cpos,n2i=n2"),
          Map.entry("dat.yusuf1985", "ai=ai,n1i=n1i,ci=ci,n2i=n2i"),
          Map.entry("dat.collins1985b", "ai=pre.xti,n1i=pre.nti,ci=pre.xci,n2i=pre.nci"),
          Map.entry("dat.nielweise2007", "ai=ai,n1i=n1i,ci=ci,n2i=n2i"),
          Map.entry("dat.hine1989", "ai=ai,n1i=n1i,ci=ci,n2i=n2i"),
          Map.entry("dat.linde2005", "ai=ai,n1i=n1i,ci=ci,n2i=n2i"),
          Map.entry("dat.egger2001", "ai=ai,n1i=n1i,ci=ci,n2i=n2i"),
          Map.entry("dat.li2007", "ai=ai,n1i=n1i,ci=ci,n2i=n2i"),
          Map.entry(
              "dat.axfors2021",
              "ai=hcq_arm_event,n1i=hcq_arm_total,ci=control_arm_event,n2i=control_arm_total"),
          Map.entry("dat.fine1993", "ai=e1i,n1i=nei,ci=c1i,n2i=nci"),
          Map.entry("dat.greb2008", "ai=Ee,n1i=Ne,ci=Ec,n2i=Nc"),
          Map.entry("dat.pritz1997", "xi=xi,ni=ni"),
          Map.entry("dat.debruin2009", "xi=xi,ni=ni"),
          Map.entry("dat.hannum2020", "xi=xi,ni=ni"),
          Map.entry("dat.crisafulli2020", "xi=cases,ni=total"),
          Map.entry("dat.ursino2021", "xi=events,ni=total"),
          Map.entry("dat.roever2022", "xi=events,ni=total"),
          Map.entry("dat.steurer2006", "yi=lnHR,sei=selnHR"),
          Map.entry("dat.begg1989", "yi=yi,sei=sei"));

  private final Path shared;
  private final Path folder;

  /// @param folder for computed tables
  GoldenTables(Path folder) {
    this.shared =
        Path.of(System.getProperty("cytotrial.shared", "../../shared"))
            .resolve("review/meta-analysis");
    this.folder = folder;
  }

  /// A file below review/meta-analysis; the test is skipped where there is none.
  Path file(String name) {
    Path file = shared.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
    return file;
  }

  /// The first words of a command that pools a case.
  List<String> command(String dataset, String measure) throws IOException {
    List<String> words = new ArrayList<>(List.of("meta"));
    if (measure.equals("HR(O-E)/V")) {
      words.add(logHazardRatios(dataset).toString());
    } else {
      words.add(file("metadat/" + dataset + ".csv").toString());
    }
    boolean given = List.of("HR(O-E)/V", "lnHR", "risk", "lnOR").contains(measure);
    words.addAll(List.of("--measure", given ? "GEN" : measure, "--keep-double-zero", "--json"));
    if (COLUMNS.containsKey(dataset)) {
      words.addAll(List.of("--columns", COLUMNS.getOrDefault(dataset, "")));
    }
    return words;
  }

  List<Map<String, String>> rows(String name) throws IOException {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(file(name))) {
      return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, ""));
  }

  private Path logHazardRatios(String dataset) throws IOException {
    return computed(
        dataset,
        "yi,vi",
        row -> number(row, "OmE") / number(row, "V") + "," + 1 / number(row, "V"));
  }

  /// Proportions with the logarithm of the dose in units of a reference.
  Path doses(String dataset, double reference) throws IOException {
    return computed(
        dataset,
        "xi,ni,dose",
        row ->
            "%s,%s,%s"
                .formatted(
                    row.get("events"),
                    row.get("total"),
                    Math.log(number(row, "dose") / reference)));
  }

  private Path computed(String dataset, String header, Function<Map<String, String>, String> line)
      throws IOException {
    StringBuilder csv = new StringBuilder(header).append('\n');
    for (Map<String, String> row : rows("metadat/" + dataset + ".csv")) {
      csv.append(line.apply(row)).append('\n');
    }
    return Files.writeString(folder.resolve(dataset + ".csv"), csv);
  }
}
