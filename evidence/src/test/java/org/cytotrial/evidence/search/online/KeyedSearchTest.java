package org.cytotrial.evidence.search.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cytotrial.evidence.search.online.KeyedSearch.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scopus and Web of Science against answers written by hand from their public documentation; the
/// services themselves were never asked.
class KeyedSearchTest {
  @TempDir Path folder = Path.of("");
  private final List<String> asked = new ArrayList<>();
  private final HttpServer server;
  private String wantedKey = "right";

  KeyedSearchTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String uri = exchange.getRequestURI().toString();
    asked.add(uri);
    boolean scopus = uri.startsWith("/content/search/scopus?");
    String header = scopus ? "X-ELS-APIKey" : "X-ApiKey";
    if (!wantedKey.equals(exchange.getRequestHeaders().getFirst(header))) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    String record = "{\"title\":\"made up\"}";
    String body;
    if (scopus) {
      int n = uri.contains("start=0") ? 25 : 5;
      body =
          "{\"search-results\":{\"opensearch:totalResults\":\"30\",\"entry\":[%s]}}"
              .formatted(String.join(",", Collections.nCopies(n, record)));
    } else {
      body =
          "{\"metadata\":{\"total\":2,\"page\":1,\"limit\":50},\"hits\":[%s,%s]}"
              .formatted(record, record);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private KeyedSearch search(Service service) {
    URI base = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    return new KeyedSearch(service, base, "right", _ -> {});
  }

  @Test
  void scopusPageByPage() {
    SearchRun run = search(Service.SCOPUS).run("TITLE(il-2)", LocalDate.EPOCH, folder);
    assertEquals(30, run.count());
    assertEquals(2, run.files().size());
    assertTrue(asked.get(1).contains("start=25&query=TITLE%28il-2%29"), asked::toString);
  }

  @Test
  void webOfScience() {
    SearchRun run = search(Service.WEB_OF_SCIENCE).run("TI=il-2", LocalDate.EPOCH, folder);
    assertEquals(2, run.count());
    assertEquals(1, run.files().size());
  }

  @Test
  void aWrongKeyIsSaidAndNotShown() {
    wantedKey = "other";
    var e =
        assertThrows(
            SearchException.class, () -> search(Service.SCOPUS).run("x", LocalDate.EPOCH, folder));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains("status 401. Look whether the key in the environment"));
    assertEquals(1, asked.size());
  }
}
