package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cytotrial.domain.quantity.BaseUnit;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.network.UnitKind;

/// Gives each unit of a model a name, and writes the definitions. Base kinds keep theirs, common
/// units get a speaking name, others are `unit_1`, `unit_2`, …. A definition repeats the factor
/// with all its digits, so that reading it gives the same unit again.
final class UnitNames {
  private static final Map<BaseUnit, String> KINDS =
      Map.of(
          BaseUnit.SECOND, "second",
          BaseUnit.METRE, "metre",
          BaseUnit.KILOGRAM, "kilogram",
          BaseUnit.MOLE, "mole",
          BaseUnit.KELVIN, "kelvin",
          BaseUnit.AMPERE, "ampere",
          BaseUnit.CANDELA, "candela",
          BaseUnit.ITEM, "item",
          BaseUnit.INTERNATIONAL_UNIT, "item");
  private static final List<String> PLAIN =
      List.of(
          "dimensionless",
          "second",
          "metre",
          "kilogram",
          "gram",
          "mole",
          "item",
          "litre",
          "pascal",
          "kelvin");
  private static final Map<String, String> SPEAKING = speaking();

  private final Set<String> taken;
  private final Map<Unit, String> names = new LinkedHashMap<>();
  private final List<String> definitions = new ArrayList<>();

  /// @param taken ids of the model, which no unit may have
  UnitNames(Set<String> taken) {
    this.taken = taken;
  }

  String name(Unit unit) {
    String known = names.get(unit);
    if (known != null) {
      return known;
    }
    String name =
        PLAIN.stream()
            .filter(kind -> UnitKind.named(kind).filter(unit::equals).isPresent())
            .findFirst()
            .orElseGet(() -> defined(unit));
    names.put(unit, name);
    return name;
  }

  /// The definitions so far, one a line.
  List<String> definitions() {
    return List.copyOf(definitions);
  }

  /// `1.0E-9 dimensionless * mole * metre^-3`.
  static String formula(Unit unit) {
    String powers =
        unit.exponents().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e ->
                " * "
                    + KINDS.get(e.getKey())
                    + (e.getValue() == 1 ? "" : "^" + number(e.getValue())))
            .collect(Collectors.joining());
    return number(unit.factor()) + " dimensionless" + powers;
  }

  private String defined(Unit unit) {
    String wanted =
        SPEAKING.entrySet().stream()
            .filter(entry -> Unit.parse(entry.getValue()).isSameAs(unit))
            .map(Map.Entry::getKey)
            .filter(name -> !taken.contains(name) && !names.containsValue(name))
            .findFirst()
            .orElse("unit_" + (definitions.size() + 1));
    String name = taken.contains(wanted) ? wanted + "_" : wanted;
    definitions.add("unit " + name + " = " + formula(unit) + ";");
    return name;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static Map<String, String> speaking() {
    var names = new LinkedHashMap<String, String>();
    names.put("day", "day");
    names.put("per_day", "1/day");
    names.put("hour", "h");
    names.put("per_hour", "1/h");
    names.put("minute", "min");
    names.put("per_minute", "1/min");
    names.put("per_second", "1/s");
    names.put("nM", "nM");
    names.put("uM", "uM");
    names.put("mM", "mM");
    names.put("nmol", "nmol");
    names.put("umol", "umol");
    names.put("mmol", "mmol");
    names.put("mL", "mL");
    names.put("litre_per_day", "L/day");
    names.put("nM_per_day", "nM/day");
    names.put("nmol_per_day", "nmol/day");
    names.put("Mcell", "Mcell");
    names.put("Mcell_per_day", "Mcell/day");
    names.put("Mcell_per_mL", "Mcell/mL");
    names.put("pg_per_mL", "pg/mL");
    names.put("mmHg", "mmHg");
    names.put("kDa", "kDa");
    names.put("mm", "mm");
    names.put("square_metre", "m2");
    return names;
  }
}
