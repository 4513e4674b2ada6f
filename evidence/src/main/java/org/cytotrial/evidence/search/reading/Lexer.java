package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.reading.Token.Kind;

/// Cuts a line into tokens. Marks of either syntax are known in both, for printed strategies mix
/// them; only what differs in meaning depends on the syntax.
final class Lexer {
  private static final Pattern COMBINE =
      Pattern.compile(
          "(?<op>or|and)\\s*/\\s*(?<list>#?\\d+(?:\\s*[-,]\\s*#?\\d+)*)"
              + "|(?<list2>#?\\d+\\s*-\\s*#?\\d+)\\s*/\\s*(?<op2>or|and)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFERENCE = Pattern.compile("#\\s?(\\d{1,3})(?!\\w)");
  private static final Pattern COUNT = Pattern.compile("[(<]\\s*(\\d[\\d,]*)\\s*[)>]\\s*$");
  private static final Pattern FIELDS_IN_BRACKETS =
      Pattern.compile(
          "\\(\\s*((?:mesh|ti|ab|tw|tiab|pt)(?:\\s*,\\s*(?:mesh|ti|ab|tw|tiab|pt))*)\\s*\\)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern FREQUENCY =
      Pattern.compile("/\\s*freq\\s*=\\s*(\\d+)", Pattern.CASE_INSENSITIVE);

  /// How Ovid's history prints a limit to years.
  private static final Pattern YEARS = Pattern.compile("(\\d{4}:\\d{4})\\.\\(sa_year\\)\\.?");

  private static final Pattern NEAR =
      Pattern.compile("(adj|near|next)(/?(\\d*))", Pattern.CASE_INSENSITIVE);
  private static final String STOPS = "()[]{}\"";

  private final RawLine line;
  private final String text;
  private final Syntax syntax;
  private final List<Problem> problems;
  private final List<Token> tokens = new ArrayList<>();
  private int squareGroups;
  private int at;

  Lexer(RawLine line, Syntax syntax, List<Problem> problems) {
    this.line = line;
    this.text = plainQuotes(line.text());
    this.syntax = syntax;
    this.problems = problems;
  }

  static String plainQuotes(String text) {
    return text.replaceAll("[“”„‟″«»]", "\"")
        .replaceAll("[‘’‚‛′]", "'")
        .replaceAll("[‐‑‒–—−]", "-")
        .replace('\u00a0', ' ');
  }

  List<Token> tokens() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        next();
      }
    }
    add(Kind.END, "", text.length(), text.length());
    return tokens;
  }

  private void next() {
    switch (text.charAt(at)) {
      case '(' -> open();
      case ')' -> one(Kind.CLOSE);
      case '[' -> squareBracket();
      case ']' -> closeSquare();
      case '"' -> quoted('"', "'\"' opens a phrase that is not closed: passed over");
      case '{' -> quoted('}', "'{' opens a phrase that is not closed: passed over");
      case '}' -> stray("'}' closes nothing: passed over");
      case '\'' -> apostrophe();
      case ':' -> colon();
      default -> other();
    }
  }

  private void one(Kind kind) {
    add(kind, text.substring(at, at + 1), at, at + 1);
    at++;
  }

  private void add(Kind kind, String value, int start, int end) {
    tokens.add(new Token(kind, value, start, end));
  }

  private void problem(Severity severity, int offset, String message) {
    problems.add(new Problem(severity, line.at(offset), message));
  }

  private void stray(String message) {
    problem(Severity.ERROR, at, message);
    at++;
  }

  private boolean afterOperand() {
    return !tokens.isEmpty() && tokens.getLast().endsOperand();
  }

  private Matcher match(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length());
  }

  private void open() {
    Matcher fields = match(FIELDS_IN_BRACKETS);
    if (afterOperand() && fields.lookingAt()) {
      String codes = fields.group(1).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
      add(Kind.FIELD, codes.replace("mesh", "sh").replace("tiab", "ti,ab"), at, fields.end());
      at = fields.end();
      return;
    }
    Matcher count = match(COUNT);
    if (afterOperand() && count.lookingAt()) {
      problem(Severity.NOTE, at, "'" + count.group() + "' is taken for the number of results");
      at = text.length();
      return;
    }
    Matcher name = match(IN_BRACKETS);
    if (afterSlash() && name.lookingAt() && FieldTable.subheading(name.group(1)).isPresent()) {
      problem(Severity.NOTE, at, "'" + name.group() + "' is taken for a comment");
      at = name.end();
      return;
    }
    one(Kind.OPEN);
  }

  private void squareBracket() {
    int end = text.indexOf(']', at);
    if (end < 0) {
      stray("'[' is not closed: passed over");
      return;
    }
    if (!afterOperand() && syntax == Syntax.OVID) {
      problem(Severity.WARNING, at, "'[' is read as '(': it opens a group");
      squareGroups++;
      one(Kind.OPEN);
      return;
    }
    String inside = text.substring(at + 1, end);
    if (Suffixes.isTag(inside)) {
      add(Kind.TAG, Suffixes.normalTag(inside), at, end + 1);
    } else if (syntax == Syntax.OVID || afterSlash()) {
      problem(Severity.NOTE, at, "'[" + inside + "]' is taken for a comment");
    } else if (isPartOfWord(end)) {
      word();
      return;
    } else {
      problem(
          Severity.ERROR,
          at,
          "'[%s]' is no field tag of PubMed: passed over. Look for the tag in PubMed's list, such as"
                  .formatted(inside)
              + " [tiab] or [mh]");
    }
    at = end + 1;
  }

  private void closeSquare() {
    if (squareGroups == 0) {
      stray("']' closes nothing: passed over");
    } else {
      squareGroups--;
      one(Kind.CLOSE);
    }
  }

  private boolean afterSlash() {
    return !tokens.isEmpty() && tokens.getLast().is(Kind.SLASH);
  }

  /// A chemical name such as `[18F]FDG`.
  private boolean isPartOfWord(int end) {
    int after = end + 1;
    return after < text.length()
        && (Character.isLetterOrDigit(text.charAt(after)) || text.charAt(after) == '-');
  }

  private void quoted(char close, String message) {
    int end = text.indexOf(close, at + 1);
    if (end < 0) {
      stray(message);
      return;
    }
    add(Kind.QUOTED, text.substring(at + 1, end), at, end + 1);
    at = end + 1;
    suffixes();
  }

  /// `'heading'/exp` and `'phrase':ti` of Embase; elsewhere an apostrophe belongs to a word.
  private void apostrophe() {
    int end = text.indexOf('\'', at + 1);
    if (end > 0 && end + 1 < text.length() && "/:".indexOf(text.charAt(end + 1)) >= 0) {
      quoted('\'', "");
    } else if (end > 0
        && !afterOperand()
        && (end + 1 == text.length() || " )".indexOf(text.charAt(end + 1)) >= 0)) {
      quoted('\'', "");
    } else {
      word();
    }
  }

  private void colon() {
    if (suffixes()) {
      return;
    }
    if (at + 1 < text.length() && tokens.size() > 0) {
      one(Kind.COLON);
    } else {
      at++;
    }
  }

  private void other() {
    Matcher combine = match(COMBINE);
    boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    if (wordStart && combine.lookingAt()) {
      boolean first = combine.group("op") != null;
      String op = combine.group(first ? "op" : "op2").toLowerCase(Locale.ROOT);
      String list = combine.group(first ? "list" : "list2").replaceAll("[\\s#]", "");
      add(Kind.COMBINE, op + ":" + list, at, combine.end());
      at = combine.end();
      return;
    }
    Matcher years = match(YEARS);
    if (years.lookingAt()) {
      add(Kind.YEARS, years.group(1), at, years.end());
      at = years.end();
      return;
    }
    Matcher reference = match(REFERENCE);
    if (reference.lookingAt()) {
      add(Kind.REFERENCE, reference.group(1), at, reference.end());
      at = reference.end();
      return;
    }
    if (!suffixes()) {
      word();
    }
  }

  /// Field codes, subheadings and frequencies right after an operand.
  private boolean suffixes() {
    if (!afterOperand() || at >= text.length()) {
      return false;
    }
    Matcher frequency = match(FREQUENCY);
    if (frequency.lookingAt()) {
      add(Kind.FREQUENCY, frequency.group(1), at, frequency.end());
      at = frequency.end();
      return true;
    }
    return Suffixes.read(text, at)
        .map(token -> {
          tokens.add(token);
          at = token.end();
          return true;
        })
        .orElse(false);
  }

  private void word() {
    int end = at + 1;
    while (end < text.length() && !endsWord(end)) {
      end++;
    }
    String word = text.substring(at, end);
    int start = at;
    at = end;
    if (!operator(word, start)) {
      if (word.chars().noneMatch(c -> Character.isLetterOrDigit(c) || "*$?".indexOf(c) >= 0)) {
        if (!word.equals(",") && !word.equals(";")) {
          problem(Severity.WARNING, start, "'" + word + "' stands alone: passed over");
        }
        return;
      }
      add(Kind.WORD, word, start, end);
    }
    suffixes();
  }

  private boolean endsWord(int i) {
    char c = text.charAt(i);
    if (c == '[') {
      int close = text.indexOf(']', i);
      return close < 0
          || Suffixes.isTag(text.substring(i + 1, close))
          || syntax == Syntax.OVID
          || !isPartOfWord(close);
    }
    if (c == ']') {
      return squareGroups > 0 || text.lastIndexOf('[', i) < at;
    }
    if (STOPS.indexOf(c) >= 0 || Character.isWhitespace(c)) {
      return true;
    }
    return (c == '.' || c == '/' || c == ':') && Suffixes.read(text, i).isPresent();
  }

  private boolean operator(String word, int start) {
    Kind kind =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "and" -> Kind.AND;
          case "or" -> Kind.OR;
          case "not" -> Kind.NOT;
          default -> Kind.WORD;
        };
    if (kind != Kind.WORD) {
      add(kind, word, start, at);
      return true;
    }
    if (word.equalsIgnoreCase("near") && syntax == Syntax.OVID) {
      problem(Severity.ERROR, start, "'near' without a number is not Ovid's: read as AND");
      add(Kind.AND, word, start, at);
      return true;
    }
    Matcher near = NEAR.matcher(word);
    return near.lookingAt() && near(near, word, start);
  }

  private boolean near(Matcher near, String word, int start) {
    String digits = near.group(3);
    boolean whole = near.end() == word.length();
    boolean adj = near.group(1).equalsIgnoreCase("adj");
    boolean next = near.group(1).equalsIgnoreCase("next");
    boolean known = adj ? whole || !digits.isEmpty() : whole && (next || !digits.isEmpty());
    if (!known || (syntax == Syntax.PUBMED && digits.isEmpty())) {
      return false;
    }
    if (!whole) {
      problem(
          Severity.WARNING, start, "'" + word + "' is read as '" + near.group() + "' and a word");
      at = start + near.end();
    }
    int between = digits.isEmpty() ? 0 : Math.max(0, Integer.parseInt(digits) - 1);
    String value = between + ":" + (digits.isEmpty() || next);
    add(Kind.NEAR, value, start, start + near.end());
    return true;
  }
}
