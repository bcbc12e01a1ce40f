import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import approx_fprime
from scipy.special import log_softmax
from scipy.special import softmax as scipy_softmax

from d2lcode.scratch import softmax_regression as sr

logits = arrays(
    np.float64,
    st.tuples(st.integers(1, 6), st.integers(1, 5)),
    elements=st.floats(-1e6, 1e6),
)


@settings(deadline=None)
@given(logits)
def test_softmax_equals_scipy_and_stays_finite(z):
    p = sr.softmax(z)
    assert np.isfinite(p).all()
    np.testing.assert_allclose(p, scipy_softmax(z, axis=1), atol=1e-12)
    np.testing.assert_allclose(p.sum(axis=1), 1)


@settings(deadline=None)
@given(logits, st.integers(0, 99))
def test_cross_entropy_equals_scipy(z, seed):
    rng = np.random.default_rng(seed)
    labels = rng.integers(z.shape[1], size=len(z))
    expected = -log_softmax(z, axis=1)[np.arange(len(z)), labels].mean()
    assert sr.cross_entropy(z, labels) == pytest.approx(
        expected, rel=1e-9, abs=1e-9
    )


@settings(deadline=None)
@given(st.integers(1, 6), st.integers(1, 5), st.integers(0, 99))
def test_the_gradient_is_the_slope_of_the_cross_entropy(n, k, seed):
    rng = np.random.default_rng(seed)
    z, labels = rng.normal(size=(n, k)), rng.integers(k, size=n)
    before = z.copy()
    slopes = approx_fprime(
        z.ravel(), lambda v: sr.cross_entropy(v.reshape(n, k), labels), 1e-7
    )
    np.testing.assert_allclose(
        sr.gradient(z, labels), slopes.reshape(n, k), atol=1e-5
    )
    np.testing.assert_array_equal(z, before)


def test_descent_separates_what_can_be_separated():
    rng = np.random.default_rng(0)
    centres = np.array([[4.0, 0], [-4, 0], [0, 4]])
    y = rng.integers(3, size=300)
    x = centres[y] + rng.normal(size=(300, 2))
    w, b, losses = sr.descend(
        x, y, classes=3, lr=0.5, epochs=20, batch_size=32
    )
    assert losses[0] == pytest.approx(np.log(3))
    assert len(losses) == 20 * 10
    assert (np.argmax(x @ w + b, axis=1) == y).mean() > 0.97


def test_descent_keeps_single_precision():
    x = np.ones((4, 2), np.float32)
    y = np.array([0, 1, 0, 1])
    w, b, _ = sr.descend(x, y, classes=2, lr=0.1, epochs=1, batch_size=2)
    assert w.dtype == b.dtype == np.float32


@pytest.mark.parametrize("function", [sr.cross_entropy, sr.gradient])
@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ([0, -1], r"labels\[1\] is -1; expected a class from 0 to 2"),
        ([3, 0], r"labels\[0\] is 3; expected a class from 0 to 2"),
        ([0.0, 1.0], "labels has type float64; expected whole numbers"),
        ([[0], [1]], r"labels has shape \(2, 1\)"),
        ([0], r"labels has shape \(1,\)"),
    ],
)
def test_labels_that_are_none(function, labels, message):
    with pytest.raises(ValueError, match=message):
        function(np.zeros((2, 3)), np.array(labels))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"y": np.array([0, 1, -1, 0])}, r"y\[2\] is -1; expected a class"),
        ({"y": np.array([0, 1, 2, 0])}, r"y\[2\] is 2; expected a class"),
        ({"y": np.zeros(5, int)}, r"y has shape \(5,\)"),
        ({"lr": 0}, "lr is 0; expected a finite number above 0"),
        ({"epochs": 1.5}, "epochs is 1.5; expected a whole number"),
        ({"batch_size": 0}, "batch_size is 0; expected a whole number"),
    ],
)
def test_descent_refuses_what_makes_no_sense(wrong, message):
    sound = {"x": np.ones((4, 2)), "y": np.array([0, 1, 0, 1])}
    sound |= {"classes": 2, "lr": 0.1, "epochs": 1, "batch_size": 2}
    with pytest.raises(ValueError, match=message):
        sr.descend(**sound | wrong)


def test_truth_values_are_the_classes_0_and_1():
    z, truth = np.array([[2.0, 1.0], [0.5, 3.0]]), np.array([False, True])
    assert sr.cross_entropy(z, truth) == sr.cross_entropy(z, truth * 1)
    np.testing.assert_array_equal(
        sr.gradient(z, truth), sr.gradient(z, truth * 1)
    )
