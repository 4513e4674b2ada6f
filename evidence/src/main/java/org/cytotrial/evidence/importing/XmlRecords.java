package org.cytotrial.evidence.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BiFunction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Streams the records of an XML file. Document types and entities are not resolved: nothing
/// outside the file is ever read.
final class XmlRecords {
  private final Set<String> elements;
  private final BiFunction<XmlRecord, Long, RecordDraft> draft;
  private final Deque<XmlRecord> open = new ArrayDeque<>();
  private int begin;
  private long line;

  XmlRecords(Set<String> elements, BiFunction<XmlRecord, Long, RecordDraft> draft) {
    this.elements = elements;
    this.draft = draft;
  }

  void read(ImportSession session) {
    var text = new RememberingReader(session.reader());
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(text);
      while (xml.hasNext()) {
        event(xml, xml.next(), text, session);
      }
    } catch (XMLStreamException e) {
      long at = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      String why = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
      session.notice(
          at,
          "the XML is broken here ("
              + RecordDraft.tidy(why)
              + "); the "
              + session.records()
              + " records before it were kept, what follows was not read");
    }
    if (text.replaced() > 0) {
      session.notice(
          1, text.replaced() + " control characters that XML forbids were read as spaces");
    }
  }

  private void event(
      XMLStreamReader xml, int event, RememberingReader text, ImportSession session) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (!open.isEmpty()) {
          open.getLast().add(xml.getText());
        }
      }
      case XMLStreamConstants.ENTITY_REFERENCE ->
          session.notice(
              xml.getLocation().getLineNumber(),
              "the entity &" + xml.getLocalName() + "; is not resolved; it was left out");
      case XMLStreamConstants.END_ELEMENT -> {
        if (!open.isEmpty()) {
          XmlRecord done = open.removeLast();
          if (open.isEmpty()) {
            RecordDraft record = draft.apply(done, line);
            int end = xml.getLocation().getCharacterOffset();
            record.original.append(text.take(done.name, begin, end));
            session.emit(record);
          }
        }
      }
      default -> {}
    }
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    if (open.isEmpty() && !elements.contains(name)) {
      return;
    }
    if (open.isEmpty()) {
      begin = xml.getLocation().getCharacterOffset();
      line = xml.getLocation().getLineNumber();
    }
    var element = new XmlRecord(name);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      element.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    if (!open.isEmpty()) {
      open.getLast().add(element);
    }
    open.addLast(element);
  }
}
