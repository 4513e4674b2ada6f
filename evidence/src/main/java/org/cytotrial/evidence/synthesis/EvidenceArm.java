package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytotrial.domain.clinical.PublishedArm;

/// An arm with what the synthesis needs to know of it.
///
/// @param study what its trial is known by: the first registry number, else the citation
/// @param series arms of one series may share patients; the study, where nobody recorded a series
public record EvidenceArm(PublishedArm arm, Stratum stratum, String study, String series) {
  /// Whether the headline outcome was read in a source.
  public enum Headline {
    SEEN("seen", ""),
    RECALLED("recalled", "headline from memory, not read in a source"),
    NOT_PRINTED("not printed", "headline not printed in the source"),
    UNKNOWN("not recorded", "not recorded whether the headline was read in a source");

    private final String word;
    private final String mark;

    Headline(String word, String mark) {
      this.word = word;
      this.mark = mark;
    }

    /// The word in exported tables.
    public String word() {
      return word;
    }

    /// What every table says of it; empty where it was read.
    public String mark() {
      return mark;
    }
  }

  /// An arm by itself.
  public static EvidenceArm of(PublishedArm arm) {
    return of(arm, Series.NONE);
  }

  /// An arm of a study whose series, if any, was recorded.
  static EvidenceArm of(PublishedArm arm, Series series) {
    String study = study(arm);
    return new EvidenceArm(arm, Stratum.of(arm), study, series.of(arm.shortId()).orElse(study));
  }

  private static String study(PublishedArm arm) {
    String registered = arm.nct().split("[;,\\s]", 2)[0];
    if (!registered.isEmpty()) {
      return registered;
    }
    return arm.citation().isBlank() ? arm.shortId() : arm.citation();
  }

  public String name() {
    return arm.shortId();
  }

  /// The cell of a column; empty where there is none.
  public String cell(String column) {
    return arm.columns().getOrDefault(column, "").strip();
  }

  public Headline headline() {
    return switch (cell("primary_outcome_status").toLowerCase(Locale.ROOT)) {
      case "seen" -> Headline.SEEN;
      case "recalled" -> Headline.RECALLED;
      case "not printed" -> Headline.NOT_PRINTED;
      default -> Headline.UNKNOWN;
    };
  }

  public boolean isPoolable() {
    return arm.fitWeight() > 0;
  }

  /// What every table in which the arm stands says of it.
  public List<String> marks() {
    List<String> marks = new ArrayList<>();
    if (!headline().mark().isEmpty()) {
      marks.add(headline().mark());
    }
    if (arm.fitWeight() == 0) {
      marks.add("context only, not pooled");
    } else if (arm.fitWeight() < 1) {
      marks.add("overlaps other series, weight " + arm.fitWeight());
    }
    return marks;
  }

  /// The marks and the notes of the table.
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(marks());
    if (!arm.notes().isBlank()) {
      remarks.add("note: " + arm.notes());
    }
    return remarks;
  }

  /// How to look the arm up: author, year, citation, numbers.
  public String source() {
    List<String> parts = new ArrayList<>();
    String author = (cell("first_author") + " " + cell("year")).strip();
    if (!author.isEmpty()) {
      parts.add(author);
    }
    parts.add(arm.citation());
    if (!arm.pmid().isBlank()) {
      parts.add("PMID " + arm.pmid());
    }
    if (!arm.nct().isBlank()) {
      parts.add(arm.nct());
    }
    return String.join("; ", parts);
  }
}
