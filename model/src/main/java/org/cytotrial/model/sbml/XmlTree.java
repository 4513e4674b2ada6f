package org.cytotrial.model.sbml;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cytotrial.model.network.ModelFormatException;
import org.cytotrial.model.network.ModelFormatException.Problem;

/// Streams a document into [XmlElement]s. Document type declarations are refused, so neither entity
/// bombs nor external entities can be written.
final class XmlTree {
  private static final int DEEPEST = 1000;
  private static final Set<String> SKIPPED = Set.of("notes", "annotation");

  private final String file;
  private final XMLStreamReader xml;
  private final Deque<Open> open = new ArrayDeque<>();

  /// A start tag whose end tag is still to come.
  private record Open(
      String name,
      Map<String, String> attributes,
      List<String> packages,
      int line,
      int column,
      List<XmlElement> children,
      StringBuilder text) {
    XmlElement close() {
      return new XmlElement(
          name, attributes, packages, children, text.toString().strip(), line, column);
    }
  }

  private XmlTree(String file, XMLStreamReader xml) {
    this.file = file;
    this.xml = xml;
  }

  /// Reads the whole document.
  ///
  /// @throws ModelFormatException if it is not well-formed XML, or declares a document type
  static XmlElement read(String file, InputStream in) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // the platform's limit of 100 levels is too low for long formulas; ours is DEEPEST
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        return new XmlTree(file, xml).document();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw notWellFormed(file, e);
    }
  }

  private XmlElement document() throws XMLStreamException {
    Location before = xml.getLocation();
    int line = before.getLineNumber();
    int column = before.getColumnNumber();
    while (xml.hasNext()) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.DTD ->
            throw problem(
                "A document type declaration is not allowed in SBML. Remove the <!DOCTYPE ...>"
                    + " part.");
        case XMLStreamConstants.START_ELEMENT -> start(line, column);
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement element = open.pop().close();
          if (open.isEmpty()) {
            return element;
          }
          open.element().children().add(element);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
        default -> {} // comments and processing instructions say nothing
      }
      line = xml.getLocation().getLineNumber();
      // after text the JDK's reader has already taken the '<'
      boolean isText = event == XMLStreamConstants.CHARACTERS;
      column = xml.getLocation().getColumnNumber() - (isText ? 1 : 0);
    }
    throw problem("The document has no element.");
  }

  private void start(int line, int column) throws XMLStreamException {
    String name = xml.getLocalName();
    if (!open.isEmpty() && (SKIPPED.contains(name) || !isCore(xml.getNamespaceURI()))) {
      skip();
      return;
    }
    if (open.size() >= DEEPEST) {
      throw problem("Elements nest deeper than " + DEEPEST + ".");
    }
    if (name.equals("sep") && !open.isEmpty()) {
      open.element().text().append(' '); // the two parts of a number stay apart
    }
    var attributes = new HashMap<String, String>();
    var packages = new ArrayList<String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String space = xml.getAttributeNamespace(i);
      if (space == null || space.isEmpty()) {
        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      } else if (xml.getAttributeLocalName(i).equals("required")
          && xml.getAttributeValue(i).equals("true")) {
        packages.add(xml.getAttributePrefix(i));
      }
    }
    open.push(
        new Open(name, attributes, packages, line, column, new ArrayList<>(), new StringBuilder()));
  }

  private void text() {
    if (!open.isEmpty()) {
      open.element().text().append(xml.getText());
    }
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /// Whether a namespace is SBML's own, or MathML's; packages have others.
  private static boolean isCore(String namespace) {
    return namespace == null
        || namespace.isEmpty()
        || namespace.equals("http://www.w3.org/1998/Math/MathML")
        || namespace.startsWith("http://www.sbml.org/sbml/level2")
        || (namespace.startsWith("http://www.sbml.org/sbml/level3") && namespace.endsWith("/core"));
  }

  private ModelFormatException problem(String message) {
    Location at = xml.getLocation();
    return new ModelFormatException(
        List.of(new Problem(file, at.getLineNumber(), at.getColumnNumber(), message)));
  }

  private static ModelFormatException notWellFormed(String file, XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int from = message.indexOf("Message: ");
    String why = from < 0 ? message : message.substring(from + "Message: ".length());
    Location at = e.getLocation();
    var problem =
        new Problem(
            file,
            at == null ? 0 : at.getLineNumber(),
            at == null ? 0 : at.getColumnNumber(),
            "The file is not well-formed XML: " + why);
    var refusal = new ModelFormatException(List.of(problem));
    refusal.initCause(e);
    return refusal;
  }
}
