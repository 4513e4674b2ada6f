package org.cytotrial.model.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Derivative;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.FormulaWriter;
import org.cytotrial.model.expression.Simplifier;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Rule;
import org.junit.jupiter.api.Test;

/// Formulas of hundreds of terms, as in models with over a thousand species, on a thread with an
/// ordinary stack.
class LongFormulasTest {
  @Test
  void sumOfFiveThousandTermsIsHalvedUntilItIsShallow() throws InterruptedException {
    String sum = "<apply><plus/>" + "<ci>p</ci>".repeat(5000) + "</apply>";
    String text = SbmlWriter.write(model(Expression.symbol("p"))).replace("<ci>p</ci>", sum);
    onOrdinaryThread(() -> {
      Model model = SbmlReader.parse("long.xml", text).model();
      assertEquals(5000, new AtStart(model).symbol("q"));
      survivesAll(model.rules().getFirst().formula());
    });
  }

  @Test
  void sumOfFourHundredTermsComesBackAsItWas() throws InterruptedException {
    onOrdinaryThread(() -> {
      Expression sum = Expression.symbol("p");
      for (int i = 0; i < 400; i++) {
        sum = sum.plus(Expression.symbol("p"));
      }
      survivesAll(sum);
    });
  }

  @Test
  void fourHundredSubtractionsNest() throws InterruptedException {
    onOrdinaryThread(() -> {
      Expression difference = Expression.symbol("p");
      for (int i = 0; i < 400; i++) {
        difference = difference.minus(Expression.symbol("p"));
      }
      survivesAll(difference);
    });
  }

  private static void survivesAll(Expression formula) {
    Model model = model(formula);
    assertEquals(model, SbmlReader.parse("long.xml", SbmlWriter.write(model)).model());
    Simplifier.simplify(formula);
    FormulaWriter.write(Derivative.of(formula, "p"));
  }

  private static Model model(Expression formula) {
    return new Model(
        "m",
        Unit.parse("day"),
        Unit.parse("nmol"),
        List.of(),
        List.of(),
        List.of(
            new Parameter("p", 1, java.util.Optional.of(Unit.DIMENSIONLESS), true),
            new Parameter("q", Double.NaN, java.util.Optional.empty(), false)),
        List.of(),
        List.of(new Rule.Assignment("q", formula)),
        List.of(),
        List.of());
  }

  private static void onOrdinaryThread(Runnable work) throws InterruptedException {
    var failure = new AtomicReference<Throwable>();
    Thread thread = new Thread(null, work, "ordinary", 1 << 20);
    thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertNull(failure.get());
  }
}
