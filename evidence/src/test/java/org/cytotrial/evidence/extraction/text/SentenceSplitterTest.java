package org.cytotrial.evidence.extraction.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
  private static List<String> sentences(String text) {
    return SentenceSplitter.split(text).stream().map(Sentence::text).toList();
  }

  @Test
  void fullStopsOfNumbersAndAbbreviationsEndNoSentence() {
    assertEquals(
        List.of("It was 0. 92 (P <. 001) vs. 1.2 i.v. doses.", "Then all ended."),
        sentences("It was 0. 92 (P <. 001) vs. 1.2 i.v. doses. Then all ended."));
  }

  @Test
  void gluedHeadingsAreCutOut() {
    List<Sentence> found =
        SentenceSplitter.split(
            "A title\n\nIt is so in NSCLC.MethodsA total of 20 came.ResultsAll left.");
    assertEquals(
        List.of("A title", "It is so in NSCLC.", "A total of 20 came.", "All left."),
        found.stream().map(Sentence::text).toList());
    assertEquals(Section.RESULTS, found.getLast().section());
  }

  @Test
  void aHeadingThatIsAParagraphOfItsOwnIsSkippedWithWhatFollowsKept() {
    assertEquals(
        List.of("Twenty came.", "All left."),
        sentences("Methods:\n\nTwenty came.\n\nResults\n\nAll left."));
    assertEquals(List.of(), sentences("Results:\n\nMethods:\n\n"));
  }
}
