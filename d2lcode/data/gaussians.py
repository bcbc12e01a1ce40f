"""Points in eight heaps on a circle: a distribution one can see whole."""

from __future__ import annotations

import numpy as np

from d2lcode._checks import natural, not_negative, positive, positive_integer
from d2lcode.data.dataset import Dataset, RingTruth, Split


def ring(
    modes: int = 8,
    *,
    radius: float = 2.0,
    noise: float = 0.1,
    train_rows: int = 10_000,
    test_rows: int = 1000,
    seed: int = 0,
) -> Dataset:
    """Draw points of the plane, normal around centres on a circle.

    Shapes: x `(n, 2)` float32; y `(n,)` int64, the centre that a point
    belongs to, counted from the right against the clock. Each centre is
    equally likely. Nothing here was measured, and nothing stands in for
    anything: `truth` knows the centres.

    Args:
        modes: how many centres, evenly spread.
        radius: of the circle that they lie on.
        noise: standard deviation around a centre, along each axis.
        train_rows: how many to learn from.
        test_rows: how many to be judged by.
        seed: which points.

    Raises:
        ValueError: modes or a number of rows is no whole number of at
            least 1, radius is not above 0, or noise or seed is negative.
    """
    angle = 2 * np.pi * np.arange(positive_integer("modes", modes)) / modes
    centres = np.column_stack([np.cos(angle), np.sin(angle)])
    truth = RingTruth(
        positive("radius", radius) * centres, not_negative("noise", noise)
    )
    natural("seed", seed)
    return Dataset(
        title="Points around a ring",
        train=_draw(truth, positive_integer("train_rows", train_rows), seed),
        test=_draw(truth, positive_integer("test_rows", test_rows), seed, 1),
        real=True,
        source=f"{modes} centres, noise {noise}, seed {seed}",
        generated=True,
        classes=tuple(map(str, range(modes))),
        columns=("x", "y"),
        truth=truth,
    )


def _draw(truth: RingTruth, rows: int, seed: int, part: int = 0) -> Split:
    place, miss = (np.random.default_rng((seed, part, i)) for i in range(2))
    y = place.integers(0, len(truth.centres), rows)
    x = truth.centres[y] + miss.normal(0, truth.noise, (rows, 2))
    return Split(x.astype(np.float32), y)
