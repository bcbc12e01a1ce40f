"""Housing prices from a truth that is known."""

from __future__ import annotations

import numpy as np

from d2lcode.data.dataset import LinearTruth

NOISE = 3.0

# Column by column: lowest, highest, how strongly the values crowd at the
# low end (1: evenly; below 1: at the high end), digits after the point, and
# what moving from lowest to highest does to the price, in $1000.
_COLUMNS = {
    "CRIM": (0.006, 89.0, 9.0, 5, -9.0),
    "ZN": (0.0, 100.0, 5.0, 1, 4.0),
    "INDUS": (0.46, 27.7, 1.3, 2, 0.0),
    "CHAS": (0.0, 1.0, 3.0, 0, 3.0),
    "NOX": (0.385, 0.871, 1.5, 3, -8.0),
    "RM": (3.56, 8.78, 1.0, 3, 18.0),
    "AGE": (2.9, 100.0, 0.5, 1, 0.0),
    "DIS": (1.13, 12.1, 2.2, 4, -12.0),
    "RAD": (1.0, 24.0, 1.5, 0, 6.0),
    "TAX": (187.0, 711.0, 1.3, 0, -6.0),
    "PTRATIO": (12.6, 22.0, 0.7, 1, -9.0),
    "B": (0.32, 396.9, 0.3, 2, 0.0),
    "LSTAT": (1.7, 38.0, 1.8, 2, -16.0),
}
_MEAN_PRICE = 22.5


def make(
    rows: int, seed: int = 2979
) -> tuple[np.ndarray, np.ndarray, LinearTruth]:
    """Draw districts, price them by the truth, and add noise.

    Args:
        rows: how many districts.
        seed: which ones. With the default, none of 506 prices is below 0;
            the noise does not see to that.

    Returns:
        x `(rows, 13)` float32, y `(rows, 1)` float32, and the truth.

    Raises:
        ValueError: `rows` is below 1.
    """
    if rows < 1:
        raise ValueError(f"rows is {rows}, expected 1 or more")
    rng = np.random.default_rng(seed)
    x = _districts(rng, rows)
    truth = _truth(x)
    y = truth(x) + rng.normal(0, NOISE, (rows, 1))
    return x, y.astype(np.float32), truth


def _districts(rng: np.random.Generator, rows: int) -> np.ndarray:
    columns = []
    # Age, distance, crime … go together in a town; here through `centre`.
    centre = rng.uniform(size=rows)
    for low, high, crowding, digits, _ in _COLUMNS.values():
        share = 0.3 * centre + 0.7 * rng.uniform(size=rows)
        values = low + (high - low) * share**crowding
        columns.append(values.round(digits))
    return np.stack(columns, axis=1).astype(np.float32)


def _truth(x: np.ndarray) -> LinearTruth:
    table = np.array([row[:2] for row in _COLUMNS.values()])
    effects = np.array([[row[4]] for row in _COLUMNS.values()])
    w = effects / (table[:, 1:] - table[:, :1])
    b = _MEAN_PRICE - float((x.mean(axis=0) @ w).item())
    return LinearTruth(w, b, NOISE)
