"""The housing model by hand and in the frameworks: the same weights.

After the same steps from the same start they agree to 1e-5, although the
model by hand computes in float64 and the frameworks in float32.
"""

import importlib

import numpy as np
import pytest

from d2lcode import data, parity
from d2lcode.scratch.linear_regression import descend, gradient, loss

CLOSE = 1e-5


@pytest.fixture(params=["torch", "paddle"])
def d2l(request):
    pytest.importorskip(request.param)
    return importlib.import_module(f"d2lcode.{request.param}")


@pytest.fixture(scope="module")
def housing():
    """The training rows, each column with mean zero and range one."""
    split = data.housing().train
    x, y = split.x.astype(np.float64), split.y.astype(np.float64)
    x, y = (v - v.mean(axis=0) for v in (x, y))
    return x / np.ptp(x, axis=0), y / np.ptp(y, axis=0)


def model_at(d2l, w, b):
    """A framework's model with weights (d, 1) and (1,) carried over."""
    model = d2l.LinearRegression(len(w))
    arrays = {"linear.weight": w.T, "linear.bias": b}
    parity.load(model, {k: v.astype(np.float32) for k, v in arrays.items()})
    return model


def weights_of(model):
    """The weights as by hand, (d, 1) and (1,)."""
    arrays = parity.weights(model)
    return arrays["linear.weight"].T, arrays["linear.bias"]


def assert_same_weights(model, w, b):
    theirs = weights_of(model)
    np.testing.assert_allclose(theirs[0], w, atol=CLOSE, rtol=0)
    np.testing.assert_allclose(theirs[1], b, atol=CLOSE, rtol=0)


def dealt(d2l, x, y, epochs):
    """The batches of `fit` as arrays, in its order."""
    loader = d2l.loader((x, y), 10, shuffle=True, seed=3)
    for _ in range(epochs):
        for part, target in loader:
            yield np.asarray(part), np.asarray(target)


def test_all_rows_at_once_from_zero(d2l, housing):
    x, y = housing
    w, b, losses = descend(x, y, lr=0.5, epochs=300)
    model = model_at(d2l, np.zeros((13, 1)), np.zeros(1))
    batches = d2l.loader((x, y), len(x))
    history = d2l.fit(model, batches, epochs=300, lr=0.5, progress=False)
    assert_same_weights(model, w, b)
    np.testing.assert_allclose(history.losses, losses, atol=CLOSE, rtol=0)


def test_batches_of_ten_from_anywhere(d2l, housing):
    x, y = housing
    rng = np.random.default_rng(1)
    w, b = rng.normal(size=(13, 1)), rng.normal(size=1)
    model = model_at(d2l, w, b)
    batches = d2l.loader((x, y), 10, shuffle=True, seed=3)
    history = d2l.fit(model, batches, epochs=10, lr=0.1, progress=False)
    losses = []
    for part, target in dealt(d2l, x, y, epochs=10):
        losses.append(loss(part, target, w, b))
        grad_w, grad_b = gradient(part, target, w, b)
        w, b = w - 0.1 * grad_w, b - 0.1 * grad_b
    assert len(losses) == len(history.losses) == 10 * 41
    assert_same_weights(model, w, b)
    np.testing.assert_allclose(history.losses, losses, atol=1e-4, rtol=0)


def test_the_predictions_are_the_same(d2l, housing):
    x, y = housing
    w, b, _ = descend(x, y, lr=0.5, epochs=50)
    ours, theirs = x @ w + b, d2l.predict(model_at(d2l, w, b), x)
    np.testing.assert_allclose(theirs, ours, atol=CLOSE, rtol=0)


def test_another_rate_is_told_apart(d2l, housing):
    """The tolerance does not hide a step that is a hundredth longer."""
    x, y = housing
    w, _, _ = descend(x, y, lr=0.5, epochs=20)
    model = model_at(d2l, np.zeros((13, 1)), np.zeros(1))
    batches = d2l.loader((x, y), len(x))
    d2l.fit(model, batches, epochs=20, lr=0.505, progress=False)
    assert np.abs(weights_of(model)[0] - w).max() > 10 * CLOSE
