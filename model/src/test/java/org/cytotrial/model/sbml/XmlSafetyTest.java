package org.cytotrial.model.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cytotrial.model.network.ModelFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files made to harm the reader: CWE-611 (external entities), CWE-776 (entity expansion), and
/// their cousins in SBML.
class XmlSafetyTest {
  private static final String START =
      "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" version=\"2\">\n"
          + "<model id=\"m\">\n";
  private static final String MATH = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">";

  @Test
  void externalEntityIsRefused(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "42");
    String text =
        "<!DOCTYPE sbml [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>\n"
            + START
            + "<listOfParameters><parameter id=\"p\""
            + " value=\"&x;\"/></listOfParameters></model></sbml>";
    assertTrue(refusal(text).contains("document type declaration is not allowed"), refusal(text));
  }

  @Test
  void billionLaughsAreRefused() {
    var text = new StringBuilder("<!DOCTYPE sbml [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      text.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    text.append("]>").append(START).append("<notes>&l9;</notes></model></sbml>");
    assertTrue(
        refusal(text.toString()).contains("document type declaration is not allowed"),
        refusal(text.toString()));
  }

  @Test
  void functionsThatDoubleFortyTimesAreRefused() {
    var text = new StringBuilder(START).append("<listOfFunctionDefinitions>");
    for (int i = 0; i < 40; i++) {
      String inner = i == 0 ? "<ci>x</ci>" : "<apply><ci>f" + (i - 1) + "</ci><ci>x</ci></apply>";
      text.append("<functionDefinition id=\"f" + i + "\">" + MATH)
          .append("<lambda><bvar><ci>x</ci></bvar><apply><plus/>" + inner + inner)
          .append("</apply></lambda></math></functionDefinition>\n");
    }
    text.append(
            "</listOfFunctionDefinitions><listOfParameters><parameter"
                + " id=\"p\"/></listOfParameters>")
        .append("<listOfInitialAssignments><initialAssignment symbol=\"p\">" + MATH)
        .append("<apply><ci>f39</ci><cn>1</cn></apply></math></initialAssignment>")
        .append("</listOfInitialAssignments></model></sbml>");
    assertTrue(refusal(text.toString()).contains("The formula is too large"));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    String text = START + "<listOfRules>".repeat(100_000);
    assertTrue(refusal(text).contains("nest deeper than 1000"), refusal(text));
  }

  @Test
  void brokenXmlIsRefusedWithItsLine() {
    String message = refusal(START + "<listOfSpecies>\n</model></sbml>");
    assertTrue(message.startsWith("bad.xml:4:"), message);
    assertTrue(message.contains("not well-formed"), message);
  }

  @Test
  void otherXmlIsRefused() {
    assertEquals(
        "bad.xml:1:1: <html level=\"\" version=\"\"> was found; SBML Level 2 Version 1 to 5 or"
            + " Level 3 Version 1 or 2 was expected.\n"
            + "bad.xml:1:1: There is no <model>.",
        refusal("<html/>"));
  }

  private static String refusal(String text) {
    var refused = assertThrows(ModelFormatException.class, () -> SbmlReader.parse("bad.xml", text));
    return String.valueOf(refused.getMessage());
  }
}
