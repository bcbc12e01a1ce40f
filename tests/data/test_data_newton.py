"""The pushed cart: a generated data set whose truth is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode import data
from d2lcode.data.mechanics import FASTEST, SLOWEST


def columns(d):
    """Acceleration and measured force of every push."""
    parts = (d.train, d.valid, d.test)
    return (
        np.concatenate([p.x[:, 0] for p in parts]).astype(float),
        np.concatenate([p.y[:, 0] for p in parts]).astype(float),
    )


@pytest.mark.parametrize(
    ("n", "counts"), [(60, (30, 15, 15)), (4, (2, 1, 1)), (11, (5, 2, 4))]
)
def test_parts_and_shapes(n, counts):
    d = data.newton(n)
    assert (len(d.train), len(d.valid), len(d.test)) == counts
    assert d.train.x.shape == d.train.y.shape == (counts[0], 1)
    assert d.train.x.dtype == d.train.y.dtype == np.float32
    assert d.columns == ("acceleration",)


def test_it_says_that_it_is_generated():
    d = data.newton()
    assert d.generated
    assert d.real
    assert repr(d) == (
        "Pushes of a cart (generated, from F = m·a and noise): 30 train, "
        "15 valid, 15 test, x (1,) float32, y (1,) float32"
    )


def test_others_are_not_generated():
    assert not data.housing(stand_in=True).generated


@given(st.floats(0.1, 50.0), st.integers(0, 99))
def test_without_noise_it_is_the_law(mass, seed):
    a, force = columns(data.newton(12, mass=mass, noise=0.0, seed=seed))
    np.testing.assert_allclose(force, mass * a, rtol=1e-6)


def test_the_truth_is_known():
    d = data.newton(mass=3.5, noise=0.25)
    assert d.truth.w.tolist() == [[3.5]]
    assert (d.truth.b, d.truth.noise) == (0.0, 0.25)
    np.testing.assert_allclose(d.truth(np.array([[2.0]])), [[7.0]])


def test_the_noise_is_as_wide_as_it_says():
    a, force = columns(data.newton(20_000, mass=2.0, noise=0.4))
    miss = force - 2.0 * a
    assert abs(miss.mean()) < 0.01
    assert abs(miss.std() - 0.4) < 0.01
    assert abs(np.corrcoef(miss, a)[0, 1]) < 0.03


def test_accelerations_cover_their_range_evenly():
    a, _ = columns(data.newton(20_000))
    shares, _ = np.histogram(a, bins=4, range=(SLOWEST, FASTEST))
    assert a.min() >= SLOWEST
    assert a.max() <= FASTEST
    np.testing.assert_allclose(shares / len(a), 0.25, atol=0.01)


def test_the_mass_can_be_found():
    a, force = columns(data.newton())
    slope = np.linalg.lstsq(a[:, None], force, rcond=None)[0][0]
    assert abs(slope - 2.0) < 0.1


def test_a_seed_gives_the_same_pushes_again():
    first, again = data.newton(seed=3), data.newton(seed=3)
    np.testing.assert_array_equal(first.train.x, again.train.x)
    np.testing.assert_array_equal(first.test.y, again.test.y)
    assert not np.array_equal(first.train.x, data.newton(seed=4).train.x)


def test_these_are_the_books_pushes():
    """The generator's stream: were it another, the page would be, too."""
    d = data.newton()
    np.testing.assert_allclose(
        d.train.x[:3, 0], [3.047847, 1.579147, 0.663894], rtol=1e-5
    )


def test_it_needs_no_files():
    before = data.used()
    data.newton()
    assert data.used() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"n": 3}, "n is 3, expected 4 or more"),
        ({"mass": 0.0}, "mass is 0.0; expected a finite number above 0"),
        ({"mass": -1.0}, "mass is -1.0"),
        ({"noise": -0.1}, "noise is -0.1, expected a finite number"),
        ({"noise": float("nan")}, "noise is nan"),
        ({"noise": float("inf")}, "noise is inf"),
        ({"seed": -1}, "seed is -1; expected a whole number of at least 0"),
    ],
)
def test_arguments_out_of_range(arguments, words):
    with pytest.raises(ValueError, match=words):
        data.newton(**arguments)
