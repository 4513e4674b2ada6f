package org.cytotrial.evidence.synthesis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The forms in the folder of a review in which people judge: `risk-of-bias.csv` by study and
/// domain, `certainty.csv` by pooled result and domain of GRADE (Guyatt et al. 2008,
/// doi:10.1136/bmj.39489.470347.AD). A row without a judgement is one that is not made yet.
///
/// @param bias of studies
/// @param certainty of pooled results
public record JudgementForms(List<Judgement> bias, List<Judgement> certainty) {
  public static final String BIAS_FILE = "risk-of-bias.csv";
  public static final String CERTAINTY_FILE = "certainty.csv";
  public static final List<String> BIAS_COLUMNS =
      List.of("study", "tool", "domain", "judgement", "reason", "by", "date");
  public static final List<String> CERTAINTY_COLUMNS =
      List.of("result", "domain", "judgement", "reason", "by", "date");
  public static final JudgementForms NONE = new JudgementForms(List.of(), List.of());

  private static final String OVERALL = "overall";
  private static final List<String> DOMAINS =
      List.of(
          "risk of bias",
          "inconsistency",
          "indirectness",
          "imprecision",
          "publication bias",
          "large effect",
          "dose response",
          "plausible confounding",
          OVERALL);
  private static final List<String> STEPS =
      List.of("not serious", "serious", "very serious", "undetected", "suspected", "yes", "no");
  private static final List<String> LEVELS = List.of("high", "moderate", "low", "very low");

  public JudgementForms {
    bias = List.copyOf(bias);
    certainty = List.copyOf(certainty);
  }

  /// Reads both forms.
  ///
  /// @param studies short ids of arms, or studies, that may be judged
  /// @param results ids of pools that may be judged
  /// @param problems takes what is wrong, each with its place
  static JudgementForms read(
      Path folder, Set<String> studies, Set<String> results, List<String> problems)
      throws IOException {
    FormTable bias = FormTable.read(folder.resolve(BIAS_FILE), BIAS_COLUMNS, problems);
    FormTable certainty =
        FormTable.read(folder.resolve(CERTAINTY_FILE), CERTAINTY_COLUMNS, problems);
    return new JudgementForms(
        judgements(bias, true, studies, problems), judgements(certainty, false, results, problems));
  }

  private static List<Judgement> judgements(
      FormTable table, boolean isBias, Set<String> subjects, List<String> problems) {
    List<Judgement> made = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (FormTable.Row row : table.rows()) {
      Judgement judgement = judgement(row, isBias);
      if (judgement.verdict().isEmpty()) {
        continue;
      }
      List<String> found = wrong(judgement, isBias, subjects);
      if (!seen.add(
          List.of(
              judgement.subject(), judgement.instrument(), judgement.domain(), judgement.by()))) {
        found.add("the same person judged this domain twice");
      }
      found.forEach(what -> problems.add(row.place() + ": " + what + "."));
      made.add(judgement);
    }
    return made;
  }

  private static Judgement judgement(FormTable.Row row, boolean isBias) {
    return new Judgement(
        row.text(isBias ? "study" : "result"),
        isBias ? row.text("tool") : "GRADE",
        row.text("domain").toLowerCase(Locale.ROOT),
        row.text("judgement").toLowerCase(Locale.ROOT),
        row.text("reason"),
        row.text("by"),
        row.text("date"));
  }

  private static List<String> wrong(Judgement j, boolean isBias, Set<String> subjects) {
    List<String> wrong = new ArrayList<>();
    if (!subjects.contains(j.subject())) {
      wrong.add(
          "'%s' is '%s', which is none of this review"
              .formatted(isBias ? "study" : "result", j.subject()));
    }
    if (j.reason().isEmpty() || j.by().isEmpty()) {
      wrong.add("a judgement needs 'reason' and 'by', the person who made it");
    }
    List<String> domains = DOMAINS;
    List<String> verdicts = j.domain().equals(OVERALL) ? LEVELS : STEPS;
    if (isBias) {
      var tool = BiasTool.named(j.instrument());
      if (tool.isEmpty()) {
        wrong.add("'tool' is '%s'; known are %s".formatted(j.instrument(), BiasTool.names()));
        return wrong;
      }
      domains = tool.get().domains();
      verdicts = tool.get().judgements();
    }
    if (!domains.contains(j.domain())) {
      wrong.add("'domain' is '%s'; %s has %s".formatted(j.domain(), j.instrument(), domains));
    }
    if (!verdicts.contains(j.verdict())) {
      wrong.add("'judgement' is '%s'; it may be one of %s".formatted(j.verdict(), verdicts));
    }
    return wrong;
  }

  /// Instruments, their domains, and the judgements there are.
  public static Sheet guide() {
    List<List<String>> rows = new ArrayList<>();
    for (BiasTool tool : BiasTool.values()) {
      for (String domain : tool.domains()) {
        rows.add(List.of(BIAS_FILE, tool.label(), domain, String.join("; ", tool.judgements())));
      }
    }
    for (String domain : DOMAINS) {
      List<String> verdicts = domain.equals(OVERALL) ? LEVELS : STEPS;
      rows.add(List.of(CERTAINTY_FILE, "GRADE", domain, String.join("; ", verdicts)));
    }
    return Sheet.plain("judgement-guide", List.of("form", "tool", "domain", "judgements"), rows);
  }

  /// The judgement of the whole, for a study or result; `not assessed` where nobody made one.
  public String overall(String subject) {
    List<Judgement> all = new ArrayList<>(bias);
    all.addAll(certainty);
    List<String> said =
        all.stream()
            .filter(j -> j.subject().equals(subject) && j.domain().equals(OVERALL))
            .map(j -> "%s (%s, %s)".formatted(j.verdict(), j.instrument(), j.by()))
            .toList();
    return said.isEmpty() ? "not assessed" : String.join("; ", said);
  }
}
