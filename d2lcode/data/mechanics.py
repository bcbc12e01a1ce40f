"""A cart that is pushed, measured often: Newton's second law, with noise."""

from __future__ import annotations

import numpy as np

from d2lcode._checks import natural, positive
from d2lcode.data.dataset import Dataset, LinearTruth, Split

SLOWEST, FASTEST = 0.5, 4.5
"""Between these, in m/s², the acceleration of a push is drawn evenly."""


def newton(
    n: int = 60, *, mass: float = 2.0, noise: float = 0.4, seed: int = 0
) -> Dataset:
    """Force against acceleration, by F = m·a with a mass that is known.

    Shapes: x `(n, 1)` float32, the acceleration of a push in m/s²; y
    `(n, 1)` float32, the measured force in N. The first half of the pushes
    is `train`, the next quarter `valid`, the rest `test`. `truth` knows
    the law: its one weight is the mass in kg.

    The data are generated, and a stand-in for nothing: the same arguments
    give the same pushes everywhere.

    Args:
        n: how many pushes, 4 or more.
        mass: of the cart, in kg.
        noise: standard deviation of the error of the measured force, in N;
            errors are normal, independent, and zero on average.
        seed: of accelerations and errors.

    Raises:
        ValueError: an argument is out of range.

    Source: Newton (1687), Philosophiæ naturalis principia mathematica, the
    second law of motion.
    """
    if n < 4:
        raise ValueError(f"n is {n}, expected 4 or more")
    rng = np.random.default_rng(natural("seed", seed))
    truth = LinearTruth(np.array([[positive("mass", mass)]]), 0.0, noise)
    x = rng.uniform(SLOWEST, FASTEST, (n, 1))
    y = truth(x) + rng.normal(0.0, _spread(noise), (n, 1))
    return _dataset(Split(x.astype(np.float32), y.astype(np.float32)), truth)


def _spread(noise: float) -> float:
    if not 0 <= noise < float("inf"):
        raise ValueError(f"noise is {noise}, expected a finite number, 0 up")
    return noise


def _dataset(every: Split, truth: LinearTruth) -> Dataset:
    half = len(every) // 2
    valid_end = half + len(every) // 4
    return Dataset(
        title="Pushes of a cart",
        train=every[:half],
        valid=every[half:valid_end],
        test=every[valid_end:],
        real=True,
        generated=True,
        source="F = m·a and noise",
        columns=("acceleration",),
        truth=truth,
    )
