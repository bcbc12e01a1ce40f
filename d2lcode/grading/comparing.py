"""Say how a value differs from what was expected, from coarse to fine."""

from __future__ import annotations

import math
import numbers
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from d2lcode.grading.plain import (
    as_numbers,
    bared,
    is_whole,
    single,
)
from d2lcode.grading.wording import SMALL, indent, kind, show

SHORT = 24
SINGLE_RTOL, SINGLE_ATOL = 1e-4, 5e-5
SIMPLE_BITS = 16


def compare(
    value: Any,
    expected: Any,
    names: Sequence[str] = (),
    rtol: float = 1e-6,
    atol: float = 1e-8,
) -> str:
    """Say how a value differs from what was expected; "" if it does not.

    Whole numbers are compared exactly, others as far as the tolerances go.
    """
    if value is None:
        return "It returned None. Does every path end in a return?"
    value = bared(value)
    rtol, atol = tolerances(value, rtol, atol)
    if isinstance(expected, tuple):
        return _compare_tuple(value, expected, names, rtol, atol)
    what = names[0] if names else ""
    return _compare_one(value, expected, what, rtol, atol)


def close(
    value: Any, expected: Any, rtol: float = 1e-6, atol: float = 1e-8
) -> bool:
    """Tell whether values agree, as far as an answer's own digits go."""
    value = bared(value)
    return _close(value, expected, *tolerances(value, rtol, atol))


def distance(
    value: Any, outcome: Any, rtol: float = 1e-6, atol: float = 1e-8
) -> float:
    """Measure how far apart two results are, in tolerances.

    Returns:
        The largest of all entries and parts: up to 1 they agree. Infinite
        where shapes differ, or one is no number.
    """
    if isinstance(outcome, tuple):
        if not isinstance(value, tuple | list) or len(value) != len(outcome):
            return math.inf
        parts = zip(value, outcome, strict=True)
        return max((distance(a, b, rtol, atol) for a, b in parts), default=0.0)
    if is_counted(value, outcome):
        alike = np.shape(value) == np.shape(outcome)
        return 0.0 if alike and np.all(value == outcome) else math.inf
    try:
        a, b = as_numbers(value), as_numbers(outcome)
    except (TypeError, ValueError, RuntimeError):
        return math.inf
    return _apart(a, b, rtol, atol) if a.shape == b.shape else math.inf


def _apart(a: np.ndarray, b: np.ndarray, rtol: float, atol: float) -> float:
    same = (a == b) | ((a != a) & (b != b))
    real = [v.astype(float) if v.dtype.kind in "biu" else v for v in (a, b)]
    with np.errstate(all="ignore"):
        off = np.abs(real[0] - real[1]) / (atol + rtol * np.abs(real[1]))
    off = np.where(np.isnan(off), np.inf, off)
    return float(np.max(np.where(same, 0.0, off), initial=0.0))


def same(value: Any, outcome: Any, rtol: float, atol: float) -> bool:
    """Tell whether two results agree, part by part."""
    return distance(value, outcome, rtol, atol) <= 1


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


def digits(n: int, *, decimals: bool = False) -> dict[str, float]:
    """Give the tolerances of a task that says “n digits are enough”.

        call.returns(truth, **digits(5))

    Args:
        n: how many significant digits must be right.
        decimals: whether n digits after the point are enough, too.

    Returns:
        `rtol` and `atol`, for `returns`, `compare` and `close`.

    Raises:
        ValueError: n is not a positive integer.
    """
    if not is_whole(n) or n < 1:
        raise ValueError(f"digits({n!r}): expected a positive integer")
    return {"rtol": 10.0 ** (1 - n), "atol": 10.0**-n if decimals else 0.0}


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
    if isinstance(expected, bool | np.bool_):
        return _yes_or_no(value, bool(expected), name)
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
    if not isinstance(expected, np.ndarray):
        value, expected = single(value), single(expected)
    return _values(value, expected, name, rtol, atol)


def _exactly(value: Any, expected: Any, name: str) -> str:
    if type(value) is type(expected) and value == expected:
        return ""
    return _but(name, show(value), show(expected))


def _yes_or_no(value: Any, expected: bool, name: str) -> str:
    if isinstance(value, bool | np.bool_):
        return _exactly(bool(value), expected, name)
    got = f"{show(value)}, {kind(value)}"
    return f"{_it(name)} returned {got}; expected True or False."


