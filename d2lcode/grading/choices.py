"""Check answers that are choices or numbers, however they are typed."""

from __future__ import annotations

import ast
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from d2lcode.grading.checks import AnswerError
from d2lcode.grading.comparing import is_counted
from d2lcode.grading.plain import as_float, bared, is_number, single
from d2lcode.grading.wording import kind, show

RTOL = 1e-6


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

    Numbers are compared as numbers, to six digits, of whatever type they
    are; letters whatever full stop or brackets they carry.

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
    several = isinstance(right, tuple)
    if (given := tidy(answers[question], several=several)) is None:
        raise NotImplementedError(f"{question!r} has no answer yet.")
    if alike(given, right):
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


def alike(given: Any, right: Any) -> bool:
    """Tell whether two answers are the same, numbers as numbers."""
    if isinstance(right, tuple) and isinstance(given, tuple):
        return len(given) == len(right) and all(map(alike, given, right))
    if is_number(given) and is_number(right):
        return _equal_numbers(given, right)
    return type(given) is type(right) and bool(given == right)


def _equal_numbers(given: Any, right: Any) -> bool:
    if is_counted(given, right):
        return bool(given == right)
    a, b = as_float(given), as_float(right)
    if isinstance(a, complex) or isinstance(b, complex):
        return abs(a - b) <= RTOL * abs(b)
    return math.isclose(a, b, rel_tol=RTOL)


def _sort(value: Any) -> str:
    """Name what sort of answer this is; all numbers are of one sort."""
    return "number" if is_number(value) else type(value).__name__


def _explained(given: Any, why_not: Mapping[Any, str]) -> str:
    """Say what is wrong with an answer that the grader knows."""
    known = [k for k in why_not if alike(given, k)]
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
        return tidy(ast.literal_eval(given))
    except (ValueError, SyntaxError, TypeError):
        return None


# Full stops, colons and the like of any script, and brackets that stay
# apart after NFKC.
_OPENING = r"[(\[{<«‹“‘„\"'「『【〔〈《]*"
_CLOSING = r"[)\]}>»›”’\"'」』】〕〉》.,:;!。､、।۔։።·…]*"


def tidy(given: Any, *, several: bool = False) -> Any:
    """Forgive what does not matter.

    Capitals, spaces, letters as wide as Chinese characters, the full stop
    of “b.” and the brackets of “b)” and “(b)”; a list or any other kind of
    tuple for a tuple; what holds one number for that number.

    Args:
        given: the answer.
        several: whether a tuple is asked for; an array of one axis is then
            a tuple, even if it holds one number.
    """
    given = bared(given)
    axis = several and isinstance(given, np.ndarray) and given.ndim == 1
    given = given if axis else single(given)
    if isinstance(given, str):
        given = unicodedata.normalize("NFKC", given).strip().lower()
        word = re.fullmatch(rf"{_OPENING}\s*(\w[\w -]*?)\s*{_CLOSING}", given)
        return word[1] if word else given
    if isinstance(given, np.ndarray) and given.ndim == 1:
        given = given.tolist()
    if isinstance(given, tuple | list):
        return tuple(single(part) for part in given)
    return given
