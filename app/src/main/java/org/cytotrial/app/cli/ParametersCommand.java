package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.parameter.ParameterDistribution;
import org.cytotrial.domain.parameter.ParameterDistribution.Derived;
import org.cytotrial.domain.parameter.ParameterDistribution.Fixed;
import org.cytotrial.domain.parameter.ParameterDistribution.LogitNormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Lognormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Normal;
import org.cytotrial.domain.parameter.ParameterDistribution.ZeroInflatedLognormal;
import org.cytotrial.domain.parameter.Tag;
import org.cytotrial.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parameters [NAME]`
@Command(
    name = "parameters",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the constants of the reference model: value, unit, range, how patients vary, and where"
          + " the value is from.",
      "",
      "Example:  cytotrial parameters k_ctl"
    })
final class ParametersCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "a parameter")
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ParametersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Library library = Library.load();
    PrintWriter out = terminal.out();
    List<LedgerEntry> entries =
        name.isPresent() ? List.of(library.parameter(name.get())) : library.ledger().entries();
    if (json) {
      List<Map<String, Object>> facts = entries.stream().map(ParametersCommand::facts).toList();
      Json.print(name.isPresent() ? facts.getFirst() : facts, out);
    } else if (name.isPresent()) {
      facts(entries.getFirst())
          .forEach((what, value) -> out.printf("%-13s %s%n", what, value == null ? "–" : value));
    } else {
      var table = new TextTable("id", "value", "unit", "range", "patients", "tag", "module");
      for (LedgerEntry e : entries) {
        String range = e.low().isPresent() ? number(e.low()) + " to " + number(e.high()) : "";
        table.row(
            e.id(),
            Double.toString(e.value()),
            e.unitText(),
            range,
            spelling(e.distribution()),
            spelling(e.tag()),
            e.module());
      }
      table.print(out);
    }
    return 0;
  }

  private static Map<String, Object> facts(LedgerEntry entry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", entry.id());
    facts.put("module", entry.module());
    facts.put("value", entry.value());
    facts.put("unit", entry.unitText());
    facts.put("low", entry.low().isPresent() ? entry.low().getAsDouble() : null);
    facts.put("high", entry.high().isPresent() ? entry.high().getAsDouble() : null);
    facts.put("distribution", spelling(entry.distribution()));
    facts.put("tag", spelling(entry.tag()));
    facts.put("source", entry.source());
    return facts;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "–";
  }

  static String spelling(Tag tag) {
    return tag.name().toLowerCase(Locale.ROOT);
  }

  private static String spelling(ParameterDistribution distribution) {
    return switch (distribution) {
      case Fixed() -> "fixed";
      case Derived() -> "derived per patient";
      case Lognormal(var sigma) -> "lognormal, sigma " + sigma;
      case LogitNormal(var sigma) -> "logit-normal, sigma " + sigma;
      case Normal(var sd) -> "normal, sd " + sd;
      case ZeroInflatedLognormal(var sigma, var p) ->
          "lognormal, sigma " + sigma + ", or 0 with 1 - " + p;
    };
  }
}
