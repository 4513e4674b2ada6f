package org.cytotrial.evidence.dedupe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.evidence.dedupe.Comparison.Verdict;
import org.cytotrial.evidence.records.AuthorList;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.MergedRecord;
import org.cytotrial.evidence.records.RecordType;
import org.cytotrial.evidence.records.SourcePosition;
import org.junit.jupiter.api.Test;

/// Each rule of docs/decisions/0011 on records that were made up for it.
class RulesTest {
  private static final String TITLE = "Low-dose interleukin-2 in patients with an invented disease";
  private static final BibliographicRecord PAPER = record("1", TITLE, "2015", "31", "200-209");

  private static BibliographicRecord record(
      String id, String title, String year, String volume, String pages) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.TITLE, title);
    fields.put(Field.YEAR, year);
    fields.put(Field.VOLUME, volume);
    fields.put(Field.PAGES, pages);
    fields.put(Field.JOURNAL, "American Journal of Clinical Inventions");
    return new BibliographicRecord(
        id,
        RecordType.ARTICLE,
        AuthorList.parse("Roe, Jane and Doe, John"),
        fields,
        List.of(),
        new SourcePosition("test", Integer.parseInt(id), 1),
        "",
        Map.of());
  }

  private static BibliographicRecord with(BibliographicRecord r, Field field, String value) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.putAll(r.fields());
    fields.put(field, value);
    return new BibliographicRecord(
        r.id(), r.type(), r.authors(), fields, List.of(), r.source(), "", Map.of());
  }

  private static Verdict verdict(BibliographicRecord other) {
    return Deduplicator.compare(PAPER, other).verdict();
  }

  @Test
  void titleAuthorsAndPlaceAreProof() {
    assertEquals(
        Verdict.SAME, verdict(record("2", TITLE + ". [Review] [33 refs]", "2015", "31", "200-9")));
    BibliographicRecord brief = record("2", TITLE, "2015", "31", "200");
    assertEquals(Verdict.SAME, verdict(with(brief, Field.JOURNAL, "Am J Clin Invent")));
  }

  @Test
  void aTranslatedTitleOnTheSamePagesIsTheSamePaper() {
    String german = "Niedrig dosiertes Interleukin bei einer erfundenen Krankheit";
    assertEquals(Verdict.SAME, verdict(record("2", german, "2015", "31", "200-209")));
  }

  @Test
  void corrections() {
    String title = "Erratum: " + TITLE;
    assertEquals(Verdict.CONTRADICTED, verdict(record("2", title, "2015", "31", "200-209")));
  }

  @Test
  void partsOfASeriesDiffer() {
    BibliographicRecord first = record("1", TITLE + " part I", "2015", "", "");
    BibliographicRecord second = record("2", TITLE + " part II", "2015", "", "");
    Verdict verdict = Deduplicator.compare(first, second).verdict();
    assertTrue(verdict != Verdict.SAME && verdict != Verdict.PROBABLY_SAME, verdict.toString());
  }

  @Test
  void theAbstractOfAMeetingIsLeftToAPerson() {
    BibliographicRecord meeting = record("2", TITLE, "2015", "12", "S44");
    BibliographicRecord elsewhere = with(meeting, Field.JOURNAL, "Annals of Meetings");
    assertEquals(Verdict.CONTRADICTED, verdict(elsewhere));
  }

  @Test
  void articleNumberAndPrintedPagesDoNotContradict() {
    assertEquals(Verdict.PROBABLY_SAME, verdict(record("2", TITLE, "2015", "31", "e12724")));
  }

  @Test
  void editorialsOfOneVolumeAreNotOnePaper() {
    var deduplicator = new Deduplicator();
    for (int issue = 1; issue <= 4; issue++) {
      deduplicator.add(
          with(record("" + issue, "Editorial", "2015", "31", "1-3"), Field.ISSUE, "" + issue));
    }
    assertEquals(4, deduplicator.run().groups());
  }

  @Test
  void aRecordWithoutPlaceDoesNotChainTwoPapers() {
    var deduplicator = new Deduplicator();
    deduplicator.add(PAPER);
    deduplicator.add(record("2", TITLE, "2016", "32", "17-25"));
    deduplicator.add(record("3", TITLE, "2015", "", ""));
    Deduplication found = deduplicator.run();
    assertTrue(found.rows().get(0).group() != found.rows().get(1).group(), found.toString());
    assertTrue(!found.unsure().isEmpty());
  }

  @Test
  void identicalRecordsAreAlwaysOnePaper() {
    var deduplicator = new Deduplicator();
    deduplicator.add(record("1", TITLE, "", "", ""));
    deduplicator.add(record("2", TITLE, "", "", ""));
    Deduplication found = deduplicator.run();
    assertEquals(1, found.groups());
    assertEquals("as 1: identical records", found.rows().get(1).reason());
  }

  @Test
  void aMergedRecordSaysWhereEachFieldIsFrom() {
    BibliographicRecord other =
        with(record("2", TITLE, "2015", "31", "200-209"), Field.PMID, "99999999");
    BibliographicRecord merged = MergedRecord.of(List.of(PAPER, other));
    assertEquals("99999999", merged.text(Field.PMID));
    assertEquals(other.source(), merged.origins().get(Field.PMID));
    assertEquals(PAPER.source(), merged.origins().get(Field.TITLE));
  }

  @Test
  void cellsOfTheGroupsFileAreQuoted() {
    var deduplicator = new Deduplicator();
    deduplicator.add(PAPER.withId("a,\"b\""));
    assertEquals(
        "record_id,group,reason\n\"a,\"\"b\"\"\",1,no other record of this paper\n",
        GroupsCsv.groups(deduplicator.run()));
  }
}
