package org.cytotrial.report.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.TrialDesign.Comparator;
import org.cytotrial.simulation.trial.TrialResult;

/// The published arms a trial is shown beside, each once, with what a reader needs to find and to
/// judge it.
final class References {
  /// A DOI without the prefix that makes it a link.
  private static final Pattern BARE_DOI = Pattern.compile("(?<![\\w/:.])10\\.\\d{4,9}/");

  private References() {}

  static List<Comparator> of(TrialResult result) {
    Map<String, Comparator> found = new LinkedHashMap<>();
    for (ArmResult arm : result.arms()) {
      arm.design().published().forEach(p -> found.putIfAbsent(p.arm().shortId(), p));
    }
    return List.copyOf(found.values());
  }

  /// Authors, journal, numbers to look it up by, patients, how well it was read, and whether it was
  /// fitted to.
  static String text(Comparator comparator) {
    PublishedArm arm = comparator.arm();
    StringJoiner text = new StringJoiner("; ");
    text.add(author(arm) + BARE_DOI.matcher(arm.citation()).replaceAll("doi:$0"));
    if (!arm.pmid().isBlank()) {
      text.add("PMID " + arm.pmid());
    }
    if (!arm.nct().isBlank()) {
      text.add(arm.nct());
    }
    arm.n().ifPresent(n -> text.add("n = " + NumberText.whole(n)));
    text.add("source " + arm.sourceQuality());
    return text.add(fitted(comparator.isFitted())).toString();
  }

  static String fitted(boolean isFitted) {
    return isFitted ? "fitted" : "not fitted";
  }

  private static String author(PublishedArm arm) {
    String author = arm.columns().getOrDefault("first_author", "");
    return author.isBlank() ? "" : author + ", ";
  }
}
