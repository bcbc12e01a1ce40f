"""Boston housing, and what is wrong with it."""

from __future__ import annotations

import numpy as np

from d2lcode.data.dataset import Dataset, LinearTruth, Split
from d2lcode.data.store import Files, load

COLUMNS = (
    "CRIM",
    "ZN",
    "INDUS",
    "CHAS",
    "NOX",
    "RM",
    "AGE",
    "DIS",
    "RAD",
    "TAX",
    "PTRATIO",
    "B",
    "LSTAT",
)
"""The inputs, in the order of the file's columns; the last is the price."""

ROWS, TRAIN_ROWS = 506, 404


def housing(*, shuffle_seed: int = 0, stand_in: bool | None = None) -> Dataset:
    """Boston housing: 506 districts, 13 numbers each, and a price.

    Shapes: x `(n, 13)` float32 in the file's own units; y `(n, 1)` float32,
    the median value of owner-occupied homes in $1000 (of about 1970, cut
    off at 50). The file's rows follow the map, so they are shuffled once,
    by `shuffle_seed`; the first 404 are then `train`, the other 102 `test`.

    **This data set is retired, and here only to be studied.** Column B is
    a racial variable: 1000 (Bk − 0.63)², with Bk the share of Black people
    in a district. Its authors took for granted that racism moves prices,
    and in this form: prices would fall, then rise again, as a district's
    share of Black people grows. A model trained on it writes that
    assumption into its prices. The formula also cannot be undone (two
    shares give one B), so the assumption cannot be examined with the data.
    LSTAT, “lower status of the population”, is a judgement presented as a
    measurement. The variable of the original question, NOX, was not
    measured district by district. scikit-learn deprecated the data set in
    1.0 and removed it in 1.2 for these reasons. Leave B out of any model
    whose numbers you mean; do not use the set for new work.

    The stand-in has the same shapes and similar ranges, and a truth that is
    known: `truth` gives the weights that made the prices. B weighs nothing
    in it.

    Args:
        shuffle_seed: which order the rows are put in.
        stand_in: None takes the stand-in only where the real data cannot be
            had; False never; True always.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.
        ValueError: `shuffle_seed` is negative.

    Source: Harrison, Rubinfeld (1978), Hedonic housing prices and the
    demand for clean air. On what is wrong: M. Carlisle (2019), Racist data
    destruction?
    """
    if shuffle_seed < 0:
        raise ValueError(f"shuffle_seed is {shuffle_seed}, expected 0 or more")
    return load(
        "housing",
        lambda files: _read(files, shuffle_seed),
        lambda: _made(shuffle_seed),
        stand_in,
    )


def _read(files: Files, seed: int) -> Dataset:
    text = files.paths["table"].read_text(encoding="ascii")
    table = np.array(text.split(), np.float32).reshape(ROWS, -1)
    x, y = table[:, :-1], table[:, -1:]
    return _dataset(x, y, seed, real=True, source=files.source)


def _made(seed: int) -> Dataset:
    from d2lcode.data.standins import prices

    x, y, truth = prices.make(ROWS)
    source = "a stand-in, generated from a known linear truth"
    return _dataset(x, y, seed, real=False, source=source, truth=truth)


def _dataset(
    x: np.ndarray,
    y: np.ndarray,
    seed: int,
    *,
    real: bool,
    source: str,
    truth: LinearTruth | None = None,
) -> Dataset:
    order = np.random.default_rng(seed).permutation(len(x))
    every = Split(x[order], y[order])
    return Dataset(
        title="Boston housing",
        train=every[:TRAIN_ROWS],
        test=every[TRAIN_ROWS:],
        real=real,
        source=source,
        columns=COLUMNS,
        truth=truth,
    )
