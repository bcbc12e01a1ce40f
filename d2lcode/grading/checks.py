"""Call a reader's function, and say well what is wrong with its answer.

    expect(answer.softmax, logits).returns(
        truth, mistakes={"you summed over the rows": columns}
    )

The checks go from coarse to fine: something came back, it has the right
type, shape and kind of number, it is finite, its values are right, and the
arguments are what they were. When the values are not right, and they are
what a known mistake would have given, the message names that mistake.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from d2lcode.grading import settings
from d2lcode.grading.comparing import (
    close,
    compare,
    digits,
    is_single,
    same,
    tolerances,
)
from d2lcode.grading.copies import handed, in_place, kept
from d2lcode.grading.mistakes import Board, Evidence, Mistakes, explaining
from d2lcode.grading.plain import bare, bared
from d2lcode.grading.wording import indent, show

__all__ = [
    "AnswerError",
    "Call",
    "RaisedError",
    "bare",
    "close",
    "compare",
    "digits",
    "expect",
    "explaining",
    "is_single",
    "require",
    "tolerances",
]

NEARLY = (
    "It returned nearly what was expected, but not quite: it is nearer to "
    "what a mistake gives."
)


class AnswerError(AssertionError):
    """An answer is wrong; the text is written for its author."""


class RaisedError(Exception):
    """An answer raised an error; `called` says in which call."""

    def __init__(self, called: str) -> None:
        super().__init__(called)
        self.called = called


def require(condition: bool, message: str) -> None:
    """Fail with a sentence unless the condition holds.

    Raises:
        AnswerError: it does not.
    """
    if not condition:
        raise AnswerError(message)


def expect(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Call:
    """Call a reader's function with copies of these arguments.

    Returns:
        The call, with the `value` that came back, to be checked.

    Raises:
        NotImplementedError: the function has not been written yet.
        AnswerError: it does not take these arguments.
        RaisedError: it raised something; the cause is that error.
    """
    return Call(function, args, kwargs)


class Call:
    """One call of a reader's function, and what came back.

    `args` and `kwargs` are what the function was given: copies, which may
    have changed since. `before` and `arguments` hold what was passed and
    what was given, by the names of the function's author.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
    ) -> None:
        self.function = function
        self.name = getattr(function, "__name__", "")
        self.name = self.name or f"your {type(function).__name__}"
        self.passed = tuple(map(kept, args))
        self.named = {k: kept(v) for k, v in kwargs.items()}
        self.before = _bind(function, self.name, self.passed, self.named)
        self.args = tuple(map(handed, args))
        self.kwargs = {k: handed(v) for k, v in kwargs.items()}
        self.arguments = _bind(function, self.name, self.args, self.kwargs)
        try:
            call = settings.current.run
            self.value = bared(call(function, *self.args, **self.kwargs))
        except NotImplementedError:
            raise
        except BaseException as error:  # also what ends or skips a test
            raise RaisedError(self.called) from error

    @property
    def called(self) -> str:
        """Say what was called with what."""
        head = f"I called {self.name}({', '.join(self.before)})"
        if not self.before:
            return head
        given = [indent(show(v), f"{k} = ") for k, v in self.before.items()]
        return "\n".join([f"{head} with", *given])

    def fail(self, complaint: str) -> NoReturn:
        """Fail, saying what was called first.

        Raises:
            AnswerError: always.
        """
        raise AnswerError(f"{self.called}\n{complaint}")

    def require(self, condition: bool, complaint: str) -> Call:
        """Fail with a sentence about this call unless it holds.

        Raises:
            AnswerError: it does not.
        """
        if not condition:
            self.fail(complaint)
        return self

    def returns(
        self,
        expected: Any,
        *,
        mistakes: Mistakes | None = None,
        boards: Iterable[Board] = (),
        names: Sequence[str] = (),
        rtol: float = 1e-6,
        atol: float = 1e-8,
        may_change: bool | Sequence[int | str] = False,
    ) -> Call:
        """Check what came back, and that the arguments stayed.

        Args:
            expected: an array, a number, or a tuple of such; or a function
                that works it out from the arguments.
            mistakes: what each likely mistake would have returned; the
                key is said to the reader, after “Likely mistake:”. With
                `boards`, a function that works it out from the arguments.
            boards: further arguments by position, each a tuple, for which
                each mistake gives something of its own. A mistake is then
                named only if it explains what comes of these, too.
            names: what to call the parts of a tuple.
            rtol: relative tolerance of the values.
            atol: absolute tolerance of the values. Of an answer computed
                in float32 both are wider, see `tolerances`; what is nearer
                to a mistake than to the truth is wrong all the same.
            may_change: True where the task lets the function change its
                arguments; or which, by position or name.

        Raises:
            AnswerError: it is something else, or an argument changed.
        """
        evidence = Evidence(
            self.function,
            self.passed,
            self.named,
            expected,
            mistakes or {},
            tuple(boards),
            rtol,
            atol,
        )
        truth = evidence.truth()
        if complaint := compare(self.value, truth, names, rtol, atol):
            self._refuse(complaint, evidence, truth)
        elif why := evidence.nearer(self.value, truth):
            self.fail(f"{NEARLY}\nLikely mistake: {why}")
        return self if may_change is True else self.leaves_inputs(may_change)

    def _refuse(
        self, complaint: str, evidence: Evidence, truth: Any
    ) -> NoReturn:
        """Fail, with the likely mistake if the values are wrong."""
        near = tolerances(self.value, evidence.rtol, evidence.atol)
        told = not same(self.value, truth, *near)
        why = evidence.explain(self.value) if told else ""
        self.fail(complaint + (f"\nLikely mistake: {why}" if why else ""))

    def leaves_inputs(
        self, may_change: bool | Sequence[int | str] = False
    ) -> Call:
        """Check that what was passed stayed as it was.

        Args:
            may_change: the arguments that need not, by position or name.

        Raises:
            AnswerError: one of them changed.
        """
        spared = may_change or ()
        for place, (name, now) in enumerate(self.arguments.items()):
            free = isinstance(spared, bool) or {place, name} & set(spared)
            complaint = in_place(name, self.before[name], now)
            self.require(bool(free) or not complaint, complaint)
        return self


def _bind(
    function: Callable[..., Any],
    name: str,
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
) -> dict[str, Any]:
    """Name the arguments as the function's author did."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        named = {f"argument {i + 1}": a for i, a in enumerate(args)}
        return named | dict(kwargs)
    try:
        return _flat(signature.bind(*args, **kwargs))
    except TypeError as error:
        raise AnswerError(
            f"{name} cannot be called as the task says: {error}. Keep the "
            f"starter's parameters; yours are {signature}."
        ) from None


def _flat(bound: inspect.BoundArguments) -> dict[str, Any]:
    """Give each argument its name; those of *args are numbered."""
    kinds = {n: p.kind for n, p in bound.signature.parameters.items()}
    named: dict[str, Any] = {}
    for name, value in bound.arguments.items():
        if kinds[name] is inspect.Parameter.VAR_POSITIONAL:
            named |= {f"argument {i + 1}": v for i, v in enumerate(value)}
        elif kinds[name] is inspect.Parameter.VAR_KEYWORD:
            named |= value
        else:
            named[name] = value
    return named
