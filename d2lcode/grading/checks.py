"""Call a reader's function, and say well what is wrong with its answer.

    expect(answer.softmax, logits).returns(
        truth, mistakes={"you summed over the rows": columns}
    )

The checks go from coarse to fine: something came back, it has the right
type, shape and kind of number, it is finite, its values are right. When
they are not, and they are what a known mistake would have given, the
message names that mistake.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import numbers
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

import numpy as np

from d2lcode.grading.wording import SMALL, indent, kind, show

Mistakes = Mapping[str, Any]
SHORT = 24
SINGLE_RTOL, SINGLE_ATOL = 1e-4, 5e-5
SIMPLE_BITS = 16


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
    """Call a reader's function with these arguments.

    Returns:
        The call, with the `value` that came back, to be checked.

    Raises:
        NotImplementedError: the function has not been written yet.
        AnswerError: it does not take these arguments.
        RaisedError: it raised something; the cause is that error.
    """
    return Call(function, args, kwargs)


class Call:
    """One call of a reader's function, and what came back."""

    def __init__(
        self,
        function: Callable[..., Any],
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
    ) -> None:
        self.name = getattr(function, "__name__", "")
        self.name = self.name or f"your {type(function).__name__}"
        self.before = _bind(function, self.name, args, kwargs)
        args, kwargs = _own(args), _own(kwargs)
        self.arguments = _bind(function, self.name, args, kwargs)
        try:
            self.value = function(*args, **kwargs)
        except NotImplementedError:
            raise
        except (Exception, SystemExit, KeyboardInterrupt) as error:
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
        names: Sequence[str] = (),
        rtol: float = 1e-6,
        atol: float = 1e-8,
    ) -> Call:
        """Check what came back.

        Args:
            expected: an array, a number, or a tuple of such.
            mistakes: what each likely mistake would have returned; the
                key is said to the reader, after “Likely mistake:”.
            names: what to call the parts of a tuple.
            rtol: relative tolerance of the values.
            atol: absolute tolerance of the values. Of an answer computed
                in float32 both are wider, see `tolerances`.

        Raises:
            AnswerError: it is something else.
        """
        complaint = compare(self.value, expected, names, rtol, atol)
        if complaint:
            rtol, atol = tolerances(self.value, rtol, atol)
            told = not _same(self.value, expected, rtol, atol)
            known = mistakes if told and self._tells() else None
            self.fail(complaint + _likely(self.value, known, rtol, atol))
        return self

    def _tells(self) -> bool:
        """Say whether these arguments tell one mistake from another.

        Hypothesis ends at small cases. Of zeros and ones alone, many
        mistakes make the same, and so they do of nan.
        """
        hypothesis = sys.modules.get("hypothesis")
        if not hypothesis or not hypothesis.currently_in_test_context():
            return True
        given = [a for a in self.before.values() if isinstance(a, np.ndarray)]
        values = {v for a in given for v in np.unique(a).tolist()}
        return not given or len(values) > 2

    def leaves_inputs(self) -> Call:
        """Check that the arrays that were passed stayed as they were.

        Raises:
            AnswerError: one of them changed.
        """
        for name, now in self.arguments.items():
            before = self.before[name]
            if isinstance(now, np.ndarray) and not _equal(now, before):
                self.fail(
                    f"Afterwards {name} was no longer what it had been"
                    f"{_change(before, now)}\n"
                    "Your function works in place, on its caller's array. "
                    "Make a new array: x = x - 1 does, x -= 1 does not; or "
                    "work on x.copy()."
                )
        return self


def _own(arguments: Any) -> Any:
    """Copy the arrays, so that an answer cannot spoil the grader's."""
    if isinstance(arguments, dict):
        return {k: _own(v) for k, v in arguments.items()}
    if type(arguments) in (tuple, list):
        return type(arguments)(map(_own, arguments))
    if isinstance(arguments, np.ndarray):
        return arguments.copy()
    return arguments


def _change(before: np.ndarray, now: np.ndarray) -> str:
    """Show a changed array, or of a large one the first change."""
    if now.size <= SMALL or now.shape != before.shape:
        return f":\n{indent(show(now))}"
    index = tuple(int(i) for i in np.argwhere(now != before)[0])
    place = ", ".join(map(str, index))
    return f": [{place}] was {show(before[index])}, is {show(now[index])}."


