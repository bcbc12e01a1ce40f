"""Checks of arguments: an error names argument, value and what was expected.

Every function gives its argument back, so that it can be checked in passing.
"""

from __future__ import annotations

from numbers import Integral, Real
from typing import Any

import numpy as np


def _refuse(name: str, value: object, expected: str) -> ValueError:
    return ValueError(f"{name} is {value!r}; expected {expected}")


def positive_integer(name: str, value: int) -> int:
    """A count of at least one; raises ValueError otherwise."""
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not whole or value < 1:
        raise _refuse(name, value, "a whole number of at least 1")
    return int(value)


def natural(name: str, value: int) -> int:
    """A whole number of at least zero; raises ValueError otherwise."""
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not whole or value < 0:
        raise _refuse(name, value, "a whole number of at least 0")
    return int(value)


def positive(name: str, value: float) -> float:
    """A finite number above zero; raises ValueError otherwise."""
    if not isinstance(value, Real) or not 0 < value < float("inf"):
        raise _refuse(name, value, "a finite number above 0")
    return float(value)


def not_negative(name: str, value: float) -> float:
    """A finite number of at least zero; raises ValueError otherwise."""
    if not isinstance(value, Real) or not 0 <= value < float("inf"):
        raise _refuse(name, value, "a finite number of at least 0")
    return float(value)


def one_column(name: str, values: Any, rows: int) -> Any:
    """An array of shape (rows, 1); raises ValueError otherwise.

    NumPy would make (rows, rows) of (rows, 1) and (rows,), without a word.
    """
    if np.shape(values) != (rows, 1):
        raise ValueError(
            f"{name} has shape {np.shape(values)}; expected ({rows}, 1)"
        )
    return values


def first_of(name: str, array: np.ndarray, wrong: np.ndarray) -> str:
    """Name the first entry that is wrong, and its value: “y[7] is 3”."""
    place = np.argwhere(wrong)[0].tolist()
    return f"{name}{place} is {array[tuple(place)]}"


def optional_count(name: str, value: int | None) -> int | None:
    """None, or a count of at least one; raises ValueError otherwise."""
    return None if value is None else positive_integer(name, value)


def optional_positive(name: str, value: float | None) -> float | None:
    """None, or a finite number above zero; raises ValueError otherwise."""
    return None if value is None else positive(name, value)
