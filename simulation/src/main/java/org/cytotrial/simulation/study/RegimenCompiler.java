package org.cytotrial.simulation.study;

import static org.cytotrial.model.expression.Expression.constant;
import static org.cytotrial.model.expression.Expression.symbol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.cytotrial.domain.clinical.Product;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Model;
import org.cytotrial.simulation.regimen.Condition;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.regimen.Series;
import org.cytotrial.simulation.regimen.TimePattern;
import org.cytotrial.simulation.study.Study.Arm;

/// Turns the regimens of a study into schedules: products into states of the model, doses into its
/// units by the product's own molar mass and specific activity.
public final class RegimenCompiler {
  private static final Unit INTERNATIONAL_UNIT = Unit.parse("IU");
  private static final Unit GRAM = Unit.parse("g");
  private static final Unit PER_KILOGRAM = Unit.parse("1/kg");
  private static final Unit PER_SQUARE_METRE = Unit.parse("1/m2");

  private final Model model;
  private final Ledger ledger;
  private final Function<String, Product> products;
  private final List<String> problems = new ArrayList<>();

  /// @param products finds a product, or throws IllegalArgumentException naming near ones
  public RegimenCompiler(Model model, Ledger ledger, Function<String, Product> products) {
    this.model = model;
    this.ledger = ledger;
    this.products = products;
  }

  /// Compiles all arms.
  ///
  /// @throws StudyException with every mistake in every arm
  public List<Schedule> compile(Study study) {
    List<Schedule> schedules = study.arms().stream().map(this::schedule).toList();
    if (!problems.isEmpty()) {
      throw new StudyException(problems);
    }
    return schedules;
  }

  private Schedule schedule(Arm arm) {
    List<Series> series = new ArrayList<>();
    Map<String, Double> slot = new LinkedHashMap<>();
    String loaded = "";
    for (Administration administration : arm.regimen()) {
      try {
        series.add(series(administration));
        String row = products.apply(administration.product()).slotRow().orElse(loaded);
        if (!loaded.isEmpty() && !row.equals(loaded)) {
          throw new IllegalArgumentException(
              "the model has one slot for engineered cytokines, which already holds "
                  + loaded
                  + ".");
        }
        if (!row.equals(loaded)) {
          slot.putAll(slotParameters(row));
          loaded = row;
        }
      } catch (IllegalArgumentException e) {
        problems.add(administration.where() + ": " + e.getMessage());
      }
    }
    return new Schedule(arm.name(), series, slot, Map.of());
  }

  /// The parameters of a product row, without the row's name before them.
  private Map<String, Double> slotParameters(String row) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (LedgerEntry entry : ledger.productRow(row).entries()) {
      values.put(entry.id().substring(entry.id().indexOf('.') + 1), entry.value());
    }
    return values;
  }

  private Series series(Administration administration) {
    Product product = products.apply(administration.product());
    String target = product.target(administration.route());
    return new Series(
        product.name(),
        Series.Operation.ADD,
        target,
        amount(administration, product, target),
        administration.infusionDays(),
        times(administration),
        administration.hold().map(this::holdRule),
        administration.stopAfter(),
        administration.onlyIf().map(this::known));
  }

  private Condition known(Condition condition) {
    String id = condition.observable();
    boolean isKnown =
        model.species().stream().anyMatch(s -> s.id().equals(id))
            || model.parameters().stream().anyMatch(p -> p.id().equals(id))
            || model.rules().stream().anyMatch(r -> r.variable().equals(id));
    if (!isKnown) {
      throw new IllegalArgumentException(
          "the condition '%s' reads '%s', which the model does not have. Maybe SLD, the sum of diameters."
              .formatted(condition, id));
    }
    return condition;
  }

  private static TimePattern times(Administration administration) {
    return new TimePattern(
        administration.cycleStarts().stream()
            .map(start ->
                new TimePattern.Item(
                    start,
                    administration.intervalDays(),
                    administration.doses(),
                    Rational.ZERO,
                    OptionalLong.of(1)))
            .toList());
  }

  private String holdRule(String name) {
    String rule = "hold_" + name;
    List<String> known =
        model.rules().stream()
            .map(r -> r.variable())
            .filter(id -> id.startsWith("hold_"))
            .map(id -> id.substring("hold_".length()))
            .toList();
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "hold rule '" + name + "' is not known. Maybe one of " + String.join(", ", known) + ".");
    }
    return rule;
  }

  /// The dose in the unit of the target state, as a formula over body size, specific activity and
  /// molar mass.
  private Expression amount(Administration administration, Product product, String target) {
    Unit unit = administration.dose().unit();
    Expression amount = Expression.Constant.ONE;
    if (unit.isCommensurableWith(GRAM.times(PER_KILOGRAM))
        || unit.isCommensurableWith(INTERNATIONAL_UNIT.times(PER_KILOGRAM))) {
      unit = unit.times(ledger.entry("BW").unit());
      amount = symbol("BW");
    } else if (unit.isCommensurableWith(GRAM.times(PER_SQUARE_METRE))
        || unit.isCommensurableWith(INTERNATIONAL_UNIT.times(PER_SQUARE_METRE))) {
      unit = unit.times(ledger.entry("BSA").unit());
      amount = symbol("BSA");
    }
    if (unit.isCommensurableWith(INTERNATIONAL_UNIT)) {
      String activity = specificActivity(administration, product);
      unit = unit.per(ledger.entry(activity).unit());
      amount = amount.over(symbol(activity));
    }
    if (!unit.isCommensurableWith(GRAM)) {
      throw new IllegalArgumentException(
          "the dose %s of %s is in no unit of a dose. Maybe mg, mg/kg, mg/m2%s."
              .formatted(
                  administration.dose(),
                  product.name(),
                  product.specificActivity().isPresent() ? ", IU/kg" : ""));
    }
    unit = unit.per(ledger.entry(product.molarMass()).unit());
    double factor = administration.dose().value() * unit.in(substanceUnit(target));
    return constant(factor).times(amount).over(symbol(product.molarMass()));
  }

  private static String specificActivity(Administration administration, Product product) {
    return product
        .specificActivity()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the dose %s is in IU, but %s has no IU; IU are a property of one product. Maybe give mg or mg/kg."
                    .formatted(administration.dose(), product.name())));
  }

  private Unit substanceUnit(String target) {
    Optional<Unit> unit =
        model.species().stream()
            .filter(s -> s.id().equals(target))
            .flatMap(s -> s.substanceUnit().stream())
            .findFirst();
    return unit.orElseThrow(() ->
        new IllegalArgumentException(
            "state '" + target + "' of the model has no unit of substance."));
  }
}
