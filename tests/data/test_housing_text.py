"""The raw file of Boston housing, and its stand-in."""

import os

import numpy as np
import pytest

from d2lcode import data


def table(text):
    return np.array(text.split(), dtype=np.float64).reshape(-1, 14)


def rows(dataset):
    both = [np.hstack([s.x, s.y]) for s in (dataset.train, dataset.test)]
    return np.vstack(both)


def in_order(a):
    return a[np.lexsort(a.T)]


def test_the_stand_in_is_the_same_numbers_as_the_loader_gives():
    text = data.housing_text(stand_in=True)
    expected = rows(data.housing(stand_in=True))
    assert table(text).shape == (506, 14)
    np.testing.assert_allclose(
        in_order(table(text).astype(np.float32)), in_order(expected), rtol=1e-5
    )


@pytest.mark.skipif(
    "D2LCODE_DATA_MIRROR" not in os.environ, reason="no real data named"
)
def test_the_real_file_starts_as_it_should():
    first = table(data.housing_text())[0]
    np.testing.assert_allclose(
        first[[0, 2, 4, 13]], [0.00632, 2.31, 0.538, 24]
    )
