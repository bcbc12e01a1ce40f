"""One row for every model of the twins: a new model is one row more.

`make(d2l)` builds it in either twin; x and y are one batch.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np


def rng():
    return np.random.default_rng(20)


def normal(*shape: int) -> np.ndarray:
    return rng().standard_normal(shape).astype(np.float32)


def classes(n: int, count: int) -> np.ndarray:
    return rng().integers(0, count, n)


@dataclass(frozen=True)
class Case:
    make: Callable[[Any], Any]
    x: np.ndarray
    y: np.ndarray
    parameters: int


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
}
