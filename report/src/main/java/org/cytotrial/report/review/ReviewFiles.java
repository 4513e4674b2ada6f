package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.cytotrial.evidence.flow.FlowCsv;
import org.cytotrial.evidence.synthesis.Contrast;
import org.cytotrial.evidence.synthesis.Contrasts;
import org.cytotrial.evidence.synthesis.JudgementForms;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.PoolRow;
import org.cytotrial.evidence.synthesis.Sheet;
import org.cytotrial.evidence.synthesis.Synthesis;

/// The tables of a review as files: what `cytotrial meta`, metafor and RevMan read, what people
/// read, and the citations.
public final class ReviewFiles {
  private ReviewFiles() {}

  /// The files of the synthesis by name: the input of every pooled number, and every table.
  public static SequencedMap<String, String> synthesis(Synthesis synthesis) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    synthesis.exports().forEach(sheet -> files.put(sheet.file(), sheet.csv()));
    add(files, synthesis.analysesTable());
    tables(synthesis).stream()
        .filter(sheet -> !sheet.rows().isEmpty())
        .forEach(sheet -> add(files, sheet));
    add(files, JudgementForms.guide());
    files.put("metafor.csv", metafor(synthesis).csv());
    files.put("revman.csv", revman(synthesis).csv());
    return files;
  }

  /// The files of a report beside its page.
  public static SequencedMap<String, String> report(ReviewContent content) {
    SequencedMap<String, String> files = synthesis(content.synthesis());
    var citations = new Citations(content.synthesis());
    files.put("citations.bib", citations.bibtex());
    files.put("citations.ris", citations.ris());
    add(files, Checklist.of(content));
    add(files, SearchChecklist.of(content));
    content.flow().ifPresent(flow -> files.put("flow.csv", FlowCsv.text(flow)));
    return files;
  }

  /// The figures of a report by name, as SVG.
  public static SequencedMap<String, String> figures(ReviewContent content) {
    return ReviewFigures.files(content.synthesis());
  }

  private static void add(SequencedMap<String, String> files, Sheet sheet) {
    files.put(sheet.file(), sheet.csv());
  }

  private static List<Sheet> tables(Synthesis synthesis) {
    var names = new ResultNames(synthesis);
    var answers = new AnswerTables(synthesis, names);
    var listed = new ListedTables(synthesis);
    List<Sheet> tables = new ArrayList<>(answers.byCytokine().values());
    tables.add(answers.byCancer());
    tables.add(answers.combinations());
    for (Pool pool : synthesis.pools()) {
      if (pool.isPooled()) {
        tables.add(PoolTables.arms(pool));
        tables.add(PoolTables.analyses(pool, names.of(pool)));
        pool.checks().ifPresent(c -> tables.add(PoolTables.series(pool, c)));
      }
    }
    tables.addAll(
        List.of(
            listed.tooLittle(),
            listed.durability(),
            listed.toxicity(),
            listed.contrasts(true),
            listed.contrasts(false),
            listed.described(),
            listed.arms()));
    return tables;
  }

  /// All rows of all pools in the columns of metafor, for `rma.glmm(xi=, ni=, subset=)`.
  private static Sheet metafor(Synthesis synthesis) {
    List<List<String>> rows = new ArrayList<>();
    for (Pool pool : synthesis.pools()) {
      if (pool.isPooled()) {
        for (PoolRow row : pool.rows()) {
          rows.add(
              List.of(
                  pool.id(),
                  row.arm().name(),
                  row.arm().cell("first_author"),
                  row.arm().cell("year"),
                  text(row.weight() * row.count().events()),
                  text(row.weight() * row.count().patients()),
                  text(row.weight()),
                  row.count().origin().word(),
                  row.arm().headline().word(),
                  row.arm().series(),
                  pool.stratum().cytokine(),
                  pool.stratum().cancer(),
                  pool.stratum().partner(),
                  pool.stratum().endpointClass(),
                  pool.kind().id()));
        }
      }
    }
    return Sheet.of(
        "metafor",
        "metafor",
        List.of(
            "result",
            "slab",
            "author",
            "year",
            "xi",
            "ni",
            "weight",
            "count",
            "headline",
            "series",
            "cytokine",
            "cancer",
            "partner",
            "endpoint_class",
            "outcome"),
        rows);
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /// Comparisons within trials as RevMan's dichotomous data.
  private static Sheet revman(Synthesis synthesis) {
    List<List<String>> rows = new ArrayList<>();
    for (Contrasts.Result result : synthesis.contrasts().results()) {
      Contrast c = result.contrast();
      rows.add(
          List.of(
              c.question().words() + ", " + c.first().stratum().cancer(),
              c.kind().label(),
              c.first().stratum().treatment(),
              c.first().study() + " " + c.first().cell("year"),
              Integer.toString(c.counts().first().events()),
              Integer.toString(c.counts().first().patients()),
              Integer.toString(c.counts().second().events()),
              Integer.toString(c.counts().second().patients()),
              (c.isRandomised() ? "randomised" : "randomisation not said in the row")
                  + AnswerTables.marked(c.first())
                  + AnswerTables.marked(c.second())));
    }
    return Sheet.of(
        "revman",
        "revman",
        List.of(
            "Comparison",
            "Outcome",
            "Subgroup",
            "Study",
            "Events 1",
            "Total 1",
            "Events 2",
            "Total 2",
            "Note"),
        rows);
  }
}
