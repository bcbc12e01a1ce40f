import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import approx_fprime

from d2lcode.scratch import linear_regression, polynomial_fit
from d2lcode.scratch import quadratic_network as qn


def problem(n, d, seed=0):
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(n, d)), rng.normal(size=(n, 1))
    weights = [rng.normal(size=s) for s in ((d, 1), (d, 1), (1,))]
    return x, y, weights


def test_each_column_bends_by_its_own_weight():
    x = np.array([[1.0, 2.0], [-3.0, 0.5]])
    w1 = np.array([[10.0], [-2.0]])
    np.testing.assert_array_equal(qn.bend(x, w1), [[11, -6], [87, 0]])


def test_a_prediction_by_hand():
    x, w1, w2 = np.array([[2.0]]), np.array([[0.5]]), np.array([[3.0]])
    b = np.array([1.0])
    assert qn.predict(x, w1, w2, b).tolist() == [[13.0]]
    assert qn.loss(x, np.array([[10.0]]), w1, w2, b) == 9.0


def test_without_the_bend_it_is_linear_regression():
    x, y, (_, w2, b) = problem(7, 3)
    flat = np.zeros((3, 1))
    np.testing.assert_allclose(
        qn.predict(x, flat, w2, b), linear_regression.predict(x, w2, b)
    )
    _, grad_w2, grad_b = qn.gradient(x, y, flat, w2, b)
    expected = linear_regression.gradient(x, y, w2, b)
    np.testing.assert_allclose(grad_w2, expected[0])
    np.testing.assert_allclose(grad_b, expected[1])


@settings(deadline=None)
@given(st.integers(1, 9), st.integers(1, 4), st.integers(0, 99))
def test_the_gradient_is_the_slope_of_the_loss(n, d, seed):
    x, y, weights = problem(n, d, seed)
    flat = np.concatenate([w.ravel() for w in weights])

    def loss(v):
        return qn.loss(x, y, v[:d, None], v[d:-1, None], v[-1:])

    slopes = qn.gradient(x, y, *weights)
    assert [s.shape for s in slopes] == [(d, 1), (d, 1), (1,)]
    ours = np.concatenate([s.ravel() for s in slopes])
    scale = 1 + np.abs(ours).max()
    expected = approx_fprime(flat, loss, 1e-7)
    np.testing.assert_allclose(ours, expected, atol=1e-4 * scale)


def test_nothing_that_came_in_is_changed():
    x, y, weights = problem(6, 2)
    before = [v.copy() for v in (x, y, *weights)]
    qn.descend(x, y, tuple(weights), lr=0.01, steps=3)
    for old, new in zip(before, (x, y, *weights), strict=True):
        np.testing.assert_array_equal(old, new)


def test_descent_arrives_at_the_best_parabola():
    x = np.random.default_rng(0).uniform(-1, 1, (40, 1))
    y = 0.5 + x - 0.8 * x**2
    zero = np.zeros((1, 1)), np.zeros((1, 1)), np.zeros(1)
    (w1, w2, b), losses = qn.descend(x, y, zero, lr=0.5, steps=2000)
    found = [b[0], w2[0, 0], (w1 * w2)[0, 0]]
    expected = polynomial_fit.fit(x, y, 2)[:, 0]
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert len(losses) == 2000
    assert losses[0] == pytest.approx(np.mean(y**2))
    assert losses[-1] < 1e-12


def test_a_step_is_the_learning_rate_times_the_gradient():
    x, y, weights = problem(5, 2)
    after, losses = qn.descend(x, y, tuple(weights), lr=0.1, steps=1)
    slopes = qn.gradient(x, y, *weights)
    for old, new, slope in zip(weights, after, slopes, strict=True):
        np.testing.assert_allclose(new, old - 0.1 * slope)
    assert losses == [qn.loss(x, y, *weights)]


def test_no_steps_are_refused():
    x, y, weights = problem(5, 2)
    with pytest.raises(ValueError, match="steps is 0; expected"):
        qn.descend(x, y, tuple(weights), lr=0.1, steps=0)


def test_what_makes_no_sense_is_refused():
    x, y, weights = problem(6, 2)
    with pytest.raises(ValueError, match="lr is nan; expected"):
        qn.descend(x, y, tuple(weights), lr=np.nan, steps=1)
    for use in (qn.loss, qn.gradient):
        with pytest.raises(ValueError, match=r"y has shape \(6,\); expected"):
            use(x, y[:, 0], *weights)
