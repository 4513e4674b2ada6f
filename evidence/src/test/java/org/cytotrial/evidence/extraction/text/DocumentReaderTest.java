package org.cytotrial.evidence.extraction.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
  @TempDir private Path folder;

  private DocumentText read(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    List<DocumentText> documents = DocumentReader.read(file);
    assertEquals(1, documents.size());
    return documents.getFirst();
  }

  @Test
  void jatsGivesTitleHeadingsAndParagraphsWithoutReferences() throws IOException {
    DocumentText text =
        read(
            "a.xml",
            """
            <?xml version="1.0"?>
            <article><front><article-meta><title-group><article-title>IL-2 in <italic>melanoma</italic></article-title></title-group>
            <abstract><sec><title>Results</title><p>Of 20 patients, 3 responded<xref ref-type="bibr">1</xref>.</p></sec></abstract></article-meta></front>
            <body><sec><title>Methods</title><p>Dose: 18 × 10<sup>6</sup> IU/m<sup>2</sup>.</p></sec></body>
            <back><ref-list><ref><mixed-citation>Other 1999</mixed-citation></ref></ref-list></back></article>
            """);
    assertEquals(
        "IL-2 in melanoma\n\n"
            + "Results\n\n"
            + "Of 20 patients, 3 responded.\n\n"
            + "Methods\n\n"
            + "Dose: 18 × 10^6 IU/m2.",
        text.text());
    assertEquals(List.of(), text.notices());
  }

  @Test
  void brokenEntitiesAreSaidWithTheirLineAndSurvived() throws IOException {
    DocumentText text =
        read(
            "b.xml",
            """
            <?xml version="1.0"?>
            <!DOCTYPE article [<!ENTITY lol "lol"><!ENTITY out SYSTEM "file:///etc/hostname">]>
            <article><body><p>5 &plusmn; 1 &lol; &out; A & B &#0; end.</p></body></article>
            """);
    assertEquals("5 ± 1 &lol; &out; A & B &#0; end.", text.text());
    assertEquals(4, text.notices().size(), text.notices().toString());
    assertTrue(
        text.notices().getFirst().startsWith("b.xml:3: the entity &lol;"),
        text.notices().toString());
  }

  @Test
  void whatStandsBeforeAnXmlErrorIsKept() throws IOException {
    DocumentText text = read("c.xml", "<article><body><p>One.</p><p>Two</body></article>");
    assertTrue(text.text().startsWith("One."), text.text());
    assertTrue(
        text.notices().getFirst().contains("the XML is broken here"), text.notices().toString());
  }

  @Test
  void recordsBecomeDocumentsByPmid() throws IOException {
    DocumentText text =
        read("d.nbib", "PMID- 12345\nTI  - A title\nAB  - An abstract of\n      two lines.\n\n");
    assertEquals("12345", text.name());
    assertEquals("A title\n\nAn abstract of two lines.", text.text());
  }

  @Test
  void plainTextStaysAsItIs() throws IOException {
    assertEquals("Some text.\n\nMore.\n", read("e.txt", "Some text.\n\nMore.\n").text());
  }

  @Test
  void aPdfWithoutTextIsCalledAScan() throws IOException {
    Path file = folder.resolve("scan.pdf");
    try (var pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.save(file.toFile());
    }
    var e = assertThrows(UnreadableDocumentException.class, () -> DocumentReader.read(file));
    assertEquals(
        "scan.pdf: no text on its 1 pages: it is a scan. Recognise its text first, for example with"
            + " ocrmypdf",
        e.getMessage());
  }

  @Test
  void anEncryptedPdfIsSaidToNeedItsPassword() throws IOException {
    Path file = folder.resolve("secret.pdf");
    try (var pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      pdf.save(file.toFile());
    }
    var e = assertThrows(UnreadableDocumentException.class, () -> DocumentReader.read(file));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("secret.pdf: the PDF is encrypted"),
        e.getMessage());
  }

  @Test
  void aBrokenPdfIsOneClearMessage() throws IOException {
    Path file = folder.resolve("broken.pdf");
    Files.writeString(file, "%PDF-1.7\nnothing");
    var e = assertThrows(UnreadableDocumentException.class, () -> DocumentReader.read(file));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("broken.pdf: the PDF cannot be read"),
        e.getMessage());
  }
}
