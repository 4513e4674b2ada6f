package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `meta`: figures of the BCG trials as metafor 3.8-1 has them, the shape of the JSON, and every
/// kind of bad table.
class MetaCommandTest {
  // Colditz et al. 1994, doi:10.1001/jama.1994.03510330076038.
  private static final String BCG =
      """
      study,tpos,tneg,cpos,cneg,ablat,alloc
      Aronson,4,119,11,128,44,random
      Ferguson,6,300,29,274,55,random
      Rosenthal,3,228,11,209,42,random
      Hart,62,13536,248,12619,52,random
      Frimodt-Moller,33,5036,47,5761,13,alternate
      Stein,180,1361,372,1079,44,alternate
      Vandiviere,8,2537,10,619,19,random
      TPT Madras,505,87886,499,87892,13,random
      Coetzee,29,7470,45,7232,27,random
      Rosenthal 61,17,1699,65,1600,42,systematic
      Comstock 74,186,50448,141,27197,18,systematic
      Comstock 69,5,2493,3,2338,33,systematic
      Comstock 76,27,16886,29,17825,33,systematic
      """;
  private static final String COLUMNS = "ai=tpos,bi=tneg,ci=cpos,di=cneg";

  @TempDir Path folder = Path.of("");

  private CommandRun run(String csv, Object... arguments) throws IOException {
    Path file = Files.writeString(folder.resolve("effects.csv"), csv);
    List<Object> all = new ArrayList<>(List.of("meta", file));
    all.addAll(Arrays.asList(arguments));
    return CommandRun.of(all.toArray());
  }

  private JsonNode json(String csv, Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--json");
    CommandRun run = run(csv, all.toArray());
    assertEquals(0, run.code(), run::err);
    return JsonMapper.shared().readTree(run.out());
  }

