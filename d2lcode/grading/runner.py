"""Grade answers: which files, in which processes, with which outcome."""

from __future__ import annotations

import importlib.util
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from d2lcode._lazy import PIP
from d2lcode.grading.catalogue import BACKENDS, Exercise
from d2lcode.grading.process import (
    Event,
    Job,
    Limits,
    Worker,
    split_printed,
    stuck_at,
)
from d2lcode.grading.reading import read_source, wide
from d2lcode.grading.results import (
    FAILED,
    NOT_RUN,
    PASSED,
    UNSOLVED,
    Outcome,
    Result,
)
from d2lcode.grading.starters import untouched

FRAMEWORKS = {"torch": "PyTorch", "paddle": "PaddlePaddle"}
SHOWN = 4000

Task = tuple[Exercise, str, Path]


def tasks(
    exercises: Iterable[Exercise], backend: str | None = None
) -> list[Task]:
    """Choose the files to grade.

    Of an exercise that has a file for each framework, those that the
    reader has begun; when none is, one whose framework is installed.

    Args:
        exercises: which ones.
        backend: "torch" or "paddle" to grade only that variant.
    """
    return [
        (exercise, variant, exercise.starters[variant])
        for exercise in exercises
        for variant in variants(exercise, backend)
    ]


def variants(exercise: Exercise, backend: str | None) -> list[str]:
    """Choose the variants of one exercise; see `tasks`."""
    if exercise.variants == ("",):
        return [""]
    if backend:
        return [v for v in exercise.variants if v == backend]
    begun = [v for v in exercise.variants if not is_untouched(exercise, v)]
    installed = [v for v in exercise.variants if available(v)]
    return begun or (installed or list(exercise.variants))[:1]


def is_untouched(exercise: Exercise, variant: str) -> bool:
    """Tell whether the reader's file is still the starter."""
    path = exercise.starters[variant]
    return path.is_file() and untouched(read_source(path, "replace"))


def available(variant: str) -> bool:
    """Tell whether the framework of a variant is installed."""
    return not variant or importlib.util.find_spec(variant) is not None


def modules(variant: str) -> list[str]:
    """Name what a worker for this variant imports in advance."""
    return [variant] if variant in BACKENDS else []


def grade(
    exercise: Exercise,
    variant: str,
    answer: Path,
    *,
    worker: Worker | None = None,
    limits: Limits | None = None,
    only: str = "",
) -> Result:
    """Grade one answer in a process of its own.

    Args:
        exercise: what it answers.
        variant: "", "torch" or "paddle".
        answer: the file.
        worker: a process to use; left alive if the answer lets it live.
        limits: instead of the exercise's own.
        only: run just this one of the grader's tests.
    """
    began = time.monotonic()
    if only:
        exercise = replace(exercise, tests={only: exercise.tests[only]})
    limits = limits or Limits(seconds=exercise.seconds.get(variant, 30.0))
    job = Job(
        exercise.grader,
        answer,
        variant,
        limits,
        only,
        hidden=_hidden(exercise),
        kept=(exercise.home / ".d2lcode",),
    )
    if refusal := _refusal(variant, answer):
        outcomes = _all(exercise, FAILED, refusal)
    elif worker:
        outcomes = _run(exercise, job, worker)
    else:
        with Worker(exercise.home, modules(variant)) as worker:
            outcomes = _run(exercise, job, worker)
    seconds = round(time.monotonic() - began, 3)
    return Result(exercise.id, variant, str(answer), outcomes, seconds)


def _hidden(exercise: Exercise) -> tuple[Path, ...]:
    """List the folders of graders and solutions, of all topics."""
    files = exercise.grader, *exercise.solutions.values()
    return tuple(dict.fromkeys(file.parent.parent for file in files))


def _refusal(variant: str, answer: Path) -> str:
    if not answer.is_file():
        return (
            f"{answer.name} is not there. `d2lcode reset` brings the starter "
            "back."
        )
    if width := wide(answer.read_bytes()[:4]):
        return (
            f"{answer.name} is saved as {width}, which Python cannot run: "
            "save it as UTF-8."
        )
    if available(variant):
        return ""
    return (
        f"{answer.name} needs {FRAMEWORKS[variant]}, which is not installed "
        f"here: pip install {PIP[variant]}"
    )


def _all(exercise: Exercise, status: str, message: str) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(test, worth, status, message)
        for test, worth in exercise.tests.items()
    )


def _run(exercise: Exercise, job: Job, worker: Worker) -> tuple[Outcome, ...]:
    events: list[Event] = []
    trouble = worker.run(job, events.append)
    printed = worker.printed.take()
    trouble = trouble.replace("{place}", stuck_at(printed, job.answer))
    by_test = split_printed(printed)
    return tuple(
        replace(o, printed=_cut(by_test.get(o.test, "")))
        for o in _outcomes(exercise, events, trouble)
    )


def _cut(printed: str) -> str:
    """Keep the beginning of what was printed, and say how much went."""
    printed = printed.strip("\n")
    if len(printed) <= SHOWN:
        return printed
    return f"{printed[:SHOWN]}\n… cut here, of {len(printed):,} characters"


def _outcomes(
    exercise: Exercise, events: Sequence[Event], trouble: str
) -> Iterator[Outcome]:
    last = [e["test"] for e in events if e["event"] == "start"][-1:]
    for test, worth in exercise.tests.items():
        heard = [e for e in events if e.get("test") == test]
        runs = [e for e in heard if e["event"] == "test"]
        if trouble and (test in last or not last):
            yield Outcome(test, worth, FAILED, trouble)
        elif runs:
            yield _together(test, worth, runs)
        else:
            yield Outcome(test, worth, NOT_RUN, _not_run(trouble))


def _not_run(trouble: str) -> str:
    if trouble:
        return "Not run, because the answer had already been stopped."
    return "Not run: the grader ended before it came to this test."


def _together(test: str, worth: int, runs: Sequence[Event]) -> Outcome:
    """Join the runs of one test with several parameters."""
    bad = [r for r in runs if r["status"] != PASSED]
    shown = bad[0] if bad else runs[0]
    seconds = sum(r["seconds"] for r in runs)
    return Outcome(test, worth, shown["status"], shown["message"], seconds)


def grade_all(
    chosen: Sequence[Task],
    *,
    limits: Limits | None = None,
    done: Callable[[Result], None] = lambda result: None,
) -> list[Result]:
    """Grade several answers, as many at once as there are processors.

    A starter that nobody has touched is not run: there is nothing in it.

    Args:
        chosen: what to grade, in this order.
        limits: instead of the exercises' own.
        done: is told of each result as it comes.
    """

    def one(task: Task) -> Result:
        result = not_started(*task) or grade(*task, limits=limits)
        done(result)
        return result

    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        return list(pool.map(one, chosen))


def not_started(
    exercise: Exercise, variant: str, answer: Path
) -> Result | None:
    """Give the result of an untouched starter; None for anything else."""
    own = answer == exercise.starters[variant]
    if not own or not is_untouched(exercise, variant):
        return None
    message = f"Not begun yet: the task is at the top of {answer.name}."
    outcomes = _all(exercise, UNSOLVED, message)
    return Result(exercise.id, variant, str(answer), outcomes)
