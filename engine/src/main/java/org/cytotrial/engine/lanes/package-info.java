/// Several patients in one vector register: [org.cytotrial.engine.lanes.LaneStepper] takes
/// Rosenbrock steps with a generated [org.cytotrial.engine.compile.LaneKernel], each lane at its
/// own time, step and parameters. Needs `--add-modules jdk.incubator.vector`; see
/// [org.cytotrial.engine.lanes.Lanes].
package org.cytotrial.engine.lanes;
