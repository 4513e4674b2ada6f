package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One command, run in this process.
record CommandRun(int code, String out, String err) {
  static CommandRun of(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Cytotrial.execute(new PrintWriter(out), new PrintWriter(err), texts);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
