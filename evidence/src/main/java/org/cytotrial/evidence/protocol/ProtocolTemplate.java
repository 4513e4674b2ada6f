package org.cytotrial.evidence.protocol;

import java.util.Optional;

/// The protocol with which a review begins: every field, with what it is for.
public final class ProtocolTemplate {
  private static final String TEXT =
      """
      # The protocol of a systematic review: fill it in before the first search (PRISMA-P), and keep it
      # under version control. Everything that must be filled in and is not is named by every command.
      review: NAME
      title: ""

      # The question, as PICO. The comparator may stay empty for trials with one arm.
      question:
        population:      # adults with metastatic melanoma
        intervention:    # high-dose interleukin-2
        comparator:
        outcome:         # objective response by RECIST, overall survival, toxicity of grade 3 or more

      # Who goes in, and who stays out. This text also starts the ranking of records, so say it in the
      # words that abstracts use.
      eligibility:
        include:
          -              # prospective clinical trial in people
        exclude:
          -              # review, editorial or case report

      # Why a full text is excluded: the first that holds is the one reported. Keys 1 to 9 in this order.
      reasons:
        - Wrong population
        - Wrong intervention
        - Wrong comparator
        - Wrong study design
        - Wrong outcome
        - No results yet
        - Duplicate report without new data

      # Where records come from. kind: database, register, or other (websites, organisations, citation
      # searching): the columns of the PRISMA 2020 flow diagram.
      sources:
        - name: PubMed
          kind: database
        - name: Embase
          kind: database
        - name: Scopus
          kind: database
        - name: Web of Science
          kind: database
        - name: ClinicalTrials.gov
          kind: register
        - name: Citation searching
          kind: other

      # The dates of publication that are searched, both included: 1985, 1985-03 or 1985-03-31.
      # A review without them is refused: its search could not be repeated.
      dates:
        from: FROM
        to: UNTIL

      # Words of the search, marked for those who screen.
      keywords:

      # How many people look at each record, without seeing each other's choice: 1 or 2.
      screeners: 2

      # The planned synthesis, in the words of 'cytotrial meta'.
      synthesis:
        measure: PLO     # a proportion, as its logit; OR, RR, HR (as GEN), MD …
        method: REML
        subgroups:
          -              # dose
        plan: ""
      """;

  private ProtocolTemplate() {}

  public static String text(String name, Optional<String> from, Optional<String> to) {
    return TEXT.replace("NAME", name)
        .replace("FROM", from.orElse(""))
        .replace("UNTIL", to.orElse(""))
        .replaceAll("(?m) +$", "");
  }
}
