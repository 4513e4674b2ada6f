package org.cytotrial.evidence.search.online;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Searches PubMed by NLM's E-utilities: `esearch` with the history server, then `efetch` page by
/// page into files of MEDLINE format ("Entrez Programming Utilities Help", NCBI).
///
/// Three requests a second are allowed, ten with a key. No more than 10,000 records can be fetched
/// of one search: larger ones are split by the day of entry until every part fits and the parts add
/// up to the count. Pages that are there already are not fetched again, so that the same call goes
/// on where one stopped.
public final class PubMedSearch {
  /// The environment variable with the key.
  public static final String KEY = "NCBI_API_KEY";

  private static final LocalDate BEFORE_ALL = LocalDate.of(1800, 1, 1);
  private static final int WITHOUT_KEY = 3;
  private static final int WITH_KEY = 10;

  /// Where and how to ask.
  ///
  /// @param base the address that `esearch.fcgi` stands under, ending in `/`
  /// @param most how many records of one search can be fetched
  /// @param page how many are fetched at once
  public record Settings(URI base, Optional<String> key, int most, int page, Pause pause) {
    /// NLM's own server.
    public static Settings ofNlm(Optional<String> key) {
      return new Settings(
          URI.create("https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"),
          key,
          10_000,
          500,
          Pause.real());
    }
  }

  private final Settings settings;
  private final PoliteHttp http;

  public PubMedSearch(Settings settings) {
    this.settings = settings;
    this.http =
        new PoliteHttp(
            "PubMed", settings.key().isPresent() ? WITH_KEY : WITHOUT_KEY, settings.pause());
  }

  /// How many records a query finds today.
  public int count(String query) {
    return esearch(query, Optional.empty()).count();
  }

  /// Searches and fetches all records into `folder`.
  ///
  /// @param since only records that entered PubMed on this day or later
  /// @throws SearchException if PubMed refuses, cannot be reached, or gives fewer records than it
  ///   counts
  public SearchRun run(String query, Optional<LocalDate> since, LocalDate today, Path folder) {
    // a day more: PubMed's day begins and ends at another hour
    var all = new SearchedDates(since.orElse(BEFORE_ALL), today.plusDays(1));
    Optional<SearchedDates> limits = since.map(_ -> all);
    EsearchAnswer whole = esearch(query, limits);
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      int fetched =
          whole.count() <= settings.most()
              ? fetch(whole, since.isPresent() ? all.name() : "all", folder, files)
              : split(query, all, whole.count(), folder, files);
      if (fetched != whole.count()) {
        throw new SearchException(
            "PubMed counts %d records, but its parts by day of entry have %d: search again."
                .formatted(whole.count(), fetched));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SearchRun("PubMed", today, query, whole.count(), since, files, whole.warnings());
  }

  private int split(String query, SearchedDates dates, int count, Path folder, List<Path> files)
      throws IOException {
    if (dates.isOneDay()) {
      throw new SearchException(
          "%d records entered PubMed on %s, more than the %d that it gives: narrow the query."
              .formatted(count, dates.from(), settings.most()));
    }
    int fetched = 0;
    for (SearchedDates half : List.of(dates.firstHalf(), dates.secondHalf())) {
      EsearchAnswer part = esearch(query, Optional.of(half));
      fetched +=
          part.count() <= settings.most()
              ? fetch(part, half.name(), folder, files)
              : split(query, half, part.count(), folder, files);
    }
    return fetched;
  }

  private EsearchAnswer esearch(String query, Optional<SearchedDates> dates) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("db", "pubmed");
    parameters.put("term", query);
    parameters.put("usehistory", "y");
    parameters.put("retmax", "0");
    dates.ifPresent(d -> {
      parameters.put("datetype", "edat");
      parameters.put("mindate", d.fromText());
      parameters.put("maxdate", d.toText());
    });
    return EsearchAnswer.read(
        http.send(
            post("esearch.fcgi", parameters),
            body ->
                body.contains("<Count>") || body.contains("<ERROR>")
                    ? Optional.empty()
                    : Optional.of("an answer without a count")));
  }

  private int fetch(EsearchAnswer answer, String name, Path folder, List<Path> files)
      throws IOException {
    for (int start = 0; start < answer.count(); start += settings.page()) {
      int expected = Math.min(settings.page(), answer.count() - start);
      Path file =
          folder.resolve("pubmed-%s-%05d-of-%05d.nbib".formatted(name, start, answer.count()));
      if (!Files.exists(file)) {
        write(file, page(answer, start, expected));
      }
      files.add(file);
    }
    return answer.count();
  }

  private String page(EsearchAnswer answer, int start, int expected) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("db", "pubmed");
    parameters.put("query_key", answer.queryKey());
    parameters.put("WebEnv", answer.webEnv());
    parameters.put("retstart", String.valueOf(start));
    parameters.put("retmax", String.valueOf(settings.page()));
    parameters.put("rettype", "medline");
    parameters.put("retmode", "text");
    return http.send(post("efetch.fcgi", parameters), body -> incomplete(body, expected));
  }

  private static Optional<String> incomplete(String body, int expected) {
    long records = body.lines().filter(l -> l.startsWith("PMID- ")).count();
    return records == expected
        ? Optional.empty()
        : Optional.of("%d records instead of %d".formatted(records, expected));
  }

  private HttpRequest.Builder post(String program, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("tool", "cytotrial");
    settings.key().ifPresent(k -> all.put("api_key", k));
    String form =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(settings.base().resolve(program))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }

  /// A page is there as a whole or not at all.
  private static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName());
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
