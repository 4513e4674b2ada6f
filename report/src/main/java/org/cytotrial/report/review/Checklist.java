package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.synthesis.Sheet;

/// The PRISMA 2020 checklist (Page et al. 2021, doi:10.1136/bmj.n71), each item with where it
/// stands in the report, or "not done". Filled from what the review holds.
final class Checklist {
  private static final String NOT_DONE = "not done";

  private final ReviewContent content;
  private final List<List<String>> rows = new ArrayList<>();

  private Checklist(ReviewContent content) {
    this.content = content;
  }

  static Sheet of(ReviewContent content) {
    var list = new Checklist(content);
    list.front();
    list.methods();
    list.measures();
    list.results();
    list.end();
    return Sheet.of(
        "prisma-checklist",
        "PRISMA 2020 checklist: where each item stands",
        List.of("Item", "Topic", "Where"),
        list.rows);
  }

  private void add(String item, String topic, String where) {
    rows.add(List.of(item, topic, where));
  }

  private static String doneIf(boolean isDone, String where) {
    return isDone ? where : NOT_DONE;
  }

  private void front() {
    add(
        "1",
        "Title: identified as a systematic review",
        content.isSearched()
            ? "title"
            : NOT_DONE + ": the title says how the studies were collected");
    add("2", "Abstract: PRISMA 2020 for abstracts", NOT_DONE);
    add("3", "Rationale", NOT_DONE);
    add("4", "Objectives", "section “Question and methods”");
  }

  private void methods() {
    boolean isSearched = content.isSearched();
    boolean isScreened = content.flow().isPresent();
    String methods = "section “Question and methods”";
    add("5", "Eligibility criteria", methods);
    add(
        "6",
        "Information sources, with the date each was last searched",
        doneIf(isSearched, "section “Search”"));
    add(
        "7",
        "Full search strategies",
        isSearched
            ? "section “Search”"
            : NOT_DONE + ": a draft that was not run stands in section “Search”");
    add(
        "8",
        "Selection process",
        doneIf(isScreened, methods + "; decisions in the log of the review"));
    add(
        "9",
        "Data collection process",
        isScreened ? methods : NOT_DONE + ": who collected which value is not recorded");
    add("10a", "Outcomes sought", methods);
    add("10b", "Other variables sought", "section “Included arms”");
    add(
        "11",
        "Risk of bias assessment",
        doneIf(content.isBiasAssessed(), "section “Risk of bias and certainty”"));
  }

  private void measures() {
    String methods = "section “Question and methods”";
    add("12", "Effect measures", methods);
    add("13a", "Which studies entered each synthesis", methods);
    add("13b", "Preparing data: counts derived, missing", methods);
    add("13c", "Tables and figures of results", methods);
    add("13d", "Methods of synthesis, model, heterogeneity", methods);
    add("13e", "Exploring heterogeneity", methods);
    add("13f", "Sensitivity analyses", methods);
    add(
        "14",
        "Risk of bias due to missing results",
        "methods in section “Question and methods”; results by pool, where there are 10 studies");
    add(
        "15",
        "Certainty assessment",
        doneIf(content.isCertaintyAssessed(), "section “Risk of bias and certainty”"));
  }

  private void results() {
    boolean isScreened = content.flow().isPresent();
    add(
        "16a",
        "Flow of studies",
        isScreened
            ? "section “Flow”"
            : "section “Flow”; counts before inclusion: not recorded, " + NOT_DONE);
    add(
        "16b",
        "Excluded studies that might appear to qualify",
        doneIf(isScreened, "log of the review"));
    add("17", "Characteristics of each study", "section “Included arms”");
    add(
        "18",
        "Risk of bias in each study",
        doneIf(content.isBiasAssessed(), "section “Risk of bias and certainty”"));
    add(
        "19",
        "Results of individual studies",
        "tables and forest plots of each result; sections “Durability”, “Toxicity”");
    add(
        "20a",
        "Each synthesis: characteristics and risk of bias of its studies",
        content.isBiasAssessed()
            ? "each result"
            : "characteristics: each result; risk of bias: " + NOT_DONE);
    add("20b", "Each synthesis: estimate, precision, heterogeneity", "each result");
    add(
        "20c",
        "Causes of heterogeneity",
        "subgroups under each result, where there are enough studies");
    add("20d", "Sensitivity analyses", "under each result");
    add(
        "21",
        "Reporting biases",
        "under each result, where there are 10 studies; else said why not");
    add(
        "22",
        "Certainty of evidence",
        doneIf(content.isCertaintyAssessed(), "section “Risk of bias and certainty”"));
  }

  private void end() {
    add("23a", "Interpretation", NOT_DONE + ": the program interprets nothing");
    add("23b", "Limitations of the evidence", "section “Limitations”");
    add("23c", "Limitations of the review processes", "section “Limitations”");
    add("23d", "Implications", NOT_DONE);
    add("24a", "Registration", NOT_DONE);
    add(
        "24b",
        "Protocol",
        "protocol.yaml in the folder of the review; when it was written is not recorded");
    add("24c", "Amendments to the protocol", NOT_DONE);
    add("25", "Support", NOT_DONE);
    add("26", "Competing interests", NOT_DONE);
    add("27", "Availability of data and code", "section “Files”");
  }
}
