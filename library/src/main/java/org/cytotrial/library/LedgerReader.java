package org.cytotrial.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.parameter.ParameterDistribution;
import org.cytotrial.domain.parameter.ParameterDistribution.Derived;
import org.cytotrial.domain.parameter.ParameterDistribution.Fixed;
import org.cytotrial.domain.parameter.ParameterDistribution.LogitNormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Lognormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Normal;
import org.cytotrial.domain.parameter.ParameterDistribution.ZeroInflatedLognormal;
import org.cytotrial.domain.parameter.ProductRow;
import org.cytotrial.domain.parameter.Tag;
import org.cytotrial.domain.quantity.Unit;

/// Reads a ledger from CSV:
/// `id,module,value,unit,low,high,fit_low,fit_high,distribution,source,tag`.
///
/// An id `BEMPEG.CL_X` belongs to the product row `BEMPEG`; the row `DEFAULT` holds the model's own
/// values of the slot and counts as ordinary parameters.
public final class LedgerReader {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "module",
          "value",
          "unit",
          "low",
          "high",
          "fit_low",
          "fit_high",
          "distribution",
          "source",
          "tag");
  private static final String DEFAULT_ROW = "DEFAULT.";
  private static final Pattern DISTRIBUTION =
      Pattern.compile(
          "(lognormal|logit-normal|normal|zi_lognormal)\\((sigma|sd)=([0-9.eE+-]+)(?:;p=(\\w+))?\\)");

  private LedgerReader() {}

  /// Reads the text of a ledger.
  ///
  /// @param file what messages call it
  /// @throws LibraryException with every problem, each with its line
  public static Ledger read(String text, String file) {
    List<LedgerEntry> entries = new ArrayList<>();
    Map<String, List<LedgerEntry>> products = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    new CsvTable(file, text)
        .read(
            COLUMNS,
            row -> {
              String id = row.text("id");
              if (!seen.add(id)) {
                row.problem("parameter '" + id + "' stands twice");
              }
              int dot = id.startsWith(DEFAULT_ROW) ? -1 : id.indexOf('.');
              LedgerEntry entry = entry(row, id.substring(id.indexOf('.') + 1));
              if (dot < 0) {
                entries.add(entry);
              } else {
                products.computeIfAbsent(id.substring(0, dot), _ -> new ArrayList<>()).add(entry);
              }
              return entry;
            });
    return new Ledger(
        entries,
        products.entrySet().stream()
            .map(row -> new ProductRow(row.getKey(), description(row.getValue()), row.getValue()))
            .toList());
  }

  private static String description(List<LedgerEntry> entries) {
    return entries.getFirst().module().replaceFirst("^.*product: ", "");
  }

  private static LedgerEntry entry(CsvTable.Row row, String id) {
    var entry =
        new LedgerEntry(
            id,
            row.text("module"),
            row.number("value"),
            row.text("unit"),
            unit(row),
            row.optionalNumber("low"),
            row.optionalNumber("high"),
            row.optionalNumber("fit_low"),
            row.optionalNumber("fit_high"),
            distribution(row),
            row.text("source"),
            tag(row));
    double low = entry.low().orElse(Double.NEGATIVE_INFINITY);
    double high = entry.high().orElse(Double.POSITIVE_INFINITY);
    if (entry.value() < low || entry.value() > high) {
      row.problem("'%s' is %s, outside its range %s to %s".formatted(id, entry.value(), low, high));
    }
    if (entry.source().isEmpty()) {
      row.problem("'" + id + "' has no source");
    }
    return entry;
  }

  private static Unit unit(CsvTable.Row row) {
    try {
      return LedgerUnits.parse(row.text("unit"));
    } catch (IllegalArgumentException e) {
      row.problem(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
      return Unit.DIMENSIONLESS;
    }
  }

  private static Tag tag(CsvTable.Row row) {
    String text = row.text("tag");
    Optional<Tag> tag =
        Arrays.stream(Tag.values())
            .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst();
    if (tag.isEmpty()) {
      row.problem("tag '" + text + "' is not known; it may be seen, recalled, assumed, constant");
    }
    return tag.orElse(Tag.ASSUMED);
  }

  private static ParameterDistribution distribution(CsvTable.Row row) {
    String text = row.text("distribution");
    return switch (text) {
      case "fixed" -> new Fixed();
      case "derived", "derived per patient" -> new Derived();
      default -> {
        Optional<ParameterDistribution> sampled = sampled(text);
        if (sampled.isEmpty()) {
          row.problem(
              "distribution '%s' is not understood. Maybe 'fixed', 'derived', 'lognormal(sigma=0.3)', 'logit-normal(sigma=0.5)', 'normal(sd=8)', 'zi_lognormal(sigma=1.7;p=p_M)'"
                  .formatted(text));
        }
        yield sampled.orElseGet(Fixed::new);
      }
    };
  }

  private static Optional<ParameterDistribution> sampled(String text) {
    Matcher matcher = DISTRIBUTION.matcher(text);
    if (!matcher.matches() || matcher.group(1).equals("normal") != matcher.group(2).equals("sd")) {
      return Optional.empty();
    }
    double width = Double.parseDouble(matcher.group(3));
    String probability = matcher.group(4);
    boolean zeroInflated = matcher.group(1).equals("zi_lognormal");
    if (zeroInflated != (probability != null)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (matcher.group(1)) {
          case "lognormal" -> new Lognormal(width);
          case "logit-normal" -> new LogitNormal(width);
          case "normal" -> new Normal(width);
          default -> new ZeroInflatedLognormal(width, String.valueOf(probability));
        });
  }
}
