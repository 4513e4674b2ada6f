package org.cytotrial.evidence.search.online;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// PubMed's E-utilities on this machine, for one record a day of entry; the answers are written by
/// hand after NCBI's documentation.
final class FakePubMed implements AutoCloseable {
  final List<Map<String, String>> requests = new ArrayList<>();
  final List<LocalDate> entered = new ArrayList<>();

  /// Statuses to answer with before anything else.
  final Deque<Integer> troubles = new ArrayDeque<>();

  int failFromFetch = Integer.MAX_VALUE;
  int countMore;
  private final List<List<LocalDate>> history = new ArrayList<>();
  private final HttpServer server;

  FakePubMed() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  long fetches() {
    return requests.stream().filter(r -> r.containsKey("WebEnv")).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> request =
        Arrays.stream(form.split("&", -1))
            .map(p -> p.split("=", 2))
            .collect(
                Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    requests.add(request);
    Integer trouble = troubles.poll();
    boolean fetch = exchange.getRequestURI().getPath().endsWith("efetch.fcgi");
    if (trouble == null && fetch && fetches() >= failFromFetch) {
      trouble = 500;
    }
    if (trouble != null) {
      exchange.getResponseHeaders().add("Retry-After", "7");
      exchange.sendResponseHeaders(trouble, -1);
      exchange.close();
      return;
    }
    byte[] body = (fetch ? page(request) : count(request)).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String count(Map<String, String> request) {
    LocalDate from = date(request.getOrDefault("mindate", "1000/01/01"));
    LocalDate to = date(request.getOrDefault("maxdate", "3000/01/01"));
    List<LocalDate> found =
        entered.stream().filter(d -> !d.isBefore(from) && !d.isAfter(to)).toList();
    history.add(found);
    int more = request.containsKey("mindate") ? 0 : countMore;
    return """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" "esearch.dtd">
    <eSearchResult><Count>%d</Count><RetMax>0</RetMax><RetStart>0</RetStart><QueryKey>%d</QueryKey>\
    <WebEnv>MCID_made_up</WebEnv><IdList/><TranslationStack><TermSet><Term>x</Term><Count>99</Count>\
    </TermSet></TranslationStack><QueryTranslation>x</QueryTranslation>\
    <ErrorList><PhraseNotFound>interleukinn</PhraseNotFound></ErrorList></eSearchResult>
    """
        .formatted(found.size() + more, history.size());
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text.replace('/', '-'));
  }

  private String page(Map<String, String> request) {
    List<LocalDate> found = history.get(Integer.parseInt(request.get("query_key")) - 1);
    int start = Integer.parseInt(request.get("retstart"));
    int end = Math.min(found.size(), start + Integer.parseInt(request.get("retmax")));
    return found.subList(start, end).stream()
        .map(d -> "\nPMID- %d\nTI  - A record of %s\n".formatted(d.toEpochDay(), d))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
