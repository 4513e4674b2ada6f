package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.library.Library;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.response.ResponseRules;
import org.cytotrial.simulation.study.RegimenCompiler;
import org.cytotrial.simulation.study.Study;
import org.cytotrial.simulation.study.StudyReader;
import org.cytotrial.simulation.trial.TrialDesign;
import org.cytotrial.simulation.trial.TrialDesign.Comparator;
import org.cytotrial.simulation.trial.TrialDesign.DesignArm;
import org.cytotrial.simulation.trial.TrialDesign.WeightTarget;
import org.cytotrial.simulation.trial.TrialResult;
import org.cytotrial.simulation.trial.VirtualTrial;

/// Trials of the reference model that are small enough for a test.
final class SmallTrials {
  private static final Library LIBRARY = Library.load();
  private static final Set<String> FITTED =
      Set.of("HDIL2_MEL_Atkins1999", "PROCLAIM_HDIL2_mel", "Davar2017_HDIL2_mel", "CM067_NIVO");

  private SmallTrials() {}

  /// High-dose IL-2, nivolumab and no treatment, as in the library's study but short.
  ///
  /// @param weighting the `weighting` part of the study, or nothing
  static TrialResult melanoma(int patients, int days, int threads, String weighting) {
    Study study =
        StudyReader.read(
            "test.yaml",
            """
            study: small
            title: High-dose IL-2, nivolumab or no treatment
            indication: metastatic melanoma
            patients: %d
            follow_up: %d days
            arms:
              - name: high-dose IL-2
                regimen:
                  - {product: aldesleukin, dose: 600000 IU/kg, route: iv, infusion: 15 min, every: 8 h, doses: 14,
                     cycles: [0 days, 14 days], hold: HD, stop_after: 3}
                published: [HDIL2_MEL_Atkins1999, PROCLAIM_HDIL2_mel, Davar2017_HDIL2_mel, Smith2008_HDIL2alone]
              - name: nivolumab
                regimen:
                  - {product: nivolumab, dose: 240 mg, route: iv, every: 14 days, doses: until the end}
                published: [CM067_NIVO, PIVOTIO001_NIVO]
              - name: no treatment
            %s
            """
                .formatted(patients, days, weighting));
    return run(study, threads);
  }

  static TrialResult run(Study study, int threads) {
    return new VirtualTrial(
            design(study),
            LIBRARY.referenceModel(),
            LIBRARY.ledger(),
            VirtualTrial.Resources.of(threads))
        .run();
  }

  private static TrialDesign design(Study study) {
    List<Schedule> schedules =
        new RegimenCompiler(LIBRARY.referenceModel(), LIBRARY.ledger(), LIBRARY::product)
            .compile(study);
    List<DesignArm> arms = new ArrayList<>();
    for (int i = 0; i < schedules.size(); i++) {
      Study.Arm arm = study.arms().get(i);
      List<Comparator> published =
          arm.published().stream()
              .map(id -> id.name())
              .map(id -> new Comparator(LIBRARY.publishedArm(id), FITTED.contains(id)))
              .toList();
      arms.add(new DesignArm(arm.name(), schedules.get(i), published));
    }
    List<WeightTarget> targets =
        study.weighting().stream()
            .map(t -> new WeightTarget(t.arm(), LIBRARY.publishedArm(t.publishedArm().name())))
            .toList();
    ResponseRules rules = ResponseRules.of(LIBRARY.ledger());
    return new TrialDesign(
        study.name(),
        study.title(),
        study.indication().name(),
        study.patients(),
        study.seed(),
        study.followUpDays(),
        rules,
        Map.of(),
        arms,
        targets);
  }
}
