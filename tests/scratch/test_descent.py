"""The walk downhill and its curvature, against definitions."""

import numpy as np
import pytest

from d2lcode.grading import numeric_gradient
from d2lcode.scratch.descent import hessian, largest_factor, walk, with_ones
from d2lcode.scratch.linear_regression import descend


@pytest.fixture
def rows():
    rng = np.random.default_rng(0)
    return rng.normal(size=(30, 3)), rng.normal(size=(30, 1))


def test_a_walk_in_one_direction_by_hand():
    places = walk(lambda w: 2 * w, np.array([8.0]), lr=0.25, steps=3)
    np.testing.assert_array_equal(places, [[8.0], [4.0], [2.0], [1.0]])


def test_no_steps_stay_at_the_start():
    start = np.array([1.0, 2.0])
    places = walk(lambda w: w, start, lr=1.0, steps=0)
    np.testing.assert_array_equal(places, [start])


def test_the_start_is_left_alone():
    start = np.array([8, 4])
    walk(lambda w: w, start, lr=0.1, steps=2)
    np.testing.assert_array_equal(start, [8, 4])


def test_a_rate_may_depend_on_the_step_from_zero():
    places = walk(
        np.ones_like, np.zeros(1), lr=[0.5, 0.25, 2.0].__getitem__, steps=3
    )
    np.testing.assert_array_equal(places.ravel(), [0, -0.5, -0.75, -2.75])


def test_it_walks_as_linear_regression_descends(rows):
    x, y = rows
    a = with_ones(x)
    w, b, _ = descend(x, y, lr=0.1, epochs=25)

    def slope(v):
        return 2 * a.T @ (a @ v - y[:, 0]) / len(a)

    last = walk(slope, np.zeros(4), lr=0.1, steps=25)[-1]
    np.testing.assert_allclose(last, [*w[:, 0], b[0]], atol=1e-12)


def test_the_ones_come_last_and_x_is_left_alone(rows):
    x, _ = rows
    a = with_ones(x)
    assert a.shape == (30, 4)
    np.testing.assert_array_equal(a[:, :3], x)
    np.testing.assert_array_equal(a[:, 3], 1.0)


def test_the_hessian_is_the_slope_of_the_slope(rows):
    x, y = rows

    def slope(j):
        return lambda w: float(
            numeric_gradient(
                lambda v: float(np.mean((x @ v - y[:, 0]) ** 2)), w, 1e-3
            )[j]
        )

    measured = [numeric_gradient(slope(j), np.ones(3), 1e-3) for j in range(3)]
    np.testing.assert_allclose(hessian(x), measured, atol=1e-6)


@pytest.mark.parametrize(
    ("lr", "factor"), [(0.1, 0.9), (0.5, 1.0), (0.4, 0.6), (0.55, 1.2)]
)
def test_the_factor_of_two_directions_by_hand(lr, factor):
    """Eigenvalues 4 and 1: 1 − 4 lr and 1 − lr, whichever is larger."""
    assert largest_factor(np.diag([4.0, 1.0]), lr) == pytest.approx(factor)


def test_the_factor_is_what_a_step_leaves(rows):
    x, _ = rows
    h = hessian(x)
    for lr in (0.3, 1.9 / np.linalg.norm(h, 2), 2.1 / np.linalg.norm(h, 2)):
        far = walk(lambda w: h @ w, np.ones(3), lr=lr, steps=400)
        shrunk = np.linalg.norm(far[-1]) / np.linalg.norm(far[-2])
        assert shrunk == pytest.approx(largest_factor(h, lr), rel=1e-3)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"lr": -0.1}, r"lr is -0\.1; expected a finite number above 0"),
        ({"lr": np.nan}, "lr is nan; expected a finite number above 0"),
        ({"steps": -1}, "steps is -1; expected a whole number"),
    ],
)
def test_a_walk_refuses_what_makes_no_sense(wrong, message):
    with pytest.raises(ValueError, match=message):
        walk(np.ones_like, np.zeros(2), **{"lr": 0.1, "steps": 3} | wrong)
