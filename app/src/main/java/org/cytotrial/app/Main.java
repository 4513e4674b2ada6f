package org.cytotrial.app;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cytotrial.app.cli.Cytotrial;

/// The program. Results go to standard output, messages to standard error; exit codes: 0 done, 1
/// the work failed, 2 wrong use.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int code = Cytotrial.execute(in, out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }
}
