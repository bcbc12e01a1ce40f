"""Grade an answer that decodes: one that asks a model again and again.

    step = Steps(table, end=2, longest=5, most=9)
    asking(answer.beam_search, step, 2, 5, 2).returns(truth, mistakes=…)

The model is a step function over small known distributions. It counts what
it is asked, and refuses what no right decoder asks: how a finished beginning
goes on, one that is as long as is allowed, the same one twice, or more than a
right search can need. So a loop without end ends at once, with a sentence
that says why.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from d2lcode.grading.checks import AnswerError, Call, RaisedError, expect
from d2lcode.grading.wording import shorten, show

Beginning = tuple[int, ...]
Rows = Mapping[Beginning, Any] | Callable[[Beginning], Any]


class StepError(Exception):
    """An answer asked what it must not ask; the text is for its author."""


class Steps:
    """A model whose every next distribution is known, which counts.

    Attributes:
        asked: the beginnings of which it was asked how they go on, since
            `asking` last handed it over.
        complaint: what was wrong with the first question that was; or "".

    Args:
        rows: beginning -> the scores of all next tokens; a table, or a
            function of the beginning, a tuple of integers.
        end: the token that finishes a sentence.
        longest: how many tokens a sentence may have.
        most: how many questions a right decoder needs at most.
    """

    def __init__(
        self, rows: Rows, *, end: int, longest: int, most: int
    ) -> None:
        self.rows, self.end = rows, end
        self.longest, self.most = longest, most
        self.forget()

    def __repr__(self) -> str:
        if not isinstance(self.rows, Mapping):
            return f"a step function, such as step(()) = {show(self.row(()))}"
        known = (f"step({b}) = {show(self.row(b))}" for b in self.rows)
        return "a step function: " + "; ".join(known)

    def forget(self) -> None:
        """Begin to count anew."""
        self.asked: list[Beginning] = []
        self.given: list[np.ndarray] = []
        self.complaint = ""

    def row(self, beginning: Beginning) -> np.ndarray:
        """The scores of all next tokens, (v,), for a grader's own use."""
        found = self.rows
        table = isinstance(found, Mapping)
        row = found[beginning] if table else found(beginning)  # type: ignore
        return np.array(row, float)

    def __call__(self, beginning: Any) -> np.ndarray:
        """Answer a decoder, unless it asks what it must not.

        Raises:
            StepError: it does.
        """
        if complaint := self._wrong_with(beginning):
            self.complaint = self.complaint or complaint
            raise StepError(complaint)
        tokens = _tokens(beginning)
        self.asked.append(tokens)
        self.given.append(self.row(tokens))
        return self.given[-1]

    def wrong(self) -> str:
        """Say which question was wrong, or which row was changed; or ""."""
        if self.complaint:
            return self.complaint
        for tokens, now in zip(self.asked, self.given, strict=True):
            if not np.array_equal(now, self.row(tokens), equal_nan=True):
                return (
                    f"Afterwards, what step({tokens}) had returned was no "
                    "longer what it had been. Make a new array of it."
                )
        return ""

    def _wrong_with(self, beginning: Any) -> str:
        try:
            tokens = _tokens(beginning)
        except (TypeError, ValueError):
            return (
                f"It asked step({shorten(repr(beginning))}); step takes the "
                "tokens written so far, a tuple of integers."
            )
        if self.end in tokens:
            what = f"is finished: {self.end} is the end token"
        elif len(tokens) >= self.longest:
            what = f"has {len(tokens)} tokens, as many as are allowed"
        elif tokens in self.asked:
            what = "had been asked about before; once is enough"
        elif len(self.asked) >= self.most:
            what = f"is one question more than the {self.most} that it takes"
        else:
            return ""
        return f"It asked step({tokens}), and {tokens} {what}."


def _tokens(beginning: Any) -> Beginning:
    """The beginning as a tuple of integers.

    Raises:
        TypeError: it is no sequence of integers.
    """
    found = np.asarray(beginning)
    if found.ndim != 1 or (found.size and found.dtype.kind not in "iu"):
        raise TypeError("no sequence of integers")
    return tuple(found.tolist())


def asking(
    function: Callable[..., Any], step: Steps, *args: Any, **kwargs: Any
) -> Call:
    """Call a decoder with a step function, and refuse wrong questions.

    Returns:
        The call, as `expect` does.

    Raises:
        AnswerError: it asked what it must not ask.
        RaisedError: it raised something of its own.
    """

    @functools.wraps(function)
    def fresh(step: Steps, *rest: Any, **named: Any) -> Any:
        step.forget()  # also where it is called with a board
        return function(step, *rest, **named)

    try:
        call = expect(fresh, step, *args, **kwargs)
    except RaisedError as error:
        if step.complaint:
            told = f"{error.called}\n{step.complaint}"
            raise AnswerError(told) from None
        raise
    return call.require(not step.wrong(), step.wrong())
