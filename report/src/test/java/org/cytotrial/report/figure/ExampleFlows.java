package org.cytotrial.report.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.flow.FlowDiagram.Column;

/// Invented flow diagrams, ordinary and crowded.
final class ExampleFlows {
  private ExampleFlows() {}

  private static SequencedMap<String, Integer> counts(Object... pairs) {
    SequencedMap<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      counts.put((String) pairs[i], (Integer) pairs[i + 1]);
    }
    return counts;
  }

  private static final Column NOTHING =
      new Column(List.of(), counts("By hand", 0), 0, 0, 0, 0, 0, 0, 0, counts(), 0);

  static FlowDiagram small() {
    var databases =
        new Column(
            List.of("ClinicalTrials.gov"),
            counts("PubMed", 30, "Embase", 25, "ClinicalTrials.gov", 5),
            20,
            40,
            30,
            0,
            10,
            1,
            0,
            counts("Wrong population", 3, "No results", 2),
            4);
    return new FlowDiagram(databases, NOTHING, 3, 4, 0, 0);
  }

  static FlowDiagram crowded() {
    var databases =
        new Column(
            List.of(
                "International Clinical Trials Registry Platform of the World Health Organization"),
            counts(
                "PubMed",
                12345,
                "Embase.com",
                23456,
                "Cochrane Central Register of Controlled Trials",
                3456,
                "Web of Science Core Collection",
                9876,
                "Scopus",
                11111,
                "International Clinical Trials Registry Platform of the World Health Organization",
                432),
            30001,
            30000,
            29000,
            675,
            1000,
            40,
            12,
            counts(
                "Wrong population: no patients with an invented disease, or fewer than half of"
                    + " them",
                400,
                "Wrong intervention",
                200,
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                100,
                "Duplicate report without new data",
                48),
            200);
    var others =
        new Column(
            List.of(),
            counts("Citation searching", 321, "Websites & organisations <all>", 7),
            28,
            300,
            250,
            0,
            50,
            3,
            0,
            counts("Wrong outcome", 40),
            7);
    return new FlowDiagram(databases, others, 180, 207, 3, 12);
  }
}