def _array_type(value: Any, expected: np.ndarray, name: str) -> str:
    number = isinstance(value, np.generic) and expected.shape == ()
    if isinstance(value, np.ndarray) or number:
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
        f"expected shape {expected.shape}.{_stretched(value, expected)}"
    )


def _stretched(value: np.ndarray, expected: np.ndarray) -> str:
    """Name what makes a square of a column: it met a row."""
    n = expected.size
    column = expected.shape in ((n,), (n, 1)) and n > 1
    if not column or value.shape != (n, n):
        return ""
    return (
        f" A column of shape ({n}, 1) that meets an array of shape ({n},) is "
        "stretched to all pairs of their entries (broadcasting): a - b is "
        f"({n}, {n}) then. Give both the same shape."
    )


_NO_NUMBERS = {
    "U": "texts; expected numbers",
    "S": "bytes; expected numbers",
    "O": "Python objects (dtype object); expected numbers",
    "c": "complex numbers; expected real ones",
}


def _array_dtype(value: Any, expected: np.ndarray, name: str) -> str:
    wanted = {"f": "f", "i": "iu", "u": "iu"}.get(
        expected.dtype.kind, expected.dtype.kind
    )
    found = value.dtype.kind
    if found in wanted:
        return ""
    if found in _NO_NUMBERS and expected.dtype.kind in "fiu":
        what = f"an array of {_NO_NUMBERS[found]} of type {expected.dtype}"
        return f"{_it(name)} returned {what}."
    return (
        f"{_it(name)} returned numbers of type {value.dtype}; expected "
        f"{expected.dtype}."
    )


def _number_type(value: Any, expected: Any, name: str) -> str:
    if _has_axes(value):
        return f"{_it(name)} returned {kind(value)}; expected one number."
    whole = isinstance(expected, numbers.Integral)
    plain = single(value)
    if _is_wanted(plain, expected) and not isinstance(plain, bool):
        return ""
    wished = "an integer." if whole else "a number."
    if whole and isinstance(plain, float) and plain.is_integer():
        wished = "an integer. Is there a / that should be //?"
    if isinstance(plain, complex):
        wished = f"a real number, {'an integer' if whole else 'a float'}."
    got = f"{show(value)}, {kind(plain)}"
    return f"{_it(name)} returned {got}; expected {wished}"


def _has_axes(value: Any) -> bool:
    """Tell what holds several numbers, or could, even if it is one."""
    if isinstance(value, list | tuple | dict | set | frozenset):
        return True
    return bool(getattr(value, "shape", ()))


def _is_wanted(plain: Any, expected: Any) -> bool:
    if isinstance(expected, numbers.Integral):
        return isinstance(plain, numbers.Integral)
    if isinstance(expected, numbers.Real | Decimal):
        return isinstance(plain, numbers.Real | Decimal)
    return isinstance(plain, numbers.Number)


def _values(
    value: Any, expected: Any, name: str, rtol: float, atol: float
) -> str:
    if _close(value, expected, rtol, atol):
        return ""
    said = _but(name, show(value), show(expected))
    if broken := _broken(value, expected):
        return f"{said}\n{broken}, where finite numbers are expected."
    if np.size(expected) <= SMALL:
        return said
    return _first_difference(np.asarray(value), expected, name, rtol, atol)


def _broken(value: Any, expected: Any) -> str:
    """Name what is not finite, though all that was expected is."""
    if np.size(expected) == 0 or not np.all(np.isfinite(as_numbers(expected))):
        return ""
    found = as_numbers(value)
    if np.all(np.isfinite(found)):
        return ""
    what = "nan" if np.any(np.isnan(found)) else "infinite"
    return f"There are {what} values in it{_first_broken(found)}"


def _first_broken(value: np.ndarray) -> str:
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
    wrong = ~np.isclose(value, expected, rtol=rtol, atol=atol, equal_nan=True)
    if is_counted(value, expected):
        wrong = value != expected
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


def is_counted(*values: Any) -> bool:
    """Tell whether all are whole numbers, or arrays of such."""
    return all(
        v.dtype.kind in "iu" if isinstance(v, np.ndarray) else is_whole(v)
        for v in values
    )


def _close(value: Any, expected: Any, rtol: float, atol: float) -> bool:
    if is_counted(value, expected):
        return bool(np.all(value == expected))
    found, truth = as_numbers(value), as_numbers(expected)
    return bool(
        np.allclose(found, truth, rtol=rtol, atol=atol, equal_nan=True)
    )
