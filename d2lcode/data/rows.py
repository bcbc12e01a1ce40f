"""What every split checks: as many of each, and cuts that are cuts."""

from __future__ import annotations

from collections.abc import Sized

import numpy as np


def as_many(name: str, part: Sized, x: Sized, what: str = "rows") -> None:
    """Refuse a part that does not go with x.

    Args:
        name: what the error calls it.
        part: one entry for each example.
        x: the inputs, likewise.
        what: an entry is one of these.

    Raises:
        ValueError: they differ in length.
    """
    if len(part) != len(x):
        raise ValueError(
            f"{name} has {len(part)} {what}, expected as many as x, {len(x)}"
        )


def several(rows: object, one: str) -> None:
    """Refuse a single number, which would cut out no split.

    Args:
        rows: a slice, an array of indices, or a mask.
        one: how to get what the number stands for.

    Raises:
        TypeError: it is a single number.
    """
    if not isinstance(rows, slice) and np.ndim(rows) != 1:  # type: ignore
        raise TypeError(
            f"rows is {rows!r}, expected a slice or an array of indices; {one}"
        )
