package org.cytotrial.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evidence [NAME]`
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the published trial arms that the library holds, with those that reviews under"
          + " 'reviews/' have published, or everything known of one.",
      "",
      "Example:  cytotrial evidence HDIL2_MEL_Atkins1999"
    })
final class EvidenceCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "the short id of a published arm")
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  EvidenceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Library library = PublishedRows.library();
    List<PublishedArm> published = PublishedRows.all();
    PrintWriter out = terminal.out();
    List<PublishedArm> arms =
        name.isPresent() ? List.of(library.publishedArm(name.get())) : library.evidence();
    if (json) {
      List<Map<String, String>> facts =
          arms.stream().map(a -> facts(a, library, published)).toList();
      Json.print(name.isPresent() ? facts.getFirst() : facts, out);
    } else if (name.isPresent()) {
      facts(arms.getFirst(), library, published)
          .forEach((what, value) -> out.printf("%-24s %s%n", what, value));
    } else {
      var table =
          new TextTable("short_id", "n", "ORR %", "CR %", "read", "from", "drugs", "cancer");
      for (PublishedArm a : arms) {
        table.row(
            a.shortId(),
            text(a.n()),
            text(a.orrPercent()),
            text(a.crPercent()),
            a.sourceQuality(),
            PublishedRows.origins(a, published),
            a.drugs(),
            a.cancer());
      }
      table.print(out);
    }
    return 0;
  }

  private static Map<String, String> facts(
      PublishedArm arm, Library library, List<PublishedArm> published) {
    Map<String, String> facts = new LinkedHashMap<>();
    arm.columns()
        .forEach((column, value) -> {
          if (!value.isBlank()) {
            facts.put(column, value);
          }
        });
    facts.put("from", PublishedRows.origins(arm, published));
    facts.put("fitted", library.fittedArms().getOrDefault(arm.shortId(), "not fitted"));
    return facts;
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "–";
  }

  private static String text(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "–";
  }
}
