"""What grading found: per test, per answer, per exercise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
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


def best(results: Iterable[Result]) -> list[Result]:
    """Keep each exercise's best answer: either backend earns the points."""
    kept: dict[str, Result] = {}
    for result in results:
        known = kept.get(result.exercise)
        if known is None or _rank(result) > _rank(known):
            kept[result.exercise] = result
    return list(kept.values())


def _rank(result: Result) -> tuple[int, bool]:
    return result.earned, result.status != UNSOLVED


def total(results: Sequence[Result]) -> tuple[int, int]:
    """Add up earned and possible points over the exercises."""
    kept = best(results)
    return sum(r.earned for r in kept), sum(r.possible for r in kept)
