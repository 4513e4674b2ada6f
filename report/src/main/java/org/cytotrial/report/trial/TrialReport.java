package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.report.figure.ForestFigure;
import org.cytotrial.report.html.Definition;
import org.cytotrial.report.html.HtmlPage;
import org.cytotrial.simulation.toxicity.Toxicity;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.TrialDesign;
import org.cytotrial.simulation.trial.TrialResult;

/// `report.html`: a trial on one page that needs nothing else. The same result and version give the
/// same bytes.
public final class TrialReport {
  private final TrialResult result;
  private final TrialFigures figures;
  private final HtmlPage page;

  private TrialReport(TrialResult result) {
    this.result = result;
    this.figures = new TrialFigures(result);
    this.page = new HtmlPage(result.design().title());
  }

  /// The whole page.
  ///
  /// @param version of the program, for the provenance
  public static String html(TrialResult result, String version) {
    return new TrialReport(result).html(version);
  }

  private String html(String version) {
    page.subtitle("A virtual trial in %s".formatted(result.design().indication()));
    summary();
    endpoints();
    forest();
    shape();
    if (!figures.treated().isEmpty()) {
      survival();
      response();
      doses();
      toxicity();
      course();
    }
    notModelled();
    trust();
    references();
    provenance(version);
    return page.footer(
            "Cytotrial %s, study %s, seed %d. For research only; nothing here is advice on treatment."
                .formatted(version, result.design().name(), result.design().seed()))
        .html();
  }

  private void summary() {
    TrialDesign design = result.design();
    page.section("Summary");
    if (!figures.treated().isEmpty()) {
      page.table(ReportTables.overview(figures.treated(), result.weights().isPresent()));
    }
    List<Definition> facts = new ArrayList<>();
    facts.add(
        new Definition(
            "Arms",
            String.join("; ", design.arms().stream().map(TrialDesign.DesignArm::name).toList())));
    facts.add(
        new Definition(
            "Patients",
            "%s virtual patients, the same in every arm, so that arms are counterfactuals of each other"
                .formatted(NumberText.whole(result.population().patients().size()))));
    facts.add(new Definition("Draws", draws()));
    PopulationText.weighting(result).ifPresent(text -> facts.add(new Definition("Weights", text)));
    facts.add(
        new Definition(
            "Follow-up",
            "%s days; tumours measured on day %s and every %s days (RECIST 1.1); best confirmed response up to day %s"
                .formatted(
                    NumberText.shortest(design.followUpDays()),
                    NumberText.shortest(design.rules().firstVisit()),
                    NumberText.shortest(design.rules().visitInterval()),
                    NumberText.shortest(design.rules().bestResponseUntil()))));
    facts.add(new Definition("Failed", failed()));
    page.definitions(facts).note(Trust.NOTE);
  }

  private String draws() {
    List<String> rejected = PopulationText.rejected(result);
    String drawn = NumberText.whole(result.population().drawn()) + " drawn";
    return rejected.isEmpty()
        ? drawn + ", none turned away"
        : drawn + "; " + String.join("; ", rejected);
  }

