package org.cytotrial.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cytotrial.model.antimony.AntimonyWriter;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.sbml.SbmlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `convert MODEL OUT`
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a model as SBML L3V2 (OUT ends in .xml or .sbml) or Antimony (.ant or .txt).",
      "",
      "Example:  cytotrial convert reference reference.xml"
    })
final class ConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "'reference' (its default patient at diagnosis, no doses), or an SBML or Antimony file")
  private String model = "";

  @Parameters(index = "1", paramLabel = "OUT", description = "the file to write; must not exist")
  private Path out = Path.of("");

  ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    NewFile.requireAbsent(out);
    String name = out.toString().toLowerCase(Locale.ROOT);
    boolean antimony = name.endsWith(".ant") || name.endsWith(".txt");
    if (!antimony && !ModelFile.isSbml(name)) {
      throw new WrongUse(
          "'"
              + out
              + "': the ending says what to write: .xml or .sbml for SBML, .ant for Antimony.");
    }
    ModelFile file = ModelFile.read(model);
    file.warnings().forEach(w -> terminal.err().println("warning: " + w));
    Model content = file.model();
    NewFile.write(out, antimony ? AntimonyWriter.write(content) : SbmlWriter.write(content));
    return 0;
  }
}
