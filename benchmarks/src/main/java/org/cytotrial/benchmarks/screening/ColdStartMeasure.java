package org.cytotrial.benchmarks.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How much depends on the records known at the start: ten pairs of one relevant and one irrelevant
/// record a set, and the eligibility criteria instead.
///
/// The pairs were drawn once with numpy's RandomState(42), one generator a set: ten times a choice
/// among the relevant rows, then among the others.
final class ColdStartMeasure {
  private static final int ENOUGH = 15;

  private final PrintStream out;

  ColdStartMeasure(PrintStream out) {
    this.out = out;
  }

  void run(List<ScreeningSet> sets, Path criteriaFolder) throws IOException {
    Map<String, List<List<Integer>>> pairs = pairs();
    double worst = 0;
    double worstCriteria = 0;
    for (ScreeningSet set : sets) {
      if (set.relevant() >= ENOUGH && pairs.containsKey(set.name())) {
        List<Double> losses = new ArrayList<>();
        for (List<Integer> pair : pairs.getOrDefault(set.name(), List.of())) {
          losses.add(set.screen(pair, Optional.empty(), 1).loss());
        }
        losses.sort(null);
        double median = (losses.get(4) + losses.get(5)) / 2;
        worst = Math.max(worst, losses.getLast() / median);
        Optional<Double> criteria = criteriaLoss(set, criteriaFolder);
        if (criteria.isPresent()) {
          worstCriteria = Math.max(worstCriteria, criteria.get() / median);
        }
        out.printf(
            Locale.ROOT,
            "%-34s pairs: best=%.4f median=%.4f worst=%.4f worst/median=%.2f%s%n",
            set.name(),
            losses.getFirst(),
            median,
            losses.getLast(),
            losses.getLast() / median,
            criteria.map(c -> " criteria=%.4f ratio=%.2f".formatted(c, c / median)).orElse(""));
      }
    }
    var bar = new Bar(out);
    bar.atMost("worst_pair_to_median", worst, "peer=not run", 1.5);
    bar.atMost("criteria_to_median_pair", worstCriteria, "peer=none", 1.0);
  }

  private static Optional<Double> criteriaLoss(ScreeningSet set, Path folder) throws IOException {
    String name = set.name().substring(set.name().indexOf('/') + 1);
    Path file = folder.resolve(name + ".txt");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(set.screen(List.of(), Optional.of(Files.readString(file)), 1).loss());
  }

  static Map<String, List<List<Integer>>> pairs() throws IOException {
    Map<String, List<List<Integer>>> pairs = new HashMap<>();
    try (InputStream in = ColdStartMeasure.class.getResourceAsStream("cold-start-pairs.csv")) {
      if (in == null) {
        throw new IOException("cold-start-pairs.csv is not in the jar");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line : reader.lines().skip(1).toList()) {
        String[] cells = line.split(",", -1);
        pairs
            .computeIfAbsent(cells[0], _ -> new ArrayList<>())
            .add(List.of(Integer.valueOf(cells[2]), Integer.valueOf(cells[3])));
      }
    }
    return pairs;
  }
}
