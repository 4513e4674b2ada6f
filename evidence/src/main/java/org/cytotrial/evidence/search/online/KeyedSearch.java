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
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Searches Scopus ("Scopus Search API", Elsevier) or Web of Science ("Web of Science Starter API",
/// Clarivate) with the user's key, page by page, and keeps each answer as it came.
///
/// Written from their public documentation and tested against answers written by hand: it has never
/// been run against the services.
public final class KeyedSearch {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A service: its address, the header and the variable of the key, and its limits. No more than
  /// `most` records are given of one search.
  public enum Service {
    SCOPUS(
        "Scopus",
        "https://api.elsevier.com/",
        List.of("X-ELS-APIKey", "SCOPUS_API_KEY"),
        List.of(25, 5000, 3)),
    WEB_OF_SCIENCE(
        "Web of Science",
        "https://api.clarivate.com/",
        List.of("X-ApiKey", "WOS_API_KEY"),
        List.of(50, 50_000, 1));

    private final String label;
    private final URI address;
    private final String header;
    private final String variable;
    private final int page;
    private final int most;
    private final int perSecond;

    /// @param key the header and the environment variable of the key
    /// @param limits records a page, records a search, requests a second
    Service(String label, String address, List<String> key, List<Integer> limits) {
      this.label = label;
      this.address = URI.create(address);
      this.header = key.getFirst();
      this.variable = key.getLast();
      this.page = limits.get(0);
      this.most = limits.get(1);
      this.perSecond = limits.get(2);
    }

    public URI address() {
      return address;
    }

    /// The environment variable with the key.
    public String variable() {
      return variable;
    }

    private URI uri(URI base, String query, int start) {
      String text = URLEncoder.encode(query, StandardCharsets.UTF_8);
      return switch (this) {
        case SCOPUS ->
            base.resolve(
                "content/search/scopus?view=STANDARD&count=%d&start=%d&query=%s"
                    .formatted(page, start, text));
        case WEB_OF_SCIENCE ->
            base.resolve(
                "apis/wos-starter/v1/documents?db=WOS&limit=%d&page=%d&q=%s"
                    .formatted(page, start / page + 1, text));
      };
    }

    private Optional<Integer> count(JsonNode answer) {
      JsonNode node =
          switch (this) {
            case SCOPUS -> answer.path("search-results").path("opensearch:totalResults");
            case WEB_OF_SCIENCE -> answer.path("metadata").path("total");
          };
      String text = node.asString("");
      return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private int records(JsonNode answer) {
      return switch (this) {
        case SCOPUS -> answer.path("search-results").path("entry").size();
        case WEB_OF_SCIENCE -> answer.path("hits").size();
      };
    }
  }

  private final Service service;
  private final URI base;
  private final String key;
  private final PoliteHttp http;

  public KeyedSearch(Service service, URI base, String key, Pause pause) {
    this.service = service;
    this.base = base;
    this.key = key;
    this.http = new PoliteHttp(service.label, service.perSecond, pause);
  }

  /// Searches, and keeps each page of the answer as JSON in `folder`.
  public SearchRun run(String query, LocalDate today, Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      JsonNode first = page(query, 0);
      int count = service.count(first).orElse(0);
      if (count > service.most) {
        throw new SearchException(
            "%s finds %d records and gives no more than %d by its API: narrow the query, or export them by hand."
                .formatted(service.label, count, service.most));
      }
      for (int start = 0; start < count; start += service.page) {
        Path file =
            folder.resolve(
                "%s-%05d-of-%05d.json"
                    .formatted(service.name().toLowerCase(java.util.Locale.ROOT), start, count));
        if (!Files.exists(file)) {
          JsonNode answer = start == 0 ? first : page(query, start);
          int expected = Math.min(service.page, count - start);
          if (service.records(answer) != expected) {
            throw new SearchException(
                "%s gave %d records from %d on instead of %d: search again."
                    .formatted(service.label, service.records(answer), start, expected));
          }
          write(file, answer);
        }
        files.add(file);
      }
      return new SearchRun(service.label, today, query, count, Optional.empty(), files, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode page(String query, int start) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.uri(base, query, start))
            .header(service.header, key)
            .header("Accept", "application/json");
    String body =
        http.send(
            request,
            text ->
                service.count(read(text)).isPresent()
                    ? Optional.empty()
                    : Optional.of("an answer without a count"));
    return read(body);
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException _) {
      return JSON.createObjectNode();
    }
  }

  private static void write(Path file, JsonNode answer) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName());
    Files.writeString(draft, answer.toString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
