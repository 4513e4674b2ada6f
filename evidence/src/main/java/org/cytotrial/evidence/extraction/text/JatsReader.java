package org.cytotrial.evidence.extraction.text;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads title, abstract and body of a JATS article: headings and paragraphs, each a paragraph of
/// the text. References, tables, figures and formulas are left out.
///
/// No document type is processed and nothing outside the file is read; broken entities are mended
/// and said, and what stands before an error that cannot be mended is kept.
final class JatsReader {
  private static final Set<String> PARAGRAPHS = Set.of("article-title", "title", "p", "caption");
  private static final Set<String> SKIPPED =
      Set.of(
          "ref-list",
          "table-wrap",
          "fig",
          "disp-formula",
          "back",
          "contrib-group",
          "aff",
          "journal-meta",
          "permissions",
          "trans-abstract",
          "fn",
          "fn-group",
          "supplementary-material",
          "kwd-group",
          "related-article",
          "product",
          "sub-article",
          "response",
          "author-notes",
          "trans-title-group",
          "funding-group",
          "counts",
          "self-uri",
          "article-categories",
          "graphic");
  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private static final Pattern DECLARATION = Pattern.compile("^\ufeff?\\s*<\\?xml[^>]*\\?>");

  private final List<String> paragraphs = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder paragraph = new StringBuilder();
  private int skipping;
  private boolean inText;

  private JatsReader() {}

  static DocumentText read(String name, byte[] bytes) {
    var mender = new EntityMender(name);
    String mended = mender.mend(new String(bytes, charset(bytes)));
    // one root for the parts of an article that some archives cut apart
    String xml = "<jats>" + DECLARATION.matcher(mended).replaceFirst("") + "</jats>";
    List<String> notices = new ArrayList<>(mender.notices());
    var reader = new JatsReader();
    try {
      XMLStreamReader events = factory().createXMLStreamReader(new StringReader(xml));
      while (events.hasNext()) {
        reader.event(events, events.next());
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      String why = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "").strip();
      notices.add(
          name
              + ":"
              + line
              + ": the XML is broken here ("
              + why
              + "); the "
              + reader.paragraphs.size()
              + " paragraphs before it were kept, what follows was not read");
    }
    reader.endParagraph();
    return new DocumentText(name, String.join("\n\n", reader.paragraphs), notices);
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length > 1 && ((bytes[0] & 0xff) == 0xfe || (bytes[0] & 0xff) == 0xff)) {
      return StandardCharsets.UTF_16;
    }
    Matcher declared =
        ENCODING.matcher(
            new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1));
    return declared.find() && Charset.isSupported(declared.group(1))
        ? Charset.forName(declared.group(1))
        : StandardCharsets.UTF_8;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private void event(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text(xml.getText());
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      default -> {}
    }
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    boolean reference =
        name.equals("xref") && "bibr".equals(xml.getAttributeValue(null, "ref-type"));
    if (skipping > 0 || SKIPPED.contains(name) || reference) {
      skipping++;
      return;
    }
    open.addLast(name);
    if (PARAGRAPHS.contains(name)) {
      endParagraph();
      inText = true;
    } else if (name.equals("sup") && paragraph.toString().endsWith("10")) {
      paragraph.append('^');
    } else if (name.equals("break")) {
      paragraph.append(' ');
    }
  }

  private void text(String text) {
    if (skipping == 0 && inText) {
      paragraph.append(text);
    }
  }

  private void end(String name) {
    if (skipping > 0) {
      skipping--;
      return;
    }
    open.pollLast();
    if (PARAGRAPHS.contains(name)) {
      endParagraph();
      inText = open.stream().anyMatch(PARAGRAPHS::contains);
    }
  }

  private void endParagraph() {
    String text = paragraph.toString().replaceAll("\\s+", " ").strip();
    if (!text.isEmpty()) {
      paragraphs.add(text);
    }
    paragraph.setLength(0);
  }
}
