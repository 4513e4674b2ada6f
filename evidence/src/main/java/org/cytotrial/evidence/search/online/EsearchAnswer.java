package org.cytotrial.evidence.search.online;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What `esearch` says: how many records, where they are kept for fetching, and how PubMed read the
/// query.
///
/// @param warnings phrases and fields that PubMed did not find, in its words
record EsearchAnswer(
    int count, String queryKey, String webEnv, String translation, List<String> warnings) {
  private static final Set<String> WARNINGS =
      Set.of(
          "PhraseNotFound",
          "FieldNotFound",
          "PhraseIgnored",
          "QuotedPhraseNotFound",
          "OutputMessage");

  EsearchAnswer {
    warnings = List.copyOf(warnings);
  }

  /// @throws SearchException if PubMed answers with an error
  static EsearchAnswer read(String xml) {
    var found = new Found();
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && found.start(reader, depth)) {
          continue;
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      }
    } catch (XMLStreamException e) {
      throw new SearchException("PubMed's answer is no XML: " + beginning(xml), e);
    }
    return found.answer(xml);
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(100, text.length())).replaceAll("\\s+", " ");
  }

  private static final class Found {
    private int count = -1;
    private String key = "";
    private String env = "";
    private String translation = "";
    private final List<String> warnings = new ArrayList<>();

    /// Whether the element was read to its end. The count that counts is the outermost one.
    private boolean start(XMLStreamReader reader, int depth) throws XMLStreamException {
      String name = reader.getLocalName();
      if (name.equals("ERROR")) {
        throw new SearchException("PubMed refuses the query: " + reader.getElementText());
      }
      if (WARNINGS.contains(name)) {
        warnings.add(name + ": " + reader.getElementText());
        return true;
      }
      boolean top = depth == 1;
      switch (name) {
        case "Count" -> {
          String text = reader.getElementText().strip();
          count = top ? Integer.parseInt(text) : count;
        }
        case "QueryKey" -> key = reader.getElementText();
        case "WebEnv" -> env = reader.getElementText();
        case "QueryTranslation" -> translation = reader.getElementText();
        default -> {
          return false;
        }
      }
      return true;
    }

    private EsearchAnswer answer(String xml) {
      if (count < 0) {
        throw new SearchException("PubMed's answer has no count: " + beginning(xml));
      }
      return new EsearchAnswer(count, key, env, translation, warnings);
    }
  }
}
