import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from d2lcode.scratch import polynomial_fit as pf


def points(n, seed=0):
    rng = np.random.default_rng(seed)
    return rng.uniform(-1, 1, (n, 1)), rng.normal(size=(n, 1))


def test_powers_begin_with_one():
    expected = [[1, 2, 4, 8], [1, -3, 9, -27]]
    np.testing.assert_array_equal(
        pf.powers(np.array([[2], [-3]]), 3), expected
    )
    np.testing.assert_array_equal(pf.powers(np.zeros((2, 1)), 1)[:, 0], 1)


def test_powers_are_taken_in_double_precision():
    x = np.array([[1.1]], dtype=np.float32)
    assert pf.powers(x, 2).dtype == np.float64
    assert pf.powers(np.array([[10]], np.int32), 15)[0, -1] == 1e15


def test_a_negative_degree_is_refused():
    with pytest.raises(ValueError, match="degree is -1; expected a whole"):
        pf.powers(np.zeros((1, 1)), -1)


def test_what_would_broadcast_is_refused():
    x, y = points(3)
    for use in (
        lambda: pf.powers(x[:, 0], 2),
        lambda: pf.fit(x, y[:, 0], 2),
        lambda: pf.error(x, y[:, 0], np.zeros((3, 1))),
    ):
        with pytest.raises(ValueError, match=r"has shape \(3,\); expected"):
            use()


@settings(deadline=None)
@given(st.integers(0, 6), st.integers(0, 50))
def test_the_fit_is_numpys_own(degree, seed):
    x, y = points(15, seed)
    expected = np.polynomial.polynomial.polyfit(x[:, 0], y[:, 0], degree)
    ours = pf.fit(x, y, degree)
    assert ours.shape == (degree + 1, 1)
    np.testing.assert_allclose(ours[:, 0], expected, rtol=1e-6, atol=1e-9)


def test_the_fit_predicts_what_numpy_evaluates():
    x, y = points(12)
    w = pf.fit(x, y, 4)
    expected = np.polynomial.polynomial.polyval(x, w[:, 0])
    np.testing.assert_allclose(pf.predict(x, w), expected)
    mean = np.mean((expected - y) ** 2)
    assert pf.error(x, y, w) == pytest.approx(mean)


def test_as_many_weights_as_points_leave_no_error():
    x, y = points(5)
    assert pf.error(x, y, pf.fit(x, y, 4)) < 1e-20
    assert pf.error(x, y, pf.fit(x, y, 3)) > 1e-3
