package org.cytotrial.evidence.records;

import java.util.regex.Pattern;

/// One author as printed: family name and given names or initials; a group has a family name only.
public record Author(String family, String given) {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern INITIALS = Pattern.compile("(\\p{Lu}[.]?[-‐]?\\s?){1,5}");
  private static final Pattern GROUP =
      Pattern.compile(
          "(?i)\\b(group|team|committee|consortium|collaboration|collaborative|investigators|network"
              + "|association|society|centre|center|organi[sz]ation|institute|department|foundation"
              + "|agency|university|ministry)\\b");
  private static final Pattern PARTICLE =
      Pattern.compile("(?i)(van|von|de|del|della|der|den|di|da|dos|du|la|le|ter|ten|el|al|bin|st)");

  public Author {
    family = SPACE.matcher(family).replaceAll(" ").strip();
    given = SPACE.matcher(given).replaceAll(" ").strip();
  }

  /// Reads one name: `Family, Given`, `Family AB`, `Family A. B.` or `Given Family`.
  public static Author parse(String text) {
    String name = SPACE.matcher(text).replaceAll(" ").strip();
    int comma = name.indexOf(',');
    if (comma >= 0) {
      return new Author(name.substring(0, comma), name.substring(comma + 1));
    }
    if (isGroup(name)) {
      return new Author(name, "");
    }
    int first = firstInitials(name);
    if (first > 0) {
      return new Author(name.substring(0, first), name.substring(first));
    }
    int last = startOfFamily(name);
    return new Author(name.substring(last), name.substring(0, last));
  }

  /// `ALTS Group`, `National Collaborating Centre for Chronic Conditions (UK)`
  private static boolean isGroup(String name) {
    return name.endsWith(")") || GROUP.matcher(name).find();
  }

  /// The place from which on there are only initials, or 0.
  private static int firstInitials(String name) {
    for (int space = name.indexOf(' '); space > 1; space = name.indexOf(' ', space + 1)) {
      if (INITIALS.matcher(name.substring(space + 1)).matches()) {
        return space;
      }
    }
    return 0;
  }

  private static int startOfFamily(String name) {
    int last = name.lastIndexOf(' ') + 1;
    while (last > 1) {
      int before = name.lastIndexOf(' ', last - 2) + 1;
      if (before == 0 || !PARTICLE.matcher(name.substring(before, last - 1)).matches()) {
        return last;
      }
      last = before;
    }
    return last;
  }

  @Override
  public String toString() {
    return given.isEmpty() ? family : family + ", " + given;
  }
}
