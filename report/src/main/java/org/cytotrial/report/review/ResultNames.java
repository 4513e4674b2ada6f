package org.cytotrial.report.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.Synthesis;

/// Short names of pooled results, R1 and on, by which tables refer to each other.
final class ResultNames {
  private final Map<String, String> names = new LinkedHashMap<>();

  ResultNames(Synthesis synthesis) {
    for (Pool pool : synthesis.pools()) {
      if (pool.isPooled()) {
        names.put(pool.id(), "R" + (names.size() + 1));
      }
    }
  }

  /// Empty where nothing was pooled.
  String of(Pool pool) {
    return names.getOrDefault(pool.id(), "");
  }
}
