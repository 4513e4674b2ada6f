package org.cytotrial.simulation.study;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.cytotrial.domain.clinical.Route;
import org.cytotrial.domain.quantity.Quantity;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.simulation.regimen.Condition;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.study.Mapping.Problems;
import org.cytotrial.simulation.study.Study.Arm;
import org.cytotrial.simulation.study.Study.Body;
import org.cytotrial.simulation.study.Study.Visits;
import org.cytotrial.simulation.study.Study.WeightingTarget;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads `study.yaml`.
public final class StudyReader {
  private static final Quantity NO_DOSE = Quantity.of(1, "mg");
  private static final int MOST_PATIENTS = 10_000_000;

  private final Problems problems;
  private final Set<String> armNames = new HashSet<>();

  private StudyReader(String file) {
    this.problems = new Problems(file);
  }

  /// What could be read of a file.
  ///
  /// @param study empty if the file is not YAML; without the lines that could not be read
  /// @param problems all that is wrong, one line each
  public record Reading(Optional<Study> study, List<String> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /// Reads a study.
  ///
  /// @param file name for messages
  /// @throws StudyException with all that is wrong
  public static Study read(String file, String text) {
    Reading reading = parse(file, text);
    if (reading.study().isEmpty() || !reading.problems().isEmpty()) {
      throw new StudyException(reading.problems());
    }
    return reading.study().get();
  }

  /// Reads what can be read of a study, so that what it refers to can be checked in the same pass.
  ///
  /// @param file name for messages
  public static Reading parse(String file, String text) {
    var reader = new StudyReader(file);
    Optional<Study> study =
        reader.compose(text).map(node -> reader.study(new Mapping(node, reader.problems)));
    return new Reading(study, reader.problems.lines());
  }

  private Optional<Node> compose(String text) {
    try {
      var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      var parser = new ParserImpl(settings, new StreamReader(settings, text));
      Optional<Node> root = new Composer(settings, parser).getSingleNode();
      if (root.isEmpty()) {
        problems.addLine(problems.file() + ": the file is empty.");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(problems::place).orElse(problems.file());
      problems.addLine(place + ": this is not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      problems.addLine(problems.file() + ": this is not YAML: " + e.getMessage() + ".");
    }
    return Optional.empty();
  }

  private Study study(Mapping file) {
    String name = file.required("study", text -> text, "");
    String title = file.optional("title", text -> text).orElse(name);
    Located indication = file.located("indication");
    int patients = file.required("patients", text -> whole(text, 1, MOST_PATIENTS), 1).intValue();
    long seed = file.optional("seed", StudyReader::seed).orElse(1L);
    double followUp = file.required("follow_up", text -> positiveDays(text).toDouble(), 1.0);
    Optional<Visits> visits = file.mapping("visits").map(StudyReader::visits);
    Body body =
        file.mapping("body")
            .map(StudyReader::body)
            .orElse(new Body(OptionalDouble.empty(), OptionalDouble.empty()));
    List<Arm> arms = file.mappings("arms").stream().map(this::arm).toList();
    if (arms.isEmpty()) {
      file.problem("arms", "a study needs at least one arm");
    }
    List<WeightingTarget> weighting =
        file.mappings("weighting").stream().map(item -> target(item, arms)).toList();
    file.refuseOthers();
    return new Study(
        name, title, indication, patients, seed, followUp, visits, body, arms, weighting);
  }

  private static Visits visits(Mapping item) {
    var visits =
        new Visits(
            item.required("first", text -> positiveDays(text).toDouble(), 1.0),
            item.required("every", text -> positiveDays(text).toDouble(), 1.0),
            item.required("best_response_until", text -> positiveDays(text).toDouble(), 1.0));
    item.refuseOthers();
    return visits;
  }

  private static Body body(Mapping item) {
    var body =
        new Body(
            measure(item, "weight", Unit.parse("kg"), "70 kg"),
            measure(item, "surface", Unit.parse("m2"), "1.73 m2"));
    item.refuseOthers();
    return body;
  }

  private static OptionalDouble measure(Mapping item, String key, Unit unit, String example) {
    Function<String, Double> parse =
        text -> {
          double value = inUnit(Quantity.parse(text), unit, example);
          if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                text + " is not a positive number. Maybe " + example);
          }
          return value;
        };
    return item.optional(key, parse).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private Arm arm(Mapping item) {
    String name = item.required("name", text -> text, "");
    if (!armNames.add(name)) {
      item.problem("name", "there is another arm '" + name + "'; arms need different names");
    }
    List<Administration> regimen =
        item.mappings("regimen").stream().flatMap(line -> sound(line).stream()).toList();
    List<Located> published = item.locatedList("published");
    item.refuseOthers();
    return new Arm(name, regimen, published);
  }

  /// The line of a regimen, unless something in it could not be read.
  private Optional<Administration> sound(Mapping item) {
    int before = problems.lines().size();
    Administration administration = administration(item);
    return problems.lines().size() == before ? Optional.of(administration) : Optional.empty();
  }

  private static Administration administration(Mapping item) {
    var administration =
        new Administration(
            item.required("product", text -> text, ""),
            item.required("dose", StudyReader::dose, NO_DOSE),
            item.required("route", Route::parse, Route.INTRAVENOUS),
            item.optional("infusion", StudyReader::days).orElse(Rational.ZERO),
            item.optional("every", StudyReader::positiveDays).orElse(Rational.of(1)),
            doses(item),
            starts(item),
            item.optional("hold", text -> text),
            item.optional("stop_after", text -> whole(text, 1, 1000))
                .map(n -> OptionalInt.of(n.intValue()))
                .orElse(OptionalInt.empty()),
            item.optional("only_if", Condition::parse),
            item.where());
    if (!item.has("every") && !administration.doses().equals(OptionalLong.of(1))) {
      item.problem("doses", "'every' is missing: how far apart are the doses? Maybe 'every: 8 h'");
    }
    item.refuseOthers();
    return administration;
  }

  private static OptionalLong doses(Mapping item) {
    Function<String, OptionalLong> parse =
        text ->
            text.equals("until the end")
                ? OptionalLong.empty()
                : OptionalLong.of(whole(text, 1, 100_000));
    return item.required("doses", parse, OptionalLong.of(1));
  }

  private static List<Rational> starts(Mapping item) {
    List<Rational> starts = item.list("cycles", StudyReader::days);
    return item.has("cycles") ? starts : List.of(Rational.ZERO);
  }

  private WeightingTarget target(Mapping item, List<Arm> arms) {
    String arm = item.required("arm", text -> text, "");
    if (arms.stream().noneMatch(a -> a.name().equals(arm))) {
      item.problem(
          "arm",
          "there is no arm '%s'; there are %s"
              .formatted(arm, arms.stream().map(Arm::name).toList()));
    }
    var target = new WeightingTarget(arm, item.located("published"));
    item.refuseOthers();
    return target;
  }

  private static Quantity dose(String text) {
    Quantity dose = Quantity.parse(text);
    if (!(dose.value() > 0) || Double.isInfinite(dose.value())) {
      throw new IllegalArgumentException("the dose " + text + " is not a positive number");
    }
    return dose;
  }

  private static Long whole(String text, long least, long most) {
    try {
      long value = Long.parseLong(text.replace("_", ""));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "%s is not between %d and %d", text, least, most));
  }

  private static Long seed(String text) {
    return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static Rational positiveDays(String text) {
    Rational days = days(text);
    if (days.compareTo(Rational.ZERO) <= 0) {
      throw new IllegalArgumentException("'" + text + "' must be longer than nothing");
    }
    return days;
  }

  /// Exact days: `8 h` is one third.
  private static Rational days(String text) {
    String[] words = text.strip().split("\\s+", -1);
    if (words.length != 2) {
      throw new IllegalArgumentException(
          "'" + text + "' needs a number and a unit. Maybe '8 h' or '14 days'");
    }
    Rational number = Rational.parse(words[0]);
    if (number.compareTo(Rational.ZERO) < 0) {
      throw new IllegalArgumentException("'" + text + "' is negative");
    }
    return switch (words[1]) {
      case "min" -> number.times(new Rational(1, 1440));
      case "h" -> number.times(new Rational(1, 24));
      case "day", "days", "d" -> number;
      case "week", "weeks" -> number.times(7);
      default ->
          throw new IllegalArgumentException(
              "'" + words[1] + "' is not a unit of time here. Maybe min, h, days or weeks");
    };
  }

  private static double inUnit(Quantity quantity, Unit unit, String example) {
    if (!quantity.unit().isCommensurableWith(unit)) {
      throw new IllegalArgumentException("'" + quantity + "' has the wrong unit. Maybe " + example);
    }
    return quantity.in(unit);
  }
}
