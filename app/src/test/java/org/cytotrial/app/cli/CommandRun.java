package org.cytotrial.app.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/// One command, run in this process.
record CommandRun(int code, String out, String err) {
  static CommandRun of(Object... arguments) {
    return answering("", arguments);
  }

  /// Runs a command that reads answers.
  static CommandRun answering(String input, Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Cytotrial.execute(
            new BufferedReader(new StringReader(input)),
            new PrintWriter(out),
            new PrintWriter(err),
            texts);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
