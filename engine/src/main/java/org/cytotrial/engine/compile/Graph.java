package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Function;

/// Every value that a kernel computes, each once: equal operations on equal operands share a node
/// (hash consing).
///
/// Division becomes multiplication by a reciprocal, so that x/(K + x) and its derivative share the
/// one division. Nodes are numbered in order of creation, so operands come before what uses them.
final class Graph {
  /// What a node does. `index` of INPUT nodes is the place in their vector.
  sealed interface Node {
    record Literal(double value) implements Node {}

    record State(int index) implements Node {}

    record ParameterValue(int index) implements Node {}

    record Time() implements Node {}

    record Sum(int a, int b) implements Node {}

    record Difference(int a, int b) implements Node {}

    record Product(int a, int b) implements Node {}

    record Reciprocal(int a) implements Node {}

    record Opposite(int a) implements Node {}

    record PowerOf(int a, int b) implements Node {}

    record FunctionOf(Function function, int a, int b) implements Node {}

    record Comparing(Comparison comparison, int a, int b) implements Node {}

    record Choice(int condition, int then, int otherwise) implements Node {}
  }

  static final int NONE = -1;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Boolean> varies = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();

  Node node(int number) {
    return nodes.get(number);
  }

  int size() {
    return nodes.size();
  }

  /// Whether the value depends on state or time; otherwise it is fixed while the parameters are.
  boolean varies(int number) {
    return varies.get(number);
  }

  /// Operands, without NONE.
  List<Integer> operands(int number) {
    return switch (nodes.get(number)) {
      case Node.Literal _, Node.State _, Node.ParameterValue _, Node.Time _ -> List.of();
      case Node.Sum(var a, var b) -> List.of(a, b);
      case Node.Difference(var a, var b) -> List.of(a, b);
      case Node.Product(var a, var b) -> List.of(a, b);
      case Node.Reciprocal(var a) -> List.of(a);
      case Node.Opposite(var a) -> List.of(a);
      case Node.PowerOf(var a, var b) -> List.of(a, b);
      case Node.FunctionOf(_, var a, var b) -> b == NONE ? List.of(a) : List.of(a, b);
      case Node.Comparing(_, var a, var b) -> List.of(a, b);
      case Node.Choice(var a, var b, var c) -> List.of(a, b, c);
    };
  }

  int literal(double value) {
    return intern(new Node.Literal(value == 0 ? 0.0 : value));
  }

  int state(int index) {
    return intern(new Node.State(index));
  }

  int parameter(int index) {
    return intern(new Node.ParameterValue(index));
  }

  int time() {
    return intern(new Node.Time());
  }

  int add(int a, int b) {
    if (is(a, 0)) {
      return b;
    }
    if (is(b, 0)) {
      return a;
    }
    if (node(b) instanceof Node.Opposite(var c)) {
      return subtract(a, c);
    }
    if (node(a) instanceof Node.Opposite(var c)) {
      return subtract(b, c);
    }
    return node(a) instanceof Node.Literal(var x) && node(b) instanceof Node.Literal(var y)
        ? literal(x + y)
        : intern(new Node.Sum(Math.min(a, b), Math.max(a, b)));
  }

  int subtract(int a, int b) {
    if (is(b, 0)) {
      return a;
    }
    if (is(a, 0)) {
      return negate(b);
    }
    if (a == b) {
      return literal(0);
    }
    if (node(b) instanceof Node.Opposite(var c)) {
      return add(a, c);
    }
    return node(a) instanceof Node.Literal(var x) && node(b) instanceof Node.Literal(var y)
        ? literal(x - y)
        : intern(new Node.Difference(a, b));
  }

