package org.cytotrial.evidence.synthesis;

/// What a named person judged, and why. The program never makes one.
///
/// @param subject a study, or a pooled result
/// @param instrument `RoB 2`, `ROBINS-I`, `JBI single arm` or `GRADE`
/// @param date as the person wrote it; may be empty
public record Judgement(
    String subject,
    String instrument,
    String domain,
    String verdict,
    String reason,
    String by,
    String date) {}