  private String failed() {
    List<String> failed = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      for (Map.Entry<String, Integer> reason : arm.failed().entrySet()) {
        failed.add("%s: %d, %s".formatted(arm.design().name(), reason.getValue(), reason.getKey()));
      }
    }
    return failed.isEmpty() ? "no patient in any arm" : String.join("; ", failed);
  }

  private void endpoints() {
    page.section("Endpoints beside published trials");
    page.paragraph(
        "95 % intervals (Wilson; for medians by Kaplan–Meier), for doses quartiles. Durable: a"
            + " confirmed response without progression to the last visit. A dash: not reached; a"
            + " weighted median has no interval. Published values with their number of patients;"
            + " “fitted” where parameters or weights were set with a look at that arm.");
    for (ArmResult arm : result.arms()) {
      page.subsection(arm.design().name());
      if (arm.estimates().isEmpty()) {
        page.paragraph("No patient could be followed to the end.");
        continue;
      }
      ArmRows rows = ArmRows.of(arm);
      ReportTables.endpoints(arm, rows, result.weights().isPresent()).forEach(page::table);
      rows.absentLine().ifPresent(page::paragraph);
      ArmRows.conditions(arm).forEach(page::paragraph);
    }
  }

  private void forest() {
    List<ForestFigure> forests = TrialForest.of(result);
    if (!forests.isEmpty()) {
      page.subsection("In the forest plot of the published arms");
    }
    for (ForestFigure forest : forests) {
      forest
          .pages()
          .forEach(svg ->
              page.figure(
                  svg,
                  "Published arms with Wilson's 95 % interval, and the simulated arm with its own,"
                      + " marked as simulated. Nothing is pooled. “Fitted to”: parameters or"
                      + " weights were set with a look at that arm."));
    }
  }

  private void shape() {
    List<String> sentences = new RightShape(result).sentences();
    if (!sentences.isEmpty()) {
      page.section("Behaviour to check first");
      page.paragraph(
          "Read off patient %d under %s and the doses given."
              .formatted(result.timeCourse().patient(), result.timeCourse().arm()));
      page.list(sentences);
    }
  }

  private void survival() {
    page.section("Progression-free survival and survival");
    page.figure(
        figures.progressionFree(),
        "Kaplan–Meier, bands 95 % (log-log). Progression is seen only at visits, so curves fall in"
            + " steps; patients without progression are censored at their last visit. Nobody leaves"
            + " the trial early.");
    figures
        .progressionFreeWeighted()
        .ifPresent(svg ->
            page.figure(
                svg,
                "The same with prevalence weights; numbers at risk count patients, whatever their"
                    + " weight."));
    page.figure(figures.survival(), Trust.SURVIVAL);
  }

  private void response() {
    page.section("Response");
    for (ArmResult arm : figures.treated()) {
      page.figure(
          figures.waterfall(arm),
          "Best change of the sum of longest diameters under %s, up to progression; colours are responses confirmed by day %s. Unweighted."
              .formatted(
                  arm.design().name(),
                  NumberText.shortest(result.design().rules().bestResponseUntil())));
      int every = TrialFigures.every(arm);
      String who = every == 1 ? "all patients" : "every %s patient".formatted(ordinal(every));
      page.figure(
          figures.spider(arm),
          "Change of the sum of longest diameters at visits up to progression under %s, %s."
              .formatted(arm.design().name(), who));
    }
  }

  private static String ordinal(int number) {
    int tens = number % 100;
    String ending =
        switch (tens >= 11 && tens <= 13 ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }

  private void doses() {
    List<ArmResult> arms =
        figures.treated().stream().filter(a -> figures.doses(a).isPresent()).toList();
    if (arms.isEmpty()) {
      return;
    }
    page.section("Doses given");
    for (ArmResult arm : arms) {
      page.figure(
          figures.doses(arm).orElseThrow(),
          "Share of all followed patients who got each planned dose under %s. %s"
              .formatted(arm.design().name(), String.join(" ", ArmRows.conditions(arm)))
              .strip());
    }
  }

  private void toxicity() {
    page.section("Toxicity by day");
    for (ArmResult arm : figures.treated()) {
      Optional<String> svg = figures.toxicity(arm);
      svg.ifPresentOrElse(
          picture ->
              page.figure(
                  picture,
                  "Share of followed patients with toxicity of grade 3 or more on each day under %s, to the last day on which anybody has it."
                      .formatted(arm.design().name())),
          () ->
              page.paragraph(
                  "No toxicity of grade 3 or more under %s.".formatted(arm.design().name())));
    }
  }

  private void course() {
    page.section("One patient, day by day");
    page.figure(
        figures.course(),
        "Patient %d under %s, the first who got the median number of doses in cycle 1. Triangles are doses. Cytokines on logarithmic axes."
            .formatted(result.timeCourse().patient(), result.timeCourse().arm()));
  }

  private void notModelled() {
    page.section("What is not modelled");
    page.paragraph(
        "The model does not have the following, so no rate is reported, and their absence here"
            + " means nothing:");
    page.list(Toxicity.NOT_MODELLED);
  }

  private void trust() {
    page.section("How far to trust it");
    page.note(Trust.NOTE)
        .paragraph("Known faults of the reference model (its specification, section 14):")
        .list(Trust.FAULTS);
  }

  private void references() {
    page.section("References");
    List<Definition> references =
        References.of(result).stream()
            .map(p -> new Definition(p.arm().shortId(), References.text(p)))
            .toList();
    if (references.isEmpty()) {
      page.paragraph("No published arm stands beside this trial.");
    } else {
      page.definitions(references);
      page.paragraph(
          "Source seen: the main numbers were read in it; seen-partial: some of them; recalled:"
              + " they are from memory.");
    }
  }

  private void provenance(String version) {
    page.section("Provenance");
    List<Definition> facts = new ArrayList<>();
    facts.add(new Definition("program", "Cytotrial " + version));
    facts.add(new Definition("study", result.design().name()));
    result.provenance().forEach(fact -> facts.add(new Definition(fact.what(), fact.value())));
    page.definitions(facts);
  }
}
