package org.cytotrial.evidence.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.cytotrial.evidence.search.reading.StrategyReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the readers make of each construct of PubMed's and Ovid's syntax, and of slips of the pen.
class StrategyReaderTest {
  private static Reading ovid(String text) {
    return StrategyReader.read(text, Syntax.OVID);
  }

  private static Reading pubmed(String text) {
    return StrategyReader.read(text, Syntax.PUBMED);
  }

  private static String tree(Reading reading) {
    return QueryText.of(reading.strategy().result().orElseThrow());
  }

  private static List<String> lines(Reading reading) {
    return reading.strategy().lines().stream()
        .map(l -> l.label() + " " + QueryText.of(l.query()))
        .toList();
  }

  private static List<String> messages(Reading reading) {
    return reading.problems().stream().map(p -> p.in("s.txt")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "exp *Melanoma/dt,im | (exp * \"Melanoma\" /drug therapy /immunology)",
        "exp Wounds and Injuries/ or Aldesleukin/ | (or (exp \"Wounds and Injuries\") (heading"
            + " \"Aldesleukin\"))",
        "melanoma.ti,ab,kf. | (text \"melanoma\" title abstract keyword)",
        "melanoma.tw | (text \"melanoma\" title abstract)",
        "(interleukin?2 adj3 (infus$ or bolus)).tw. | (near2 (text \"interleukin{0,1}2\" title"
            + " abstract) (or (text \"infus*\" title abstract) (text \"bolus\" title abstract)))",
        "wom#n.mp. and tumo$1.ab. | (and (text \"wom{1,1}n\" text_word) (text \"tumo{0,1}\""
            + " abstract))",
        "il 2 or tcgf.ti. and ifn.ti. | (or (text \"il 2\") (and (text \"tcgf\" title) (text"
            + " \"ifn\" title)))",
        "(animals not (humans and animals)).sh. | (not (heading \"animals\") (and (heading"
            + " \"humans\") (heading \"animals\")))",
        "randomized controlled trial.pt.or placebo.ab. | (or (text \"randomized controlled trial\""
            + " publication_type) (text \"placebo\" abstract))",
        "(il2 or interleukin) therapy.ti. | (before0 (or (text \"il2\" title) (text \"interleukin\""
            + " title)) (text \"therapy\" title))",
        "2019.yr. | (dates publication_date \"2019\" \"2019\")",
        "nivolumab.ab. /freq=2 | (times 2 (text \"nivolumab\" abstract))",
        "drug therapy.fs. | (text \"drug therapy\" subheading)",
        "melanoma.mp. [mp=title, abstract] | (text \"melanoma\" text_word)"
      })
  void ovidConstructs(String text, String expected) {
    Reading reading = ovid(text);
    assertEquals(expected, tree(reading));
    assertTrue(reading.problems().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Melanoma/drug therapy\"[Majr:NoExp] | (heading * \"Melanoma\" /drug therapy)",
        "interleukin 2[tiab] OR IL-2*[ti] | (or (text \"interleukin 2\" title_abstract) (text"
            + " \"IL-2*\" title))",
        "a[ti] OR b[ti] AND c[ti] | (and (or (text \"a\" title) (text \"b\" title)) (text \"c\""
            + " title))",
        "\"2000/01/01\"[Date - Publication] : \"3000\"[Date - Publication] | (dates"
            + " publication_date \"2000/01/01\" \"\")",
        "2001:2005/06[dp] | (dates publication_date \"2001\" \"2005/06\")",
        "\"dose escalation\"[tiab:~2] | (near2 (text \"dose\" title_abstract) (text \"escalation\""
            + " title_abstract))",
        "melanoma AND systematic[sb] | (and (text \"melanoma\") (filter \"systematic\"))",
        "“step sectioned”[tiab] | (phrase \"step sectioned\" title_abstract)",
        "cancer NOT (animals[mh] NOT humans[mh]) | (not (text \"cancer\") (not (exp \"animals\")"
            + " (exp \"humans\")))"
      })
  void pubMedConstructs(String text, String expected) {
    assertEquals(expected, tree(pubmed(text)));
    assertEquals(List.of(), messages(pubmed(text)));
  }

  @Test
  void numberedLinesWrapAndReferToEachOther() {
    Reading reading =
        ovid(
            "1. exp Interleukin-2/ (18000)\n2. (aldesleukin or\n   proleukin).tw.\n3. or/1-2\n"
                + "4. limit 3 to (english language and yr=\"1985 -Current\" and humans)");
    assertEquals(
        List.of(
            "1 (exp \"Interleukin-2\")",
            "2 (or (text \"aldesleukin\" title abstract) (text \"proleukin\" title abstract))",
            "3 (or #1 #2)",
            "4 (and #3 (text \"english\" language) (dates publication_date \"1985\" \"\") (filter"
                + " \"humans\"))"),
        lines(reading));
    assertEquals(
        List.of("s.txt:1:23: note: '(18000)' is taken for the number of results"),
        messages(reading));
  }

  @Test
  void pubMedHistoryMayRunBackwards() {
    assertEquals(
        List.of(
            "1 (exp \"Melanoma\")",
            "2 (text \"il-2\" title_abstract)",
            "3 (and #1 #2 (dates publication_date \"1990\" \"2008/08/29\"))"),
        lines(
            pubmed(
                "#3\tSearch #1 AND #2 Limits: Publication Date from 1990 to 2008/08/29\n#2\tSearch"
                    + " il-2[tiab]\n#1\tSearch Melanoma[mh]")));
  }

  @Test
  void rowsWithoutNumbersReferByRank() {
    assertEquals(
        List.of("1 (text \"melanoma\")", "2 (text \"il-2*\")", "3 (and #1 #2)"),
        lines(ovid("melanoma\nil-2*\n1 and 2\n")));
  }

  @Test
  void allSlipsAreFoundInOnePass() {
    assertEquals(
        List.of(
            "s.txt:1:4: error: '(' is not closed: read as if ')' stood at the end of the line",
            "s.txt:2:10: error: ')' closes nothing: passed over",
            "s.txt:3:9: error: 'or' follows 'or': passed over",
            "s.txt:4:4: error: '\"' opens a phrase that is not closed: passed over",
            "s.txt:5:6: error: 'and' has nothing on its right: passed over"),
        messages(ovid("1. (il-2 or il2\n2. ifn.ti)\n3. a or or b\n4. \"tumor\n5. 1 and")));
    assertEquals(
        List.of(
            "s.txt:1:9: error: '[xyz]' is no field tag of PubMed: passed over. Look for the tag in"
                + " PubMed's list, such as [tiab] or [mh]"),
        messages(pubmed("melanoma[xyz]")));
    assertEquals(
        List.of("s.txt:1:1: error: there is no search text here"), messages(pubmed("  \n")));
  }
}
