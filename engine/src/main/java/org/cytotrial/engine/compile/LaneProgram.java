package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Function;

/// Straight-line code on vectors, in the order of execution. Values are numbered; each is computed
/// once.
final class LaneProgram {
  /// Arithmetic on one, two or three operands.
  enum Kind {
    ADD,
    SUB,
    MUL,
    DIV,
    NEG,
    /// a * b + c
    FMA,
    SQRT,
    ABS,
    MIN,
    MAX
  }

  /// A place in memory.
  ///
  /// @param relative whether the method's argument `k` is added to its index
  record Home(int slot, boolean relative) {
    static Home at(int slot) {
      return new Home(slot, false);
    }
  }

  sealed interface Op {
    /// The values that it reads.
    List<Integer> reads();

    /// Vector calls, without those that load operands.
    int calls();

    record Compute(int result, Kind kind, List<Integer> reads) implements Op {
      @Override
      public int calls() {
        return 1;
      }
    }

    /// `then` in the lanes where the comparison of a and b holds, else `otherwise`.
    record Select(int result, Comparison comparison, int a, int b, int then, int otherwise)
        implements Op {
      @Override
      public List<Integer> reads() {
        return List.of(otherwise, then, a, b);
      }

      @Override
      public int calls() {
        return 2;
      }
    }

    record Store(int value, Home home) implements Op {
      @Override
      public List<Integer> reads() {
        return List.of(value);
      }

      @Override
      public int calls() {
        return 1;
      }
    }

    /// A function of many arguments that stand side by side, computed in a loop.
    ///
    /// @param function the function, or nothing for a power
    /// @param second first slot of the exponents of a power
    record Batch(Optional<Function> function, int first, int second, int result, int count)
        implements Op {
      @Override
      public List<Integer> reads() {
        return List.of();
      }

      @Override
      public int calls() {
        return 0;
      }
    }
  }

  private final LaneLayout layout;
  private final List<Op> ops = new ArrayList<>();
  private final Map<Integer, Home> homes = new HashMap<>();
  private final Map<Home, Integer> inputs = new HashMap<>();
  private int values;

  LaneProgram(LaneLayout layout) {
    this.layout = layout;
  }

  LaneLayout layout() {
    return layout;
  }

  List<Op> ops() {
    return ops;
  }

  /// Where a value can be read from, if it is in memory.
  Map<Integer, Home> homes() {
    return homes;
  }

  /// A value that is in memory before the program runs.
  int input(Home home) {
    return inputs.computeIfAbsent(
        home,
        h -> {
          homes.put(values, h);
          return values++;
        });
  }

  int literal(double value) {
    return input(Home.at(layout.literal(value)));
  }

  boolean isLiteral(int value, double number) {
    return value == literal(number);
  }

  int compute(Kind kind, Integer... operands) {
    ops.add(new Op.Compute(values, kind, List.of(operands)));
    return values++;
  }

  int select(Comparison comparison, int a, int b, int then, int otherwise) {
    ops.add(new Op.Select(values, comparison, a, b, then, otherwise));
    return values++;
  }

  /// Keeps a value in memory; later reads may come from there.
  void store(int value, Home home) {
    ops.add(new Op.Store(value, home));
    homes.putIfAbsent(value, home);
    inputs.put(home, value);
  }

  void batch(Op.Batch batch) {
    ops.add(batch);
  }
}
