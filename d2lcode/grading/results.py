"""What grading found: per test, per answer, per exercise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

PASSED, FAILED, UNSOLVED = "passed", "failed", "unsolved"
NOT_RUN = "not run"


@dataclass(frozen=True)
class Outcome:
    """How one test of a grader went; `worth` is in points."""

    test: str
    worth: int
    status: str
    message: str = ""
    seconds: float = 0.0
    printed: str = ""

    @property
    def earned(self) -> int:
        """The points: all or none."""
        return self.worth if self.status == PASSED else 0

    @property
    def label(self) -> str:
        """The test's name in words."""
        return self.test.removeprefix("test_").replace("_", " ")


@dataclass(frozen=True)
class Result:
    """How one answer went; `variant` is "", "torch" or "paddle"."""

    exercise: str
    variant: str
    answer: str
    outcomes: tuple[Outcome, ...] = field(default=())
    seconds: float = 0.0

    @property
    def earned(self) -> int:
        """The points of the tests that passed."""
        return sum(o.earned for o in self.outcomes)

    @property
    def possible(self) -> int:
        """The points of all tests."""
        return sum(o.worth for o in self.outcomes)

    @property
    def status(self) -> str:
        """`passed`, `failed`, or `unsolved` if nothing was written yet."""
        found = {o.status for o in self.outcomes}
        if found == {PASSED}:
            return PASSED
        return UNSOLVED if found == {UNSOLVED} else FAILED

    def outcome(self, test: str) -> Outcome:
        """Find one test's outcome by name."""
        return next(o for o in self.outcomes if o.test == test)

    def plain(self) -> dict[str, Any]:
        """Give the result as what JSON can hold."""
        return {
            **asdict(self),
            "status": self.status,
            "earned": self.earned,
            "possible": self.possible,
        }


Answered = tuple[str, str, str]


def answered(result: Result) -> Answered:
    """Say which answer a file belongs to: exercise, folder, name.

    Files of both frameworks that lie side by side are one answer. Files in
    two folders are two, and so are those with names of their own.
    """
    path = Path(result.answer)
    stem, cut, slug = path.stem.partition("__")
    name = stem.removesuffix(f"_{result.variant}") + cut + slug
    return result.exercise, str(path.parent), name


def best(results: Iterable[Result]) -> list[Result]:
    """Keep the better file of each answer: either backend earns the points.

    Two people's answers to one exercise are two; see `answered`.
    """
    kept: dict[Answered, Result] = {}
    for result in results:
        known = kept.get(answered(result))
        if known is None or _rank(result) > _rank(known):
            kept[answered(result)] = result
    return list(kept.values())


def _rank(result: Result) -> tuple[int, bool]:
    return result.earned, result.status != UNSOLVED


def total(results: Sequence[Result]) -> tuple[int, int]:
    """Add up earned and possible points over the answers."""
    kept = best(results)
    return sum(r.earned for r in kept), sum(r.possible for r in kept)


def labels(results: Sequence[Result]) -> list[str]:
    """Name each result: its exercise, and its file where that is not enough.

    The part of the path that all files share is left out.
    """
    people = {answered(r) for r in results}
    count = Counter(exercise for exercise, *_ in people)
    top = _shared(r.answer for r in results) if results else None
    return [
        f"{r.exercise} ({_below(Path(r.answer), top)})"
        if count[r.exercise] > 1
        else r.exercise
        for r in results
    ]


def _shared(paths: Iterable[str]) -> Path | None:
    """Find the folder that holds all of these files; None if none does."""
    first, *others = [Path(path).parent for path in paths]
    for folder in (first, *first.parents):
        if all(path.is_relative_to(folder) for path in others):
            return folder
    return None


def _below(path: Path, top: Path | None) -> str:
    return (path.relative_to(top) if top else path).as_posix()
