package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.dedupe.Deduplication;
import org.cytotrial.evidence.dedupe.Deduplicator;
import org.cytotrial.evidence.dedupe.GroupsCsv;
import org.cytotrial.evidence.importing.ImportReport;
import org.cytotrial.evidence.importing.Importer;
import org.cytotrial.evidence.records.UniqueIds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dedupe RECORDS…`
@Command(
    name = "dedupe",
    mixinStandardHelpOptions = true,
    description = {
      "Says which bibliographic records describe the same paper, and why.",
      "Reads RIS, MEDLINE/nbib, PubMed XML, BibTeX, EndNote XML and ENW, Web of Science, Ovid and"
          + " tables (CSV, TSV); the format is told from the content.",
      "Writes record_id,group,reason: each record once, in the order read.",
      "",
      "Example:  cytotrial dedupe pubmed.nbib embase.ris --out groups.csv --unsure look.csv"
    })
final class DedupeCommand implements Callable<Integer> {
  private static final int NOTICES_SHOWN = 10;

  private final Terminal terminal;

  @Parameters(paramLabel = "RECORDS", arity = "1..*", description = "files of records")
  private List<Path> records = List.of();

  @Option(
      names = "--out",
      paramLabel = "GROUPS.csv",
      required = true,
      description = "the file to write; must not exist")
  private Path out = Path.of("");

  @Option(
      names = "--unsure",
      paramLabel = "FILE",
      description = "pairs that a person should look at: record_id_1,record_id_2,score,why")
  private Optional<Path> unsure = Optional.empty();

  @Option(names = "--json", description = "print the counts and what was lost as JSON")
  private boolean json;

  DedupeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    NewFile.requireAbsent(out);
    unsure.ifPresent(NewFile::requireAbsent);
    if (unsure.isPresent() && unsure.get().toAbsolutePath().equals(out.toAbsolutePath())) {
      throw new WrongUse("--out and --unsure name the same file '" + out + "'.");
    }
    var deduplicator = new Deduplicator();
    var ids = new UniqueIds();
    List<ImportReport> reports = new ArrayList<>();
    for (Path file : records) {
      ImportReport report = Importer.read(file, r -> deduplicator.add(ids.name(r)));
      tell(report);
      reports.add(report);
    }
    Deduplication found = deduplicator.run();
    NewFile.write(out, GroupsCsv.groups(found));
    if (unsure.isPresent()) {
      NewFile.write(unsure.get(), GroupsCsv.unsure(found));
    }
    print(found, reports);
    return 0;
  }

  private void tell(ImportReport report) {
    report.notices().stream()
        .limit(NOTICES_SHOWN)
        .forEach(n -> terminal.err().println("warning: " + n));
    if (report.noticeCount() > NOTICES_SHOWN) {
      terminal
          .err()
          .println(
              "warning: %s: %d more such lines; --json lists them"
                  .formatted(report.file(), report.noticeCount() - NOTICES_SHOWN));
    }
  }

  private void print(Deduplication found, List<ImportReport> reports) {
    int n = found.rows().size();
    if (json) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("records", n);
      tree.put("groups", found.groups());
      tree.put("duplicates", n - found.groups());
      tree.put("unsure", found.unsure().size());
      tree.put("out", out.toString());
      tree.put("files", reports.stream().map(DedupeCommand::tree).toList());
      Json.print(tree, terminal.out());
      return;
    }
    for (ImportReport r : reports) {
      terminal
          .out()
          .printf(
              "%-40s %7d records  %s, %s%n",
              r.file(), r.records(), r.format().label(), r.encoding());
    }
    terminal
        .out()
        .printf(
            "%d records, %d papers, %d duplicates, %d pairs to look at%s%n%s%n",
            n,
            found.groups(),
            n - found.groups(),
            found.unsure().size(),
            unsure.isPresent() || found.unsure().isEmpty() ? "" : " (--unsure FILE writes them)",
            out);
  }

  private static Map<String, Object> tree(ImportReport report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", report.file());
    tree.put("format", report.format().label());
    tree.put("encoding", report.encoding());
    tree.put("records", report.records());
    tree.put("not_understood", report.notUnderstood());
    tree.put("notice_count", report.noticeCount());
    tree.put("notices", report.notices().stream().map(ImportReport.Notice::toString).toList());
    return tree;
  }
}
