"""Positions by distance: looking far back costs more (ALiBi).

Press et al. 2022, https://arxiv.org/abs/2108.12409
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import positive_integer

Array = NDArray[Any]


def distance_slopes(
    num_heads: int, slopes: Sequence[float] | None = None
) -> Array:
    """What each head charges for a step back: 1/4, 1/16, … for four heads.

    Args:
        num_heads: how many heads.
        slopes: others instead, one for each head; zeros charge nothing.

    Raises:
        ValueError: there is not one finite slope, 0 or more, a head.
    """
    count = positive_integer("num_heads", num_heads)
    if slopes is None:
        return 2.0 ** (-8 * np.arange(1, count + 1) / count)
    given = np.asarray(slopes, dtype=float)
    fine = (given >= 0) & np.isfinite(given)
    if given.shape != (count,) or not fine.all():
        raise ValueError(
            f"slopes is {slopes!r}; expected {count} finite numbers of at "
            "least 0, one for each head"
        )
    return given


def distance_mask(slopes: Array, queries: int, keys: int) -> Array:
    """What is added to the scores, -inf for what comes later.

    Args:
        slopes: one for each head, (heads,).
        queries: places that ask; they are the last ones of `keys`.
        keys: places that there are.

    Returns:
        (heads, queries, keys).
    """
    place = np.arange(keys)
    ahead = place - place[keys - queries :, None]
    return np.where(ahead > 0, -np.inf, slopes[:, None, None] * ahead)
