"""Answers as pytest collects them: one item for each test of the grader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from d2lcode.grading import runner, starters, state
from d2lcode.grading.catalogue import Exercise, find, find_root, owner
from d2lcode.grading.results import (
    PASSED,
    Outcome,
    Result,
    best,
    labels,
    total,
)

RESULTS = pytest.StashKey[dict[Path, Result]]()


class UnsolvedError(Exception):
    """Fails an item with a text instead of a traceback."""


class AnswerFile(pytest.File):
    """One file to be graded; it is run once, when first asked."""

    exercise: Exercise
    variant: str

    def collect(self) -> Iterator[pytest.Item]:
        """Give an item for each of the grader's tests."""
        for test in self.exercise.tests:
            yield AnswerItem.from_parent(self, name=test)

    def result(self) -> Result:
        """Grade the file, or recall how it was graded."""
        results = self.config.stash.setdefault(RESULTS, {})
        if self.path not in results:
            results[self.path] = self._grade()
        return results[self.path]

    def _grade(self) -> Result:
        root = self.exercise.home
        starters.keep(root, self.exercise)
        task = self.exercise, self.variant, self.path
        result = runner.not_started(*task) or runner.grade(*task)
        if self.path == self.exercise.starters[self.variant]:
            state.record(root, [result])
        return result


class AnswerItem(pytest.Item):
    """One test of a grader, run on one answer."""

    parent: AnswerFile

    def runtest(self) -> None:
        """Fail with what the grader had to say, if it had.

        Raises:
            UnsolvedError: the test did not pass.
        """
        outcome = self.outcome()
        if outcome.printed:
            self.add_report_section("call", "printed", outcome.printed)
        if outcome.status != PASSED:
            raise UnsolvedError(outcome.message)

    def outcome(self) -> Outcome:
        """How this test went."""
        return self.parent.result().outcome(self.name)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Show the text alone."""
        if isinstance(excinfo.value, UnsolvedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the test in the report's headings."""
        exercise = self.parent.exercise
        return self.path, None, f"{exercise.id}: {self.name}"


class Several(pytest.File):
    """A grader that was named: the answers that the reader has begun."""

    exercise: Exercise

    def collect(self) -> Iterator[pytest.Collector]:
        """Give a file for each variant that is to be graded."""
        for variant in runner.variants(self.exercise, None):
            path = self.exercise.starters[variant]
            yield _file(self, path, self.exercise, variant)


def collector(parent: pytest.Collector, path: Path) -> pytest.Collector | None:
    """Give what collects the exercise of a file; None if it has none."""
    exercises = find(find_root(path.parent))
    topic, name = path.parent.name, path.stem.removeprefix("test_")
    exercise = exercises.get(f"{topic}/{name}")
    if exercise and path == exercise.grader:
        several: Several = Several.from_parent(parent, path=path)
        several.exercise = exercise
        return several
    answered = owner(path, exercises)
    if answered is None or not _asked_for(parent, path, *answered):
        return None
    return _file(parent, path, *answered)


def _asked_for(
    parent: pytest.Collector, path: Path, exercise: Exercise, variant: str
) -> bool:
    """Of a folder's two variants, take those that were begun."""
    if parent.session.isinitpath(path) or path.parent.parent.name != (
        "exercises"
    ):
        return True
    return variant in runner.variants(exercise, None)


def _file(
    parent: pytest.Collector, path: Path, exercise: Exercise, variant: str
) -> AnswerFile:
    file: AnswerFile = AnswerFile.from_parent(parent, path=path)
    file.exercise, file.variant = exercise, variant
    return file


def summarise(
    reporter: pytest.TerminalReporter, results: dict[Path, Result]
) -> None:
    """Write the points of each answer, and the hints that were earned."""
    reporter.section("points")
    kept = best(results.values())
    for name, result in zip(labels(kept), kept, strict=True):
        reporter.line(f"{name}: {result.earned}/{result.possible}")
        if result.status == "failed":
            reporter.line(_hint(result))
    earned, possible = total(kept)
    reporter.line(f"{earned} of {possible} points")
    for warning in state.WARNED.values():
        reporter.line(warning)


def _hint(result: Result) -> str:
    root = find_root(Path(result.answer).parent)
    return "  " + state.hint_line(root, find(root)[result.exercise])