  int multiply(int a, int b) {
    if (is(a, 0) || is(b, 0)) {
      return literal(0);
    }
    if (is(a, 1)) {
      return b;
    }
    if (is(b, 1)) {
      return a;
    }
    if (is(a, -1)) {
      return negate(b);
    }
    if (is(b, -1)) {
      return negate(a);
    }
    if (node(a) instanceof Node.Opposite(var c)) {
      return negate(multiply(c, b));
    }
    if (node(b) instanceof Node.Opposite(var c)) {
      return negate(multiply(a, c));
    }
    if (isGuard(b)) {
      return guarded(b, a);
    }
    if (isGuard(a)) {
      return guarded(a, b);
    }
    return node(a) instanceof Node.Literal(var x) && node(b) instanceof Node.Literal(var y)
        ? literal(x * y)
        : intern(new Node.Product(Math.min(a, b), Math.max(a, b)));
  }

  /// A choice with 0 on one side, as the derivative of `max(0, x)` is.
  private boolean isGuard(int number) {
    return node(number) instanceof Node.Choice(_, var then, var otherwise)
        && (is(then, 0) || is(otherwise, 0));
  }

  /// The factor moves inside, so that 0 times it stays 0 where it is not finite: the slope of
  /// sqrt(max(0, x)) below 0.
  private int guarded(int choice, int factor) {
    var guard = (Node.Choice) node(choice);
    return choose(
        guard.condition(), multiply(guard.then(), factor), multiply(guard.otherwise(), factor));
  }

  int divide(int a, int b) {
    return multiply(a, reciprocal(b));
  }

  int reciprocal(int a) {
    return switch (node(a)) {
      case Node.Literal(var x) -> literal(1 / x);
      case Node.Reciprocal(var b) -> b;
      default -> intern(new Node.Reciprocal(a));
    };
  }

  int negate(int a) {
    return switch (node(a)) {
      case Node.Literal(var x) -> literal(-x);
      case Node.Opposite(var b) -> b;
      case Node.Difference(var b, var c) -> subtract(c, b);
      default -> intern(new Node.Opposite(a));
    };
  }

  /// Small whole powers become products, one half becomes a square root.
  int power(int a, int b) {
    if (node(b) instanceof Node.Literal(var y)) {
      if (node(a) instanceof Node.Literal(var x)) {
        return literal(Math.pow(x, y));
      }
      if (y == 0.5) {
        return call(Function.SQRT, a, NONE);
      }
      if (y == Math.rint(y) && Math.abs(y) <= 8) {
        int whole = wholePower(a, (int) Math.abs(y));
        return y < 0 ? reciprocal(whole) : whole;
      }
    }
    return intern(new Node.PowerOf(a, b));
  }

  private int wholePower(int a, int n) {
    if (n == 0) {
      return literal(1);
    }
    int half = wholePower(a, n / 2);
    int square = multiply(half, half);
    return n % 2 == 0 ? square : multiply(square, a);
  }

  int call(Function function, int a, int b) {
    boolean constant =
        node(a) instanceof Node.Literal && (b == NONE || node(b) instanceof Node.Literal);
    return constant
        ? literal(function.apply(value(a), b == NONE ? 0 : value(b)))
        : intern(new Node.FunctionOf(function, a, b));
  }

  int compare(Comparison comparison, int a, int b) {
    return node(a) instanceof Node.Literal(var x) && node(b) instanceof Node.Literal(var y)
        ? literal(comparison.test(x, y) ? 1 : 0)
        : intern(new Node.Comparing(comparison, a, b));
  }

  int choose(int condition, int then, int otherwise) {
    if (then == otherwise) {
      return then;
    }
    return node(condition) instanceof Node.Literal(var truth)
        ? (truth != 0 ? then : otherwise)
        : intern(new Node.Choice(condition, then, otherwise));
  }

  boolean is(int number, double value) {
    return node(number) instanceof Node.Literal(var x) && x == value;
  }

  private double value(int literal) {
    return ((Node.Literal) node(literal)).value();
  }

  private int intern(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    int number = nodes.size();
    nodes.add(node);
    numbers.put(node, number);
    boolean input = node instanceof Node.State || node instanceof Node.Time;
    varies.add(input || operands(number).stream().anyMatch(varies::get));
    return number;
  }
}
