package org.cytotrial.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.review.ImportOutcome;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.online.KeyedSearch;
import org.cytotrial.evidence.search.online.Pause;
import org.cytotrial.evidence.search.online.PubMedSearch;
import org.cytotrial.evidence.search.online.SearchRun;
import org.cytotrial.evidence.search.writing.StrategyWriter;
import org.cytotrial.evidence.search.writing.Target;
import org.cytotrial.evidence.search.writing.Translation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review search REVIEW`
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Searches PubMed with the strategy in the review's 'search.txt' (PubMed's or Ovid's syntax),"
          + " imports what it finds, and writes the exact strings for the other databases under"
          + " 'search/'. Every search is kept in 'searches.jsonl' with its day, string and count.",
      "An interrupted search goes on with the same command. A key of NCBI in the variable"
          + " NCBI_API_KEY makes it faster.",
      "--scopus and --web-of-science ask their APIs with the keys in SCOPUS_API_KEY and"
          + " WOS_API_KEY; they were written from the documentation and never run against the"
          + " services, and their answers are kept, not imported: import the exports.",
      "",
      "Example:  cytotrial review search il2-melanoma --update"
    })
final class ReviewSearchCommand implements Callable<Integer> {
  private static final String PUBMED = "PubMed";

  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Option(
      names = "--update",
      description = "only what entered PubMed since the last search; decisions stay")
  private boolean update;

  @Option(names = "--offline", description = "write the strings and send nothing")
  private boolean offline;

  @Option(names = "--from", paramLabel = "SYNTAX", description = "pubmed or ovid")
  private Optional<String> from = Optional.empty();

  @Option(names = "--scopus", description = "ask Scopus, with a key")
  private boolean scopus;

  @Option(names = "--web-of-science", description = "ask Web of Science, with a key")
  private boolean webOfScience;

  @Option(
      names = "--pubmed-server",
      paramLabel = "URL",
      description = "another address of the E-utilities, ending in '/'")
  private Optional<URI> server = Optional.empty();

  ReviewSearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Clock clock = Clock.systemUTC();
    Review open = Review.open(review, clock);
    var searches = new ReviewSearches(open.folder());
    List<String> notices = new ArrayList<>();
    Strategy strategy =
        searches.strategy(from.map(TranslateCommand::syntax), open.protocol().dates(), notices);
    notices.forEach(n -> terminal.err().println(n));
    LocalDate today = LocalDate.now(clock);
    for (Target target : Target.values()) {
      Translation translation = StrategyWriter.write(strategy, target);
      Path file = searches.keepString(translation, today);
      terminal
          .out()
          .printf(
              "%-18s %s%s%n",
              target.label(),
              file,
              translation.notes().isEmpty()
                  ? ""
                  : " (" + translation.notes().size() + " differences, in the file)");
    }
    if (offline) {
      return 0;
    }
    pubMed(open, searches, strategy, today);
    if (scopus) {
      keyed(KeyedSearch.Service.SCOPUS, Target.SCOPUS, searches, strategy, today);
    }
    if (webOfScience) {
      keyed(KeyedSearch.Service.WEB_OF_SCIENCE, Target.WEB_OF_SCIENCE, searches, strategy, today);
    }
    return 0;
  }

  private void pubMed(Review open, ReviewSearches searches, Strategy strategy, LocalDate today)
      throws IOException {
    Optional<LocalDate> since = update ? searches.lastDay(PUBMED) : Optional.empty();
    if (update && since.isEmpty()) {
      throw new WrongUse(
          "--update goes on from an earlier search of PubMed, and there is none; leave it out.");
    }
    String query = StrategyWriter.write(strategy, Target.PUBMED).whole();
    Optional<String> key = Optional.ofNullable(System.getenv(PubMedSearch.KEY));
    PubMedSearch.Settings nlm = PubMedSearch.Settings.ofNlm(key);
    var settings =
        new PubMedSearch.Settings(
            server.orElse(nlm.base()), nlm.key(), nlm.most(), nlm.page(), nlm.pause());
    String asked = query + since.map(s -> " since " + s).orElse("");
    SearchRun run =
        new PubMedSearch(settings).run(query, since, today, searches.answers(PUBMED, today, asked));
    run.warnings().forEach(w -> terminal.err().println("PubMed says: " + w));
    int added = 0;
    for (Path file : run.files()) {
      ImportOutcome outcome = open.importFile(file, Optional.of(PUBMED));
      added += outcome.added();
    }
    searches.keep(run, added);
    terminal
        .out()
        .printf(
            "PubMed, %s%s: %d records, %d new here; next: cytotrial review dedupe %s%n",
            run.day(),
            since.map(s -> ", entered since " + s).orElse(""),
            run.count(),
            added,
            review);
  }

  private void keyed(
      KeyedSearch.Service service,
      Target target,
      ReviewSearches searches,
      Strategy strategy,
      LocalDate today)
      throws IOException {
    String key = System.getenv(service.variable());
    if (key == null || key.isBlank()) {
      throw new WrongUse(
          "%s is asked by its API only with a key in the variable %s; without one, paste the string above into its advanced search and import the export."
              .formatted(target.label(), service.variable()));
    }
    String query = StrategyWriter.write(strategy, target).whole();
    SearchRun run =
        new KeyedSearch(service, service.address(), key, Pause.real())
            .run(query, today, searches.answers(target.label(), today, query));
    searches.keep(run, 0);
    terminal
        .out()
        .printf(
            "%s, %s: %d records, kept under 'search/'; import the export for screening%n",
            target.label(), run.day(), run.count());
  }
}
