"""Points around a polynomial: as many as wanted, from a known truth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from d2lcode._checks import natural, positive_integer
from d2lcode.data.dataset import Dataset, PolynomialTruth, Split

CUBIC = (0.2, -2.0, 0.5, 4.0)
"""0.2 − 2x + 0.5x² + 4x³: up, down and up again on [-1, 1]."""


def polynomials(
    coefficients: Sequence[float] = CUBIC,
    *,
    train_rows: int = 20,
    valid_rows: int = 0,
    test_rows: int = 1000,
    noise: float = 0.3,
    seed: int = 0,
) -> Dataset:
    """Draw points around c₀ + c₁x + c₂x² + …, with noise added.

    Shapes: x `(n, 1)` float32, evenly spread over [-1, 1); y `(n, 1)`
    float32. Nothing here was measured, and nothing stands in for anything:
    `truth` is the polynomial that made the data, and `truth.noise` the
    standard deviation of what no model can predict.

    Each part has random numbers of its own, so asking for more rows of one
    part keeps those that it had and leaves the others as they were.

    Args:
        coefficients: c₀, c₁, …, lowest power first.
        train_rows: how many to learn from.
        valid_rows: how many to choose by; `valid` is None if 0.
        test_rows: how many to be judged by.
        noise: standard deviation of the noise.
        seed: which points, and which noise.

    Raises:
        ValueError: there are no coefficients, a number of rows is no whole
            number of at least 1 (of `valid_rows`, at least 0), or noise or
            seed is negative.
    """
    _check(coefficients, noise, seed)
    truth = PolynomialTruth(tuple(map(float, coefficients)), float(noise))
    chosen_by = natural("valid_rows", valid_rows)
    return Dataset(
        title="Points around a polynomial",
        train=_draw(truth, positive_integer("train_rows", train_rows), seed),
        valid=_draw(truth, chosen_by, seed, 1) if chosen_by else None,
        test=_draw(truth, positive_integer("test_rows", test_rows), seed, 2),
        real=True,
        source=f"degree {len(coefficients) - 1}, noise {noise}, seed {seed}",
        generated=True,
        columns=("x",),
        truth=truth,
    )


def _check(coefficients: Sequence[float], noise: float, seed: int) -> None:
    if len(coefficients) == 0:
        raise ValueError("coefficients is empty; expected one or more")
    if not 0 <= noise < float("inf"):
        raise ValueError(f"noise is {noise}; expected a number from 0 up")
    natural("seed", seed)


def _draw(
    truth: PolynomialTruth, rows: int, seed: int, part: int = 0
) -> Split:
    place, miss = (np.random.default_rng((seed, part, i)) for i in range(2))
    x = place.uniform(-1, 1, (rows, 1)).astype(np.float32)
    y = truth(x.astype(np.float64)) + miss.normal(0, truth.noise, x.shape)
    return Split(x, y.astype(np.float32))
