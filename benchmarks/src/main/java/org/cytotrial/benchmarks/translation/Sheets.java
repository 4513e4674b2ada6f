package org.cytotrial.benchmarks.translation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The cells of an XLSX workbook, sheet by sheet: `B2` and its text.
final class Sheets implements AutoCloseable {
  private final ZipFile zip;
  private final List<String> shared = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  Sheets(Path file) throws IOException, XMLStreamException {
    zip = new ZipFile(file.toFile());
    try (InputStream in = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml"))) {
      readShared(reader(in));
    }
    try (InputStream in = zip.getInputStream(zip.getEntry("xl/workbook.xml"))) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
          names.add(xml.getAttributeValue(null, "name"));
        }
      }
    }
  }

  private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(in);
  }

  private void readShared(XMLStreamReader xml) throws XMLStreamException {
    var text = new StringBuilder();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
        text.append(xml.getElementText());
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("si")) {
        shared.add(text.toString());
        text.setLength(0);
      }
    }
  }

  /// The cells of a sheet by their address, without empty ones.
  Map<String, String> cells(String sheet) throws IOException, XMLStreamException {
    Map<String, String> cells = new LinkedHashMap<>();
    String entry = "xl/worksheets/sheet" + (names.indexOf(sheet) + 1) + ".xml";
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      XMLStreamReader xml = reader(in);
      String address = "";
      boolean isShared = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("c")) {
          address = xml.getAttributeValue(null, "r");
          isShared = "s".equals(xml.getAttributeValue(null, "t"));
        } else if (xml.getLocalName().equals("v")) {
          String value = xml.getElementText();
          cells.put(address, isShared ? shared.get(Integer.parseInt(value)) : value);
        }
      }
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
