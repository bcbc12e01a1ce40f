import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import approx_fprime
from sklearn.linear_model import LinearRegression

from d2lcode.scratch import linear_regression as lr


def problem(n, d, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.normal(size=(n, 1))


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 5), st.integers(0, 99))
def test_the_gradient_is_the_slope_of_the_loss(n, d, seed):
    x, y = problem(n, d, seed)
    point = np.random.default_rng(seed + 1).normal(size=d + 1)

    def flat(v):
        return lr.loss(x, y, v[:-1, None], v[-1:])

    grad_w, grad_b = lr.gradient(x, y, point[:-1, None], point[-1:])
    assert grad_w.shape == (d, 1)
    assert grad_b.shape == (1,)
    expected = approx_fprime(point, flat, 1e-7)
    ours = np.concatenate([grad_w[:, 0], grad_b])
    np.testing.assert_allclose(ours, expected, rtol=1e-4, atol=1e-4)


def test_the_loss_is_the_mean_of_the_squares():
    x, y = np.array([[1.0], [2.0]]), np.array([[1.0], [5.0]])
    assert lr.loss(x, y, np.array([[2.0]]), np.array([1.0])) == 2.0


@pytest.mark.parametrize(("n", "size"), [(10, 3), (10, 5), (4, 9), (1, 1)])
def test_batches_deal_every_row_once_with_its_own_target(n, size):
    x, y = np.arange(n)[:, None], np.arange(n)[:, None] * 10
    dealt = list(lr.batches(x, y, size, np.random.default_rng(0)))
    assert [len(a) for a, _ in dealt[:-1]] == [size] * (len(dealt) - 1)
    together = np.concatenate([a for a, _ in dealt])
    assert sorted(together[:, 0]) == list(range(n))
    for a, b in dealt:
        np.testing.assert_array_equal(a * 10, b)


def test_batches_come_in_another_order_each_time():
    x = np.arange(50)[:, None]
    rng = np.random.default_rng(0)
    first, second = (
        np.concatenate([a for a, _ in lr.batches(x, x, 7, rng)])
        for _ in range(2)
    )
    assert (first != second).any()
    assert (first[:, 0] != np.arange(50)).any()


def test_a_batch_of_nothing_is_refused():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="size is 0; expected a whole"):
        list(lr.batches(np.zeros((3, 1)), np.zeros((3, 1)), 0, rng))


def test_descent_arrives_at_least_squares():
    x, y = problem(60, 4, 0)
    w, b, losses = lr.descend(x, y, lr=0.2, epochs=2000)
    exact = LinearRegression().fit(x, y)
    np.testing.assert_allclose(w.T, exact.coef_, atol=1e-8)
    np.testing.assert_allclose(b, exact.intercept_, atol=1e-8)
    assert len(losses) == 2000
    assert all(np.diff(losses) <= 1e-15)


def test_mini_batches_take_more_steps_and_the_seed_decides():
    x, y = problem(25, 2, 1)
    run = {"lr": 0.01, "epochs": 3, "batch_size": 10}
    w, _, losses = lr.descend(x, y, **run, seed=4)
    assert len(losses) == 9
    np.testing.assert_array_equal(w, lr.descend(x, y, **run, seed=4)[0])
    assert (w != lr.descend(x, y, **run, seed=5)[0]).any()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"batch_size": 0}, "batch_size is 0; expected a whole number"),
        ({"batch_size": 2.5}, "batch_size is 2.5; expected a whole number"),
        ({"lr": -1}, "lr is -1; expected a finite number above 0"),
        ({"lr": np.nan}, "lr is nan; expected a finite number above 0"),
        ({"epochs": -1}, "epochs is -1; expected a whole number"),
        ({"y": np.ones(8)}, r"y has shape \(8,\); expected \(8, 1\)"),
        ({"y": np.ones((9, 1))}, r"y has shape \(9, 1\); expected \(8, 1\)"),
    ],
)
def test_descent_refuses_what_makes_no_sense(wrong, message):
    x, y = problem(8, 3, 0)
    with pytest.raises(ValueError, match=message):
        lr.descend(**{"x": x, "y": y, "lr": 0.1, "epochs": 2} | wrong)


def test_no_epochs_leave_the_zeros():
    w, b, losses = lr.descend(*problem(8, 3, 0), lr=0.1, epochs=0)
    assert not w.any()
    assert not b.any()
    assert losses == []


@pytest.mark.parametrize("function", [lr.loss, lr.gradient])
def test_targets_that_would_broadcast_are_refused(function):
    x, y = problem(8, 3, 0)
    with pytest.raises(ValueError, match=r"y has shape \(8,\); expected"):
        function(x, y[:, 0], np.zeros((3, 1)), np.zeros(1))