def _equal(a: np.ndarray, b: np.ndarray) -> bool:
    return a.shape == b.shape and bool(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    )


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
        return {f"argument {i + 1}": a for i, a in enumerate(args)}
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


def compare(
    value: Any,
    expected: Any,
    names: Sequence[str] = (),
    rtol: float = 1e-6,
    atol: float = 1e-8,
) -> str:
    """Say how a value differs from what was expected; "" if it does not."""
    if value is None:
        return "It returned None. Does every path end in a return?"
    rtol, atol = tolerances(value, rtol, atol)
    if isinstance(expected, tuple):
        return _compare_tuple(value, expected, names, rtol, atol)
    what = names[0] if names else ""
    return _compare_one(value, expected, what, rtol, atol)


def explaining(
    function: Callable[..., Any],
    board: Sequence[np.ndarray],
    mistakes: Mistakes,
    rtol: float = 1e-5,
    atol: float = 1e-8,
) -> set[str]:
    """Name the mistakes that explain what comes of a board.

    One case may suit several mistakes by chance. A board is a case chosen
    so that each gives something of its own.

    Args:
        function: of the answer. One that fails there explains nothing.
        board: what it is called with, as copies.
        mistakes: what each gives for the board.
        rtol: relative tolerance of the values.
        atol: absolute tolerance of the values, as for `close`.
    """
    with np.errstate(all="ignore"), contextlib.suppress(Exception):
        value = function(*(array.copy() for array in board))
        near = tolerances(value, rtol, atol)
        return {t for t in mistakes if _same(value, mistakes[t], *near)}
    return set()


def close(
    value: Any, expected: Any, rtol: float = 1e-6, atol: float = 1e-8
) -> bool:
    """Tell whether values agree, as far as an answer's own digits go."""
    return _close(value, expected, *tolerances(value, rtol, atol))


def tolerances(
    value: Any, rtol: float = 1e-6, atol: float = 1e-8
) -> tuple[float, float]:
    """Widen the tolerances for an answer that was computed in float32.

    Such an answer is right, though it keeps 7 digits. An exercise that is
    about digits asks for the dtype float64 itself.
    """
    if not is_single(value):
        return rtol, atol
    return max(rtol, SINGLE_RTOL), max(atol, SINGLE_ATOL)


def bare(value: Any) -> Any:
    """Take the number out of an array of one; leave anything else."""
    if isinstance(value, np.ndarray) and value.size == 1:
        return value.reshape(())[()]
    return value


def is_single(value: Any) -> bool:
    """Tell whether an answer, or a part of it, was computed in float32.

    A float32 may have been handed over as a float. All its bits beyond the
    24th are then zero, which happens to 1 in 500 million others; unless
    they are simple numbers such as 0.5 or 12, which say nothing.
    """
    if isinstance(value, tuple | list):
        return any(map(is_single, value))
    if isinstance(value, np.ndarray | np.generic):
        if value.dtype.kind != "f" or value.dtype.itemsize != 8:
            return value.dtype == np.float32
    elif not isinstance(value, float):
        return False
    fractions = np.frexp(np.ravel(value))[0]
    fractions = fractions[np.isfinite(fractions)]
    return _fits(fractions, 24) and not _fits(fractions, SIMPLE_BITS)


def _fits(fractions: np.ndarray, bits: int) -> bool:
    """Tell whether no fraction has a bit beyond these."""
    return not np.any(np.ldexp(fractions, bits) % 1)


def _compare_tuple(
    value: Any,
    expected: tuple[Any, ...],
    names: Sequence[str],
    rtol: float,
    atol: float,
) -> str:
    names = names or [f"part {i + 1}" for i in range(len(expected))]
    wanted = f"{len(expected)} values ({', '.join(names)})"
    if not isinstance(value, tuple | list):
        return f"It returned {kind(value)}; expected {wanted}."
    if len(value) != len(expected):
        return f"It returned {len(value)} values; expected {wanted}."
    for part, truth, name in zip(value, expected, names, strict=True):
        if complaint := _compare_one(part, truth, name, rtol, atol):
            return complaint
    return ""


def _compare_one(
    value: Any, expected: Any, name: str, rtol: float, atol: float
) -> str:
    if value is None:
        return f"{_it(name)} returned None."
    checks: tuple[Callable[[Any, Any, str], str], ...]
    if isinstance(expected, np.ndarray):
        checks = (_array_type, _array_shape, _array_dtype)
    elif isinstance(expected, numbers.Number):
        checks = (_number_type,)
    else:
        return _exactly(value, expected, name)
    for check in checks:
        if complaint := check(value, expected, name):
            return complaint
    return _values(value, expected, name, rtol, atol)


