package org.cytotrial.simulation.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cytotrial.simulation.reference.Doses;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.junit.jupiter.api.Test;

/// The specification gives aldesleukin as boluses, the label as infusions of 15 minutes: does it
/// matter?
class BolusOrInfusionTest {
  @Test
  void fourHundredPatientsWithBolusesAndWithInfusions() {
    Schedule bolus = Trials.SCENARIOS.schedule("HD_IL2_MEL");
    Schedule named = Doses.infused(bolus, new Rational(1, 96));
    Schedule infusion =
        new Schedule("infusions of 15 min", named.series(), named.productRow(), named.overrides());
    TrialResult result = Trials.run(Trials.design(400, 350, bolus, infusion), 2);
    for (ArmResult arm : result.arms()) {
      List<Followed> followed = arm.followed();
      assertEquals(400, followed.size());
      System.out.printf(
          "%s: ORR %.2f %%, CR %.2f %%, median doses per cycle %s, mean %s%n",
          arm.design().name(),
          share(followed, true),
          share(followed, false),
          cycles(followed, true),
          cycles(followed, false));
    }
    long changed = 0;
    for (int i = 0; i < 400; i++) {
      Followed a = result.arms().getFirst().followed().get(i);
      Followed b = result.arms().getLast().followed().get(i);
      boolean same =
          a.delivery().stream()
              .map(Delivery::given)
              .toList()
              .equals(b.delivery().stream().map(Delivery::given).toList());
      changed += same ? 0 : 1;
    }
    System.out.printf("%d of 400 patients got other doses%n", changed);
  }

  private static double share(List<Followed> patients, boolean objective) {
    long count =
        patients.stream()
            .filter(p -> objective ? p.best().isObjective() : p.best() == Response.CR)
            .count();
    return 100.0 * count / patients.size();
  }

  private static List<Double> cycles(List<Followed> patients, boolean median) {
    int count = patients.getFirst().delivery().size();
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(cycle -> {
          double[] doses =
              patients.stream()
                  .mapToDouble(p -> p.delivery().get(cycle).count())
                  .sorted()
                  .toArray();
          double middle = (doses[doses.length / 2 - 1] + doses[doses.length / 2]) / 2;
          return median ? middle : java.util.Arrays.stream(doses).average().orElseThrow();
        })
        .toList();
  }
}
