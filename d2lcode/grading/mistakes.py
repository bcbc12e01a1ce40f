"""Name the mistake behind a wrong result, if the evidence allows it.

One case may suit several mistakes by chance. So a grader may give, beside
a function that works out what each mistake makes of any arguments, boards:
further arguments, chosen so that each mistake makes something of its own.
A mistake is then named only if it explains what comes of both.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from d2lcode.grading import settings
from d2lcode.grading.comparing import distance, same, tolerances
from d2lcode.grading.copies import copied, handed
from d2lcode.grading.plain import bared

Mistakes = Mapping[str, Any] | Callable[..., Mapping[str, Any]]
Board = Sequence[Any]

# A result that agrees with the truth is suspected when it is this far from
# it, in tolerances, and this many times nearer to a mistake.
DOUBT, NEARER = 0.05, 4


@dataclass(frozen=True)
class Evidence:
    """What a grader knows of one call, to find the mistake in it.

    Args:
        function: of the answer.
        args: what it was called with, by position.
        kwargs: and by name.
        expected: the truth, or a function that works it out.
        mistakes: what each would have given, or a function that works it
            out from the arguments.
        boards: further arguments by position, each a tuple.
        rtol: relative tolerance of the values.
        atol: absolute tolerance of the values.
    """

    function: Callable[..., Any]
    args: Sequence[Any]
    kwargs: Mapping[str, Any]
    expected: Any
    mistakes: Mistakes
    boards: Iterable[Board] = ()
    rtol: float = 1e-6
    atol: float = 1e-8

    def truth(self) -> Any:
        """Give what was expected, worked out if need be."""
        if callable(self.expected):
            return self._quietly(self.expected, self.args, self.kwargs)
        return self.expected

    def explain(self, value: Any) -> str:
        """Name the one mistake that explains a wrong value; or ""."""
        near = tolerances(value, self.rtol, self.atol)
        here = self._outcomes(self.args, self.kwargs)
        fitting = [t for t in here if same(value, here[t], *near)]
        if not self.boards and not self._tells():
            return ""
        return self._only(fitting)

    def nearer(self, value: Any, truth: Any) -> str:
        """Name a mistake that a value is nearer to than to the truth.

        It is near enough to the truth to be taken for right, as far as an
        answer's digits go, but it is all but what the mistake gives.
        """
        near = tolerances(value, self.rtol, self.atol)
        off = distance(value, truth, *near) if self.mistakes else 0.0
        if off <= DOUBT:
            return ""
        here = self._outcomes(self.args, self.kwargs)
        fitting = [
            text
            for text, outcome in here.items()
            if distance(value, outcome, *near) * NEARER < off
        ]
        return self._only(fitting)

    def _only(self, fitting: Sequence[str]) -> str:
        """Keep the mistakes that the boards allow, if it is one."""
        known = [t for t in fitting if not self.boards or t in self._found()]
        return known[0] if len(known) == 1 else ""

    def _found(self) -> set[str]:
        """Name the mistakes that explain every board on which they show."""
        clues = [self._clues(board) for board in self.boards]
        shown = {text for clue in clues for text in clue}
        return {t for t in shown if all(clue.get(t, True) for clue in clues)}

    def _clues(self, board: Board) -> dict[str, bool]:
        """Say which mistakes explain a board, of those that show there."""
        outcomes = self._outcomes(board, self.kwargs)
        if callable(self.expected):
            truth = self._quietly(self.expected, board, self.kwargs)
            outcomes = {
                text: outcome
                for text, outcome in outcomes.items()
                if not same(outcome, truth, self.rtol, self.atol)
            }
        explained = explaining(
            partial(self.function, **self.kwargs),
            board,
            outcomes,
            self.rtol,
            self.atol,
        )
        return {text: text in explained for text in outcomes}

    def _outcomes(
        self, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        if callable(self.mistakes):
            found = self._quietly(self.mistakes, args, kwargs)
            return dict(found)
        return self.mistakes

    @staticmethod
    def _quietly(
        function: Callable[..., Any],
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
    ) -> Any:
        """Call a function of the grader's; what it divides by may be 0."""
        with np.errstate(all="ignore"):
            return function(*map(copied, args), **kwargs)

    def _tells(self) -> bool:
        """Say whether the arguments tell one mistake from another.

        Hypothesis ends at small cases. Of zeros and ones alone, many
        mistakes make the same, and so they do of nan.
        """
        hypothesis = sys.modules.get("hypothesis")
        if not hypothesis or not hypothesis.currently_in_test_context():
            return True
        every = [*self.args, *self.kwargs.values()]
        given = [a for a in every if isinstance(a, np.ndarray)]
        values = {v for a in given for v in np.unique(a).tolist()}
        return not given or len(values) > 2


def explaining(
    function: Callable[..., Any],
    board: Board,
    mistakes: Mapping[str, Any],
    rtol: float = 1e-5,
    atol: float = 1e-8,
) -> set[str]:
    """Name the mistakes that explain what comes of a board.

    Args:
        function: of the answer. One that fails there explains nothing.
        board: what it is called with, as copies.
        mistakes: what each gives for the board.
        rtol: relative tolerance of the values.
        atol: absolute tolerance of the values, as for `close`.
    """
    with np.errstate(all="ignore"), contextlib.suppress(Exception):
        value = bared(settings.current.run(function, *map(handed, board)))
        near = tolerances(value, rtol, atol)
        return {t for t in mistakes if same(value, mistakes[t], *near)}
    return set()
