package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.cytotrial.evidence.extraction.values.ExtractionField;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.DecisionLog;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;

/// The values that people accepted or corrected, as a table with a row per arm in the columns of
/// the library's `evidence/trials.csv`.
///
/// A value without an arm belongs to every arm of its paper. What nobody accepted is blank; a
/// weight is 1 until someone writes another, and the class of the endpoint stays blank until
/// someone says it.
public final class ExtractedArms {
  private static final String COLUMNS =
      "short_id,fit_weight,endpoint_class,year,first_author,citation,pmid,nct,drugs,cytokine,format,"
          + "dose_value,dose_unit,dose_basis,route,interval_h,doses_per_cycle,cycle_days,cycles,"
          + "regimen_text,combination,cancer,setting,n_evaluable,responders,cr,orr_pct,cr_pct,dcr_pct,"
          + "median_pfs_mo,median_os_mo,other_endpoint,g3_any_pct,g3_hypotension_pct,g3_vls_pct,"
          + "g3_crs_pct,g3_fever_pct,g3_fatigue_pct,g3_hepatic_pct,g3_neuro_pct,g3_other,tr_deaths,"
          + "biomarker,source_quality,source_address,recalled_fields,primary_outcome_status,n_num,"
          + "pfs_mo_num,os_mo_num,g3_any_num,notes,arm,extracted_by,quotes";

  private static final Map<ExtractionField, String> PLAIN =
      Map.of(
          ExtractionField.FORMAT, "format",
          ExtractionField.ROUTE, "route",
          ExtractionField.INTERVAL, "interval_h",
          ExtractionField.CYCLE_DAYS, "cycle_days",
          ExtractionField.CANCER, "cancer",
          ExtractionField.SETTING, "setting",
          ExtractionField.PARTNER, "combination",
          ExtractionField.ARM_N, "n_evaluable");
  private static final Map<ExtractionField, String> NUMBERS =
      Map.of(
          ExtractionField.RESPONDERS, "responders",
          ExtractionField.CR, "cr",
          ExtractionField.ORR_PCT, "orr_pct",
          ExtractionField.CR_PCT, "cr_pct",
          ExtractionField.MEDIAN_PFS, "median_pfs_mo",
          ExtractionField.MEDIAN_OS, "median_os_mo");

  private ExtractedArms() {}

  /// What stands in the log about values.
  static List<ValueDecision> decisions(DecisionLog log) {
    return log.standing(Stage.EXTRACT).stream().map(ValueDecision::of).toList();
  }

  /// The accepted and corrected values, in order of time.
  public static List<ValueDecision> kept(ReviewState state) {
    return decisions(state.log()).stream().filter(d -> d.choice() != Choice.REJECT).toList();
  }

  /// The table as CSV; only its header where nothing was accepted.
  public static String csv(ReviewState state) {
    List<ValueDecision> kept = kept(state);
    var text = new StringBuilder(COLUMNS).append('\n');
    for (Paper paper : state.papers().all()) {
      List<ValueDecision> own = kept.stream().filter(d -> d.paper().equals(paper.id())).toList();
      if (!own.isEmpty()) {
        for (String arm : arms(own)) {
          append(row(paper, arm, own), text);
        }
      }
    }
    return text.toString();
  }

  /// Whether a table was written by this program, and by no hand.
  public static boolean isOwn(String csv) {
    return csv.startsWith(COLUMNS + "\n");
  }

  private static SequencedSet<String> arms(List<ValueDecision> own) {
    SequencedSet<String> arms = new LinkedHashSet<>();
    own.stream().map(ValueDecision::arm).filter(a -> !a.isEmpty()).forEach(arms::add);
    if (arms.isEmpty()) {
      arms.add("");
    }
    return arms;
  }

  private static void append(Map<String, String> row, StringBuilder text) {
    List<String> cells = new ArrayList<>();
    for (String column : COLUMNS.split(",", -1)) {
      cells.add(cell(row.getOrDefault(column, "")));
    }
    text.append(String.join(",", cells)).append('\n');
  }

