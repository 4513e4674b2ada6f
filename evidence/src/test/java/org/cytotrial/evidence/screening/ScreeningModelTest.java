package org.cytotrial.evidence.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;

/// Ranking of records that were made up.
class ScreeningModelTest {
  private static final int RECORDS = 300;
  private static final List<String> COMMON =
      List.of(
          "patients",
          "study",
          "results",
          "methods",
          "response",
          "trial",
          "mice",
          "tumour",
          "dose",
          "cells",
          "weeks",
          "survival",
          "protein",
          "analysis",
          "cohort",
          "liver");
  private static final List<String> WANTED = List.of("interleukin", "melanoma", "aldesleukin");

  /// Every tenth record is relevant and has two of three words that others seldom have.
  static boolean isRelevant(int row) {
    return row % 10 == 3;
  }

  static List<ScreeningText> texts(int n) {
    RandomStream random = new Seed(5).stream(0, "made-up abstracts");
    List<ScreeningText> texts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      var text = new StringBuilder();
      for (int w = 0; w < 40; w++) {
        text.append(COMMON.get(random.nextIndex(COMMON.size()))).append(' ');
        if (w % 20 == 7 && (isRelevant(i) || random.nextUniform() < 0.03)) {
          text.append(WANTED.get(random.nextIndex(WANTED.size()))).append(' ');
        }
      }
      texts.add(new ScreeningText("Record " + i, text.toString()));
    }
    return texts;
  }

  private static List<Integer> replay(long seed, Optional<String> criteria, List<Integer> priors) {
    var model = new ScreeningModel(texts(RECORDS), criteria, seed);
    return ScreeningReplay.run(model, priors, ScreeningModelTest::isRelevant, RECORDS / 10 - 1);
  }

  @Test
  void relevantRecordsComeEarlyFromOnePairOfPriors() {
    List<Integer> order = replay(1, Optional.empty(), List.of(3, 4));
    assertTrue(order.size() < RECORDS / 3, () -> "29 relevant records needed " + order.size());
  }

  @Test
  void relevantRecordsComeEarlyFromTheCriteriaAlone() {
    List<Integer> order =
        replay(1, Optional.of("Trials of interleukin (aldesleukin) in melanoma"), List.of());
    assertTrue(isRelevant(order.getFirst()), () -> "first shown: " + order.getFirst());
    assertTrue(order.size() < RECORDS / 3, () -> "29 relevant records needed " + order.size());
  }

  @Test
  void theSameObservationsGiveTheSameOrder() {
    assertEquals(
        replay(7, Optional.empty(), List.of(3, 4)), replay(7, Optional.empty(), List.of(3, 4)));
  }

  /// As the model of one object a row showed them, before its rows were put in two arrays.
  @Test
  void aFasterSolverShowsTheSameOrder() {
    var model = new ScreeningModel(texts(RECORDS), Optional.empty(), 7);
    List<Integer> order =
        ScreeningReplay.run(model, List.of(3, 4), ScreeningModelTest::isRelevant, RECORDS);
    assertEquals(
        List.of(
            121, 298, 80, 163, 153, 218, 178, 112, 102, 273, 79, 33, 73, 91, 223, 13, 113, 103, 23,
            259),
        order.subList(0, 20));
    assertEquals(298, order.size());
    assertEquals(-1045155438, order.hashCode());
  }

  @Test
  void everyRecordIsShownOnceAndThenThereIsNone() {
    var model = new ScreeningModel(texts(50), Optional.empty(), 1);
    Set<Integer> shown = new HashSet<>();
    for (OptionalInt next = model.next(); next.isPresent(); next = model.next()) {
      assertTrue(shown.add(next.getAsInt()), "a record was shown twice");
      model.observe(next.getAsInt(), isRelevant(next.getAsInt()));
    }
    assertEquals(50, shown.size());
  }

  @Test
  void aLabelIsAskedOnlyWhenItsRecordIsShown() {
    List<Integer> asked = new ArrayList<>();
    var model = new ScreeningModel(texts(RECORDS), Optional.empty(), 1);
    List<Integer> order =
        ScreeningReplay.run(
            model,
            List.of(3, 4),
            row -> {
              asked.add(row);
              return isRelevant(row);
            },
            5);
    assertEquals(order, asked.subList(2, asked.size()));
  }

  @Test
  void aLabelThatIsChangedCountsAsTheNewOne() {
    var changed = new ScreeningModel(texts(RECORDS), Optional.empty(), 1);
    changed.observe(3, true);
    changed.observe(13, false);
    changed.next();
    changed.observe(13, true);
    changed.observe(3, false);
    double[] scores = changed.scores();
    assertTrue(scores[13] > scores[3], () -> scores[13] + " is not above " + scores[3]);
  }

  @Test
  void withoutLabelsAndCriteriaTheSeedDecides() {
    var one = new ScreeningModel(texts(RECORDS), Optional.empty(), 1);
    var two = new ScreeningModel(texts(RECORDS), Optional.empty(), 2);
    assertNotEquals(one.next(), two.next());
  }

  @Test
  void emptyTextsAndNoRecordsAreBorne() {
    var nothing = new ScreeningText("", "");
    var model = new ScreeningModel(List.of(nothing, nothing), Optional.of(""), 1);
    model.observe(0, true);
    assertEquals(OptionalInt.of(1), model.next());
    assertFalse(new ScreeningModel(List.of(), Optional.empty(), 1).next().isPresent());
  }
}