def _exactly(value: Any, expected: Any, name: str) -> str:
    if type(value) is type(expected) and value == expected:
        return ""
    return _but(name, show(value), show(expected))


def _array_type(value: Any, expected: np.ndarray, name: str) -> str:
    bare = isinstance(value, np.generic) and expected.shape == ()
    if isinstance(value, np.ndarray) or bare:
        return ""
    return (
        f"{_it(name)} returned {kind(value)}; expected a NumPy array of "
        f"shape {expected.shape}."
    )


def _array_shape(value: Any, expected: np.ndarray, name: str) -> str:
    if value.shape == expected.shape:
        return ""
    return (
        f"{_it(name)} returned an array of shape {value.shape}; "
        f"expected shape {expected.shape}."
    )


def _array_dtype(value: Any, expected: np.ndarray, name: str) -> str:
    wanted = {"f": "f", "i": "iu", "u": "iu"}.get(
        expected.dtype.kind, expected.dtype.kind
    )
    if value.dtype.kind in wanted:
        return ""
    return (
        f"{_it(name)} returned numbers of type {value.dtype}; expected "
        f"{expected.dtype}."
    )


def _number_type(value: Any, expected: Any, name: str) -> str:
    if np.ndim(value) > 0:
        return f"{_it(name)} returned {kind(value)}; expected one number."
    whole = isinstance(expected, numbers.Integral)
    plain = value.item() if hasattr(value, "item") else value
    wanted = numbers.Integral if whole else numbers.Real
    if isinstance(plain, wanted) and not isinstance(plain, bool):
        return ""
    wished = "an integer." if whole else "a number."
    if whole and isinstance(plain, float) and plain.is_integer():
        wished = "an integer. Is there a / that should be //?"
    got = f"{show(value)}, {kind(plain)}"
    return f"{_it(name)} returned {got}; expected {wished}"


def _values(
    value: Any, expected: Any, name: str, rtol: float, atol: float
) -> str:
    if _close(value, expected, rtol, atol):
        return ""
    if np.all(np.isfinite(expected)) and not np.all(np.isfinite(value)):
        broken = "nan" if np.any(np.isnan(value)) else "infinite"
        return _but(name, show(value), show(expected)) + (
            f"\nThere are {broken} values in it{_first_broken(value)}, where "
            "finite numbers are expected."
        )
    if np.size(expected) <= SMALL:
        return _but(name, show(value), show(expected))
    return _first_difference(np.asarray(value), expected, name, rtol, atol)


def _first_broken(value: Any) -> str:
    """Of a large array, say where the first of them stands."""
    broken = np.argwhere(~np.isfinite(value))
    if np.size(value) <= SMALL:
        return ""
    index = [int(i) for i in broken[0]]
    return f", {len(broken)} of {np.size(value)}, the first at {index}"


def _first_difference(
    value: np.ndarray,
    expected: np.ndarray,
    name: str,
    rtol: float,
    atol: float,
) -> str:
    wrong = ~np.isclose(value, expected, rtol=rtol, atol=atol)
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = f"{name or 'result'}{list(index)}"
    counted = f"{wrong.sum()} of {wrong.size} values differ."
    return f"{_but(place, show(value[index]), show(expected[index]))}\n" + (
        counted
    )


def _but(name: str, got: str, expected: str) -> str:
    if got == expected:
        return (
            f"{_it(name)} returned nearly, and not quite, {got}: it differs "
            "beyond the digits that are shown."
        )
    if max(len(got), len(expected)) <= SHORT:
        return f"{_it(name)} returned {got}; expected was {expected}."
    return (
        f"{_it(name)} returned\n{indent(got)}\n"
        f"but expected was\n{indent(expected)}"
    )


def _it(name: str) -> str:
    return f"For {name}, it" if name else "It"


def _close(value: Any, expected: Any, rtol: float, atol: float) -> bool:
    return bool(
        np.allclose(value, expected, rtol=rtol, atol=atol, equal_nan=True)
    )


