package org.cytotrial.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cytotrial.report.figure.BestResponse;
import org.cytotrial.report.figure.WaterfallFigure;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static HtmlPage example() {
    String svg =
        new WaterfallFigure(
                "Best change of tumour size, high-dose IL-2",
                List.of(
                    new WaterfallFigure.Patient(-100, BestResponse.COMPLETE_RESPONSE),
                    new WaterfallFigure.Patient(-45, BestResponse.PARTIAL_RESPONSE),
                    new WaterfallFigure.Patient(5, BestResponse.STABLE_DISEASE),
                    new WaterfallFigure.Patient(60, BestResponse.PROGRESSIVE_DISEASE)))
            .svg();
    HtmlTable table =
        new HtmlTable(
            "Responses by arm, predicted and published",
            List.of(
                HtmlTable.Column.text("Arm"),
                HtmlTable.Column.number("Patients"),
                HtmlTable.Column.number("Response, % (95 % CI)"),
                HtmlTable.Column.number("Published, %"),
                HtmlTable.Column.text("Source")),
            List.of(
                List.of(
                    "High-dose IL-2",
                    "1,000",
                    "16.2 (14.0 to 18.6)",
                    "16",
                    "Atkins 1999, doi:10.1200/JCO.1999.17.7.2105"),
                List.of(
                    "Nivolumab",
                    "1,000",
                    "38.9 (35.9 to 42.0)",
                    "40",
                    "Robert 2015, PMID 25399552")));
    return new HtmlPage("High-dose IL-2 in metastatic melanoma")
        .subtitle("A virtual trial of 1,000 patients in 2 arms")
        .section("Results")
        .note("Predictions of a model, not of a physician. <b>Nothing</b> here is advice.")
        .paragraph("Responses were read at day 84 & every 6 weeks after.")
        .table(table)
        .figure(svg, "Figure 1. Each bar is a patient.")
        .section("Assumptions")
        .subsection("Dose rules")
        .list(List.of("Doses are held at grade 3 hypotension.", "A held dose is not made up."))
        .section("Provenance")
        .definitions(
            List.of(
                new Definition("Seed", "42"), new Definition("Model", "reference, sha256 0f3a…")))
        .verbatim("cytotrial run hd-il2 --seed 42 > out.txt")
        .footer("Made by Cytotrial 0.1.0.");
  }

  /// Void elements apart, the page is also XML; it is left in target/page.html to look at.
  @Test
  void isWellFormed() throws XMLStreamException, IOException {
    String html = example().html();
    Files.writeString(Path.of("target/page.html"), html);
    assertTrue(html.startsWith("<!doctype html>\n<html lang=\"en\">\n"));
    String xml = html.replace("<!doctype html>\n", "").replaceAll("<meta([^>]*)>", "<meta$1/>");
    XMLStreamReader reader =
        XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml));
    int elements = 0;
    while (reader.hasNext()) {
      elements += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
    }
    assertTrue(elements > 60, "elements: " + elements);
  }

  @Test
  void fetchesAndRunsNothing() {
    String html = example().html();
    assertFalse(
        html.matches("(?s).*(<script|<link|<img|<iframe|src=|url\\(|@import| on[a-z]+=).*"));
    assertTrue(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"));
    assertEquals(1, html.split("<style>", -1).length - 1);
  }

  @Test
  void tablesNameTheirRowsAndColumns() {
    String html = example().html();
    assertTrue(html.contains("<caption>Responses by arm, predicted and published</caption>"));
    assertTrue(html.contains("<th scope=\"col\" class=\"number\">Patients</th>"));
    assertTrue(
        html.contains("<tr><th scope=\"row\">Nivolumab</th><td class=\"number\">1,000</td>"));
  }

  @Test
  void textIsEscapedEverywhere() {
    String evil = "<script>alert(\"1\")</script> & 'x'";
    String html =
        new HtmlPage(evil)
            .subtitle(evil)
            .section(evil)
            .subsection(evil)
            .paragraph(evil)
            .note(evil)
            .list(List.of(evil))
            .definitions(List.of(new Definition(evil, evil)))
            .verbatim(evil)
            .table(
                new HtmlTable(evil, List.of(HtmlTable.Column.text(evil)), List.of(List.of(evil))))
            .figure("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", evil)
            .footer(evil)
            .html();
    assertFalse(html.contains("<script"));
    assertFalse(html.contains("\"1\""));
  }

  @Test
  void addressesBecomeLinksWithoutTheirPunctuation() {
    assertEquals(
        "See <a"
            + " href=\"https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8&lt;857::AID-SIM777&gt;3.0.CO;2-E\">"
            + "doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;857::AID-SIM777&gt;3.0.CO;2-E</a>.",
        Prose.html("See doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E."));
    assertEquals(
        "(<a href=\"https://pubmed.ncbi.nlm.nih.gov/7884429/\">PMID 7884429</a>), <a"
            + " href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>)",
        Prose.html("(PMID 7884429), https://example.org/a?b=1&c=2)"));
    assertEquals("javascript:alert(1)", Prose.html("javascript:alert(1)"));
  }

  @Test
  void shortPagesHaveNoContents() {
    assertFalse(new HtmlPage("t").section("a").section("b").html().contains("<nav"));
    assertTrue(example().html().contains("<li><a href=\"#section-2\">Assumptions</a></li>"));
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertEquals(example().html(), example().html());
  }

  @Test
  void wrongInputsAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new HtmlTable(
                    "T", List.of(HtmlTable.Column.text("a")), List.of(List.of("1", "2"))));
    assertEquals("Row 0 of table 'T' has 2 cells for 1 columns.", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new HtmlPage("t").figure("<img>", "c"));
  }
}
