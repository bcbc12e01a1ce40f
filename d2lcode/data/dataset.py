"""What a loader returns: NumPy arrays, and where they came from."""

from __future__ import annotations

import operator
from dataclasses import dataclass

import numpy as np

from d2lcode.data.rows import as_many, several


@dataclass(frozen=True, eq=False, repr=False)
class Split:
    """One part of a data set.

    The arrays belong to the caller: every call of a loader makes fresh
    ones. A slice shares its memory with the split that it is cut from.

    Attributes:
        x: inputs, `(n, …)`.
        y: targets, `(n, …)`.

    Raises:
        ValueError: `x` and `y` differ in length.
    """

    x: np.ndarray
    y: np.ndarray

    def __post_init__(self) -> None:
        as_many("y", self.y, self.x)

    def __len__(self) -> int:
        return len(self.x)

    def __getitem__(self, rows: slice | np.ndarray) -> Split:
        """Cut out rows: a slice, an array of indices, or a mask.

        Raises:
            TypeError: `rows` is a single number.
            IndexError: an index is out of range.
        """
        several(rows, "one example is x[i], y[i]")
        return Split(self.x[rows], self.y[rows])

    def take(self, n: int) -> Split:
        """Give the first `n` rows, or all where there are fewer.

        Raises:
            ValueError: `n` is negative.
        """
        if operator.index(n) < 0:
            raise ValueError(f"n is {n}, expected 0 or more")
        return self[:n]

    def __repr__(self) -> str:
        x, y = _form("x", self.x), _form("y", self.y)
        return f"Split({len(self)} rows, {x}, {y})"


@dataclass(frozen=True, eq=False)
class LinearTruth:
    """What a generator of linear data knows and a reader has to find.

    Attributes:
        w: weights, `(features, 1)`.
        b: the value at `x = 0`.
        noise: standard deviation of what was added.
    """

    w: np.ndarray
    b: float
    noise: float

    def __call__(self, x: np.ndarray) -> np.ndarray:
        """Give `x @ w + b`, without noise: `(n, features)` → `(n, 1)`."""
        return x @ self.w + self.b


@dataclass(frozen=True, eq=False)
class PolynomialTruth:
    """What a generator of points around a polynomial knows.

    Attributes:
        coefficients: c₀, c₁, …, lowest power first.
        noise: standard deviation of what was added.
    """

    coefficients: tuple[float, ...]
    noise: float

    def __call__(self, x: np.ndarray) -> np.ndarray:
        """Give c₀ + c₁x + c₂x² + …, without noise, of the shape of x."""
        value = np.zeros_like(x)
        for c in reversed(self.coefficients):
            value = value * x + c
        return value


@dataclass(frozen=True, eq=False)
class RingTruth:
    """What a generator of points around several centres knows.

    Attributes:
        centres: `(modes, 2)`, each equally likely.
        noise: standard deviation around a centre, along each axis.
    """

    centres: np.ndarray
    noise: float

    def counts(self, x: np.ndarray) -> np.ndarray:
        """Count the points within three deviations of each centre.

        Shapes: `(n, 2)` → `(modes,)` int64. A point counts for the centre
        that is nearest to it.
        """
        away = np.linalg.norm(x[:, None] - self.centres, axis=2)
        near = away.min(axis=1) <= 3 * self.noise
        nearest = away.argmin(axis=1)[near]
        return np.bincount(nearest, minlength=len(self.centres))


@dataclass(frozen=True, eq=False, repr=False)
class Dataset:
    """A data set in NumPy arrays, the same for both frameworks.

    Attributes:
        title: its name in words.
        train: what to learn from.
        test: what to be judged by.
        real: False where this is the embedded stand-in of something else.
        source: where it came from, in words.
        valid: what to choose by, where the data set has such a part.
        classes: names of the classes, in the order of their numbers.
        columns: names of the columns of `x`.
        truth: how it was made, where that is a formula that is known.
        generated: True where it is made by a formula and stands in for
            nothing, so that it is the same everywhere.
    """

    title: str
    train: Split
    test: Split
    real: bool
    source: str
    valid: Split | None = None
    classes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    truth: LinearTruth | PolynomialTruth | RingTruth | None = None
    generated: bool = False

    def __repr__(self) -> str:
        kind = "real, from" if self.real else "NOT the real data, but"
        kind = "generated, from" if self.generated else kind
        parts = {"train": self.train, "valid": self.valid, "test": self.test}
        counts = [f"{len(s)} {k}" for k, s in parts.items() if s is not None]
        x, y = _form("x", self.train.x), _form("y", self.train.y)
        every = ", ".join([*counts, x, y])
        return f"{self.title} ({kind} {self.source}): {every}"


def _form(name: str, a: np.ndarray) -> str:
    shape = f" {a.shape[1:]}" if a.ndim > 1 else ""
    return f"{name}{shape} {a.dtype}"
