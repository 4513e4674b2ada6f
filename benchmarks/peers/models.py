"""Simulates SBML models with libRoadRunner and COPASI, for comparison.

Reads lines `PATH UNTIL POINTS RTOL ATOL REPEATS` from standard input and answers each with one line of JSON:
{"roadrunner": {"median_ms": .., "species": {id: last concentration}}, "copasi": {..}}; a peer that cannot take the
model answers {"error": ".."}. What is timed is reset and simulation, warm, with all rows in memory.
"""
import json
import statistics
import sys
import time

try:
    import roadrunner
    roadrunner.Logger.setLevel(roadrunner.Logger.LOG_CRITICAL)
except ImportError:
    roadrunner = None
try:
    import COPASI
except ImportError:
    COPASI = None


def median_ms(run, repeats):
    run()
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        run()
        times.append(1e3 * (time.perf_counter() - begin))
    return statistics.median(times)


def with_roadrunner(path, until, points, rtol, atol, repeats):
    runner = roadrunner.RoadRunner(path)
    runner.setIntegrator("cvode")
    runner.getIntegrator().setValue("relative_tolerance", rtol)
    runner.getIntegrator().setValue("absolute_tolerance", atol)
    runner.getIntegrator().setValue("maximum_num_steps", 1000000)
    ids = list(runner.model.getFloatingSpeciesIds())
    runner.timeCourseSelections = ["time"] + ["[%s]" % i for i in ids]
    result = {}

    def run():
        runner.reset()
        result["rows"] = runner.simulate(0, until, points)

    median = median_ms(run, repeats)
    return {"median_ms": median, "species": dict(zip(ids, map(float, result["rows"][-1][1:])))}


def with_copasi(path, until, points, rtol, atol, repeats):
    root = COPASI.CRootContainer.addDatamodel()
    try:
        if not root.importSBML(path):
            raise RuntimeError("the import failed")
        task = root.getTask("Time-Course")
        task.setMethodType(COPASI.CTaskEnum.Method_deterministic)
        problem = task.getProblem()
        problem.setDuration(until)
        problem.setStepNumber(points - 1)
        problem.setTimeSeriesRequested(True)
        method = task.getMethod()
        method.getParameter("Relative Tolerance").setDblValue(rtol)
        method.getParameter("Absolute Tolerance").setDblValue(atol)
        method.getParameter("Max Internal Steps").setUIntValue(1000000)

        def run():
            if not task.process(True):
                raise RuntimeError(task.getProcessError())

        median = median_ms(run, repeats)
        series = task.getTimeSeries()
        last = series.getRecordedSteps() - 1
        species = {}
        for column in range(1, series.getNumVariables()):
            species[series.getSBMLId(column, root)] = series.getConcentrationData(last, column)
        return {"median_ms": median, "species": species}
    finally:
        COPASI.CRootContainer.removeDatamodel(root)


def attempt(peer, simulate, *arguments):
    if peer is None:
        return {"error": "not installed"}
    try:
        return simulate(*arguments)
    except Exception as e:  # the peer's own words are the answer
        return {"error": str(e).strip() or type(e).__name__}


for line in sys.stdin:
    path, until, points, rtol, atol, repeats = line.rstrip("\n").split("\t")
    arguments = (path, float(until), int(points), float(rtol), float(atol), int(repeats))
    print(
        json.dumps(
            {
                "roadrunner": attempt(roadrunner, with_roadrunner, *arguments),
                "copasi": attempt(COPASI, with_copasi, *arguments),
            }
        ),
        flush=True,
    )
