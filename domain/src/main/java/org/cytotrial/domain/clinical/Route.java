package org.cytotrial.domain.clinical;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How a dose enters the body.
public enum Route {
  INTRAVENOUS("iv"),
  SUBCUTANEOUS("sc"),
  INTRALESIONAL("intralesional"),
  LIMB_PERFUSION("limb perfusion");

  private final String spelling;

  Route(String spelling) {
    this.spelling = spelling;
  }

  /// As tables and study files write it: `iv`, `sc`, `intralesional`, `limb perfusion`.
  public String spelling() {
    return spelling;
  }

  /// Reads a spelling.
  ///
  /// @throws IllegalArgumentException naming the spellings there are
  public static Route parse(String text) {
    return Arrays.stream(values())
        .filter(route -> route.spelling.equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Route '%s' is not known; there are %s."
                    .formatted(
                        text,
                        Arrays.stream(values())
                            .map(Route::spelling)
                            .collect(Collectors.joining(", ")))));
  }
}
