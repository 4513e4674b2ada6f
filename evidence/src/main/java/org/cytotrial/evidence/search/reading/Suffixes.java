package org.cytotrial.evidence.search.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.reading.Token.Kind;

/// What may follow a search text: `.ti,ab.`, `/dt`, `:ti,ab`, `/exp`, and what `[…]` holds.
final class Suffixes {
  private static final String CODE = "[A-Za-z]{2}";
  private static final String AFTER = "(?=[\\s)\\]\\[,;:]|$|(?:or|and|not)\\b)";
  private static final Pattern OVID_FIELD =
      Pattern.compile(
          "\\.\\s?("
              + CODE
              + "(?:\\s*[,;]\\s*"
              + CODE
              + ")*)\\s*(?:,?\\.(?!\\w)|,?\\.(?=or |and |not )|/(?=freq)|"
              + AFTER
              + ")");
  private static final Pattern SPACED_FIELD =
      Pattern.compile(
          "\\.\\s(" + CODE + "(?:\\s*,\\s*" + CODE + ")*)\\s*(?:\\.|(?<=,[a-z]{2})\\s*$)");
  private static final Pattern IN_FIELDS =
      Pattern.compile("in\\s+((?:ti|ab|sh|tw)(?:\\s*,\\s*(?:ti|ab|sh|tw))*)(?=\\s*$|\\))");
  private static final Pattern COLON_FIELD =
      Pattern.compile("\\s?:(" + CODE + "(?:,\\s?" + CODE + ")*)" + AFTER);
  private static final Pattern EMBASE =
      Pattern.compile("/(exp/mj|exp|de/mj|de|syn|mj)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SLASH =
      Pattern.compile("/\\s*(" + CODE + "(?:\\s*,\\s*" + CODE + ")*)?" + "(?=[\\s)\\]\\[.,;/]|$)");
  private static final Pattern NAMED =
      Pattern.compile(
          "/\\s?([A-Za-z]+(?: (?:&|and) [A-Za-z]+| [A-Za-z]+)?)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> SPECIAL = Set.of("tw", "sh", "xm", "me", "hw", "mh", "xs", "kw");
  private static final Set<String> HEADING_TAGS =
      Set.of("mh", "mesh", "mesh terms", "mesh term", "majr", "mesh major topic", "me");

  private Suffixes() {}

  /// The suffix that begins at `at`, if one does.
  static Optional<Token> read(String text, int at) {
    return switch (text.charAt(at)) {
      case '.' -> field(text, at);
      case ':' -> colonField(text, at);
      case '/' -> slash(text, at);
      case 'i' -> inFields(text, at);
      default -> Optional.empty();
    };
  }

  private static Matcher match(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  private static Optional<Token> field(String text, int at) {
    Matcher m = match(OVID_FIELD, text, at);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    boolean spaced = at + 1 < text.length() && text.charAt(at + 1) == ' ';
    if (spaced && !match(SPACED_FIELD, text, at).lookingAt()) {
      return Optional.empty();
    }
    List<String> codes = codes(m.group(1));
    return codes.stream().allMatch(Suffixes::isCode)
        ? Optional.of(new Token(Kind.FIELD, String.join(",", codes), at, m.end()))
        : Optional.empty();
  }

  private static Optional<Token> colonField(String text, int at) {
    Matcher m = match(COLON_FIELD, text, at);
    if (!m.lookingAt() || !codes(m.group(1)).stream().allMatch(Suffixes::isCode)) {
      return Optional.empty();
    }
    return Optional.of(
        new Token(
            Kind.FIELD, String.join(",", codes(m.group(1))).replace("me", "sh"), at, m.end()));
  }

  /// SilverPlatter's `words in ti,ab`.
  private static Optional<Token> inFields(String text, int at) {
    Matcher m = match(IN_FIELDS, text, at);
    boolean start = at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1));
    return start && m.lookingAt()
        ? Optional.of(new Token(Kind.FIELD, String.join(",", codes(m.group(1))), at, m.end()))
        : Optional.empty();
  }

  private static boolean isCode(String code) {
    return SPECIAL.contains(code) || FieldTable.ofOvid(code).isPresent();
  }

  private static List<String> codes(String list) {
    return Arrays.stream(list.split("[,;.]", -1))
        .map(c -> c.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Optional<Token> slash(String text, int at) {
    Matcher embase = match(EMBASE, text, at);
    if (embase.lookingAt()) {
      String value = "!" + embase.group(1).toLowerCase(Locale.ROOT);
      return Optional.of(new Token(Kind.SLASH, value, at, embase.end()));
    }
    Matcher m = match(SLASH, text, at);
    if (m.lookingAt()) {
      return coded(m, at);
    }
    Matcher named = match(NAMED, text, at);
    if (named.lookingAt()) {
      return named(named.group(1), text, at);
    }
    return Optional.empty();
  }

  private static Optional<Token> coded(Matcher m, int at) {
    if (m.group(1) == null) {
      return Optional.of(new Token(Kind.SLASH, "", at, at + 1));
    }
    List<String> codes = codes(m.group(1));
    if (codes.stream().allMatch(c -> FieldTable.subheading(c).isPresent())) {
      return Optional.of(new Token(Kind.SLASH, String.join(",", codes), at, m.end()));
    }
    boolean operator = codes.size() == 1 && Set.of("or").contains(codes.getFirst());
    return operator ? Optional.of(new Token(Kind.SLASH, "", at, at + 1)) : Optional.empty();
  }

  private static Optional<Token> named(String name, String text, int at) {
    String longest = name;
    while (!longest.isEmpty()) {
      if (FieldTable.subheading(longest).isPresent() && longest.length() > 2) {
        int end = text.indexOf(longest, at) + longest.length();
        return Optional.of(new Token(Kind.SLASH, longest.toLowerCase(Locale.ROOT), at, end));
      }
      int blank = longest.lastIndexOf(' ');
      longest = blank < 0 ? "" : longest.substring(0, blank);
    }
    return Optional.empty();
  }

  static String normalTag(String inside) {
    return inside
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s*:\\s*", ":")
        .replace("no exp", "noexp")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// Whether the inside of square brackets is a field tag of PubMed.
  static boolean isTag(String inside) {
    String tag = normalTag(inside);
    String name = tag.replaceAll(":(noexp|~\\d+)$", "");
    return isHeadingTag(name) || FieldTable.ofPubMed(name).isPresent();
  }

  static boolean isHeadingTag(String name) {
    return HEADING_TAGS.contains(name);
  }
}
