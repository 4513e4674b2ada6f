package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.Judgement;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.PoolChecks;
import org.cytotrial.evidence.synthesis.Sheet;
import org.cytotrial.evidence.synthesis.Synthesis;
import org.cytotrial.report.figure.CollectedFlowFigure;
import org.cytotrial.report.figure.EvidenceMapFigure;
import org.cytotrial.report.figure.FlowFigure;
import org.cytotrial.report.html.Definition;
import org.cytotrial.report.html.HtmlPage;
import org.cytotrial.report.html.HtmlTable;

/// The report of a review: one page that needs nothing else. The same review and version give the
/// same bytes.
public final class ReviewReport {
  private final ReviewContent content;
  private final Synthesis synthesis;
  private final ResultNames names;
  private final HtmlPage page;

  private ReviewReport(ReviewContent content) {
    this.content = content;
    this.synthesis = content.synthesis();
    this.names = new ResultNames(synthesis);
    this.page = new HtmlPage(synthesis.protocol().title()).broad();
  }

  /// The whole page.
  ///
  /// @param version of the program, for the provenance
  /// @param files what stands beside the page, to be carried in it
  public static String html(ReviewContent content, String version, Map<String, String> files) {
    return new ReviewReport(content).html(version, files);
  }

  private String html(String version, Map<String, String> files) {
    page.subtitle(subtitle());
    answers();
    methods();
    flow();
    map();
    results();
    durability();
    toxicity();
    combinations();
    judgements();
    limitations();
    search();
    checklist();
    arms();
    files(files);
    provenance(version);
    return page.footer(
            "Made by %s, review %s. For research only; nothing here is advice on treatment."
                .formatted(version, synthesis.protocol().name()))
        .html();
  }

  private String subtitle() {
    long studies = synthesis.arms().stream().map(EvidenceArm::study).distinct().count();
    return "%d arms of %d studies; %s"
        .formatted(
            synthesis.arms().size(),
            studies,
            content.isSearched()
                ? "found by a recorded search"
                : "collected by hand, not by a recorded search");
  }

