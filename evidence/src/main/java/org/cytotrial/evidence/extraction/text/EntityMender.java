package org.cytotrial.evidence.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the entities of an XML text harmless before it is parsed: those that every publisher means
/// the same by become their character, unknown and broken ones are said and kept as text. A
/// document type, with whatever entities it declares, is cut out.
final class EntityMender {
  private static final Pattern DOCTYPE =
      Pattern.compile("<!DOCTYPE(?:[^\\[>]++|\\[(?:[^\\]\"']++|\"[^\"]*+\"|'[^']*+')*+\\])*+>");
  private static final Pattern ENTITY = Pattern.compile("&(#?[A-Za-z0-9]{1,32};)?");
  private static final Map<String, String> XML =
      Map.of("amp;", "", "lt;", "", "gt;", "", "quot;", "", "apos;", "");
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("nbsp;", "\u00a0"),
          Map.entry("thinsp;", "\u2009"),
          Map.entry("ndash;", "–"),
          Map.entry("mdash;", "—"),
          Map.entry("minus;", "−"),
          Map.entry("plusmn;", "±"),
          Map.entry("times;", "×"),
          Map.entry("middot;", "·"),
          Map.entry("micro;", "µ"),
          Map.entry("mu;", "μ"),
          Map.entry("alpha;", "α"),
          Map.entry("beta;", "β"),
          Map.entry("gamma;", "γ"),
          Map.entry("lambda;", "λ"),
          Map.entry("le;", "≤"),
          Map.entry("ge;", "≥"),
          Map.entry("lsquo;", "‘"),
          Map.entry("rsquo;", "’"),
          Map.entry("ldquo;", "“"),
          Map.entry("rdquo;", "”"),
          Map.entry("deg;", "°"),
          Map.entry("eacute;", "é"),
          Map.entry("ouml;", "ö"),
          Map.entry("uuml;", "ü"),
          Map.entry("hellip;", "…"),
          Map.entry("reg;", "®"),
          Map.entry("trade;", "™"));

  private final String name;
  private final List<String> notices = new ArrayList<>();

  EntityMender(String name) {
    this.name = name;
  }

  List<String> notices() {
    return List.copyOf(notices);
  }

  /// The text with entities that any parser reads.
  String mend(String xml) {
    String bare = withoutDoctype(xml);
    var out = new StringBuilder();
    Matcher m = ENTITY.matcher(bare);
    int from = 0;
    while (m.find()) {
      out.append(bare, from, m.start()).append(replacement(bare, m));
      from = m.end();
    }
    return out.append(bare.substring(from)).toString();
  }

  private String withoutDoctype(String xml) {
    Matcher doctype = DOCTYPE.matcher(xml);
    if (!doctype.find()) {
      return xml;
    }
    String lines = "\n".repeat((int) doctype.group().chars().filter(c -> c == '\n').count());
    return xml.substring(0, doctype.start()) + lines + xml.substring(doctype.end());
  }

  private String replacement(String xml, Matcher m) {
    String entity = m.group(1);
    if (entity == null) {
      notice(xml, m.start(), "'&' begins no entity here; it was read as the character '&'");
      return "&amp;";
    }
    if (XML.containsKey(entity)) {
      return m.group();
    }
    if (entity.startsWith("#")) {
      return number(xml, m, entity);
    }
    String known = KNOWN.get(entity);
    if (known == null) {
      notice(
          xml,
          m.start(),
          "the entity &"
              + entity
              + " is not known here and was kept as text; nothing outside the file is read");
    }
    return known == null ? "&amp;" + entity : known;
  }

  private String number(String xml, Matcher m, String entity) {
    String digits = entity.substring(1, entity.length() - 1);
    try {
      int code =
          digits.toLowerCase(java.util.Locale.ROOT).startsWith("x")
              ? Integer.parseInt(digits.substring(1), 16)
              : Integer.parseInt(digits);
      boolean printed =
          code >= ' ' && Character.isValidCodePoint(code) && !(code >= 0xd800 && code <= 0xdfff);
      if (printed || code == '\n' || code == '\t') {
        return m.group();
      }
    } catch (NumberFormatException _) {
      // said below
    }
    notice(xml, m.start(), "&" + entity + " is no character; it was kept as text");
    return "&amp;" + entity;
  }

  private void notice(String xml, int at, String what) {
    long line = 1 + xml.substring(0, at).chars().filter(c -> c == '\n').count();
    notices.add(name + ":" + line + ": " + what);
  }
}
