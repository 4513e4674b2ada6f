package org.cytotrial.evidence.synthesis;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.evidence.synthesis.EventCount.Absent;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.evidence.synthesis.EventCount.Described;
import org.cytotrial.evidence.synthesis.EventCount.Origin;

/// Reads counts of events from the cells of an arm. A count that has to be derived from a
/// percentage is marked, with every count that rounds to the same percentage.
final class CountReader {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.(\\d+))?");
  private static final Pattern WITH_COUNT =
      Pattern.compile("\\d+(?:\\.\\d+)?\\s*\\((\\d+)/(\\d+)\\)");

  private final PublishedArm arm;
  private final OutcomeKind kind;
  private final String percent;

  private CountReader(PublishedArm arm, OutcomeKind kind) {
    this.arm = arm;
    this.kind = kind;
    this.percent = cell(kind.percentColumn());
  }

  static EventCount of(PublishedArm arm, OutcomeKind kind) {
    return new CountReader(arm, kind).count();
  }

  private String cell(String column) {
    return arm.columns().getOrDefault(column, "").strip();
  }

  private EventCount count() {
    OptionalInt events = events();
    if (events.isEmpty() && percent.isEmpty()) {
      return new Absent();
    }
    Matcher both = WITH_COUNT.matcher(percent);
    if (events.isEmpty() && both.matches()) {
      int of = Integer.parseInt(both.group(2));
      return new Counted(Integer.parseInt(both.group(1)), of, Origin.PRINTED, otherPatients(of));
    }
    String words = events.isPresent() ? Integer.toString(events.getAsInt()) : percent + " %";
    if (arm.n().isEmpty() || arm.n().getAsInt() < 1) {
      return new Described(words, "the number of patients is not known");
    }
    int patients = arm.n().getAsInt();
    if (events.isPresent()) {
      return printed(events.getAsInt(), patients);
    }
    Matcher number = NUMBER.matcher(percent);
    if (!number.matches()) {
      return new Described(percent, "the cell has words that give no count");
    }
    return derived(patients, number.group(1) == null ? 0 : number.group(1).length());
  }

  private OptionalInt events() {
    return switch (kind) {
      case RESPONSE -> arm.responders();
      case COMPLETE_RESPONSE -> arm.cr();
      default -> OptionalInt.empty();
    };
  }

  private String otherPatients(int of) {
    return arm.n().isPresent() && arm.n().getAsInt() != of
        ? "of %d patients, not the arm's %d".formatted(of, arm.n().getAsInt())
        : "";
  }

  private Counted printed(int events, int patients) {
    Matcher number = NUMBER.matcher(percent);
    String note = "";
    if (number.matches()) {
      int decimals = number.group(1) == null ? 0 : number.group(1).length();
      if (Arrays.stream(fitting(patients, decimals)).noneMatch(x -> x == events)) {
        note =
            "%d of %d are %.1f %%, printed is %s %%"
                .formatted(events, patients, 100.0 * events / patients, percent);
      }
    }
    return new Counted(events, patients, originOfPrinted(), note);
  }

  private Counted derived(int patients, int decimals) {
    int[] fits = fitting(patients, decimals);
    int nearest = (int) Math.rint(patients * Double.parseDouble(percent) / 100);
    String note = "from %s %% of %d".formatted(percent, patients);
    if (fits.length == 0) {
      note += "; no count gives that percentage, so others were judged";
    } else if (fits.length > 1) {
      note += "; %d to %d would fit".formatted(fits[0], fits[fits.length - 1]);
    }
    return new Counted(Math.min(nearest, patients), patients, Origin.DERIVED, note);
  }

  /// The counts whose percentage rounds to the printed one.
  private int[] fitting(int patients, int decimals) {
    double wanted = Double.parseDouble(percent);
    double half = 0.5 * Math.pow(10, -decimals) + 1e-9;
    return IntStream.rangeClosed(0, patients)
        .filter(x -> Math.abs(100.0 * x / patients - wanted) <= half)
        .toArray();
  }

  /// Whether the collectors said that they had worked out or remembered the count.
  private Origin originOfPrinted() {
    Origin origin = Origin.PRINTED;
    for (String field : cell("recalled_fields").toLowerCase(Locale.ROOT).split(";", -1)) {
      String name = field.strip();
      boolean own = name.startsWith(kind.countColumn()) || name.startsWith("counts");
      if (own && name.contains("derived")) {
        return Origin.DERIVED;
      }
      if (own || name.startsWith("n_evaluable")) {
        origin = Origin.RECALLED;
      }
    }
    return origin;
  }
}
