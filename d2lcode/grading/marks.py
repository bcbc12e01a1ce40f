"""What a test is worth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Test = TypeVar("Test", bound=Callable[..., Any])


def points(worth: int) -> Callable[[Test], Test]:
    """Say what a grader's test is worth: `@points(2)`.

    The number is read from the file without running it, so write it out.

    Raises:
        ValueError: `worth` is not a positive integer.
    """
    if not isinstance(worth, int) or worth < 1:
        raise ValueError(f"points({worth!r}): expected a positive integer")

    def mark(test: Test) -> Test:
        test.points = worth  # type: ignore[attr-defined]
        return test

    return mark