  private static String cell(String value) {
    boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static Map<String, String> row(Paper paper, String arm, List<ValueDecision> own) {
    List<ValueDecision> values =
        own.stream().filter(d -> d.arm().isEmpty() || d.arm().equals(arm)).toList();
    Map<String, String> row = new LinkedHashMap<>();
    source(paper, arm, row);
    PLAIN.forEach((field, column) -> row.put(column, joined(values, field)));
    NUMBERS.forEach((field, column) -> row.put(column, single(values, field)));
    row.put(
        "cytokine",
        joined(values, ExtractionField.CYTOKINE)
            .replace("IFN-alpha", "IFN-a")
            .replace("IFN-gamma", "IFN-g")
            .replace("TNF-alpha", "TNF"));
    row.put("g3_any_pct", single(values, ExtractionField.G3_PCT));
    if (row.getOrDefault("n_evaluable", "").isEmpty() && arm.isEmpty()) {
      row.put("n_evaluable", single(values, ExtractionField.TOTAL_N));
    }
    drugs(values, row);
    dose(values, row);
    row.put(
        "extracted_by",
        values.stream().map(ValueDecision::person).distinct().collect(Collectors.joining("; ")));
    row.put(
        "quotes",
        values.stream()
            .map(d -> d.field().spelling() + " " + d.value() + ": " + d.sentence())
            .collect(Collectors.joining(" | ")));
    return row;
  }

  private static void source(Paper paper, String arm, Map<String, String> row) {
    BibliographicRecord r = paper.merged();
    String author = r.authors().isEmpty() ? "" : r.authors().getFirst().family();
    String name = arm.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
    row.put("short_id", paper.id() + (name.isEmpty() ? "" : "_" + name));
    row.put("fit_weight", "1");
    row.put("year", r.text(Field.YEAR));
    row.put("first_author", author);
    row.put(
        "citation",
        "%s %s %s;%s:%s"
            .formatted(
                r.container(),
                r.text(Field.YEAR),
                r.text(Field.VOLUME),
                r.text(Field.ISSUE),
                r.text(Field.PAGES))
            .replaceAll("[;:]+$", "")
            .strip());
    row.put("pmid", r.text(Field.PMID));
    row.put("source_quality", "seen");
    row.put("primary_outcome_status", "seen");
    row.put("arm", arm);
  }

  private static String joined(List<ValueDecision> values, ExtractionField field) {
    return values.stream()
        .filter(d -> d.field() == field)
        .map(ValueDecision::value)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /// The value of the arm itself, if there is one and no other; several are a person's to settle.
  private static String single(List<ValueDecision> values, ExtractionField field) {
    List<ValueDecision> all = values.stream().filter(d -> d.field() == field).toList();
    List<String> named =
        all.stream().filter(d -> !d.arm().isEmpty()).map(ValueDecision::value).distinct().toList();
    List<String> any =
        named.isEmpty() ? all.stream().map(ValueDecision::value).distinct().toList() : named;
    return any.size() == 1 ? any.getFirst() : "";
  }

  private static void drugs(List<ValueDecision> values, Map<String, String> row) {
    String product = joined(values, ExtractionField.PRODUCT);
    String cytokine = joined(values, ExtractionField.CYTOKINE);
    String partner = joined(values, ExtractionField.PARTNER);
    String own = product.isEmpty() ? cytokine : product;
    row.put("drugs", partner.isEmpty() ? own : own + " + " + partner.replace("; ", " + "));
  }

  private static void dose(List<ValueDecision> values, Map<String, String> row) {
    List<ValueDecision> doses =
        values.stream().filter(d -> d.field() == ExtractionField.DOSE).toList();
    if (doses.size() == 1) {
      String unit = doses.getFirst().unit();
      row.put("dose_value", doses.getFirst().value());
      row.put("dose_unit", unit.replaceFirst("/.*", ""));
      row.put(
          "dose_basis", unit.contains("/kg") ? "per_kg" : unit.contains("/m2") ? "per_m2" : "flat");
    }
    String days = joined(values, ExtractionField.DOSE_DAYS);
    String all =
        doses.stream()
            .map(d -> d.value() + " " + d.unit())
            .distinct()
            .collect(Collectors.joining("; "));
    row.put(
        "regimen_text",
        String.format(Locale.ROOT, "%s%s", all, days.isEmpty() ? "" : " days " + days).strip());
  }
}
