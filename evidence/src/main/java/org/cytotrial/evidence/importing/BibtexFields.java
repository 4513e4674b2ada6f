package org.cytotrial.evidence.importing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The fields of one BibTeX entry: braces, quotation marks, bare words, and `#` between them.
final class BibtexFields {
  private final String text;
  private final Map<String, String> strings;
  private int at;

  private BibtexFields(String text, int at, Map<String, String> strings) {
    this.text = text;
    this.at = at;
    this.strings = strings;
  }

  /// The citation key, or an empty text.
  static String key(String entry) {
    int open = open(entry);
    int end = entry.indexOf(',', open);
    String key = end < 0 ? "" : entry.substring(open, end).strip();
    return key.indexOf('=') >= 0 || key.indexOf('\n') >= 0 ? "" : key;
  }

  static Map<String, String> parse(String entry, boolean hasKey, Map<String, String> strings) {
    int at = open(entry);
    if (hasKey && entry.indexOf(',', at) >= 0) {
      String key = entry.substring(at, entry.indexOf(',', at));
      at = key.indexOf('=') < 0 ? entry.indexOf(',', at) + 1 : at;
    }
    return new BibtexFields(entry, at, strings).fields();
  }

  private static int open(String entry) {
    int brace = entry.indexOf('{');
    int round = entry.indexOf('(');
    return (brace < 0 || (round >= 0 && round < brace) ? round : brace) + 1;
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = text.substring(at, equals).replaceAll("[,\\s]+", "").toLowerCase(Locale.ROOT);
      at = equals + 1;
      String value = value();
      if (!name.isEmpty()) {
        fields.putIfAbsent(name, value);
      }
    }
    return fields;
  }

  private String value() {
    var value = new StringBuilder();
    boolean more = true;
    while (more) {
      skipSpace();
      value.append(part());
      skipSpace();
      more = at < text.length() && text.charAt(at) == '#';
      at += more ? 1 : 0;
    }
    while (at < text.length() && text.charAt(at) != ',') {
      at++;
    }
    at++;
    return value.toString();
  }

  private String part() {
    if (at >= text.length()) {
      return "";
    }
    char c = text.charAt(at);
    if (c == '{' || c == '"') {
      int start = ++at;
      int depth = 0;
      while (at < text.length()) {
        char d = text.charAt(at);
        boolean escaped = text.charAt(at - 1) == '\\';
        if (depth == 0 && !escaped && d == (c == '{' ? '}' : '"')) {
          break;
        }
        depth += escaped ? 0 : d == '{' ? 1 : d == '}' ? -1 : 0;
        at++;
      }
      String part = text.substring(start, at);
      at++;
      return part;
    }
    int start = at;
    while (at < text.length() && ",#})".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at).strip();
    return strings.getOrDefault(word.toLowerCase(Locale.ROOT), word);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
