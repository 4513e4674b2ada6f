package org.cytotrial.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureTest {
  static Stream<Map.Entry<String, String>> figures() {
    return Stream.concat(
        ExampleFigures.all().entrySet().stream(), ExampleReviewFigures.all().entrySet().stream());
  }

  /// Also leaves the pictures in target/figures, to look at.
  @ParameterizedTest
  @MethodSource("figures")
  void isWellFormedWithTitleAndDescriptionFirst(Map.Entry<String, String> figure)
      throws XMLStreamException, IOException {
    Path folder = Files.createDirectories(Path.of("target/figures"));
    Files.writeString(folder.resolve(figure.getKey() + ".svg"), figure.getValue());
    StringBuilder names = new StringBuilder();
    XMLStreamReader reader =
        XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(figure.getValue()));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        names.append(reader.getLocalName()).append(' ');
      }
    }
    assertTrue(names.toString().startsWith("svg title desc rect text "), names.toString());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void hasNoStyleNoScriptAndNoNumberThatIsNone(Map.Entry<String, String> figure) {
    assertFalse(
        figure.getValue().matches("(?s).*(<style|style=|<script|NaN|Infinity|href=\"[^#]).*"));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void isSmall(Map.Entry<String, String> figure) {
    assertTrue(figure.getValue().length() < 60_000, "characters: " + figure.getValue().length());
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Map<String, String> expected = ExampleFigures.all();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, ExampleFigures.all());
    } finally {
      Locale.setDefault(before);
    }
  }
}
