package org.cytotrial.evidence.importing;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain text of the LaTeX that stands in BibTeX: accents, special letters, escapes, braces.
final class Latex {
  private static final Map<String, String> ACCENTS =
      Map.ofEntries(
          Map.entry("`", "\u0300"),
          Map.entry("'", "\u0301"),
          Map.entry("^", "\u0302"),
          Map.entry("~", "\u0303"),
          Map.entry("=", "\u0304"),
          Map.entry("u", "\u0306"),
          Map.entry(".", "\u0307"),
          Map.entry("\"", "\u0308"),
          Map.entry("r", "\u030a"),
          Map.entry("H", "\u030b"),
          Map.entry("v", "\u030c"),
          Map.entry("c", "\u0327"),
          Map.entry("k", "\u0328"));
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ss", "ß"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("i", "ı"),
          Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"));
  private static final Pattern SIGN = Pattern.compile("\\\\([`'^~=.\"])\\s*\\{?\\\\?([A-Za-zı])}?");
  private static final Pattern LETTER_ACCENT =
      Pattern.compile("\\\\([urHvck])(?:\\s*\\{\\\\?([A-Za-z])}|\\s+\\\\?([A-Za-z]))");
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)\\s*(?:\\{})?");

  private Latex() {}

  static String plain(String latex) {
    if (latex.indexOf('\\') < 0) {
      return latex.replaceAll("[{}]", "").replaceAll("(?<!\\S)~|(?<=\\w)~(?=\\w)", " ");
    }
    String text = SIGN.matcher(latex).replaceAll(m -> accent(m.group(1), m.group(2)));
    text =
        LETTER_ACCENT
            .matcher(text)
            .replaceAll(m -> accent(m.group(1), m.group(2) == null ? m.group(3) : m.group(2)));
    text =
        COMMAND
            .matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement(LETTERS.getOrDefault(m.group(1), "")));
    return text.replaceAll("\\\\([&%$#_{} ])", "$1").replaceAll("[{}]", "").replace("\\", "");
  }

  private static String accent(String sign, String letter) {
    String mark = ACCENTS.getOrDefault(sign, "");
    return Matcher.quoteReplacement(Normalizer.normalize(letter + mark, Normalizer.Form.NFC));
  }
}
