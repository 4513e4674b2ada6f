package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `review search` against a server on this machine that answers as PubMed does.
class ReviewSearchCommandTest {
  @TempDir Path root = Path.of("");
  private final List<String> asked = new ArrayList<>();
  private final HttpServer server;
  private int records = 2;

  ReviewSearchCommandTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
    var text = new StringBuilder();
    if (exchange.getRequestURI().getPath().endsWith("efetch.fcgi")) {
      for (int i = 1; i <= records; i++) {
        text.append("\nPMID- %d\nTI  - Made-up trial %d of IL-2\nDP  - 2001\n".formatted(i, i));
      }
    } else {
      text.append(
          "<eSearchResult><Count>%d</Count><QueryKey>1</QueryKey><WebEnv>e</WebEnv></eSearchResult>"
              .formatted(records));
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void begin(Path review) throws IOException {
    assertEquals(0, CommandRun.of("review", "new", review).code());
    try (InputStream in =
        ReviewSearchCommandTest.class.getResourceAsStream("review/protocol.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(review.resolve("protocol.yaml"), text);
    }
  }

  private CommandRun search(Path review, String... more) {
    List<Object> arguments = new ArrayList<>(List.of("review", "search", review));
    arguments.add("--pubmed-server");
    arguments.add("http://localhost:" + server.getAddress().getPort() + "/");
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  @Test
  void searchesImportsKeepsAndUpdates() throws IOException {
    Path review = root.resolve("il2");
    begin(review);
    CommandRun none = search(review);
    assertTrue(none.err().contains("search.txt"), none.err());
    Files.writeString(review.resolve("search.txt"), "melanoma[tiab] AND il-2[tiab]\n");
    CommandRun run = search(review);
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("2 records, 2 new here"), run.out());
    assertTrue(run.err().contains("the protocol's, 1985-01-01 to 2026-12-31, is added"), run.err());
    String query =
        "(melanoma[tiab] AND il-2[tiab]) AND (\"1985/01/01\"[Date - Publication] :"
            + " \"2026/12/31\"[Date - Publication])";
    assertTrue(asked.getFirst().contains("term=" + query), asked.getFirst());
    records = 3;
    CommandRun update = search(review, "--update");
    assertTrue(update.out().contains("3 records, 1 new here"), update.out());
    assertTrue(asked.get(2).contains("datetype=edat"), asked.get(2));
    List<String> kept = Files.readAllLines(review.resolve("searches.jsonl"));
    assertEquals(2, kept.size());
    assertTrue(kept.getFirst().contains("\"count\":2"), kept.getFirst());
    assertTrue(kept.getFirst().contains("melanoma[tiab]"), kept.getFirst());
  }

  @Test
  void offlineSendsNothing() throws IOException {
    Path review = root.resolve("il2");
    begin(review);
    Files.writeString(review.resolve("search.txt"), "melanoma[tiab]\n");
    CommandRun run = search(review, "--offline");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("Embase.com"), run.out());
    assertTrue(asked.isEmpty());
  }
}
