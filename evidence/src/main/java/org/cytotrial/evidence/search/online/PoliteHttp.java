package org.cytotrial.evidence.search.online;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Sends requests no faster than allowed, and again after a pause when the server is busy (429,
/// 5xx) or the line is broken. For one thread.
final class PoliteHttp {
  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
  private final String database;
  private final Duration between;
  private final Pause pause;
  private boolean first = true;

  /// @param perSecond how many requests a second the database allows
  PoliteHttp(String database, int perSecond, Pause pause) {
    this.database = database;
    this.between = Duration.ofMillis(1000 / perSecond + 1);
    this.pause = pause;
  }

  /// Whether an answer with status 200 is whole; otherwise what is wrong with it.
  interface Check {
    Optional<String> wrong(String body);
  }

  /// The body of the answer.
  ///
  /// @throws SearchException when the server refuses, or after the last try
  String send(HttpRequest.Builder request, Check check) {
    HttpRequest built = request.timeout(TIMEOUT).build();
    Duration wait = FIRST_PAUSE;
    String last = "";
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) {
        sleep(wait);
        wait = wait.multipliedBy(2);
      }
      try {
        HttpResponse<String> answer = once(built);
        Optional<String> wrong =
            answer.statusCode() == 200 ? check.wrong(answer.body()) : Optional.of(status(answer));
        if (wrong.isEmpty()) {
          return answer.body();
        }
        last = wrong.get();
        refuse(answer, last);
        wait = longer(wait, answer);
      } catch (IOException e) {
        last = "no answer (" + e.getClass().getSimpleName() + ")";
      }
    }
    throw new SearchException(
        "%s at %s: %s, after %d tries. Run the same command again later: it goes on from there."
            .formatted(database, host(built.uri()), last, TRIES));
  }

  private HttpResponse<String> once(HttpRequest request) throws IOException {
    if (!first) {
      sleep(between);
    }
    first = false;
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Statuses below 500 other than 429 stay the same, however often one asks.
  private void refuse(HttpResponse<String> answer, String what) {
    int status = answer.statusCode();
    if (status >= 400 && status < 500 && status != 429) {
      String cure =
          status == 401 || status == 403
              ? " Look whether the key in the environment is right."
              : " Look at the query: the database does not take it.";
      throw new SearchException(
          "%s at %s: %s.%s".formatted(database, host(answer.uri()), what, cure));
    }
  }

  private static Duration longer(Duration wait, HttpResponse<String> answer) {
    Duration asked =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(v -> v.matches("\\d{1,6}"))
            .map(v -> Duration.ofSeconds(Long.parseLong(v)))
            .orElse(Duration.ZERO);
    Duration longest = asked.compareTo(wait) > 0 ? asked : wait;
    return longest.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longest;
  }

  private static String status(HttpResponse<String> answer) {
    return "status " + answer.statusCode();
  }

  private static String host(URI uri) {
    return uri.getHost() + uri.getPath();
  }

  private void sleep(Duration time) {
    try {
      pause.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private SearchException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SearchException(database + ": stopped; run the same command again to go on.", e);
  }
}
