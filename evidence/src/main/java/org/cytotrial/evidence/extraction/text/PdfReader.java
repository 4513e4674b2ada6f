package org.cytotrial.evidence.extraction.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads the text of a PDF in the order in which a person reads it: two columns one after the
/// other, paragraphs told by the space between lines.
final class PdfReader {
  private PdfReader() {}

  static DocumentText read(Path file) throws IOException {
    String name = DocumentReader.name(file);
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      List<String> paragraphs = new ArrayList<>();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PageLayout.paragraphs(words(pdf, page), paragraphs);
      }
      if (paragraphs.isEmpty()) {
        throw new UnreadableDocumentException(
            name
                + ": no text on its "
                + pdf.getNumberOfPages()
                + " pages: it is a scan. Recognise its text first, for example with ocrmypdf");
      }
      return new DocumentText(name, String.join("\n\n", paragraphs), List.of());
    } catch (InvalidPasswordException e) {
      throw new UnreadableDocumentException(
          name + ": the PDF is encrypted and needs a password. Save a copy without one", e);
    } catch (IOException e) {
      throw new UnreadableDocumentException(
          name
              + ": the PDF cannot be read ("
              + e.getMessage()
              + "). Open and save it again in a PDF program",
          e);
    }
  }

  private static List<PageLayout.Word> words(PDDocument pdf, int page) throws IOException {
    List<PageLayout.Word> words = new ArrayList<>();
    var stripper = new WordCollector(words);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.writeText(pdf, Writer.nullWriter());
    return words;
  }

  private static final class WordCollector extends PDFTextStripper {
    private final List<PageLayout.Word> words;

    WordCollector(List<PageLayout.Word> words) {
      this.words = words;
    }

    @Override
    protected void writeString(String text, List<TextPosition> places) {
      int from = 0;
      for (int i = 0; i <= places.size(); i++) {
        boolean space = i < places.size() && places.get(i).getUnicode().isBlank();
        if (i == places.size() || space) {
          add(places.subList(from, i));
          from = i + 1;
        }
      }
    }

    private void add(List<TextPosition> letters) {
      if (letters.isEmpty()) {
        return;
      }
      var text = new StringBuilder();
      letters.forEach(l -> text.append(l.getUnicode()));
      TextPosition first = letters.getFirst();
      TextPosition last = letters.getLast();
      words.add(
          new PageLayout.Word(
              text.toString(),
              first.getXDirAdj(),
              last.getXDirAdj() + last.getWidthDirAdj(),
              first.getYDirAdj(),
              first.getFontSizeInPt()));
    }
  }
}
