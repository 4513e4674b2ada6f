package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.extraction.Contradiction;
import org.cytotrial.evidence.extraction.Extraction;
import org.cytotrial.evidence.extraction.Extractor;
import org.cytotrial.evidence.extraction.text.DocumentReader;
import org.cytotrial.evidence.extraction.text.DocumentText;
import org.cytotrial.evidence.extraction.text.UnreadableDocumentException;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `extract FILE…`
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Reads values from papers: patients, responses, survival, toxicity, doses, schedule, cytokine"
          + " and product, each with the sentence it was read from.",
      "Reads PDF, JATS XML, plain text and any file of records that import reads (title and"
          + " abstract). Values are suggestions: accept them with 'review extract'.",
      "",
      "Example:  cytotrial extract paper.pdf article.xml abstracts.nbib --json"
    })
final class ExtractCommand implements Callable<Integer> {
  private static final int SHOWN = 110;

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "documents")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "print JSON: per document its values")
  private boolean json;

  @Option(
      names = "--text",
      description = "print the text that offsets count in; with --json beside the values")
  private boolean text;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<DocumentText> documents = new ArrayList<>();
    boolean failed = false;
    for (Path file : files) {
      try {
        documents.addAll(DocumentReader.read(file));
      } catch (UnreadableDocumentException e) {
        terminal.err().println(e.getMessage());
        failed = true;
      }
    }
    if (text && !json) {
      printText(documents);
    } else {
      printValues(documents);
    }
    return failed ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.OK;
  }

  private void printText(List<DocumentText> documents) {
    for (DocumentText document : documents) {
      document.notices().forEach(this::warn);
      if (documents.size() > 1) {
        terminal.out().println("== " + document.name());
      }
      terminal.out().println(document.text());
    }
  }

  private void printValues(List<DocumentText> documents) {
    List<Object> trees = new ArrayList<>();
    for (DocumentText document : documents) {
      Extraction extraction = Extractor.extract(document);
      extraction.notes().forEach(this::warn);
      if (json) {
        trees.add(tree(document, extraction));
      } else {
        print(extraction);
      }
    }
    if (json) {
      Json.print(trees, terminal.out());
    }
  }

  private void warn(String notice) {
    terminal.err().println("warning: " + notice);
  }

  private void print(Extraction extraction) {
    terminal.out().println(extraction.document());
    var table = new TextTable("field", "value", "arm", "sentence");
    for (ExtractedValue v : extraction.values()) {
      table.row(
          v.field().spelling(),
          (v.value() + " " + v.unit()).strip(),
          v.arm(),
          shortened(v.sentence()));
    }
    table.print(terminal.out());
    extraction
        .contradictions()
        .forEach(c -> terminal.out().println("! " + c.why() + ": " + shortened(c.sentence())));
    terminal.out().println();
  }

  private static String shortened(String sentence) {
    String line = sentence.replace('\n', ' ');
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
  }

  private Map<String, @Nullable Object> tree(DocumentText document, Extraction extraction) {
    var answer =
        new Answer()
            .put("document", extraction.document())
            .put("values", extraction.values().stream().map(ExtractCommand::tree).toList())
            .put(
                "contradictions",
                extraction.contradictions().stream().map(ExtractCommand::tree).toList())
            .put("notes", extraction.notes());
    return text ? answer.put("text", document.text()).values() : answer.values();
  }

  private static Object tree(ExtractedValue v) {
    var answer = new Answer().put("field", v.field().spelling());
    boolean number = !v.unit().isEmpty() || v.field().spelling().startsWith("hazard_ratio");
    return (number
            ? answer.put("value", Double.parseDouble(v.value()))
            : answer.put("value", v.value()))
        .put("unit", v.unit())
        .put("arm", v.arm())
        .put("sentence", v.sentence())
        .put("start", v.start())
        .put("end", v.end())
        .put("confidence", v.confidence())
        .values();
  }

  private static Object tree(Contradiction c) {
    return new Answer()
        .put("why", c.why())
        .put("sentence", c.sentence())
        .put("start", c.start())
        .values();
  }
}
