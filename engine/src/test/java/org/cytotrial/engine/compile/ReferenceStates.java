package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.parameter.ProductRow;
import org.cytotrial.library.Library;
import org.cytotrial.model.network.Model;

/// Random patients of the reference model in random states: positive, over six decades, with half
/// of the drugs on board, switches on or off, and one of the products in the slot.
final class ReferenceStates {
  static final Library LIBRARY = Library.load();
  static final Model MODEL = LIBRARY.referenceModel();
  static final CompiledModel COMPILED = ModelCompiler.compile(MODEL);

  private static final Set<String> DRUGS =
      Set.of(
          "I2d", "I2c", "I2p", "Xd", "Xc", "Xpro", "Xp", "Xb", "Xt", "Ad", "Ac", "Gd", "Gc", "NPc",
          "NPt", "Tl", "ML", "P1c", "P1p", "C4c", "C4p", "Tc", "Tt", "CARc", "CARt", "CARm", "LD",
          "ADA");
  private static final List<String> SWITCHES = List.of("car_on", "on_l", "hold", "pd_on", "toci");
  private static final List<String> TONES = List.of("o8_0", "oN_0", "oT_0", "o4_0", "o8t_0");

  /// Powers of ten by which states differ from those at the start of the burn-in.
  record Spread(double least, double most) {}

  static final Spread REALISTIC = new Spread(-3, 3);

  private ReferenceStates() {}

  /// A random patient in a random state; the same for the same seed.
  static KernelCheck.Point random(long seed) {
    return random(seed, REALISTIC);
  }

  /// The same with another spread of states.
  static KernelCheck.Point random(long seed, Spread spread) {
    var random = new SplittableRandom(seed);
    double[] p = parameters(random);
    double[] y = COMPILED.initialise(p);
    for (String tone : TONES) { // else max(0, o - o_0) is a tie wherever there is no drug
      p[COMPILED.parameter(tone)] *= random.nextDouble(0.8, 1.2);
    }
    for (int i = 0; i < y.length; i++) {
      boolean absent = DRUGS.contains(COMPILED.equations().states().get(i)) && random.nextBoolean();
      double scale = y[i] > 0 ? y[i] : 0.1;
      y[i] = absent ? 0 : scale * Math.pow(10, random.nextDouble(spread.least(), spread.most()));
    }
    return new KernelCheck.Point(0, y, p);
  }

  private static double[] parameters(SplittableRandom random) {
    double[] p = COMPILED.parameterValues();
    Ledger ledger = LIBRARY.ledger();
    for (LedgerEntry entry : ledger.entries()) {
      if (entry.distribution().isSampled() && COMPILED.hasParameter(entry.id())) {
        p[COMPILED.parameter(entry.id())] = entry.value() * random.nextDouble(0.6, 1.6);
      }
    }
    List<ProductRow> rows = new ArrayList<>(ledger.productRows());
    int row = random.nextInt(rows.size() + 1);
    if (row < rows.size()) {
      for (LedgerEntry entry : rows.get(row).entries()) {
        String id = entry.id().substring(entry.id().indexOf('.') + 1);
        p[COMPILED.parameter(id)] = entry.value();
      }
    }
    for (String id : SWITCHES) {
      p[COMPILED.parameter(id)] = random.nextBoolean() ? 1 : 0;
    }
    p[COMPILED.parameter("g_int")] = random.nextDouble(0.005, 0.1);
    return p;
  }
}
