"""Checks of arguments: an error names argument, value and what was expected.

Every function gives its argument back, so that it can be checked in passing.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
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


def its_parameters(
    optimizer: object,
    held: Iterable[object],
    known: Iterable[object],
    trained: Mapping[str, object],
) -> None:
    """What an optimizer holds is the model's; raises ValueError otherwise.

    A part of the model will do, as in fine-tuning. Tensors of something
    else will do as long as all that the model trains is there as well.

    Args:
        optimizer: is named in the error.
        held: the parameters that it updates.
        known: all parameters of the model and of the loss.
        trained: name -> parameter of the model that is to be trained.
    """
    ours, theirs = {id(p) for p in held}, {id(p) for p in known}
    missing = [name for name, p in trained.items() if id(p) not in ours]
    strange = len(ours - theirs)
    if ours & theirs and not (strange and missing):
        return
    lacking = f"; it lacks {missing[0]!r}" if missing else ""
    raise ValueError(
        f"optimizer holds {len(ours)} tensors ({type(optimizer).__name__}), "
        f"{strange} of them not of this model{lacking}; expected one made "
        "with this model's parameters, after its last layer was put in"
    )


def stepwise(schedule: object, parts: Iterable[Any]) -> None:
    """A scheduler whose `step()` needs nothing; raises ValueError otherwise.

    Args:
        schedule: is named in the error.
        parts: it, and the schedulers that it is made of.
    """
    for part in parts:
        try:
            inspect.signature(part.step).bind()
        except TypeError as error:
            raise ValueError(
                f"schedule is a {type(schedule).__name__}, and step() of "
                f"{type(part).__name__} is {error}; expected a schedule "
                "that moves on after every step by itself, such as a "
                "function step -> factor"
            ) from error


def other_optimizer(schedule: object, made: str) -> ValueError:
    """The error that a scheduler is which drives another optimizer."""
    return ValueError(
        f"schedule is a {type(schedule).__name__} that does not drive this "
        f"optimizer; expected the optimizer's own, {made}, or a function "
        "step -> factor"
    )


def step_factor(schedule: Any) -> Any:
    """A function step -> factor of lr; raises ValueError otherwise."""
    if not callable(schedule):
        raise _refuse(
            "schedule",
            schedule,
            "a function step -> factor, or a scheduler of the optimizer",
        )
    return schedule
