package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.reading.Token.Kind;

/// Makes a tree of a line's tokens.
///
/// PubMed works from left to right; Ovid binds adjacency first, then AND and NOT, then OR. What
/// does not fit is reported and passed over, so that one pass finds all.
final class LineParser {
  private final RawLine line;
  private final Syntax syntax;
  private final boolean numbered;
  private final List<Problem> problems;
  private final List<Token> tokens;
  private final String text;
  private int at;

  LineParser(RawLine line, Syntax syntax, boolean numbered, List<Problem> problems) {
    this.line = line;
    this.syntax = syntax;
    this.numbered = numbered;
    this.problems = problems;
    this.text = Lexer.plainQuotes(line.text());
    this.tokens = Headings.join(new Lexer(line, syntax, problems).tokens(), text, syntax);
  }

  Optional<Query> parse() {
    Optional<Query> whole = Optional.empty();
    while (!peek().is(Kind.END)) {
      whole = expression(whole);
      if (peek().is(Kind.CLOSE)) {
        problem(Severity.ERROR, next(), "')' closes nothing: passed over");
      }
    }
    return whole;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    if (!token.is(Kind.END)) {
      at++;
    }
    return token;
  }

  /// Whether the operand just read as one token followed a token of this kind.
  boolean before(Kind kind) {
    return at >= 2 && tokens.get(at - 2).is(kind);
  }

  String text() {
    return text;
  }

  Syntax syntax() {
    return syntax;
  }

  boolean numbered() {
    return numbered;
  }

  Place place(Token token) {
    return line.at(Math.min(token.start(), Math.max(0, text.length() - 1)));
  }

  void problem(Severity severity, Token token, String message) {
    problems.add(new Problem(severity, place(token), message));
  }

  /// Operands with AND, OR and NOT between them, up to a `)` or the end.
  Optional<Query> expression(Optional<Query> before) {
    var chain = new Chain(syntax);
    before.ifPresent(chain::first);
    while (!peek().is(Kind.END) && !peek().is(Kind.CLOSE)) {
      Token operator = peek();
      Kind kind = operatorKind(chain);
      Optional<Query> operand = adjacency();
      if (operand.isEmpty()) {
        if (!operator.endsOperand()) {
          problem(Severity.ERROR, operator, missing(operator));
        }
      } else {
        chain.add(kind, operand.get());
      }
    }
    return chain.tree();
  }

  private static String missing(Token operator) {
    return "'" + operator.text() + "' has nothing on its right: passed over";
  }

  /// Reads the operator before the next operand, if there is one.
  private Kind operatorKind(Chain chain) {
    Token token = peek();
    Kind kind = kind(token);
    if (kind == Kind.END) {
      if (!chain.isEmpty()) {
        problem(Severity.WARNING, token, "no operator before this: read as AND");
      }
      return Kind.AND;
    }
    next();
    if (chain.isEmpty()) {
      problem(Severity.ERROR, token, "'" + token.text() + "' has nothing on its left: passed over");
    }
    while (kind(peek()) != Kind.END) {
      Token second = next();
      if (kind(second) == Kind.NOT && kind == Kind.AND) {
        kind = Kind.NOT;
      } else {
        problem(
            Severity.ERROR,
            second,
            "'%s' follows '%s': passed over".formatted(second.text(), token.text()));
      }
    }
    return kind;
  }

  private static Kind kind(Token token) {
    return switch (token.kind()) {
      case AND, OR, NOT -> token.kind();
      default -> Kind.END;
    };
  }

  private Optional<Query> adjacency() {
    Optional<Query> left = sequence();
    while (peek().is(Kind.NEAR)) {
      Token near = next();
      Optional<Query> right = sequence();
      if (left.isEmpty() || right.isEmpty()) {
        problem(Severity.ERROR, near, "adjacency needs words on both sides: passed over");
        left = left.or(() -> right);
        continue;
      }
      String[] parts = near.text().split(":", -1);
      left =
          Optional.of(
              new Query.Near(
                  left.get(),
                  right.get(),
                  Integer.parseInt(parts[0]),
                  Boolean.parseBoolean(parts[1]),
                  left.get().place()));
    }
    return left;
  }

  /// Operands without an operator between them: side by side in Ovid, AND in PubMed.
  private Optional<Query> sequence() {
    List<Query> parts = new ArrayList<>();
    var operands = new Operands(this);
    while (true) {
      Token start = peek();
      Optional<Query> operand = operands.read();
      if (operand.isEmpty()) {
        break;
      }
      if (!parts.isEmpty()) {
        problem(Severity.WARNING, start, implied(parts.getLast(), operand.get()));
      }
      parts.add(operand.get());
    }
    return parts.stream().reduce(this::side);
  }

  private String implied(Query left, Query right) {
    return "no operator before this: read as "
        + (isAdjacent(left, right) ? "the words side by side" : "AND");
  }

  private boolean isAdjacent(Query left, Query right) {
    return syntax == Syntax.OVID
        && isWords(left)
        && (isWords(right) || right instanceof Query.Text);
  }

  private static boolean isWords(Query query) {
    return switch (query) {
      case Query.Text t -> t.fields().isEmpty();
      case Query.Or o -> o.parts().stream().allMatch(LineParser::isWords);
      case Query.Near n -> isWords(n.left()) && isWords(n.right());
      default -> false;
    };
  }

  private Query side(Query left, Query right) {
    if (!isAdjacent(left, right)) {
      return new Query.And(List.of(left, right), left.place());
    }
    Query first = right instanceof Query.Text t ? Fields.map(left, l -> l.in(t.fields())) : left;
    return new Query.Near(first, right, 0, true, left.place());
  }
}