  private static void close(double expected, JsonNode actual) {
    assertEquals(expected, actual.asDouble(), 1e-6 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void restrictedMaximumLikelihoodWithItsChecks() throws IOException {
    JsonNode answer =
        json(
            BCG,
            "--measure",
            "OR",
            "--columns",
            COLUMNS,
            "--bias",
            "--leave-one-out",
            "--cumulative");
    assertEquals(13, answer.get("k").asInt());
    close(-0.745177770843775, answer.get("estimate"));
    close(0.18602791275141, answer.get("se"));
    close(0.337772033113244, answer.get("tau2"));
    close(-1.9412030031425, answer.get("pi").get(0));
    close(92.0726912932825, answer.get("I2"));
    close(163.1649151808, answer.get("QE"));
    close(Math.exp(-0.745177770843775), answer.at("/back/estimate"));
    assertEquals("exp", answer.at("/back/scale").asString());
    close(-1.50695069669431, answer.at("/egger/statistic"));
    close(0.0256410256410256, answer.at("/begg/tau"));
    assertEquals(13, answer.get("leave_one_out").size());
    assertEquals(13, answer.get("cumulative").size());
    assertTrue(answer.get("coefficients").isNull());
    assertTrue(answer.get("df").isNull());
    assertEquals(
        100,
        answer.get("studies").valueStream().mapToDouble(s -> s.get("weight").asDouble()).sum(),
        1e-9);
  }

  @Test
  void moderatorsOfNumbersAndWords() throws IOException {
    JsonNode answer =
        json(
            BCG,
            "--measure",
            "RR",
            "--method",
            "DL",
            "--columns",
            COLUMNS,
            "--mods",
            "ablat,alloc");
    assertEquals("intrcpt", answer.at("/coefficients/0/name").asString());
    assertEquals("ablat", answer.at("/coefficients/1/name").asString());
    assertEquals("allocrandom", answer.at("/coefficients/2/name").asString());
    assertEquals("allocsystematic", answer.at("/coefficients/3/name").asString());
    assertTrue(answer.get("estimate").isNull());
    assertTrue(answer.get("QM").asDouble() > 0);
  }

  @Test
  void tablesTakenTogether() throws IOException {
    JsonNode mantel = json(BCG, "--measure", "OR", "--method", "MH", "--columns", COLUMNS);
    close(-0.473410988388585, mantel.get("estimate"));
    close(136.162976744635, mantel.get("CMH"));
    assertTrue(mantel.get("tau2").isNull());
    JsonNode peto = json(BCG, "--measure", "OR", "--method", "Peto", "--columns", COLUMNS);
    close(-0.474446310940636, peto.get("estimate"));
    close(167.730167511489, peto.get("QE"));
  }

  @Test
  void doubleZeroStudyIsNamed() throws IOException {
    String csv = "study,ai,n1i,ci,n2i\nA,3,10,5,10\nB,0,10,0,12\nC,0,20,4,22\nD,2,30,3,31\n";
    CommandRun run = run(csv, "--measure", "OR", "--json");
    JsonNode answer = JsonMapper.shared().readTree(run.out());
    assertEquals(3, answer.get("k").asInt());
    assertEquals("B", answer.at("/skipped/0/study").asString());
    assertEquals(2, answer.at("/skipped/0/row").asInt());
    assertTrue(run.err().contains("effects.csv:4"), run::err);
    assertTrue(run.err().contains("0.5 was added"), run::err);
    assertEquals(4, json(csv, "--measure", "OR", "--keep-double-zero").get("k").asInt());
  }

  @Test
  void anArmOfNobodyIsLeftOutThoughHalvesCouldBeAdded() throws IOException {
    String csv = "study,ai,n1i,ci,n2i\nA,3,10,0,0\nB,3,10,2,11\nC,5,12,2,11\n";
    for (String method : List.of("REML", "MH")) {
      JsonNode answer = json(csv, "--measure", "RR", "--method", method, "--keep-double-zero");
      assertEquals(2, answer.get("k").asInt(), method);
      assertEquals("an arm has nobody in it", answer.at("/skipped/0/reason").asString());
    }
  }

  @Test
  void proportionsAllTheWayBack() throws IOException {
    String csv = "study,xi,ni\nA,3,10\nB,0,12\nC,9,20\nD,12,30\nE,40,41\n";
    for (String measure : List.of("PR", "PLN", "PLO", "PAS", "PFT")) {
      double back = json(csv, "--measure", measure).at("/back/estimate").asDouble();
      assertTrue(back > 0 && back < 1, measure + " " + back);
    }
    JsonNode glmm = json(csv, "--measure", "PLO", "--method", "GLMM");
    assertTrue(glmm.get("tau2").asDouble() > 0.5);
    assertEquals("ilogit", glmm.at("/back/scale").asString());
  }

  @Test
  void oneStudyAndEqualStudies() throws IOException {
    JsonNode one =
        json(
            "study,yi,vi\nA,0.3,0.04\n",
            "--measure",
            "GEN",
            "--test",
            "knha",
            "--bias",
            "--leave-one-out");
    close(0.3, one.get("estimate"));
    assertTrue(one.get("se").isNull());
    assertTrue(one.get("egger").isNull());
    assertTrue(one.get("leave_one_out").isNull());
    for (String method : List.of("EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM")) {
      JsonNode same =
          json(
              "yi,sei\n0.3,0.2\n0.3,0.2\n0.3,0.2\n",
              "--measure",
              "GEN",
              "--method",
              method,
              "--bias");
      assertEquals(0, same.get("tau2").asDouble(), method);
      close(0.3, same.get("estimate"));
      assertTrue(same.get("egger").isNull());
    }
  }

  @Test
  void rowsOfStudiesAndSelection() throws IOException {
    String csv =
        """
        district,school,yi,vi
        1,1,-0.2,0.1
        1,2,-0.1,0.1
        1,3,0.2,0.1
        2,1,0.5,0.05
        2,2,0.9,0.05
        3,1,0.1,0.02
        3,2,0.7,0.02
        """;
    JsonNode answer =
        json(
            csv,
            "--measure",
            "GEN",
            "--cluster",
            "district",
            "--arm",
            "school",
            "--selection",
            "0.025");
    assertEquals(2, answer.get("sigma2").size());
    assertEquals(2, answer.at("/selection/delta").size());
    assertTrue(answer.get("tau2").isNull());
  }

  @Test
  void forPeople() throws IOException {
    CommandRun run = run(BCG, "--measure", "RR", "--columns", COLUMNS, "--bias", "--leave-one-out");
    assertEquals(0, run.code(), run::err);
    for (String word :
        List.of(
            "TPT Madras",
            "pooled",
            "-0.7145",
            "0.4894",
            "a new study",
            "tau2 0.3132",
            "trimfill",
            "k = 13")) {
      assertTrue(run.out().contains(word), () -> word + " is not in " + run.out());
    }
  }

  private void assertRefused(CommandRun run, int code, String... words) {
    assertEquals(code, run.code(), run::err);
    for (String word : words) {
      assertTrue(run.err().contains(word), () -> "'" + word + "' is not in: " + run.err());
    }
    assertFalse(run.err().contains("\tat "), run::err);
    assertEquals("", run.out());
  }

  @Test
  void allBadNumbersInOnePass() throws IOException {
    String csv = "ai,n1i,ci,n2i\n-1,10,5,10\n-3,10,x,y\n30,10,1,10\n";
    assertRefused(
        run(csv, "--measure", "OR"),
        2,
        "effects.csv:2: 'ai' is -1",
        "effects.csv:3: 'ai' is -3",
        "effects.csv:3: 'ci' is 'x'",
        "effects.csv:3: 'n2i' is 'y'",
        "effects.csv:4: 'ai' is 30.0, more than 'n1i'");
  }

  @Test
  void aColumnOfNumbersWithAWordIsTakenAsWordsAndSaid() throws IOException {
    String csv = "yi,vi,dose\n0.1,0.2,1\n0.3,0.2,1O\n0.2,0.1,10\n0.5,0.1,1\n0.4,0.1,10\n";
    CommandRun run = run(csv, "--measure", "GEN", "--mods", "dose");
    assertTrue(run.err().contains("'dose' is taken as categories"), run::err);
    assertTrue(run.err().contains("effects.csv:3: '1O'"), run::err);
  }

  @Test
  void allMissingColumnsInOnePass() throws IOException {
    assertRefused(
        run("yi,vi\n0.1,0.2\n", "--measure", "GEN", "--mods", "dose,age"),
        2,
        "columns 'dose', 'age' are missing");
  }

  @Test
  void aSearchThatDoesNotConvergeShowsNoNumber() throws IOException {
    String[] options = {"--measure", "OR", "--columns", COLUMNS, "--control", "maxiter=2"};
    for (String method : List.of("ML", "REML", "EB", "PM")) {
      List<Object> all = new ArrayList<>(Arrays.asList(options));
      all.addAll(List.of("--method", method));
      assertRefused(run(BCG, all.toArray()), 1, method + " gave no result", "maxiter");
    }
    CommandRun checks =
        run(BCG, "--measure", "OR", "--columns", COLUMNS, "--method", "DL", "--bias", "--json");
    assertEquals(0, checks.code(), checks::err);
    CommandRun stopped =
        run(
            BCG,
            "--measure",
            "RR",
            "--columns",
            COLUMNS,
            "--bias",
            "--json",
            "--control",
            "maxiter=3");
    assertEquals(0, stopped.code(), stopped::err);
    JsonNode answer = JsonMapper.shared().readTree(stopped.out());
    assertTrue(answer.get("egger_mixed").isNull(), answer.get("egger_mixed")::toString);
    assertTrue(stopped.err().contains("egger_mixed: Fisher scoring"), stopped::err);
  }

  @Test
  void controlThatMeansNothing() throws IOException {
    for (String control : List.of("threshold=x", "steps=3", "stepadj=2", "maxiter=1.5", "tol=0")) {
      assertRefused(
          run(BCG, "--measure", "OR", "--columns", COLUMNS, "--control", control), 2, "--control");
    }
  }

  @Test
  void wordsWhereANumberIsExpected() throws IOException {
    assertRefused(
        run("yi,vi\n0.1,0.2\nhigh,0.2\n", "--measure", "GEN"), 2, "effects.csv:3", "'high'");
  }

  @Test
  void unknownMeasureMethodColumn() throws IOException {
    assertRefused(run(BCG, "--measure", "HR"), 2, "'HR'", "ROM");
    assertRefused(run(BCG, "--measure", "OR", "--method", "XX"), 2, "'XX'", "REML");
    assertRefused(run(BCG, "--measure", "OR"), 2, "effects.csv:1", "ai", "--columns");
    assertRefused(
        run(BCG, "--measure", "OR", "--columns", COLUMNS, "--mods", "age"), 2, "'age'", "ablat");
    assertRefused(run(BCG, "--measure", "RR", "--columns", COLUMNS, "--method", "Peto"), 2, "Peto");
  }

  @Test
  void moderatorsThatDetermineOneAnother() throws IOException {
    String csv = "yi,vi,a,b\n0.1,0.2,1,2\n0.3,0.2,2,4\n0.2,0.1,3,6\n0.5,0.1,4,8\n";
    assertRefused(run(csv, "--measure", "GEN", "--mods", "a,b"), 1, "REML gave no result");
  }

  @Test
  void zeroVariancesAreLeftOut() throws IOException {
    JsonNode answer = json("yi,vi\n0.1,0.2\n0.3,0\n0.2,\n0.2,0.1\n", "--measure", "GEN");
    assertEquals(2, answer.get("k").asInt());
    assertEquals(2, answer.get("skipped").size());
    assertRefused(run("yi,vi\n0.3,0\n", "--measure", "GEN"), 2, "no study can be pooled");
  }

  @Test
  void groupsOfOneHaveNoStandardizedDifference() throws IOException {
    String csv = "m1i,sd1i,n1i,m2i,sd2i,n2i\n5,1,1,4,1,1\n5,1,20,4,1.2,21\n6,1,30,4,1.1,28\n";
    JsonNode answer = json(csv, "--measure", "SMD");
    assertEquals(2, answer.get("k").asInt());
    assertEquals(1, answer.at("/skipped/0/row").asInt());
  }
}
