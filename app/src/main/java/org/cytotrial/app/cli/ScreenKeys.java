package org.cytotrial.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.log.Choice;

/// Reads the keys of a screener: from a terminal after Enter, from a pipe as lines; a line may hold
/// several.
final class ScreenKeys {
  private final Terminal terminal;
  private final List<String> reasons;
  private final boolean needsReason;
  private String rest = "";

  /// @param needsReason whether nothing is excluded without a reason, as at full text
  ScreenKeys(Terminal terminal, List<String> reasons, boolean needsReason) {
    this.terminal = terminal;
    this.reasons = reasons;
    this.needsReason = needsReason;
  }

  /// What a key means.
  sealed interface Key {
    record Decide(Choice choice, String reason) implements Key {}

    record Undo() implements Key {}

    record Quit() implements Key {}
  }

  /// The next key that means something; the end of the input quits.
  Key next() throws IOException {
    while (true) {
      while (rest.isEmpty()) {
        String line = terminal.in().readLine();
        if (line == null) {
          return new Key.Quit();
        }
        rest = line.strip();
      }
      char key = Character.toLowerCase(rest.charAt(0));
      rest = rest.substring(1).strip();
      Optional<Key> meaning = meaning(key);
      if (meaning.isPresent()) {
        return meaning.get();
      }
    }
  }

  private Optional<Key> meaning(char key) {
    return switch (key) {
      case 'i' -> Optional.of(new Key.Decide(Choice.INCLUDE, ""));
      case 'u' -> Optional.of(new Key.Decide(Choice.UNSURE, ""));
      case 'e' -> exclude();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> reason(key);
      case 'z' -> Optional.of(new Key.Undo());
      case 'q' -> Optional.of(new Key.Quit());
      default -> help(key);
    };
  }

  /// `e` may be followed by the number of a reason.
  private Optional<Key> exclude() {
    if (!rest.isEmpty() && Character.isDigit(rest.charAt(0))) {
      char digit = rest.charAt(0);
      rest = rest.substring(1).strip();
      return reason(digit);
    }
    if (needsReason) {
      terminal.err().println("Why? Press the number of the first reason that holds:");
      printReasons(terminal.err());
      return Optional.empty();
    }
    return Optional.of(new Key.Decide(Choice.EXCLUDE, ""));
  }

  private Optional<Key> reason(char digit) {
    int number = digit - '0';
    if (number < 1 || number > reasons.size()) {
      terminal.err().printf("There are %d reasons, no number %c.%n", reasons.size(), digit);
      return Optional.empty();
    }
    return Optional.of(new Key.Decide(Choice.EXCLUDE, reasons.get(number - 1)));
  }

  void printReasons(PrintWriter out) {
    for (int i = 0; i < reasons.size(); i++) {
      out.printf("  %d %s%n", i + 1, reasons.get(i));
    }
  }

  private Optional<Key> help(char key) {
    if (key != '?') {
      terminal.err().printf("'%c' means nothing here.%n", key);
    }
    terminal
        .err()
        .println("i include, e exclude, u unsure, z undo, q quit; exclude with a reason:");
    printReasons(terminal.err());
    return Optional.empty();
  }
}
