package org.cytotrial.checks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Documents stand where readers look, and lead somewhere.
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCE = Pattern.compile("(?s)```.*?```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  private static final Pattern DOI = Pattern.compile("doi:10\\.\\d{4,9}/\\S+");
  private static final Pattern PLAIN_TYPE =
      Pattern.compile("(?m)^(public )?(sealed )?(interface|enum) ");

  /// Types beside the algorithms that are none themselves, or whose paper stands elsewhere, and
  /// why.
  private static final Map<String, String> NEEDS_NO_DOI =
      Map.ofEntries(
          Map.entry("Agreement", "an estimate with its standard error"),
          Map.entry("Coefficient", "an estimate with its test"),
          Map.entry("Conflicts", "explains why MaximumEntropyWeights found no weights"),
          Map.entry("Correlation", "r and n; the transformation is a line"),
          Map.entry("CriticalValue", "tails of distributions, by Apache Commons Statistics"),
          Map.entry(
              "DualPoint", "one evaluation of the function that MaximumEntropyWeights minimises"),
          Map.entry("EffectEstimate", "two numbers"),
          Map.entry(
              "EffectiveSampleSize",
              "from a book without DOI, which its comment names with the section"),
          Map.entry("EqualTimes", "what counts as the same time"),
          Map.entry("Heterogeneity", "two numbers"),
          Map.entry("Interval", "two numbers"),
          Map.entry("PValue", "tails of distributions, by Apache Commons Statistics"),
          Map.entry("PartialLikelihood", "the function that CoxModel, which cites it, maximises"),
          Map.entry("PatientTimes", "the data of a survival model"),
          Map.entry(
              "PersonTime", "from a book without DOI, which its comment names with the chapter"),
          Map.entry("Projection", "weighted least squares, written as its formula"),
          Map.entry("RandomStream", "reads the generator that Seed starts and cites"),
          Map.entry("RatingTable", "the data of a coefficient of agreement"),
          Map.entry("RosenbrockTableau", "the shape of a coefficient table"),
          Map.entry("ControlledStepper", "the frame of the runs below"),
          Map.entry("RosenbrockStepper", "one run of the method that Rodas5P cites"),
          Map.entry("ExplicitStepper", "one run of the method that DormandPrince853 cites"),
          Map.entry("AutomaticStepper", "one run of Automatic"),
          Map.entry("StratifiedResult", "the result of methods that cite their papers"),
          Map.entry("StudyEffects", "the data of a meta-analysis"),
          Map.entry("Target", "a name and a number"),
          Map.entry("Weights", "the result of MaximumEntropyWeights"));

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    List<Path> pages = SourceTree.files(".md");
    assertTrue(pages.size() >= 10, "only " + pages.size() + " pages were found");
    for (Path page : pages) {
      String text = FENCE.matcher(SourceTree.read(page)).replaceAll("");
      LINK.matcher(text)
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.matches("[a-z]+:.*"))
          .filter(link -> !leadsSomewhere(page, link))
          .forEach(link -> broken.add(SourceTree.name(page) + ": " + link));
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyModuleSaysWhatItIsFor() {
    List<Path> modules = SourceTree.files("src/main/java/module-info.java");
    assertTrue(modules.size() >= 7, "only " + modules.size() + " modules were found");
    assertEquals(
        List.of(),
        modules.stream()
            .filter(m -> !SourceTree.read(m).matches("(?s)/// \\p{Lu}.{20,}?[.]\\R.*"))
            .map(SourceTree::name)
            .toList(),
        "the first line of module-info.java is its purpose, one /// sentence");
  }

  @Test
  void everyPackageSaysWhatItHolds() {
    var missing = new TreeSet<String>();
    for (Path source : SourceTree.mainSources()) {
      Path doc = source.resolveSibling("package-info.java");
      if (!Files.exists(doc) || !SourceTree.read(doc).startsWith("///")) {
        missing.add(SourceTree.name(doc));
      }
    }
    assertEquals(List.of(), List.copyOf(missing));
  }

  @Test
  void everyAlgorithmNamesItsPaper() {
    List<Path> methods =
        SourceTree.mainSources().stream()
            .filter(f -> SourceTree.name(f).matches("(engine/.*/solver|statistics)/.*"))
            .toList();
    assertTrue(methods.size() >= 15, "only " + methods.size() + " files were found");
    assertEquals(
        List.of(),
        methods.stream()
            .filter(f -> !NEEDS_NO_DOI.containsKey(typeIn(f)))
            .filter(f -> !PLAIN_TYPE.matcher(SourceTree.read(f)).find())
            .filter(f -> !DOI.matcher(SourceTree.read(f)).find())
            .map(SourceTree::name)
            .toList(),
        "give the DOI of the paper in the comment of the class");
  }

  @Test
  void theCountsOfTheModelPageAreThoseOfTheLedger() {
    Path ledger =
        SourceTree.root().resolve("library/src/main/resources/org/cytotrial/library/ledger.csv");
    Map<String, Long> tags =
        SourceTree.read(ledger)
            .lines()
            .skip(1)
            .collect(groupingBy(row -> row.substring(row.lastIndexOf(',') + 1), counting()));
    String page = SourceTree.read(SourceTree.root().resolve("docs/model.md"));
    long all = tags.values().stream().mapToLong(n -> n).sum();
    assertTrue(page.contains("| all | " + all + " |"), () -> "the ledger has " + all + " rows");
    tags.forEach((tag, n) ->
        assertTrue(
            page.contains("| " + tag + " | " + n + " |"),
            () -> "the ledger has " + n + " rows tagged " + tag));
  }

  private static String typeIn(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  private static boolean leadsSomewhere(Path page, String link) {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  /// Headings as GitHub names them: lower case, hyphens for spaces, no other punctuation.
  private static List<String> anchors(Path page) {
    return HEADING
        .matcher(FENCE.matcher(SourceTree.read(page)).replaceAll(""))
        .results()
        .map(h -> h.group(1).toLowerCase(Locale.ROOT))
        .map(h -> h.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
