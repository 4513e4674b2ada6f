package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.library.Library;
import org.cytotrial.simulation.study.Study;
import org.cytotrial.simulation.study.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `studies [NAME]`
@Command(
    name = "studies",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the studies that ship, or prints the file of one, to copy and change.",
      "",
      "Example:  cytotrial studies high-dose-il2-melanoma > mine.yaml"
    })
final class StudiesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "a study of the library")
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  StudiesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Library library = Library.load();
    PrintWriter out = terminal.out();
    if (name.isPresent()) {
      Library.StudyText text = library.study(name.get());
      if (json) {
        Json.print(Map.of("name", text.name(), "yaml", text.text()), out);
      } else {
        out.print(text.text());
      }
      return 0;
    }
    List<Study> studies =
        library.studies().stream()
            .map(library::study)
            .map(s -> StudyReader.read(s.file(), s.text()))
            .toList();
    if (json) {
      Json.print(studies.stream().map(StudiesCommand::entry).toList(), out);
      return 0;
    }
    var table = new TextTable("study", "arms", "patients", "title");
    for (Study study : studies) {
      String arms = Integer.toString(study.arms().size());
      table.row(study.name(), arms, Integer.toString(study.patients()), study.title());
    }
    table.print(out);
    return 0;
  }

  private static Map<String, Object> entry(Study study) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", study.name());
    entry.put("title", study.title());
    entry.put("indication", study.indication().name());
    entry.put("patients", study.patients());
    entry.put("arms", new ArrayList<>(study.arms().stream().map(Study.Arm::name).toList()));
    return entry;
  }
}
