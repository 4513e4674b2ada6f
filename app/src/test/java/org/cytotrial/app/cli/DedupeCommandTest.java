package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `dedupe` on records that were made up.
class DedupeCommandTest {
  private static final String CSV =
      """
      record_id,title,author,year,journal,volume,pages,doi
      a,Interleukin-7 in an invented disease of mice,"Roe, J. and Doe, J.",2015,J Invent Res,3,10-19,10.5555/one
      b,An entirely other paper about invented cytokines,"Doe, J.",2016,J Invent Res,4,1-9,
      c,Interleukin-7 in an invented disease of mice.,"Roe, Jane and Doe, John",2015,Journal of Inventive Research,3,10-9,
      d,An entirely other paper about invented cytokines,"Doe, J.",2019,Annals of Nothing,,,
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void everyRecordOnceInInputOrderWithItsReason() throws IOException {
    Path records = folder.resolve("records.csv");
    Path groups = folder.resolve("groups.csv");
    Files.writeString(records, CSV);
    CommandRun run = CommandRun.of("dedupe", records, "--out", groups);
    assertEquals(0, run.code(), run::err);
    List<String> rows = Files.readAllLines(groups);
    assertEquals("record_id,group,reason", rows.getFirst());
    assertTrue(rows.get(1).startsWith("a,1,\"as c: same title and place"), rows.get(1));
    assertEquals("b,2,no other record of this paper", rows.get(2));
    assertTrue(rows.get(3).startsWith("c,1,\"as a: "), rows.get(3));
    assertEquals(5, rows.size());
    assertTrue(run.out().contains("4 records, 3 papers, 1 duplicates"), run.out());
  }

  @Test
  void idsOfSeveralFilesDoNotClash() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    Path groups = folder.resolve("groups.csv");
    Path unsure = folder.resolve("unsure.csv");
    Files.writeString(one, CSV);
    Files.writeString(two, CSV);
    CommandRun run =
        CommandRun.of("dedupe", one, two, "--out", groups, "--unsure", unsure, "--json");
    assertEquals(0, run.code(), run::err);
    JsonNode json = JsonMapper.builder().build().readTree(run.out());
    assertEquals(8, json.get("records").asInt());
    assertEquals(3, json.get("groups").asInt());
    assertEquals("two.csv:a", Files.readAllLines(groups).get(5).split(",", -1)[0]);
    assertEquals("record_id_1,record_id_2,score,why", Files.readAllLines(unsure).getFirst());
  }

  @Test
  void wrongUseIsSaidAndNothingIsOverwritten() throws IOException {
    Path page = folder.resolve("page.ris");
    Path groups = folder.resolve("groups.csv");
    Files.writeString(page, "<!DOCTYPE html><html>Log in</html>");
    CommandRun run = CommandRun.of("dedupe", page, "--out", groups);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("a web page (HTML)"), run.err());
    assertEquals(2, CommandRun.of("dedupe", folder.resolve("none"), "--out", groups).code());
    assertEquals(2, CommandRun.of("dedupe", page, "--out", page).code());
  }
}
