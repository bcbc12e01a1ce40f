"""Check answers that carry a state through a sequence.

A grader wraps such an answer as `read(x, state)`, arrays in and out: x has
the shape (n, t, …), rows and steps; state is whatever `read` gave back
before, or None at a beginning. What comes back are outputs, (n, t, …), and
the state behind the last step.

These checks need no truth: they compare the answer with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from d2lcode.grading.checks import require

Read = Callable[[np.ndarray, Any], tuple[np.ndarray, Any]]

REMEMBERED = (
    "Read once more without a state, the same sequence gives other outputs. "
    "Is a state kept in self, or in a default argument? It is handed in and "
    "handed back, and is nowhere else."
)


def forgets(read: Read, x: np.ndarray, other: np.ndarray) -> None:
    """Check that a new sequence begins from nothing.

    Args:
        read: the answer.
        x: a sequence, read before and after another one.
        other: that one; best of another number of rows.

    Raises:
        AnswerError: it gave something else after the other one.
    """
    first, _ = read(x, None)
    read(other, None)
    again, _ = read(x, None)
    require(_alike(first, again), REMEMBERED)


def continues(read: Read, x: np.ndarray, cuts: Sequence[int]) -> None:
    """Check that pieces, with the state handed on, are one sequence.

    Args:
        read: the answer.
        x: a sequence.
        cuts: the steps before which it is cut, in rising order.

    Raises:
        AnswerError: the outputs or the last state differ from those of the
            whole; or the first piece depends on what came after it, or on
            what was read before.
    """
    whole, end = read(x, None)
    require(_alike(whole, read(x, None)[0]), REMEMBERED)
    at, state = 0, None
    for piece in np.split(x, list(cuts), axis=1):
        outputs, state = read(piece, state)
        steps = slice(at, at + piece.shape[1])
        require(_alike(whole[:, steps], outputs), _broken(at))
        at = steps.stop
    require(
        _alike(end, state),
        "Read in pieces, a sequence gives the outputs that it gives as a "
        "whole, but another state behind the last step. The state must be "
        "the one with which the next step would begin.",
    )


def _broken(at: int) -> str:
    if at == 0:
        return (
            "The first steps of a sequence give other outputs when the steps "
            "after them are left out. Do outputs look ahead?"
        )
    return (
        f"From step {at} on, where the state was handed back in, a sequence "
        "gives other outputs than without the cut. Is the state that comes "
        "back the last one, and is the state that is handed in used?"
    )


def keeps_rows_apart(read: Read, x: np.ndarray) -> None:
    """Check that each row is read as if it were alone.

    Args:
        read: the answer.
        x: a sequence of two rows or more.

    Raises:
        AnswerError: a row alone gives something else than in company.
    """
    together, end = read(x, None)
    for row in range(len(x)):
        alone, last = read(x[row : row + 1], None)
        require(
            _alike(together[row : row + 1], alone)
            and _alike(_row(end, row), last),
            f"Row {row} of {len(x)} gives other outputs, or another state, "
            "than when it is read alone. Do rows mix, or is an axis of "
            "length 1 dropped?",
        )


def _row(state: Any, row: int) -> Any:
    if isinstance(state, tuple | list):
        return tuple(_row(part, row) for part in state)
    return state[row : row + 1]


def _alike(one: Any, other: Any) -> bool:
    """Tell whether outputs or states agree, to what float32 can hold."""
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return one.shape == other.shape and np.allclose(
        one, other, rtol=1e-4, atol=1e-5
    )