def _likely(
    value: Any, mistakes: Mistakes | None, rtol: float, atol: float
) -> str:
    """Name the mistake whose outcome this is, unless there are several."""
    known = mistakes or {}
    found = [t for t in known if _same(value, known[t], rtol, atol)]
    return f"\nLikely mistake: {found[0]}" if len(found) == 1 else ""


def _same(value: Any, outcome: Any, rtol: float, atol: float) -> bool:
    """Tell whether two results agree, part by part."""
    if isinstance(outcome, tuple):
        return (
            isinstance(value, tuple | list)
            and len(value) == len(outcome)
            and all(
                _same(a, b, rtol, atol)
                for a, b in zip(value, outcome, strict=True)
            )
        )
    try:
        return np.shape(value) == np.shape(outcome) and _close(
            value, outcome, rtol, atol
        )
    except (TypeError, ValueError):
        return False


def chosen(
    answers: Mapping[str, Any],
    question: str,
    right: Any,
    why_not: Mapping[Any, str],
    *,
    form: str = "",
    fits: Callable[[Any], bool] | None = None,
) -> None:
    """Check the answer to one question of choices or numbers.

    Args:
        answers: the reader's, by question.
        question: which one; a key of `answers`.
        right: the right answer; a letter, a number or a tuple.
        why_not: for each plausible wrong answer, what to say to it.
        form: what an answer should look like, after “Expected was”; by
            default what `right` looks like.
        fits: whether an answer looks so; by default, as `right` does.

    Raises:
        NotImplementedError: it is still None.
        AnswerError: it is wrong.
    """
    if not isinstance(answers, Mapping):
        raise AnswerError(
            f"The answers are {kind(answers)}; expected was the dictionary of "
            "the starter, with an entry for each question."
        )
    if question not in answers:
        raise AnswerError(
            f"The entry {question!r} is gone; put it back, quotes and all."
        )
    if (given := _tidy(answers[question])) is None:
        raise NotImplementedError(f"{question!r} has no answer yet.")
    if _sort(given) == _sort(right) and given == right:
        return
    fits = fits or (lambda g: _sort(g) == _sort(right))
    because = _explained(given, why_not)
    if not because and fits(given):
        because = "" if form else _choices(right, why_not)
        because = because or "Work it out once more, one step at a time."
    because = because or f"Expected was {form or _form(right)}."
    if not fits(given) and fits(_unquoted(given)):
        because += f" Leave the quotes out: {given}."
    plain = isinstance(given, str) and isinstance(right, str)
    said = given if plain else show(given)
    raise AnswerError(f"{question}: you answered {said}. {because}")


def _sort(value: Any) -> str:
    """Name what sort of answer this is; all numbers are of one sort."""
    number = isinstance(value, numbers.Number) and not isinstance(value, bool)
    return "number" if number else type(value).__name__


def _explained(given: Any, why_not: Mapping[Any, str]) -> str:
    """Say what is wrong with an answer that the grader knows."""
    known = [k for k in why_not if _sort(k) == _sort(given) and k == given]
    return why_not[known[0]] if known else ""


def _choices(right: Any, why_not: Mapping[Any, str]) -> str:
    """List the words to choose from, if it is words."""
    if not isinstance(right, str):
        return ""
    words = sorted(w for w in {right, *why_not} if isinstance(w, str))
    what = "letters" if max(map(len, words)) == 1 else "answers"
    return f"The {what} to choose from are {', '.join(words)}."


def _form(right: Any) -> str:
    """Say what the right answer looks like, without giving it."""
    if isinstance(right, tuple):
        example = tuple(range(1, len(right) + 1))
        return f"a tuple of {len(right)}, such as {example}"
    if isinstance(right, str):
        return "a letter in quotes" if len(right) == 1 else "a word in quotes"
    return "a number"


def _unquoted(given: Any) -> Any:
    """What a text would be without its quotes; None if nothing."""
    try:
        return _tidy(ast.literal_eval(given))
    except (ValueError, SyntaxError, TypeError):
        return None


def _tidy(given: Any) -> Any:
    """Forgive what does not matter.

    Capitals, spaces, the full stop of “b.” and the brackets of “b)” and
    “(b)”; a list for a tuple; NumPy's numbers.
    """
    if isinstance(given, str):
        given = given.strip().lower()
        word = re.fullmatch(r"[(\[]?(\w[\w -]*)[)\].:,]*", given)
        return word[1] if word else given
    if isinstance(given, list):
        return tuple(given)
    return given.item() if isinstance(given, np.generic) else given
