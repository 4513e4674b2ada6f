package org.cytotrial.evidence.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds sentences, and the headings of structured abstracts between them.
///
/// Knows what abstracts do to full stops: abbreviations, `P <. 001`, `0. 92`, sentences that are
/// glued together (`of sepsis.MethodsA total of`).
public final class SentenceSplitter {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "vs", "v", "e.g", "i.e", "eg", "ie", "fig", "figs", "al", "approx", "dr", "prof", "no",
          "nos", "i.v", "s.c", "i.m", "p.o", "i.p", "ca", "cf", "st", "resp", "etc", "spp", "inc",
          "ltd", "ref", "refs", "u.s", "b.i.d", "t.i.d", "q.d", "viz", "incl", "max", "min", "mr",
          "ms", "mrs", "m.sc");
  private static final Pattern SPACED_HEADING =
      Pattern.compile(
          "\\G\\s*((?:[A-Z][A-Z &/,'-]{3,60})|(?:[A-Z][A-Za-z]+(?: (?:and|of|&|/)? ?[A"
              + "-Za-z]+){0,4})):\\s*(?=\\S)");
  private static final Pattern GLUED_HEADING =
      Pattern.compile(
          "\\G\\s*(Background(?: and [Aa]ims?)?|Introduction|Objectives?|Purpose|Aims?|Patients and"
              + " [Mm]ethods|Materials and [Mm]ethods|Methods and [Ff]indings|Methods?(?:/[Dd]esign"
              + ")?|Design|Setting|Participants|Interventions?|Results?|Findings|Discussion|Conclus"
              + "ions?|Interpretation|Trial [Rr]egistration|Electronic supplementary material)"
              + "(?=[A-Z0-9(“])");

  private final String text;
  private final List<Sentence> found = new ArrayList<>();
  private int begin;
  private Section section;

  private SentenceSplitter(String text, boolean titled) {
    this.text = text;
    this.section = titled ? Section.TITLE : Section.UNKNOWN;
  }

  /// The sentences of a document. Where it has more than one paragraph, the first is its title.
  public static List<Sentence> split(String text) {
    var splitter = new SentenceSplitter(text, text.contains("\n\n"));
    splitter.run();
    return List.copyOf(splitter.found);
  }

  private void run() {
    skipHeading();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        cut(i);
        section = section == Section.TITLE ? Section.UNKNOWN : section;
        skipHeading();
      } else if ((c == '.' || c == '?' || c == '!') && isEnd(i)) {
        cut(i + 1);
        skipHeading();
      }
    }
    cut(text.length());
  }

  private void cut(int end) {
    if (begin >= end) {
      return;
    }
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (isHeading(from, to, end)) {
      section = Section.of(text.substring(from, to));
    } else if (to > from) {
      found.add(new Sentence(text.substring(from, to), from, section));
    }
    begin = end;
  }

  /// Whether a paragraph of a few words without a full stop names a part of the paper.
  private boolean isHeading(int from, int to, int end) {
    boolean whole =
        from >= 2
            && text.startsWith("\n\n", from - 2)
            && (end == text.length() || text.startsWith("\n\n", end));
    if (!whole || to - from > 60 || section == Section.TITLE) {
      return false;
    }
    String words = text.substring(from, to);
    return !words.endsWith(".")
        && words.split(" ", -1).length <= 5
        && Section.of(words) != Section.UNKNOWN;
  }

  private void skipHeading() {
    Matcher heading = SPACED_HEADING.matcher(text);
    if (!heading.find(begin) || Section.of(heading.group(1)) == Section.UNKNOWN) {
      heading = GLUED_HEADING.matcher(text);
      if (!heading.find(begin)) {
        return;
      }
    }
    Section named = Section.of(heading.group(1));
    section = named == Section.UNKNOWN ? section : named;
    begin = heading.end();
  }

  private boolean isEnd(int at) {
    int next = at + 1;
    if (next >= text.length()) {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(next))) {
      return text.charAt(at) == '.' && isGlued(at);
    }
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next >= text.length()) {
      return true;
    }
    char after = text.charAt(next);
    if (Character.isLowerCase(after) || ",;:)%".indexOf(after) >= 0) {
      return false;
    }
    return text.charAt(at) != '.' || !isWithin(at, next);
  }

  /// Whether the full stop at `at` belongs to a number or an abbreviation.
  private boolean isWithin(int at, int next) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (Character.isDigit(before) && Character.isDigit(text.charAt(next))) {
      return splitsNumber(at, next);
    }
    if (!Character.isLetterOrDigit(before)) {
      return ")]}%\"'”’±".indexOf(before) < 0 && !Character.isWhitespace(before);
    }
    int from = at;
    while (from > 0
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = text.substring(from, at);
    boolean initial =
        word.length() == 1
            && Character.isUpperCase(word.charAt(0))
            && from > 0
            && text.charAt(from - 1) == ' '
            && Character.isUpperCase(text.charAt(next))
            && from > 1
            && ".,".indexOf(text.charAt(from - 2)) >= 0;
    return initial || ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  private boolean splitsNumber(int at, int next) {
    int from = at;
    while (from > 0 && Character.isDigit(text.charAt(from - 1))) {
      from--;
    }
    if (from > 0 && (text.charAt(from - 1) == '.' || at - from > 3)) {
      return false;
    }
    int to = next;
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    if (to >= text.length()) {
      return true;
    }
    boolean word =
        text.charAt(to) == ' ' && to + 1 < text.length() && Character.isLetter(text.charAt(to + 1));
    return ")]};,%x×- .".indexOf(text.charAt(to)) >= 0 && !(word && at - from > 1);
  }

  private boolean isGlued(int at) {
    if (at == 0 || at + 3 >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    if (GLUED_HEADING.matcher(text).find(at + 1)) {
      return true;
    }
    return (Character.isLowerCase(before)
            || Character.isDigit(before)
            || before == ')'
            || before == '%')
        && Character.isUpperCase(text.charAt(at + 1))
        && Character.isLowerCase(text.charAt(at + 2))
        && Character.isLowerCase(text.charAt(at + 3));
  }
}
