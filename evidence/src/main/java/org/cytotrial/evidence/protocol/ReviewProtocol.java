package org.cytotrial.evidence.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The protocol of a review: question, eligibility, sources, date range and planned synthesis.
///
/// @param reasons why a full text may be excluded, the first that holds is given; at most nine
/// @param keywords words of the search that are marked for the screeners
/// @param screeners how many people look at each record: one or two
public record ReviewProtocol(
    String name,
    String title,
    Question question,
    List<String> include,
    List<String> exclude,
    List<String> reasons,
    List<Source> sources,
    DateRange dates,
    List<String> keywords,
    int screeners,
    Synthesis synthesis) {
  public ReviewProtocol {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    reasons = List.copyOf(reasons);
    sources = List.copyOf(sources);
    keywords = List.copyOf(keywords);
  }

  /// PICO; the comparator may be empty for a review of single-arm trials.
  public record Question(
      String population, String intervention, String comparator, String outcome) {
    /// All its words.
    public String text() {
      return String.join("\n", population, intervention, comparator, outcome);
    }
  }

  /// The column of the PRISMA 2020 flow diagram in which a source stands.
  public enum SourceKind {
    DATABASE,
    REGISTER,
    /// Websites, organisations, citation searching and the like.
    OTHER
  }

  /// Where records come from.
  public record Source(String name, SourceKind kind) {}

  /// The dates of publication searched, both included.
  public record DateRange(LocalDate from, LocalDate to) {}

  /// What is planned, in the words of `cytotrial meta`; free text otherwise.
  public record Synthesis(String measure, String method, List<String> subgroups, String plan) {
    public Synthesis {
      subgroups = List.copyOf(subgroups);
    }
  }

  /// The eligibility criteria as text, from which screening may begin.
  public String criteria() {
    return question.text() + "\n" + String.join("\n", include) + "\n" + String.join("\n", exclude);
  }

  public Optional<Source> source(String wanted) {
    return sources.stream().filter(s -> s.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
