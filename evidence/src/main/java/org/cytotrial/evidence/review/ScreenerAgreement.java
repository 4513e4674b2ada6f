package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.statistics.agreement.Agreement;
import org.cytotrial.statistics.agreement.CohenKappa;
import org.cytotrial.statistics.agreement.GwetAc1;
import org.cytotrial.statistics.agreement.RatingTable;

/// How far two screeners agree on the papers that both decided: include, exclude or unsure. Papers
/// count as each last decided before anything was settled.
public record ScreenerAgreement(
    String first, String second, int papers, double share, Agreement kappa, Agreement ac1) {

  /// Each pair of people who decided on the same papers.
  static List<ScreenerAgreement> of(ReviewState state, Stage stage) {
    ScreeningStage screening = ScreeningStage.of(state, stage);
    Map<String, Map<String, Choice>> choices = new HashMap<>();
    for (Paper paper : state.papers().all()) {
      for (Decision d : screening.of(paper).choices()) {
        choices.computeIfAbsent(d.person(), _ -> new HashMap<>()).put(paper.id(), d.choice());
      }
    }
    List<String> people = List.copyOf(new TreeSet<>(choices.keySet()));
    List<ScreenerAgreement> found = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      for (int j = i + 1; j < people.size(); j++) {
        var pair =
            of(
                people.get(i),
                people.get(j),
                choices.getOrDefault(people.get(i), Map.of()),
                choices.getOrDefault(people.get(j), Map.of()));
        if (pair.papers() > 0) {
          found.add(pair);
        }
      }
    }
    return found;
  }

  private static ScreenerAgreement of(
      String first, String second, Map<String, Choice> a, Map<String, Choice> b) {
    int[][] counts = new int[3][3];
    int n = 0;
    for (var choice : a.entrySet()) {
      Choice other = b.get(choice.getKey());
      if (other != null) {
        counts[category(choice.getValue())][category(other)]++;
        n++;
      }
    }
    if (n == 0) {
      var none = new Agreement(Double.NaN, Double.NaN);
      return new ScreenerAgreement(first, second, 0, Double.NaN, none, none);
    }
    var table = new RatingTable(used(counts));
    return new ScreenerAgreement(
        first, second, n, table.agreement(), CohenKappa.of(table), GwetAc1.of(table));
  }

  private static int category(Choice choice) {
    return switch (choice) {
      case INCLUDE -> 0;
      case EXCLUDE -> 1;
      case UNSURE -> 2;
      case SAME, DIFFERENT, SOUGHT, RETRIEVED, NOT_RETRIEVED, ACCEPT, CORRECT, REJECT, UNDO ->
          throw new IllegalStateException(choice + " is no choice of a screener");
    };
  }

  /// Without `unsure` where nobody chose it: an empty category would count in the chance of AC1.
  private static int[][] used(int[][] counts) {
    boolean isUsed = false;
    for (int i = 0; i < 3; i++) {
      isUsed |= counts[i][2] + counts[2][i] > 0;
    }
    return isUsed
        ? counts
        : new int[][] {{counts[0][0], counts[0][1]}, {counts[1][0], counts[1][1]}};
  }
}
