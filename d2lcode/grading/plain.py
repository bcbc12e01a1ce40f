"""What an answer handed back, without what a type of its own could hide.

A subclass of a number, a text or an array may say that it is equal to
anything. Before values are judged they are bared: taken for what they hold.
"""

from __future__ import annotations

import math
import numbers
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np

_CONTAINERS: dict[type, Callable[[Any], Any]] = {
    tuple: lambda v: tuple.__getitem__(v, slice(None)),
    list: lambda v: list.__getitem__(v, slice(None)),
    dict: lambda v: dict(dict.items(v)),
}
_BARED: dict[type, Callable[[Any], Any]] = {
    np.ndarray: lambda v: np.ndarray.view(v, np.ndarray),
    np.generic: lambda v: np.generic.__array__(v)[()],
    int: int.__pos__,
    float: float.__pos__,
    complex: complex.__pos__,
    str: lambda v: str.__str__(v),
    bytes: lambda v: bytes.__getitem__(v, slice(None)),
    **_CONTAINERS,
}


def _numpys() -> set[type]:
    """Name NumPy's own kinds of numbers."""
    found: set[type] = set()
    todo: list[type] = [np.generic]
    while todo:
        found.add(todo[-1])
        todo += todo.pop().__subclasses__()
    return found


_REAL = (numbers.Rational, float, Decimal, np.floating, np.integer, np.bool_)
TRUSTED = frozenset({*_BARED, bool, type(None)} | _numpys())


def bared(value: Any) -> Any:
    """Give a value as one of Python's or NumPy's own types.

    What is of such a type already comes back itself, and what has no such
    type below it as well; parts of tuples, lists and dictionaries are bared
    one by one.
    """
    kind = type(value)
    if kind not in TRUSTED:
        below = next((t for t in kind.__mro__ if t in _BARED), None)
        value = _BARED[below](value) if below else value
    if type(value) in _CONTAINERS:
        return _bared_parts(value)
    return value


def _bared_parts(value: Any) -> Any:
    """Bare what a container holds; it stays itself if nothing changed."""
    parts = value.values() if isinstance(value, dict) else value
    bare_ones = [bared(part) for part in parts]
    if all(a is b for a, b in zip(bare_ones, parts, strict=True)):
        return value
    if isinstance(value, dict):
        return dict(zip(value, bare_ones, strict=True))
    return type(value)(bare_ones)


def bare(value: Any) -> Any:
    """Take the number out of an array of one; leave anything else."""
    if isinstance(value, np.ndarray) and value.size == 1:
        return value.reshape(())[()]
    return value


def is_tensor(value: Any) -> bool:
    """Tell a tensor of a framework that is loaded."""
    loaded = (sys.modules.get(name) for name in ("torch", "paddle"))
    kinds = (getattr(module, "Tensor", None) for module in loaded)
    return any(isinstance(k, type) and isinstance(value, k) for k in kinds)


def single(value: Any) -> Any:
    """Take the one number out of whatever holds just one.

    NumPy's numbers, arrays of one of any shape, and tensors of one become
    Python's numbers; anything else is left.
    """
    value = bared(value)
    if isinstance(value, np.generic):
        return value.item()
    one = isinstance(value, np.ndarray) and value.size == 1
    if one or (is_tensor(value) and math.prod(value.shape) == 1):
        return value.item()
    return value


def is_number(value: Any) -> bool:
    """Tell a number; True and False are none."""
    return isinstance(value, numbers.Number) and not isinstance(value, bool)


def is_whole(value: Any) -> bool:
    """Tell an integer, of Python or NumPy; True and False are none."""
    return isinstance(value, numbers.Integral) and not isinstance(value, bool)


def as_float(value: Any) -> float | complex:
    """Give any number in floating point, as near as it comes.

    Raises:
        TypeError: it is not a number.
    """
    if isinstance(value, complex | np.complexfloating):
        return complex(value)
    if not isinstance(value, _REAL):
        raise TypeError(f"expected a number, got {type(value).__name__}")
    try:
        return float(value)
    except OverflowError:
        return -math.inf if str(value).startswith("-") else math.inf
    except ValueError:  # a Decimal may be a nan that complains
        return math.nan


def as_numbers(value: Any) -> np.ndarray:
    """Give a number, or an array of any numbers, as NumPy can compare it.

    Raises:
        TypeError: something in it is not a number.
        ValueError: it is a list of lists of different lengths.
    """
    array = np.asarray(value)
    if array.dtype.kind == "O":
        flat = [as_float(v) for v in array.ravel().tolist()]
        return np.array(flat).reshape(array.shape)
    if array.dtype.kind not in "biufc":
        raise TypeError(f"expected numbers, got {array.dtype}")
    return array
