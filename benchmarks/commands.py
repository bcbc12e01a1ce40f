"""What a reader waits for: the command's start, and a check."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Row, median

ROOT = Path(__file__).parents[1]
COMMAND = str(Path(sys.executable).with_name("d2lcode"))
EXERCISE = "regression/normalise"


def start_up():
    """How long `d2lcode --help` takes."""
    run = lambda: _command("--help", cwd=ROOT)  # noqa: E731
    run()
    note = "median of 7 processes"
    return [Row("d2lcode --help", median(run, 7), "s", note=note)]


def _command(*arguments, cwd):
    return subprocess.run(
        [COMMAND, *arguments], cwd=cwd, capture_output=True, check=True
    )


def solved_copy(folder):
    """A book of one topic in which the exercise is solved; its answer."""
    topic, name = EXERCISE.split("/")
    for part in ("exercises", "solutions", "tests/exercises"):
        shutil.copytree(ROOT / part / topic, folder / part / topic)
    answer = folder / "exercises" / topic / f"{name}.py"
    solution = folder / "solutions" / topic / f"{name}.py"
    shutil.copyfile(solution, answer)
    return answer


def check_cold():
    """`d2lcode check` of a solved exercise, from nothing."""
    with TemporaryDirectory() as name:
        solved_copy(Path(name))
        run = lambda: _command("check", EXERCISE, cwd=name)  # noqa: E731
        seconds = median(run, 5)
        spent = statistics.median(processor_time(run) for _ in range(5))
    note = "a solved exercise, median of 5 processes"
    what = f"d2lcode check {EXERCISE}, cold"
    return [
        Row(what, seconds, "s", 4.0, note),
        Row(f"{what}, processor", spent, "s", 4.0, note),
    ]


def processor_time(function):
    """The seconds of processor time of the children that a call starts."""
    before = os.times()
    function()
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def check_warm():
    """From saving the file to the result, with `d2lcode watch` running."""
    from d2lcode.grading import catalogue
    from d2lcode.grading.watch import Watch

    with TemporaryDirectory() as name:
        root = Path(name).resolve()
        answer = solved_copy(root)
        exercises = {EXERCISE: catalogue.find(root)[EXERCISE]}
        watching = Watch(root, exercises, None, lambda result: None)
        watching.start()
        try:
            times = sorted(_save(watching, answer, n) for n in range(5))
        finally:
            watching.stop()
    note = "from save to result, median of 5"
    what = f"d2lcode watch {EXERCISE}, warm"
    return [Row(what, times[2], "s", 1.0, note)]


def _save(watching, answer, number):
    watching.spares.wait_until_ready()
    with answer.open("a", encoding="utf-8") as file:
        file.write(f"# saved {number}\n")
    start = time.perf_counter()
    while not (results := watching.step(timeout=10)):
        continue
    seconds = time.perf_counter() - start
    assert all(outcome.status == "passed" for outcome in results[0].outcomes)
    return seconds
