package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cytotrial.evidence.protocol.ProtocolReader;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.junit.jupiter.api.Test;

/// Words of the search and of the criteria, marked on a terminal and left alone elsewhere.
class HighlightTest {
  private static ReviewProtocol protocol() throws IOException {
    try (InputStream in = HighlightTest.class.getResourceAsStream("review/protocol.yaml")) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ProtocolReader.read("protocol.yaml", text);
    }
  }

  @Test
  void marksWordsInTheirFormsAndInTwoWays() throws IOException {
    var highlight = new Highlight(protocol(), true);
    assertEquals(
        "Two \u001b[4;36mtrials\u001b[0m of \u001b[1;33mInterleukin-7\u001b[0m, not IL-2 for $1",
        highlight.mark("Two trials of Interleukin-7, not IL-2 for $1"));
  }

  @Test
  void leavesTextAloneWhereNobodySees() throws IOException {
    String text = "trials of interleukin-7";
    assertEquals(text, new Highlight(protocol(), false).mark(text));
  }
}
