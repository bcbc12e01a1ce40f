"""Generated polynomial data: shapes, truth, and what the seed decides."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode import data
from d2lcode.data.dataset import PolynomialTruth


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=6))
def test_the_truth_is_the_polynomial(coefficients):
    x = np.linspace(-2, 2, 7)[:, None]
    expected = sum(c * x**k for k, c in enumerate(coefficients))
    truth = PolynomialTruth(tuple(coefficients), 0.0)
    np.testing.assert_allclose(truth(x), expected, atol=1e-9)


def test_the_truth_of_whole_numbers_is_no_whole_number():
    truth = PolynomialTruth((0.5, 1.0), 0.0)
    np.testing.assert_array_equal(truth(np.array([1, 2])), [1.5, 2.5])


@pytest.mark.parametrize("rows", [(1, 0, 1), (7, 3, 5)])
def test_shapes_and_types(rows):
    train, valid, test = rows
    d = data.polynomials(train_rows=train, valid_rows=valid, test_rows=test)
    parts = [d.train, d.test] + [d.valid] * (valid > 0)
    assert (d.valid is None) == (valid == 0)
    assert [len(p) for p in parts] == [train, test] + [valid] * (valid > 0)
    for part in parts:
        assert part.x.shape == part.y.shape == (len(part), 1)
        assert part.x.dtype == part.y.dtype == np.float32


def test_without_noise_the_points_lie_on_the_truth():
    d = data.polynomials((1, -2, 3), noise=0)
    for part in (d.train, d.test):
        expected = 1 - 2 * part.x + 3 * part.x**2
        np.testing.assert_allclose(part.y, expected, atol=1e-6)


def test_places_and_noise_are_spread_as_promised():
    d = data.polynomials(test_rows=20_000, noise=0.5)
    counts, _ = np.histogram(d.test.x, bins=10, range=(-1, 1))
    assert counts.min() > 1800
    assert counts.sum() == 20_000
    rest = d.test.y - d.truth(d.test.x)
    assert rest.mean() == pytest.approx(0, abs=0.015)
    assert rest.std() == pytest.approx(0.5, rel=0.02)
    assert abs(np.corrcoef(d.test.x[:, 0], rest[:, 0])[0, 1]) < 0.02


def test_the_seed_decides():
    first, again = (data.polynomials(seed=3) for _ in range(2))
    np.testing.assert_array_equal(first.train.y, again.train.y)
    other = data.polynomials(seed=4)
    assert not np.isin(first.train.x, other.train.x).any()


def test_the_parts_have_no_point_in_common():
    d = data.polynomials(train_rows=50, valid_rows=50, test_rows=50)
    every = np.vstack([d.train.x, d.valid.x, d.test.x])
    assert len(np.unique(every)) == 150


def test_more_rows_keep_those_there_were():
    few = data.polynomials(train_rows=5)
    many = data.polynomials(train_rows=50, valid_rows=9, test_rows=2000)
    np.testing.assert_array_equal(few.train.x, many.train.x[:5])
    np.testing.assert_array_equal(few.train.y, many.train.y[:5])
    np.testing.assert_array_equal(few.test.y, many.test.y[:1000])


def test_the_repr_says_that_it_was_made():
    d = data.polynomials((0, 1), train_rows=4, test_rows=2, noise=0.1)
    assert repr(d) == (
        "Points around a polynomial (generated, from degree 1, noise 0.1, "
        "seed 0): 4 train, 2 test, x (1,) float32, y (1,) float32"
    )
    assert "polynomials" not in data.used()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"coefficients": ()}, "coefficients is empty"),
        ({"train_rows": 0}, "train_rows is 0; expected"),
        ({"test_rows": 0}, "test_rows is 0; expected"),
        ({"valid_rows": -1}, "valid_rows is -1; expected"),
        ({"train_rows": 2.5}, r"train_rows is 2\.5; expected a whole"),
        ({"noise": -0.1}, r"noise is -0\.1; expected"),
        ({"noise": float("nan")}, "noise is nan; expected"),
        ({"seed": -1}, "seed is -1; expected"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong, words):
    with pytest.raises(ValueError, match=words):
        data.polynomials(**wrong)
