package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.network.ModelFormatException.Problem;

/// What is wrong with one file, collected so that all of it is told at once.
final class Problems {
  private static final int MOST = 200;

  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(XmlElement at, String message) {
    var problem = new Problem(file, at.line(), at.column(), message);
    if (found.size() < MOST && !found.contains(problem)) {
      found.add(problem);
    }
  }

  /// Notes what changes no number, or what had to be assumed.
  void warn(XmlElement at, String message) {
    warn(new Problem(file, at.line(), at.column(), message).toString());
  }

  void warn(String message) {
    warnings.add(message);
  }

  List<String> warnings() {
    return warnings;
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
      throw new ModelFormatException(found);
    }
  }
}
