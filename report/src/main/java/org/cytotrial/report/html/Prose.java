package org.cytotrial.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain text as HTML: escaped, with addresses, DOIs and PubMed numbers made links.
final class Prose {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]+|doi:10\\.[0-9]{4,9}/[^\\s\"]+|PMID:? ?[0-9]{1,9}");
  private static final String PUNCTUATION = ".,;:!?'";

  private Prose() {}

  static String html(String text) {
    return html(text, false);
  }

  /// For a cell: names may break after an underscore.
  static String cell(String text) {
    return html(text, true);
  }

  private static String html(String text, boolean breaks) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = ADDRESS.matcher(text);
    int done = 0;
    while (matcher.find()) {
      String address = withoutPunctuation(matcher.group());
      out.append(words(text.substring(done, matcher.start()), breaks));
      out.append("<a href=\"").append(escape(target(address))).append("\">");
      out.append(escape(address)).append("</a>");
      done = matcher.start() + address.length();
    }
    return out.append(words(text.substring(done), breaks)).toString();
  }

  private static String words(String text, boolean breaks) {
    return breaks ? escape(text).replace("_", "_<wbr>") : escape(text);
  }

  /// Text as content or attribute value; control characters, which HTML cannot hold, become U+FFFD.
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        boolean bad =
            (c < 0x20 && c != '\n' && c != '\t')
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0xD800 && c < 0xE000);
        out.appendCodePoint(bad ? 0xFFFD : c);
      }
    }
  }

  /// A closing bracket belongs to the sentence unless the address opened it: DOIs may hold
  /// brackets.
  private static String withoutPunctuation(String address) {
    int end = address.length();
    while (end > 0) {
      String kept = address.substring(0, end);
      char last = address.charAt(end - 1);
      boolean closes = last == ')' && count(kept, '(') < count(kept, ')');
      if (!closes && PUNCTUATION.indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return address.substring(0, end);
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String target(String address) {
    if (address.startsWith("doi:")) {
      return "https://doi.org/" + address.substring(4);
    }
    return address.startsWith("PMID")
        ? "https://pubmed.ncbi.nlm.nih.gov/" + address.replaceAll("[^0-9]", "") + "/"
        : address;
  }
}
