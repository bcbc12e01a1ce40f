import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LinearRegression, Ridge

from d2lcode.scratch import weight_decay as wd


def problem(n, d, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(1, 1, (n, d)), rng.normal(3, 1, (n, 1))


def test_the_loss_by_hand():
    x, y = np.array([[1.0], [2.0]]), np.array([[2.0], [1.0]])
    w, b = np.array([[3.0]]), np.array([-1.0])
    assert wd.loss(x, y, w, b, 0.0) == 8.0
    assert wd.loss(x, y, w, b, 0.5) == 12.5
    assert wd.loss(x, y, w, b + 1, 0.5) == 17.5


@settings(deadline=None)
@given(
    st.integers(3, 12),
    st.integers(1, 5),
    st.sampled_from([1e-4, 0.1, 3.0]),
    st.integers(0, 50),
)
def test_the_solution_is_scikit_learns(n, d, strength, seed):
    x, y = problem(n, d, seed)
    w, b = wd.solve(x, y, strength)
    expected = Ridge(alpha=strength * n, solver="svd").fit(x, y)
    assert w.shape == (d, 1)
    assert b.shape == (1,)
    np.testing.assert_allclose(w[:, 0], expected.coef_.ravel(), rtol=1e-5)
    np.testing.assert_allclose(b, expected.intercept_, rtol=1e-5)


@given(st.integers(0, 30))
def test_no_neighbour_of_the_solution_is_cheaper(seed):
    x, y = problem(9, 3, seed)
    w, b = wd.solve(x, y, 0.2)
    lowest = wd.loss(x, y, w, b, 0.2)
    rng = np.random.default_rng(seed)
    for _ in range(5):
        dw, db = rng.normal(0, 0.1, (3, 1)), rng.normal(0, 0.1, 1)
        assert wd.loss(x, y, w + dw, b + db, 0.2) > lowest


def test_a_tiny_strength_is_least_squares_and_a_huge_one_the_mean():
    x, y = problem(20, 3)
    w, b = wd.solve(x, y, 1e-12)
    plain = LinearRegression().fit(x, y)
    np.testing.assert_allclose(w.T, plain.coef_, atol=1e-8)
    np.testing.assert_allclose(b, plain.intercept_, atol=1e-8)
    w, b = wd.solve(x, y, 1e9)
    np.testing.assert_allclose(w, 0, atol=1e-8)
    np.testing.assert_allclose(b, y.mean(), atol=1e-6)


def test_more_columns_than_rows_are_no_trouble():
    x, y = problem(4, 9)
    w, b = wd.solve(x, y, 0.01)
    assert np.isfinite(w).all()
    assert wd.loss(x, y, w, b, 0.0) < 0.1


@pytest.mark.parametrize("strength", [0.01, 0.5])
def test_descent_with_decay_arrives_at_the_solution(strength):
    x, y = problem(20, 3)
    w, b = wd.descend(x, y, strength, lr=0.05, steps=6000)
    expected_w, expected_b = wd.solve(x, y, strength)
    np.testing.assert_allclose(w, expected_w, atol=1e-8)
    np.testing.assert_allclose(b, expected_b, atol=1e-8)


def test_the_first_step_has_nothing_to_decay():
    x, y = problem(6, 2)
    w, b = wd.descend(x, y, 0.7, lr=0.1, steps=1)
    np.testing.assert_allclose(w, 0.2 * x.T @ y / 6)
    np.testing.assert_allclose(b, 0.2 * y.mean())


def test_arguments_that_make_no_sense_are_refused():
    x, y = problem(6, 2)
    for strength in (0.0, -1.0, float("nan")):
        with pytest.raises(ValueError, match="expected a finite number"):
            wd.solve(x, y, strength)
    with pytest.raises(ValueError, match="steps is 0; expected"):
        wd.descend(x, y, 0.1, lr=0.1, steps=0)
    with pytest.raises(ValueError, match="lr is -1; expected"):
        wd.descend(x, y, 0.1, lr=-1, steps=1)
    with pytest.raises(ValueError, match=r"strength is -0\.1; expected"):
        wd.descend(x, y, -0.1, lr=0.1, steps=1)


def test_targets_that_would_broadcast_are_refused():
    x, y = problem(6, 2)
    w, b = np.zeros((2, 1)), np.zeros(1)
    for use in (
        lambda y: wd.loss(x, y, w, b, 0.1),
        lambda y: wd.solve(x, y, 0.1),
        lambda y: wd.descend(x, y, 0.1, lr=0.1, steps=1),
    ):
        with pytest.raises(ValueError, match=r"y has shape \(6,\); expected"):
            use(y[:, 0])
