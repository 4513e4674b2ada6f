package org.cytotrial.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.report.html.HtmlPage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every figure in a headless browser, in a window of 1280 pixels and on A4: no text lies over
/// another, none is cut, and each figure stands on one page of paper.
///
/// The browser's own boxes of the texts are compared by a script in the page, which writes what it
/// finds into the page. With `-Dcytotrial.screenshots=true` pictures of all lie in
/// `target/figures`.
class FiguresInChromiumTest {
  /// A4 less the margins of a centimetre that browsers print with, in pixels of CSS.
  private static final int PAPER_WIDTH = 718;

  private static final Path FOLDER = Path.of("target/figures");
  private static final Pattern FINDING = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page[^s]");

  /// Texts that overlap by more than a pixel, or reach out of their picture. The boxes are made
  /// lower than the line by what letters do not fill.
  private static final String SCRIPT =
      """
      <script>
      const found = [];
      let texts = 0;
      for (const svg of document.querySelectorAll('svg')) {
        const name = svg.parentNode.id;
        const frame = svg.getBoundingClientRect();
        const scale = frame.width / svg.viewBox.baseVal.width;
        const boxes = [...svg.querySelectorAll('text')].map(text => {
          const box = text.getBoundingClientRect();
          const less = 3 * scale;
          const upwards = text.hasAttribute('transform');
          return { words: text.textContent,
            left: box.left + (upwards ? less : 0), right: box.right - (upwards ? less : 0),
            top: box.top + (upwards ? 0 : less), bottom: box.bottom - (upwards ? 0 : less) };
        });
        texts += boxes.length;
        boxes.forEach((a, i) => {
          if (a.left < frame.left || a.right > frame.right || a.top < frame.top || a.bottom > frame.bottom)
            found.push(name + ': cut: ' + a.words);
          if (frame.right > document.documentElement.clientWidth)
            found.push(name + ': wider than the window');
          if (a.words.endsWith('\\u2026'))
            found.push(name + ': shortened: ' + a.words);
          for (const b of boxes.slice(i + 1))
            if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
              found.push(name + ': over each other: ' + a.words + ' | ' + b.words);
        });
      }
      const pre = document.createElement('pre');
      pre.textContent = '{{' + texts + ' texts}}' + found.map(text => '{{' + text + '}}').join('');
      document.body.append(pre);
      </script>
      """;

  private static Optional<Chromium> chromium = Optional.empty();
  private static Map<String, String> figures = Map.of();

  @BeforeAll
  static void find() throws IOException {
    Files.createDirectories(FOLDER);
    Files.deleteIfExists(FOLDER.resolve("chromium.txt"));
    chromium = Chromium.find(FOLDER);
    figures = new LinkedHashMap<>(ExampleReviewFigures.all());
    figures.putAll(ExampleFigures.all());
  }

  private static Chromium browser() throws IOException {
    if (chromium.isEmpty()) {
      report("not measured: no chromium or google-chrome on this machine's PATH");
    }
    Assumptions.assumeTrue(
        chromium.isPresent(), "skipped: no chromium or google-chrome on this machine's PATH");
    return chromium.orElseThrow();
  }

  @Test
  void noTextOverlapsOrIsCutInAWindowOf1280Pixels() throws IOException {
    assertClean("1280px", browser().dom(page("screen.html", figures, SCRIPT), 1280, 900));
    if (Boolean.getBoolean("cytotrial.screenshots")) {
      for (String name : figures.keySet()) {
        Path alone = page("screen.html", Map.of(name, figures.get(name)), "");
        browser().screenshot(alone, 1280, 1400, FOLDER.resolve(name + ".png"));
      }
    }
  }

  @Test
  void noTextOverlapsOrIsCutAtTheWidthOfA4() throws IOException {
    assertClean("a4", browser().dom(page("paper.html", figures, SCRIPT), PAPER_WIDTH, 900));
  }

  /// The script that measures does find what is wrong.
  @Test
  void textsOverEachOtherOrCutAreFound() throws IOException {
    String svg =
        new Svg(100, 50, "t", "d")
            .text(4, 20, "one", Svg.Lettering.START)
            .text(8, 22, "two", Svg.Lettering.START)
            .text(80, 45, "three", Svg.Lettering.START)
            .finish();
    List<String> found =
        findings(browser().dom(page("wrong.html", Map.of("x", svg), SCRIPT), 1280, 900));
    assertEquals(List.of("3 texts", "x: over each other: one | two", "x: cut: three"), found);
  }

  /// A figure that did not fit would spill onto a further page.
  @Test
  void everyFigureStandsOnOnePageOfA4() throws IOException {
    Path printed = FOLDER.resolve("paper.pdf");
    browser()
        .print(
            page(
                "print.html",
                figures,
                "<style>@page { size: A4; } figure { break-before: page; }</style>"),
            printed);
    String pdf = Files.readString(printed, StandardCharsets.ISO_8859_1);
    long pages = PDF_PAGE.matcher(pdf).results().count();
    boolean held = pages == figures.size() + 1;
    report(
        "bar figures_pages ours=%d pages of A4 after the title target=%d %s"
            .formatted(pages - 1, figures.size(), held ? "held" : "short"));
    assertEquals(figures.size() + 1, pages);
  }

  /// All figures on a page of the kind reports are, with an addition at its end. The page's policy,
  /// which forbids scripts, gives way for the one that measures.
  private static Path page(String file, Map<String, String> shown, String addition)
      throws IOException {
    HtmlPage page = new HtmlPage("Figures");
    shown.forEach((name, svg) -> page.figure(svg, name));
    String html = page.html().replaceAll("<meta http-equiv=[^>]*>", "");
    for (String name : shown.keySet()) {
      html = html.replaceFirst("<figure>", "<figure id=\"" + name + "\">");
    }
    return Files.writeString(FOLDER.resolve(file), html.replace("</body>", addition + "</body>"));
  }

  private static void assertClean(String where, String dom) throws IOException {
    List<String> found = findings(dom);
    String texts = found.removeFirst();
    report(
        "bar figures_%s ours=%d target=0 texts over each other or cut %s (%d figures, %s)"
            .formatted(
                where, found.size(), found.isEmpty() ? "held" : "short", figures.size(), texts));
    assertEquals(List.of(), found.stream().distinct().limit(20).toList());
  }

  /// What the script wrote: how many texts there are, then what is wrong.
  private static List<String> findings(String dom) {
    int written = dom.lastIndexOf("<pre>");
    assertTrue(written > 0, "the script in the page did not run");
    List<String> found = new ArrayList<>();
    Matcher matcher = FINDING.matcher(dom.substring(written));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static void report(String line) throws IOException {
    Path file = FOLDER.resolve("chromium.txt");
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, before + line + "\n");
  }
}
