package org.cytotrial.simulation.regimen;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.patient.TestPatients;
import org.cytotrial.simulation.regimen.Played.Completed;
import org.cytotrial.simulation.regimen.Series.Operation;
import org.junit.jupiter.api.Test;

/// Kirschner & Panetta 1998 (doi:10.1007/s002850050127): transferred effector cells kill all but a
/// trace of the tumour. At a loose tolerance the trace may come out below zero, from where the
/// tumour equation runs away; at a tighter one the tumour comes back.
class RetryTest {
  @Test
  void aRunThatFailsAtALooseToleranceIsBegunAgainAtATighterOne() {
    CompiledModel model =
        ModelCompiler.compile(
            AntimonyReader.readText(
                """
                E' = c*T - mu2*E + p1*E*I/(g1 + I); E = 1;
                T' = r2*T*(1 - b*T) - a*E*T/(g2 + T); T = 1;
                I' = p2*E*T/(g3 + T) - mu3*I; I = 1;
                c = 0.001; mu2 = 0.03; p1 = 0.1245; g1 = 2e7; g2 = 1e5; r2 = 0.18; b = 1e-9;
                a = 1; mu3 = 10; p2 = 5; g3 = 1e3;
                """,
                "kirschner-panetta.ant"));
    var series =
        new Series(
            "cells",
            Operation.ADD,
            "E",
            Expression.parse("1e5"),
            Rational.ZERO,
            TimePattern.parse("0"),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());
    var schedule = new Schedule("transfer", List.of(series), Map.of(), Map.of());
    var loose = new RegimenPlayer(model, Tolerance.of(1e-3, 1e-6, 3));
    Played played =
        loose.play(
            TestPatients.of(model), CompiledSchedule.of(schedule, model, 1500), FollowUp.NONE);
    assertInstanceOf(Completed.class, played);
    assertTrue(loose.retries() > 0, "the loose tolerance suffices: the test tests nothing");
    assertTrue(loose.state()[model.state("T")] >= 0, "no tumour of a negative size");
  }
}
