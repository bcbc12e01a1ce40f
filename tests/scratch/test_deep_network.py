"""The deep network of dense blocks: its gradients, its start, its points."""

import numpy as np
import pytest

from d2lcode.grading import numeric_gradient
from d2lcode.scratch.deep_network import (
    accuracy,
    descend,
    forward,
    gradients,
    relu,
    spirals,
    start,
)


def block(h, w1, w2):
    return h + np.tanh(h @ w1) @ w2


def back(h, w1, w2, g):
    a = np.tanh(h @ w1)
    inside = g @ w2.T * (1 - a**2)
    return g + inside @ w1.T, h.T @ inside, a.T @ g


def loss(weights, x, y):
    z = forward(weights, x, block)[-1] @ weights[-1]
    p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
    return -np.log(p[np.arange(len(y)), y]).mean()


@pytest.mark.parametrize("place", [0, 1, 2])
def test_gradients_are_those_of_small_steps(place):
    x, y = spirals(7, np.random.default_rng(0))
    weights = list(start(2, seed=1))
    weights[1] *= 0.5
    found = gradients(tuple(weights), x, y, block, back)[place]

    def moved(w):
        return loss([*weights[:place], w, *weights[place + 1 :]], x, y)

    truth = numeric_gradient(moved, weights[place])
    np.testing.assert_allclose(found, truth, atol=1e-8)


def test_a_step_is_that_of_momentum():
    x, y = spirals(9, np.random.default_rng(0))
    at = start(1, seed=2)
    once = descend(at, x, y, block, back, lr=0.1, steps=1)
    twice = descend(at, x, y, block, back, lr=0.1, steps=2)
    first, second = (gradients(w, x, y, block, back) for w in (at, once))
    for a, b, c, g, k in zip(at, once, twice, first, second, strict=True):
        np.testing.assert_allclose(b, a - 0.1 * g, atol=1e-12)
        np.testing.assert_allclose(c, b + 0.9 * (b - a) - 0.1 * k, atol=1e-12)


def test_weights_that_are_trained_are_copies():
    x, y = spirals(9, np.random.default_rng(0))
    at = start(2, seed=0)
    descend(at, x, y, block, back, steps=3)
    for w, same in zip(at, start(2, seed=0), strict=True):
        np.testing.assert_array_equal(w, same)


def test_a_shallow_network_learns_the_spirals():
    rng = np.random.default_rng(0)
    x, y = spirals(240, rng)
    first, inner, last = start(3, seed=0)
    inner[:, 1] = 0
    before = accuracy((first, inner, last), x, y, block)
    after = descend((first, inner, last), x, y, block, back)
    assert before < 0.9
    assert accuracy(after, *spirals(600, rng), block) > 0.95


def test_he_keeps_the_size_of_what_relu_lets_through():
    _, inner, _ = start(50, seed=0)
    assert inner.var() == pytest.approx(2 / 16, rel=0.05)
    np.testing.assert_array_equal(relu(np.array([-1.0, 0, 2])), [0, 0, 2])


def test_points_lie_on_arms_half_a_turn_apart():
    x, y = spirals(1000, np.random.default_rng(3))
    assert (x.shape, np.bincount(y).tolist()) == ((1000, 3), [500, 500])
    r = np.hypot(x[:, 0], x[:, 1]) / 2
    turn = np.arctan2(x[:, 1], x[:, 0]) / (2 * np.pi) - 0.9 * r - y / 2
    off = turn - np.round(turn)
    assert abs(off.mean()) < 0.005
    assert off.std() == pytest.approx(0.1 / (2 * np.pi), rel=0.1)
    assert x[:, 2].tolist() == [1] * 1000


def test_counts_out_of_range_are_named():
    with pytest.raises(ValueError, match="blocks is 0"):
        start(0, seed=0)
    with pytest.raises(ValueError, match="n is 0"):
        spirals(0, np.random.default_rng(0))
    x, y = spirals(3, np.random.default_rng(0))
    with pytest.raises(ValueError, match="steps is -1"):
        descend(start(1, 0), x, y, block, back, steps=-1)
