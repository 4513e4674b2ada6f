package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.Stage;

/// Papers grouped by the study that they report, as people linked them. A paper without a link is a
/// study of its own.
public final class Studies {
  private final Map<String, String> parent = new HashMap<>();

  private Studies() {}

  static Studies of(ReviewState state) {
    var studies = new Studies();
    for (Decision d : state.log().standing(Stage.LINK)) {
      if (d.choice() == Choice.SAME) {
        for (String other : d.with()) {
          studies.join(name(state, d.record()), name(state, other));
        }
      }
    }
    return studies;
  }

  private static String name(ReviewState state, String recordId) {
    return state.papers().of(recordId).map(Paper::id).orElse(recordId);
  }

  private void join(String a, String b) {
    String rootA = root(a);
    String rootB = root(b);
    if (!rootA.equals(rootB)) {
      parent.put(rootB, rootA);
    }
  }

  private String root(String id) {
    String at = id;
    for (String up = parent.get(at); up != null; up = parent.get(at)) {
      at = up;
    }
    return at;
  }

  /// Whether two papers report one study.
  public boolean areOne(Paper a, Paper b) {
    return root(a.id()).equals(root(b.id()));
  }

  /// The papers given, grouped, in their order.
  public List<List<Paper>> group(List<Paper> papers) {
    Map<String, List<Paper>> groups = new LinkedHashMap<>();
    papers.forEach(p -> groups.computeIfAbsent(root(p.id()), _ -> new ArrayList<>()).add(p));
    return List.copyOf(groups.values());
  }
}
