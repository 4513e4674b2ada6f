package org.cytotrial.evidence.protocol;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.evidence.protocol.Fields.Problems;
import org.cytotrial.evidence.protocol.ReviewProtocol.DateRange;
import org.cytotrial.evidence.protocol.ReviewProtocol.Question;
import org.cytotrial.evidence.protocol.ReviewProtocol.Source;
import org.cytotrial.evidence.protocol.ReviewProtocol.SourceKind;
import org.cytotrial.evidence.protocol.ReviewProtocol.Synthesis;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads `protocol.yaml`.
public final class ProtocolReader {
  private static final int MOST_REASONS = 9;
  private static final DateRange NO_DATES = new DateRange(LocalDate.EPOCH, LocalDate.EPOCH);

  private final Problems problems;

  private ProtocolReader(String file) {
    this.problems = new Problems(file, new ArrayList<>());
  }

  /// Reads a protocol.
  ///
  /// @throws ProtocolException with all that is wrong
  public static ReviewProtocol read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "no protocol; 'cytotrial review new NAME' writes one");
    }
    try {
      return read(file.toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      throw new ProtocolException(
          List.of(file + ": this is not UTF-8. Maybe save it again as UTF-8."));
    }
  }

  /// Reads a protocol.
  ///
  /// @param file name for messages
  /// @throws ProtocolException with all that is wrong
  public static ReviewProtocol read(String file, String text) {
    var reader = new ProtocolReader(file);
    Optional<ReviewProtocol> protocol =
        reader.compose(text).map(node -> reader.protocol(new Fields(node, reader.problems)));
    if (protocol.isEmpty() || !reader.problems.lines().isEmpty()) {
      throw new ProtocolException(reader.problems.lines());
    }
    return protocol.get();
  }

  private Optional<Node> compose(String text) {
    String file = problems.file();
    try {
      var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      var parser = new ParserImpl(settings, new StreamReader(settings, text));
      Optional<Node> root = new Composer(settings, parser).getSingleNode();
      if (root.isEmpty()) {
        problems.lines().add(file + ": the file is empty.");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(problems::place).orElse(file);
      problems.lines().add(place + ": this is not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      problems.lines().add(file + ": this is not YAML: " + e.getMessage() + ".");
    }
    return Optional.empty();
  }

  private ReviewProtocol protocol(Fields file) {
    String name = file.text("review", "il2-melanoma");
    String title = file.optional("title", t -> t).orElse(name);
    Question question =
        file.mapping("question", "population, intervention, comparator and outcome")
            .map(ProtocolReader::question)
            .orElse(new Question("", "", "", ""));
    Optional<Fields> eligibility = file.mapping("eligibility", "lists 'include' and 'exclude'");
    List<String> include = eligibility.map(ProtocolReader::include).orElse(List.of());
    List<String> exclude = eligibility.map(e -> e.list("exclude")).orElse(List.of());
    eligibility.ifPresent(Fields::refuseOthers);
    var protocol =
        new ReviewProtocol(
            name,
            title,
            question,
            include,
            exclude,
            reasons(file),
            sources(file),
            dates(file),
            file.list("keywords"),
            file.value("screeners", "2", ProtocolReader::screeners).orElse(1),
            file.mapping("synthesis", "measure, method, subgroups and plan")
                .map(ProtocolReader::synthesis)
                .orElse(new Synthesis("", "", List.of(), "")));
    file.refuseOthers();
    return protocol;
  }

  private static Question question(Fields item) {
    var question =
        new Question(
            item.text("population", "adults with metastatic melanoma"),
            item.text("intervention", "high-dose interleukin-2"),
            item.optional("comparator", t -> t).orElse(""),
            item.text("outcome", "objective response"));
    item.refuseOthers();
    return question;
  }

  private static List<String> include(Fields item) {
    List<String> include = item.list("include");
    if (include.isEmpty()) {
      item.problem("include", "'include' needs at least one criterion, as '- clinical trial'");
    }
    return include;
  }

  private static List<String> reasons(Fields file) {
    List<String> reasons = file.list("reasons");
    if (reasons.isEmpty() || reasons.size() > MOST_REASONS) {
      file.problem(
          "reasons",
          "'reasons' needs one to nine reasons for exclusion, the most important first; there are "
              + reasons.size());
    }
    return reasons;
  }

  private static List<Source> sources(Fields file) {
    List<Source> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields item : file.mappings("sources")) {
      String name = item.text("name", "PubMed");
      SourceKind kind =
          item.value("kind", "database", ProtocolReader::kind).orElse(SourceKind.DATABASE);
      if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
        item.problem("name", "there is another source '" + name + "'");
      }
      item.refuseOthers();
      sources.add(new Source(name, kind));
    }
    if (sources.isEmpty()) {
      file.problem("sources", "'sources' needs at least one '- name: PubMed' with its 'kind'");
    }
    return sources;
  }

  private static SourceKind kind(String word) {
    return switch (word) {
      case "database" -> SourceKind.DATABASE;
      case "register" -> SourceKind.REGISTER;
      case "other" -> SourceKind.OTHER;
      default ->
          throw new IllegalArgumentException(
              "'" + word + "' is not a kind of source. Maybe database, register or other");
    };
  }

  private static DateRange dates(Fields file) {
    Optional<Fields> dates =
        file.mapping(
            "dates",
            "'from' and 'to'; without a range of dates of"
                + " publication a search cannot be repeated, so a review has one");
    if (dates.isEmpty()) {
      return NO_DATES;
    }
    Fields item = dates.get();
    Optional<LocalDate> from = item.value("from", "1985", t -> date(t, false));
    Optional<LocalDate> to = item.value("to", "2026-06-30", t -> date(t, true));
    item.refuseOthers();
    if (from.isEmpty() || to.isEmpty()) {
      return NO_DATES;
    }
    if (from.get().isAfter(to.get())) {
      item.problem("from", "the range begins on " + from.get() + ", after it ends on " + to.get());
    }
    return new DateRange(from.get(), to.get());
  }

  /// A day, a month or a year; its first or last day.
  private static LocalDate date(String text, boolean isEnd) {
    try {
      return switch (text.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(text), isEnd ? 12 : 1, isEnd ? 31 : 1);
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield isEnd ? month.atEndOfMonth() : month.atDay(1);
        }
        default -> LocalDate.parse(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a date. Maybe 1985, 1985-03 or 1985-03-31", e);
    }
  }

  private static int screeners(String text) {
    return switch (text) {
      case "1" -> 1;
      case "2" -> 2;
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' is not possible: one or two people screen each record");
    };
  }

  private static Synthesis synthesis(Fields item) {
    var synthesis =
        new Synthesis(
            item.text("measure", "PLO"),
            item.text("method", "REML"),
            item.list("subgroups"),
            item.optional("plan", t -> t).orElse(""));
    item.refuseOthers();
    return synthesis;
  }
}
