package org.cytotrial.app.cli;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes maps, lists, numbers and text as JSON.
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static void print(Object value, PrintWriter out) {
    out.println(text(value));
  }

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
