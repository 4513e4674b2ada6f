package org.cytotrial.evidence.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the many ways in which databases write all authors into one field.
public final class AuthorList {
  private static final Pattern AND = Pattern.compile("\\s+(?:and|AND)\\s+");
  private static final Pattern SEMICOLON = Pattern.compile("\\s*[;|]\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.|'(?!\\s*[,\\]]))*)'");

  /// EndNote's formatted names run together: `Adeli K.Lewis G. F.`
  private static final Pattern RUN_TOGETHER = Pattern.compile("(?<=\\p{Lu}\\.)(?=\\p{Lu}\\p{Ll})");

  private static final Pattern ONLY_INITIALS = Pattern.compile("(\\p{Lu}\\p{Ll}?[.]?[-‐ ]?){1,5}");
  private static final Pattern FAMILY_INITIALS =
      Pattern.compile("\\S.*[\\s\\u00a0](\\p{Lu}\\p{Ll}?[.]?[-‐ ]?){1,5}( Jr\\.?| Sr\\.?)?[.]?");
  private static final Pattern TAIL =
      Pattern.compile("(?i)[,;]?\\s*(et al\\.?|others|\\.\\.\\.|…)$");

  private AuthorList() {}

  public static List<Author> parse(String text) {
    String all = TAIL.matcher(text.strip()).replaceFirst("").replaceFirst("[,;\\s]+$", "");
    List<String> names = split(all);
    List<Author> authors = new ArrayList<>(names.size());
    for (String name : names) {
      if (!name.isBlank() && !name.equals("NA") && !name.equals("-")) {
        authors.add(Author.parse(name));
      }
    }
    return List.copyOf(authors);
  }

  private static List<String> split(String all) {
    if (all.startsWith("['") || all.startsWith("[\"")) {
      return QUOTED.matcher(all.replace('"', '\'')).results().map(m -> m.group(1)).toList();
    }
    if (SEMICOLON.matcher(all).find()) {
      return SEMICOLON.splitAsStream(all).toList();
    }
    if (AND.matcher(all).find()) {
      List<String> parts = AND.splitAsStream(all).toList();
      return parts.size() == 2 && isCommaList(parts.getFirst())
          ? COMMA.splitAsStream(parts.getFirst() + ", " + parts.getLast()).toList()
          : parts;
    }
    if (RUN_TOGETHER.matcher(all).find()) {
      return RUN_TOGETHER.splitAsStream(all).toList();
    }
    return all.indexOf(',') >= 0 ? splitAtCommas(all) : List.of(all);
  }

  private static boolean isCommaList(String all) {
    String[] parts = COMMA.split(all, -1);
    for (String part : parts) {
      if (!FAMILY_INITIALS.matcher(part).matches()) {
        return false;
      }
    }
    return parts.length > 1;
  }

  /// `Smith J, Doe K` are two people, `Smith, J., Doe, K.` too, `Smith, John` is one.
  private static List<String> splitAtCommas(String all) {
    if (isCommaList(all)) {
      return COMMA.splitAsStream(all).toList();
    }
    String[] parts = COMMA.split(all, -1);
    if (parts.length % 2 != 0 || parts.length == 2) {
      return parts.length > 3 ? List.of(parts) : List.of(all);
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parts.length; i += 2) {
      if (!ONLY_INITIALS.matcher(parts[i + 1]).matches()) {
        return List.of(parts);
      }
      pairs.add(parts[i] + ", " + parts[i + 1]);
    }
    return pairs;
  }
}
