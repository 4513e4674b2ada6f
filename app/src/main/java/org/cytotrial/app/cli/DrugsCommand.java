package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cytotrial.domain.clinical.Product;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `drugs [NAME]`
@Command(
    name = "drugs",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the products that a study can give, with their own mass and activity.",
      "",
      "Example:  cytotrial drugs aldesleukin"
    })
final class DrugsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "a product")
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  DrugsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Library library = Library.load();
    PrintWriter out = terminal.out();
    List<Product> products =
        name.isPresent() ? List.of(library.product(name.get())) : library.products();
    if (json) {
      List<Map<String, String>> entries =
          products.stream().map(p -> facts(p, library.ledger())).toList();
      Json.print(name.isPresent() ? entries.getFirst() : entries, out);
      return 0;
    }
    for (Product product : products) {
      facts(product, library.ledger())
          .forEach((what, value) -> out.printf("%-19s %s%n", what, value));
      out.println();
    }
    return 0;
  }

  private static Map<String, String> facts(Product product, Ledger ledger) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("name", product.name());
    facts.put("description", product.description());
    facts.put("routes", routes(product));
    facts.put("molar_mass", constant(ledger.entry(product.molarMass())));
    facts.put(
        "specific_activity",
        product.specificActivity().map(id -> constant(ledger.entry(id))).orElse("none: no IU"));
    facts.put("source", product.citation());
    return facts;
  }

  private static String routes(Product product) {
    return product.targets().entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().spelling()))
        .map(e -> e.getKey().spelling() + " into " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String constant(LedgerEntry entry) {
    return "%s %s (%s, %s: %s)"
        .formatted(
            entry.value(),
            entry.unitText(),
            entry.id(),
            ParametersCommand.spelling(entry.tag()),
            entry.source());
  }
}
