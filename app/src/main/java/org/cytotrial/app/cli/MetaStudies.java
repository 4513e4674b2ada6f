package org.cytotrial.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.cytotrial.app.cli.DataTable.Row;
import org.cytotrial.statistics.distribution.NormalQuantile;
import org.cytotrial.statistics.meta.Correlation;
import org.cytotrial.statistics.meta.Counts;
import org.cytotrial.statistics.meta.EffectEstimate;
import org.cytotrial.statistics.meta.PersonTime;
import org.cytotrial.statistics.meta.Proportion;
import org.cytotrial.statistics.meta.TwoByTwo;
import org.cytotrial.statistics.meta.TwoMeans;
import org.cytotrial.statistics.meta.ZeroCells;

/// The studies of a table: what each row is made into, what was left out and why, and what the user
/// should hear of.
final class MetaStudies {
  private final DataTable table;
  private final MetaMeasure measure;
  private final List<String> columns;
  private final List<Whole> whole = new ArrayList<>();
  private final List<Map<String, Object>> skipped = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private MetaStudies(DataTable table, MetaMeasure measure, List<String> columns) {
    this.table = table;
    this.measure = measure;
    this.columns = columns;
  }

  /// A row with all its numbers.
  private record Whole(Row row, List<Double> numbers) {}

  /// A study that can be pooled.
  record Study(String name, Row row, EffectEstimate effect, List<Double> numbers) {}

  /// How counts are mended and which studies are kept.
  record Rules(ZeroCells zeroCells, boolean keepDoubleZero) {}

  /// Reads the numbers; rows with an empty cell among them or among `needed` are left out.
  static MetaStudies read(DataTable table, MetaMeasure measure, List<String> needed) {
    List<String> columns =
        measure.kind().columns().stream()
            .filter(table::hasAll)
            .findFirst()
            .orElseThrow(() ->
                new WrongUse(
                    table.file()
                        + ":1: "
                        + measure
                        + " needs the columns "
                        + measure.kind().columns()
                        + " (one of these sets); it has "
                        + table.header()
                        + ". Maybe --columns "
                        + measure.kind().columns().getFirst().getFirst()
                        + "=its name."));
    var studies = new MetaStudies(table, measure, columns);
    for (Row row : table.rows()) {
      studies.readRow(row, needed);
    }
    table.refuseProblems();
    return studies;
  }

  private void readRow(Row row, List<String> needed) {
    List<Double> numbers = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    for (String column : columns) {
      OptionalDouble number = row.number(column);
      number.ifPresentOrElse(numbers::add, () -> empty.add(column));
      number.ifPresent(value -> check(row, column, value));
    }
    needed.stream().filter(c -> DataTable.isAbsent(row.text(c))).forEach(empty::add);
    if (!empty.isEmpty()) {
      skip(row, "no value in " + empty);
      return;
    }
    checkTogether(row, numbers);
    whole.add(new Whole(row, numbers));
  }

  private void check(Row row, String column, double value) {
    boolean signed = List.of("yi", "ci.lb", "ci.ub", "m1i", "m2i", "ri").contains(column);
    if (value < 0 && !signed) {
      row.problem("'" + column + "' is " + value + "; it cannot be negative");
    }
    boolean count =
        List.of("ai", "bi", "ci", "di", "n1i", "n2i", "xi", "mi", "ni", "x1i", "x2i")
            .contains(column);
    if (count && value != Math.rint(value)) {
      warnings.add(
          row.place()
              + ": '"
              + column
              + "' is "
              + value
              + ", not a whole number; it is used as it is.");
    }
    if (column.equals("ri") && Math.abs(value) > 1) {
      row.problem("'ri' is " + value + "; a correlation lies between -1 and 1");
    }
  }

  private void checkTogether(Row row, List<Double> n) {
    if (columns.contains("n1i") && columns.contains("ai")) {
      more(row, "ai", n.get(0), "n1i", n.get(1));
      more(row, "ci", n.get(2), "n2i", n.get(3));
    } else if (columns.equals(List.of("xi", "ni"))) {
      more(row, "xi", n.get(0), "ni", n.get(1));
    } else if (columns.contains("ci.lb") && n.get(1) > n.get(2)) {
      row.problem("'ci.lb' is " + n.get(1) + ", above 'ci.ub', " + n.get(2));
    }
  }

  private static void more(Row row, String events, double count, String total, double patients) {
    if (count > patients) {
      row.problem("'" + events + "' is " + count + ", more than '" + total + "', " + patients);
    }
  }

