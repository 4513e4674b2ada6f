package org.cytotrial.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `run STUDY`
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().println();
    return 0;
  }
}
