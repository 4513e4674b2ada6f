package org.cytotrial.simulation.response;

import static org.cytotrial.simulation.response.Response.CR;
import static org.cytotrial.simulation.response.Response.PD;
import static org.cytotrial.simulation.response.Response.PR;
import static org.cytotrial.simulation.response.Response.SD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.cytotrial.simulation.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Specification section 10: "PD if SLD > rc_PD x nadir and SLD - nadir > rc_abs (nadir over
/// baseline and earlier visits); else CR if VTobs < V_CR; else PR if SLD <= rc_PR x baseline; else
/// SD. The first PD ends the record. Best response is read from visits up to t_BOR = 350 d: CR if
/// two consecutive visits (>= t_conf apart) are CR, else PR if two consecutive visits are CR or PR,
/// else PD if the first visit is PD, else SD."
class RecistTest {
  private static final ResponseRules RULES = ResponseRules.of(Reference.LEDGER);

  /// @param sums in mm at visits on days 84, 126, 168 …; negative: complete
  record Course(
      String what, double baseline, List<Double> sums, List<Response> shown, Response best) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Course> courses() {
    return List.of(
        new Course("confirmed partial", 100.0, List.of(70.0, 60.0, 71.0), List.of(PR, PR, SD), PR),
        new Course("partial seen once", 100.0, List.of(69.0, 71.0, 71.0), List.of(PR, SD, SD), SD),
        new Course(
            "partial not in a row", 100.0, List.of(69.0, 71.0, 69.0), List.of(PR, SD, PR), SD),
        new Course("confirmed complete", 100.0, List.of(-15.0, -14.0), List.of(CR, CR), CR),
        new Course("complete once, then partial", 100.0, List.of(-15.0, 16.0), List.of(CR, PR), PR),
        new Course(
            "partial, then complete twice",
            100.0,
            List.of(60.0, -15.0, -12.0),
            List.of(PR, CR, CR),
            CR),
        new Course("progression at the first visit", 100.0, List.of(121.0), List.of(PD), PD),
        new Course("exactly 20 % is not more", 100.0, List.of(120.0, 120.0), List.of(SD, SD), SD),
        new Course(
            "20 % of little is under 5 mm",
            20.0, List.of(24.9, 25.0, 25.1), List.of(SD, SD, PD), SD),
        new Course(
            "progression from the nadir",
            100.0,
            List.of(50.0, 45.0, 55.0),
            List.of(PR, PR, PD),
            PR),
        new Course(
            "progression wins over partial", 100.0, List.of(30.0, 40.0), List.of(PR, PD), SD),
        new Course(
            "progression wins over complete", 100.0, List.of(-5.0, -11.0), List.of(CR, PD), SD),
        new Course("stable, then progression", 100.0, List.of(100.0, 140.0), List.of(SD, PD), SD),
        new Course("no visit", 100.0, List.of(), List.of(), PD));
  }

  @ParameterizedTest
  @MethodSource("courses")
  void best(Course course) {
    var recist = new Recist(RULES, course.baseline());
    for (int i = 0; i < course.sums().size(); i++) {
      double sum = course.sums().get(i);
      Response shown = recist.assess(RULES.visit(i), Math.abs(sum), sum < 0);
      assertEquals(course.shown().get(i), shown, "visit " + i);
    }
    assertEquals(course.best(), recist.best());
    int progression = course.shown().indexOf(PD);
    assertEquals(
        progression < 0 ? OptionalDouble.empty() : OptionalDouble.of(RULES.visit(progression)),
        recist.progression());
    assertEquals(course.sums().size(), recist.assessments().size());
  }

  @Test
  void rulesAreThoseOfTheLedger() {
    assertEquals(new ResponseRules(0.7, 1.2, 5, 28, 84, 42, 350), RULES);
    assertEquals(84 + 3 * 42, RULES.visit(3));
  }

  @Test
  void visitsAfterTheLastCountedDayDoNotMakeAResponse() {
    var recist = new Recist(RULES, 100);
    recist.assess(336, 60, false);
    recist.assess(378, 60, false);
    assertEquals(SD, recist.best());
    var earlier = new Recist(RULES, 100);
    earlier.assess(294, 60, false);
    earlier.assess(336, 60, false);
    assertEquals(PR, earlier.best());
  }

  @Test
  void visitsTooCloseDoNotConfirm() {
    var recist = new Recist(RULES.withVisits(84, 21, 350), 100);
    recist.assess(84, 60, false);
    recist.assess(105, 60, false);
    assertEquals(SD, recist.best());
    recist.assess(133, 60, false);
    assertEquals(PR, recist.best());
  }
}
