package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cytotrial.statistics.survival.KaplanMeier;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Clicked;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction.Patient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `reconstruct CURVE.csv`
@Command(
    name = "reconstruct",
    mixinStandardHelpOptions = true,
    description = {
      "Patients behind one arm of a published survival curve, from clicks on its figure and the"
          + " numbers at risk below it (Guyot et al. 2012).",
      "CURVE.csv has the columns time,survival (fractions or percentages); RISK.csv has"
          + " time,at_risk, from time 0 on. Writes time,event: a row for each patient.",
      "",
      "Example:  cytotrial reconstruct curve.csv --at-risk risk.csv --events 210 --out arm.csv"
    })
final class ReconstructCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "CURVE.csv", description = "a row for each click: time,survival")
  private Path curve = Path.of("");

  @Option(
      names = "--at-risk",
      required = true,
      paramLabel = "RISK.csv",
      description = "the numbers at risk: time,at_risk")
  private Path risk = Path.of("");

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "the total of events of the arm, which is met exactly")
  private Optional<Integer> events = Optional.empty();

  @Option(
      names = "--clicks",
      paramLabel = "anywhere|steps",
      defaultValue = "anywhere",
      description =
          "where the clicks lie: anywhere on the curve, or at the foot of every step (default:"
              + " ${DEFAULT-VALUE})")
  private String clicks = "anywhere";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DATA.csv",
      description = "the file to write; must not exist")
  private Path out = Path.of("");

  @Option(names = "--json", description = "print the totals and what was changed as JSON")
  private boolean json;

  ReconstructCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    NewFile.requireAbsent(out);
    Clicked clicked = clicked();
    var tables = new CurveTables(curve, risk);
    OptionalInt total = events.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    Reconstruction found = Reconstruction.of(tables.curve(total, clicked));
    List<String> notices = new ArrayList<>(tables.warnings());
    notices.addAll(found.notices());
    notices.forEach(n -> terminal.err().println("warning: " + n));
    NewFile.write(out, csv(found));
    print(found, notices);
    return 0;
  }

  private Clicked clicked() {
    return switch (clicks.toLowerCase(Locale.ROOT)) {
      case "anywhere" -> Clicked.ANYWHERE;
      case "steps" -> Clicked.AT_STEPS;
      default ->
          throw new WrongUse("--clicks '" + clicks + "' is not known. Known: anywhere, steps.");
    };
  }

  private static String csv(Reconstruction found) {
    var csv = new StringBuilder("time,event\n");
    for (Patient each : found.patients()) {
      csv.append(each.time()).append(each.event() ? ",1\n" : ",0\n");
    }
    return csv.toString();
  }

  private void print(Reconstruction found, List<String> notices) {
    KaplanMeier km = KaplanMeier.of(found.times(), found.events());
    int patients = found.patients().size();
    int died = (int) found.patients().stream().filter(Patient::event).count();
    if (json) {
      Answer answer =
          new Answer()
              .put("patients", patients)
              .put("events", died)
              .put("censored", patients - died)
              .put("events_of_curve", found.eventsOfCurve())
              .put("median", km.median().time())
              .put("largest_difference", found.largestDifference())
              .put("notices", notices)
              .put("out", out.toString());
      Json.print(answer.values(), terminal.out());
      return;
    }
    String median =
        km.median().time().isPresent()
            ? String.format(Locale.ROOT, "%.4g", km.median().time().getAsDouble())
            : "not reached";
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d patients, %d events (%d by the curve and the numbers at risk alone), %d"
                + " censored%nmedian %s; their curve is within %.2f points of the clicks%n%s%n",
            patients,
            died,
            found.eventsOfCurve(),
            patients - died,
            median,
            100 * found.largestDifference(),
            out);
  }
}
