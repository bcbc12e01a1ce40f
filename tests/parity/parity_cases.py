"""One row for every model of the twins: a new model is one row more.

`make(d2l)` builds it in either twin; x and y are one batch, in any form
that `loader` takes. A loss is given as for `parity.compare`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from d2lcode._structures import Padded, each


def rng():
    return np.random.default_rng(20)


def normal(*shape: int) -> np.ndarray:
    return rng().standard_normal(shape).astype(np.float32)


def classes(n: int, count: int) -> np.ndarray:
    return rng().integers(0, count, n)


@dataclass(frozen=True)
class Case:
    make: Callable[[Any], Any]
    x: Any
    y: Any
    parameters: int
    loss: Any = None

    def summary(self, d2l: Any) -> Any:
        """The table of a new model for inputs of this form."""
        x, _ = next(iter(d2l.loader((self.x, self.y)).batches(0)))
        shapes = one_shape_each(x)
        return d2l.summary(self.make(d2l), shapes, one_type_each(x))


def one_shape_each(part: Any) -> Any:
    """The shapes of a batch, as `summary` takes them."""
    return each(lambda tensor: tuple(tensor.shape), part)


def one_type_each(part: Any) -> Any:
    """Its types; of padded sequences those of their values."""
    if isinstance(part, Padded):
        return part.values.dtype
    if isinstance(part, tuple):
        return tuple(map(one_type_each, part))
    if isinstance(part, dict):
        return {name: one_type_each(inner) for name, inner in part.items()}
    return part.dtype


MODELS = {
    "LinearRegression": Case(
        lambda d2l: d2l.LinearRegression(13, 2),
        normal(32, 13),
        normal(32, 2),
        parameters=13 * 2 + 2,
    ),
    "SoftmaxRegression": Case(
        lambda d2l: d2l.SoftmaxRegression(),
        normal(32, 1, 28, 28),
        classes(32, 10),
        parameters=784 * 10 + 10,
    ),
    "LeNet": Case(
        lambda d2l: d2l.LeNet(),
        normal(16, 1, 28, 28),
        classes(16, 10),
        parameters=61_706,
    ),
    "LeNet1998": Case(
        lambda d2l: d2l.LeNet1998(),
        normal(16, 1, 28, 28),
        classes(16, 10),
        parameters=61_706,
    ),
    "SlimLeNet": Case(
        lambda d2l: d2l.SlimLeNet((3, 8, 60, 42)),
        normal(16, 1, 28, 28),
        classes(16, 10),
        parameters=78 + 608 + 12_060 + 2_562 + 430,
    ),
}
