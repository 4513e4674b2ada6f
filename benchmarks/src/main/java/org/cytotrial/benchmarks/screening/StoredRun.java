package org.cytotrial.benchmarks.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A run of ELAS u4 as stored in `baseline-elas-runs.jsonl`.
record StoredRun(String set, List<Integer> priors, double loss, double foundInTenth) {
  private static final Map<String, String> FOLDERS =
      Map.of(
          "SYNERGY/", "synergy/",
          "Cohen/", "cohen2006/",
          "Ferdinands/", "ferdinands2020/",
          "ASReview/", "other/");
  private static final Pattern LINE =
      Pattern.compile(
          "\"dataset\": \"(\\w+/)([^\"]+)\", \"model\": \"elas_u4\".*?\"prior_inc\": \\[([^]]*)]"
              + ", \"prior_exc\": \\[([^]]*)], \"loss\": ([0-9.e-]+),.*?\"rrf10\": ([0-9.e-]+)");

  static List<StoredRun> all(Path folder) throws IOException {
    List<StoredRun> runs = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("baseline-elas-runs.jsonl"))) {
      Matcher m = LINE.matcher(line);
      if (m.find()) {
        List<Integer> priors =
            Stream.of((m.group(3) + "," + m.group(4)).split(",", -1))
                .filter(s -> !s.isBlank())
                .map(s -> Integer.valueOf(s.strip()))
                .toList();
        runs.add(
            new StoredRun(
                FOLDERS.getOrDefault(m.group(1), "?") + m.group(2),
                priors,
                Double.parseDouble(m.group(5)),
                Double.parseDouble(m.group(6))));
      }
    }
    return runs;
  }
}