  static HtmlTable table(Sheet sheet) {
    List<HtmlTable.Column> columns = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      columns.add(new HtmlTable.Column(sheet.columns().get(i), sheet.numeric().get(i)));
    }
    return new HtmlTable(sheet.caption(), columns, sheet.rows());
  }

  private void table(Sheet sheet, String nothing) {
    if (sheet.rows().isEmpty()) {
      page.paragraph(nothing);
    } else {
      page.table(table(sheet));
    }
  }

  private void answers() {
    page.section("Answers");
    page.note(
        "Percentages are % of patients who could be judged, with 95 % intervals; “new study” is the"
            + " 95 % prediction interval. Pooled within one class of endpoint, cytokine, cancer and"
            + " partner, from three independent studies on. R numbers lead to the section"
            + " “Results”. Certainty is what people recorded; “not assessed” where nobody did.");
    var answers = new AnswerTables(synthesis, names);
    table(answers.byCancer(), "Nothing could be pooled.");
    page.subsection("What combinations add");
    table(
        answers.combinations(),
        "Not enough evidence: no combination and its parts stand in one trial whose patients were"
            + " drawn by lot.");
    page.subsection("How sure one can be");
    page.list(answers.sureness());
    answers
        .byCytokine()
        .forEach((cytokine, sheet) -> page.subsection(cytokine).table(table(sheet)));
  }

  private void methods() {
    page.section("Question and methods");
    ReviewProtocol protocol = synthesis.protocol();
    page.definitions(
        List.of(
            new Definition("Population", protocol.question().population()),
            new Definition("Intervention", protocol.question().intervention()),
            new Definition("Comparator", orDash(protocol.question().comparator())),
            new Definition("Outcomes", protocol.question().outcome()),
            new Definition("Included", String.join("; ", protocol.include())),
            new Definition("Excluded", orDash(String.join("; ", protocol.exclude()))),
            new Definition(
                "Planned synthesis",
                "%s by %s. %s"
                    .formatted(
                        protocol.synthesis().measure(),
                        protocol.synthesis().method(),
                        protocol.synthesis().plan()))));
    page.list(MethodText.SENTENCES);
  }

  private static String orDash(String text) {
    return text.isBlank() ? EffectText.NOTHING : text;
  }

  private void flow() {
    page.section("Flow");
    if (content.flow().isPresent()) {
      page.figure(
          new FlowFigure(synthesis.protocol().title(), content.flow().get()).svg(),
          "PRISMA 2020 flow diagram, counted from the log of the review.");
      return;
    }
    long studies = synthesis.arms().stream().map(EvidenceArm::study).distinct().count();
    page.figure(
        new CollectedFlowFigure(
                synthesis.protocol().title(),
                "collected by hand",
                List.of(
                    "Studies included in review (n = %d)".formatted(studies),
                    "Arms of included studies (n = %d)".formatted(synthesis.arms().size())))
            .svg(),
        "PRISMA 2020 flow diagram. No records, searches or decisions were logged, so nothing before"
            + " inclusion can be counted.");
  }

  private void map() {
    page.section("Evidence map");
    EvidenceMapFigure map = ReviewFigures.map(synthesis);
    map.pages()
        .forEach(svg ->
            page.figure(
                svg,
                "Arms with a cytokine; each mark leads to its arm in the section “Included arms”."
                    + " † headline not read in a source; ½ overlaps other series."));
    page.table(map.table());
  }

  private void results() {
    page.section("Results");
    for (Pool pool : synthesis.pools()) {
      if (pool.isPooled()) {
        result(pool);
      }
    }
    table(new ListedTables(synthesis).tooLittle(), "Every outcome had enough evidence to pool.");
  }

  private void result(Pool pool) {
    page.subsection(
        "%s: %s, %s".formatted(names.of(pool), pool.stratum().label(), pool.kind().label()));
    page.paragraph(PoolTables.reading(pool));
    ReviewFigures.forest(pool)
        .pages()
        .forEach(svg ->
            page.figure(
                svg,
                "%s by arm with Wilson's 95 % interval, and pooled; bars show the 95 % prediction interval."
                    .replace("%s", EffectText.title(pool.kind().label()))));
    page.table(table(PoolTables.arms(pool)));
    page.table(table(PoolTables.analyses(pool, names.of(pool))));
    ReviewFigures.funnel(pool)
        .ifPresent(f ->
            page.figure(
                f.svg(),
                "Funnel plot around the REML estimate, on logits. With fewer than ten studies its"
                    + " asymmetry cannot be judged."));
    PoolChecks checks = pool.checks().orElseThrow();
    table(PoolTables.series(pool, checks), "No leave-one-out or cumulative analysis.");
    page.list(CheckText.of(checks));
  }

  private void durability() {
    page.section("Durability");
    table(new ListedTables(synthesis).durability(), "No arm reports a duration.");
  }

  private void toxicity() {
    page.section("Toxicity of grade ≥ 3");
    table(new ListedTables(synthesis).toxicity(), "No arm reports toxicity.");
  }

  private void combinations() {
    page.section("What combinations add");
    var listed = new ListedTables(synthesis);
    page.paragraph(
        "Only arms of one trial, between which patients were drawn by lot, tell what a partner"
            + " adds. Where the rows do not say so, no ratio is given.");
    table(listed.contrasts(true), "No trial has a combination and one of its parts.");
    synthesis
        .contrasts()
        .pooled()
        .forEach(a -> page.paragraph(a.what() + ": " + EffectText.result(a)));
    if (synthesis.contrasts().pooled().isEmpty()) {
      page.paragraph("No such contrast exists in three randomised trials, so none is pooled.");
    }
    table(listed.described(), "Every combination can be compared.");
    table(listed.contrasts(false), "No other comparison within a trial.");
  }

  private void judgements() {
    page.section("Risk of bias and certainty");
    page.paragraph(
        "People judge, in risk-of-bias.csv (RoB 2, ROBINS-I, JBI single arm) and certainty.csv"
            + " (GRADE) in the folder of the review; the program scores nothing."
            + " judgement-guide.csv lists instruments, domains and judgements.");
    List<Judgement> all = new ArrayList<>(synthesis.forms().bias());
    all.addAll(synthesis.forms().certainty());
    Sheet sheet =
        Sheet.of(
            "judgements",
            "Judgements that were recorded",
            List.of("Study or result", "Instrument", "Domain", "Judgement", "Reason", "By", "Date"),
            all.stream()
                .map(j ->
                    List.of(
                        j.subject(),
                        j.instrument(),
                        j.domain(),
                        j.verdict(),
                        j.reason(),
                        j.by(),
                        orDash(j.date())))
                .toList());
    table(
        sheet,
        "Risk of bias: not assessed, for any study. Certainty: not assessed, for any result.");
  }

  private void limitations() {
    page.section("Limitations");
    page.paragraph("Each sentence is made from what was counted or measured here.");
    page.list(synthesis.limitations());
    synthesis
        .series()
        .sources()
        .forEach((series, source) -> page.paragraph("Series " + series + ": " + source));
  }

  private void search() {
    page.section("Search");
    SearchAppendix search = content.search();
    if (search.wasRun()) {
      page.table(table(search.runsTable()));
    } else {
      page.note("No search was run for this review: what follows is a draft, marked “not run”.");
    }
    page.table(table(SearchChecklist.of(content)));
    if (!search.strategy().isEmpty()) {
      page.subsection(search.wasRun() ? "Strategy" : "Draft strategy, not run");
      page.verbatim(search.strategy());
      search.notices().forEach(page::paragraph);
      for (SearchAppendix.Translated each : search.translations()) {
        page.subsection(each.database() + (search.wasRun() ? "" : ": draft, not run"));
        page.verbatim(each.text());
      }
    }
  }

  private void checklist() {
    page.section("PRISMA 2020 checklist");
    page.table(table(Checklist.of(content)));
  }

  private void arms() {
    page.section("Included arms");
    page.table(table(new ListedTables(synthesis).arms()), ReviewFigures.ARM);
  }

  private void files(Map<String, String> files) {
    page.section("Files");
    page.paragraph(
        "Every table of this page, the input of every pooled number (analyses.csv has the command"
            + " that gives each again), the rows for metafor and RevMan, and the citations; the"
            + " page carries them with it.");
    files.forEach((name, text) -> page.attachment(name, mediaType(name), text));
  }

  private static String mediaType(String name) {
    return name.endsWith(".csv")
        ? "text/csv"
        : name.endsWith(".bib") ? "application/x-bibtex" : "application/x-research-info-systems";
  }

  private void provenance(String version) {
    page.section("Provenance");
    List<Definition> facts = new ArrayList<>();
    facts.add(new Definition("program", version));
    content.sources().forEach(s -> facts.add(new Definition(s.file() + ", SHA-256", s.sha256())));
    page.definitions(facts);
  }
}
