package org.cytotrial.simulation.regimen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// When the actions of a series happen, in days from the start of treatment.
///
/// Text form: items separated by `;`, each `t` or `start:step:count`, optionally `@period:repeats`;
/// `*` as a count means as long as the time lies before the end. Every repeat of an item is one
/// cycle: `0:1/3:14@14:2` is 14 doses every 8 hours from day 0, and again from day 14.
///
/// @param items in the order written
public record TimePattern(List<Item> items) {
  public TimePattern {
    items = List.copyOf(items);
  }

  /// One run of equally spaced times, repeated.
  ///
  /// @param count of times in a cycle; empty: until the end
  /// @param repeats of the cycle; empty: until the end
  public record Item(
      Rational start, Rational step, OptionalLong count, Rational period, OptionalLong repeats) {
    /// @throws IllegalArgumentException if a time or a count is negative
    public Item {
      for (Rational time : List.of(start, step, period)) {
        if (time.compareTo(Rational.ZERO) < 0) {
          throw new IllegalArgumentException(
              "A time pattern cannot go back by '" + time + "' days. Maybe a positive number.");
        }
      }
      if (count.orElse(0) < 0 || repeats.orElse(0) < 0) {
        throw new IllegalArgumentException(
            "A time pattern cannot have a negative count. Maybe '*' for until the end.");
      }
    }

    /// A single time.
    public static Item at(Rational time) {
      return new Item(time, Rational.ZERO, OptionalLong.of(1), Rational.ZERO, OptionalLong.of(1));
    }
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException naming the item that is not understood
  public static TimePattern parse(String text) {
    return new TimePattern(Arrays.stream(text.split(";", -1)).map(TimePattern::item).toList());
  }

  private static Item item(String text) {
    String[] halves = text.strip().split("@", -1);
    String[] block = halves[0].split(":", -1);
    String[] repeat = halves.length > 1 ? halves[1].split(":", -1) : new String[] {"0", "1"};
    if (halves.length > 2 || repeat.length != 2 || (block.length != 1 && block.length != 3)) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time pattern. Maybe '0:1/3:14@14:2', '0:14:*' or '42'.");
    }
    Rational start = Rational.parse(block[0]);
    Rational step = block.length == 1 ? Rational.ZERO : Rational.parse(block[1]);
    OptionalLong count = block.length == 1 ? OptionalLong.of(1) : count(block[2]);
    return new Item(start, step, count, Rational.parse(repeat[0]), count(repeat[1]));
  }

  private static OptionalLong count(String text) {
    if (text.strip().equals("*")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a count. Maybe a whole number, or '*' for until the end.", e);
    }
  }

  /// The times of each cycle that lie before `end`; cycles without any are left out.
  public List<List<Rational>> cycles(double end) {
    List<List<Rational>> cycles = new ArrayList<>();
    for (Item item : items) {
      for (long repeat = 0;
          item.repeats().isEmpty() || repeat < item.repeats().getAsLong();
          repeat++) {
        Rational start = item.start().plus(item.period().times(repeat));
        if (start.toDouble() >= end || (repeat > 0 && item.period().equals(Rational.ZERO))) {
          break;
        }
        List<Rational> times = times(item, start, end);
        if (!times.isEmpty()) {
          cycles.add(times);
        }
      }
    }
    return cycles;
  }

  private static List<Rational> times(Item item, Rational start, double end) {
    List<Rational> times = new ArrayList<>();
    for (long i = 0; item.count().isEmpty() || i < item.count().getAsLong(); i++) {
      Rational time = start.plus(item.step().times(i));
      if (time.toDouble() >= end || (i > 0 && item.step().equals(Rational.ZERO))) {
        break;
      }
      times.add(time);
    }
    return times;
  }
}
