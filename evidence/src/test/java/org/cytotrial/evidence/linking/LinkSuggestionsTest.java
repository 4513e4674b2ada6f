package org.cytotrial.evidence.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.evidence.linking.LinkSuggestions.Suggestion;
import org.cytotrial.evidence.records.AuthorList;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.RecordType;
import org.cytotrial.evidence.records.SourcePosition;
import org.junit.jupiter.api.Test;

/// Which invented reports are taken for one trial, and which are not.
class LinkSuggestionsTest {
  private static BibliographicRecord record(String id, String authors, String text) {
    return new BibliographicRecord(
        id,
        RecordType.ARTICLE,
        AuthorList.parse(authors),
        Map.of(Field.TITLE, "Title of " + id, Field.ABSTRACT, text),
        List.of(),
        new SourcePosition("f", 1, 1),
        "",
        Map.of());
  }

  private static List<Suggestion> among(BibliographicRecord... records) {
    return LinkSuggestions.among(List.of(records));
  }

  @Test
  void registrationNumbersInAnySpelling() {
    assertEquals(
        Set.of("NCT00000001", "ISRCTN12345678", "2004-001234-56"),
        TrialNumbers.in("nct 00000001, ISRCTN-12345678; EudraCT 2004-001234-56, 1-800-555-1234"));
    assertEquals(
        List.of(new Suggestion("a", "b", "registration number NCT00000001")),
        among(
            record("a", "Roe J", "ClinicalTrials.gov: NCT00000001."),
            record("b", "Doe K", "(NCT00000001)"),
            record("c", "Doe K", "(NCT00000002)")));
  }

  @Test
  void namesOfTrialsButNotOfCytokines() {
    assertEquals(
        List.of(new Suggestion("a", "b", "trial name EORTC 99999")),
        among(
            record("a", "Roe J", "EORTC 99999 gave IL-2 in COVID-19 in January 2001."),
            record("b", "Doe K", "The EORTC-99999 trial of IL-2."),
            record("c", "Poe L", "IL-2 in COVID-19 in January 2001, IL-12, CD25, PD-1.")));
  }

  @Test
  void sharedAuthorsAndNumberOfPatients() {
    String same = "We treated 123 consecutive patients.";
    assertEquals(
        List.of(new Suggestion("a", "b", "3 shared authors and 123 patients in both")),
        among(
            record("a", "Roe J; Doe K; Poe L", same),
            record("b", "Poe L; Doe K; Roe J; Noe M", "Of 123 patients, 7 responded."),
            record("c", "Roe J; Doe K", same),
            record("d", "Roe J; Doe K; Poe L", "We treated 124 patients.")));
  }
}