  private void skip(Row row, String reason) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("row", row.number());
    entry.put("study", name(row));
    entry.put("reason", reason);
    entry.put("place", row.place());
    skipped.add(entry);
  }

  /// The studies that can be pooled; the others are added to those skipped.
  List<Study> effects(Rules rules) {
    List<EffectEstimate> effects = effectsOfAll(rules);
    List<Study> studies = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      Row row = whole.get(i).row();
      if (hasEmptyArm(whole.get(i).numbers())) {
        skip(row, "an arm has nobody in it");
      } else if (!rules.keepDoubleZero() && isWithoutEvents(whole.get(i).numbers())) {
        skip(row, "no events in either arm");
      } else if (!effects.get(i).isDefined()) {
        boolean certain = effects.get(i).vi() == 0;
        skip(row, certain ? "its sampling variance is 0" : "its effect or variance is not defined");
      } else {
        studies.add(new Study(name(row), row, effects.get(i), whole.get(i).numbers()));
      }
    }
    return studies;
  }

  /// Whether counts are of nobody, or of no time: what is added to zero cells would make an effect
  /// of it.
  private boolean hasEmptyArm(List<Double> numbers) {
    return switch (measure.kind()) {
      case TABLE -> table(numbers).n1() == 0 || table(numbers).n2() == 0;
      case PROPORTION -> proportion(numbers).n() == 0;
      case RATE -> rate(numbers).t1() == 0 || rate(numbers).t2() == 0;
      case MEANS, CORRELATION, GIVEN -> false;
    };
  }

  private boolean isWithoutEvents(List<Double> numbers) {
    return switch (measure.kind()) {
      case TABLE -> table(numbers).isWithoutEvents();
      case RATE -> rate(numbers).isWithoutEvents();
      case PROPORTION, MEANS, CORRELATION, GIVEN -> false;
    };
  }

  private List<EffectEstimate> effectsOfAll(Rules rules) {
    List<List<Double>> numbers = whole.stream().map(Whole::numbers).toList();
    return switch (measure.kind()) {
      case TABLE -> mended(tables(), rules).stream().map(this::effect).toList();
      case PROPORTION -> {
        boolean plain = measure == MetaMeasure.PAS || measure == MetaMeasure.PFT;
        List<Proportion> all = plain ? proportions() : mended(proportions(), rules);
        yield all.stream().map(this::effect).toList();
      }
      case RATE -> {
        List<PersonTime> all = measure == MetaMeasure.IRSD ? rates() : mended(rates(), rules);
        yield all.stream().map(this::effect).toList();
      }
      case MEANS -> numbers.stream().map(this::meansEffect).toList();
      case CORRELATION ->
          numbers.stream().map(n -> effect(new Correlation(n.get(0), n.get(1)))).toList();
      case GIVEN -> numbers.stream().map(this::givenEffect).toList();
    };
  }

  private <T extends Counts<T>> List<T> mended(List<T> counts, Rules rules) {
    List<T> mended = rules.zeroCells().applyTo(counts);
    for (int i = 0; i < counts.size(); i++) {
      List<Double> numbers = whole.get(i).numbers();
      boolean used = !hasEmptyArm(numbers) && (rules.keepDoubleZero() || !isWithoutEvents(numbers));
      if (used && !mended.get(i).equals(counts.get(i)) && counts.get(i).hasZero()) {
        Row row = whole.get(i).row();
        warnings.add(
            row.place() + ": a cell is 0; " + rules.zeroCells().add() + " was added to each cell.");
      }
    }
    return mended;
  }

  private EffectEstimate effect(TwoByTwo t) {
    return measure == MetaMeasure.OR
        ? t.oddsRatio()
        : measure == MetaMeasure.RR ? t.riskRatio() : t.riskDifference();
  }

  private EffectEstimate effect(PersonTime t) {
    return measure == MetaMeasure.IRR
        ? t.rateRatio()
        : measure == MetaMeasure.IRD ? t.rateDifference() : t.squareRootRateDifference();
  }

  private EffectEstimate effect(Correlation c) {
    return measure == MetaMeasure.COR ? c.raw() : c.fisherZ();
  }

  private EffectEstimate effect(Proportion p) {
    return switch (measure) {
      case PR -> p.raw();
      case PLN -> p.log();
      case PAS -> p.arcsine();
      case PFT -> p.doubleArcsine();
      default -> p.logit();
    };
  }

  private EffectEstimate meansEffect(List<Double> n) {
    var means =
        new TwoMeans(
            new TwoMeans.Arm(n.get(0), n.get(1), n.get(2)),
            new TwoMeans.Arm(n.get(3), n.get(4), n.get(5)));
    return switch (measure) {
      case SMD -> means.standardizedMeanDifference();
      case SMDH -> means.heteroscedasticMeanDifference();
      case ROM -> means.ratioOfMeans();
      default -> means.meanDifference();
    };
  }

  private EffectEstimate givenEffect(List<Double> n) {
    if (columns.contains("vi")) {
      return new EffectEstimate(n.get(0), n.get(1));
    }
    double error =
        columns.contains("sei")
            ? n.get(1)
            : (n.get(2) - n.get(1)) / (2 * NormalQuantile.twoSided(0.95));
    return new EffectEstimate(n.get(0), error * error);
  }

  /// All whole tables, double-zero ones too, as methods that pool tables need them.
  List<TwoByTwo> tables() {
    return whole.stream().map(w -> table(w.numbers())).toList();
  }

  List<PersonTime> rates() {
    return whole.stream().map(w -> rate(w.numbers())).toList();
  }

  List<Proportion> proportions() {
    return whole.stream().map(w -> proportion(w.numbers())).toList();
  }

  TwoByTwo table(List<Double> n) {
    return columns.contains("bi")
        ? new TwoByTwo(n.get(0), n.get(1), n.get(2), n.get(3))
        : TwoByTwo.ofTotals(n.get(0), n.get(1), n.get(2), n.get(3));
  }

  PersonTime rate(List<Double> n) {
    return new PersonTime(n.get(0), n.get(1), n.get(2), n.get(3));
  }

  Proportion proportion(List<Double> n) {
    return new Proportion(n.get(0), columns.contains("mi") ? n.get(0) + n.get(1) : n.get(1));
  }

  List<Map<String, Object>> skipped() {
    return skipped;
  }

  List<String> warnings() {
    return warnings;
  }

  private String name(Row row) {
    for (String column : List.of("slab", "study")) {
      if (table.has(column) && !row.text(column).isEmpty()) {
        return row.text(column);
      }
    }
    return "row " + row.number();
  }
}
