package org.cytotrial.evidence.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.Stage;

/// Which full texts were found, and where they lie. A paper that passed the titles is sought; the
/// last decision on it counts.
public final class Retrieval {
  private final Map<String, Decision> last = new HashMap<>();

  private Retrieval() {}

  static Retrieval of(ReviewState state) {
    var retrieval = new Retrieval();
    List<Decision> decisions = state.log().standing(Stage.RETRIEVE);
    for (Decision d : decisions) {
      state.papers().of(d.record()).ifPresent(p -> retrieval.last.put(p.id(), d));
    }
    return retrieval;
  }

  public boolean isNotRetrieved(Paper paper) {
    Decision d = last.get(paper.id());
    return d != null && d.choice() == Choice.NOT_RETRIEVED;
  }

  /// The file of the full text.
  public Optional<String> file(Paper paper) {
    return Optional.ofNullable(last.get(paper.id()))
        .filter(d -> d.choice() == Choice.RETRIEVED)
        .map(Decision::reason);
  }
}
