"""Graders see the models of both frameworks in the same way."""

import ast
from importlib import import_module

import numpy as np
import pytest

from d2lcode.grading.catalogue import find_root

BACKENDS = ("torch", "paddle")
X = np.random.default_rng(0).normal(size=(12, 4)).astype(np.float32)
Y = np.arange(12) % 3


@pytest.fixture(params=BACKENDS)
def framework(request):
    pytest.importorskip(request.param)
    found = import_module(f"d2lcode.grading.with_{request.param}")
    found.set_seed(0)
    return found


def dense(framework):
    return framework.nn.Linear(4, 3)


def test_both_offer_the_same_functions():
    names = []
    for backend in BACKENDS:
        path = find_root() / f"d2lcode/grading/with_{backend}.py"
        body = ast.parse(path.read_text("utf-8")).body
        functions = [n for n in body if isinstance(n, ast.FunctionDef)]
        names.append({n.name for n in functions} - {"trainable"})
    assert names[0] == names[1]


def test_weights_come_outputs_first(framework):
    weight, bias = framework.weights(dense(framework))
    assert (weight.shape, bias.shape) == ((3, 4), (3,))


def test_weights_are_copies(framework):
    model = dense(framework)
    framework.weights(model)[0][:] = 0
    assert np.all(framework.weights(model)[0] != 0)


def test_a_seed_gives_the_same_weights(framework):
    first = framework.weights(dense(framework))[0]
    framework.set_seed(0)
    np.testing.assert_array_equal(
        framework.weights(dense(framework))[0], first
    )


@pytest.mark.parametrize("array", [X, X.T, X[::2], X[0, 0, ...]])
def test_arrays_go_there_and_back(framework, array):
    array = np.asarray(array)
    there = framework.tensor(array)
    assert isinstance(there, framework.TENSOR)
    assert tuple(there.shape) == array.shape
    np.testing.assert_array_equal(framework.array(there), array)


def test_gradients_lie_as_the_weights_do(framework):
    model = dense(framework)
    framework.backward(model, X, Y)
    shapes = [g.shape for g in framework.gradients(model)]
    assert shapes == [w.shape for w in framework.weights(model)]


def test_a_model_is_given_the_weights_of_another(framework):
    model, other = dense(framework), dense(framework)
    framework.load(model, other)
    for mine, theirs in zip(
        framework.weights(model), framework.weights(other), strict=True
    ):
        np.testing.assert_array_equal(mine, theirs)


def test_the_loss_is_that_of_the_weights(framework):
    model = dense(framework)
    weight, bias = framework.weights(model)
    logits = X @ weight.T + bias
    powers = np.exp(logits)
    p = powers / powers.sum(1, keepdims=True)
    loss = float(framework.cross_entropy(model, X, Y))
    assert loss == pytest.approx(-np.log(p[range(12), Y]).mean(), rel=1e-5)


def test_gradients_are_none_until_they_arrive(framework):
    model = dense(framework)
    assert framework.gradients(model) == [None, None]
    framework.backward(model, X, Y)
    assert all(np.any(g) for g in framework.gradients(model))


def test_without_a_graph_no_gradients_arrive(framework):
    """And no error is raised, which no reader could read."""
    model = dense(framework)

    def cut(x):
        return framework.tensor(framework.array(model(x)))

    framework.go_back(framework.cross_entropy(cut, X, Y))
    assert framework.gradients(model) == [None, None]


def test_training_takes_the_steps_of_momentum(framework):
    model = dense(framework)
    weight, bias = (w.astype(float) for w in framework.weights(model))
    losses = framework.train(model, X, Y, steps=3, lr=0.1)
    speed_w, speed_b = 0.0, 0.0
    for _ in range(3):
        powers = np.exp(X @ weight.T + bias)
        slope = powers / powers.sum(1, keepdims=True) - np.eye(3)[Y]
        speed_w = 0.9 * speed_w - 0.1 * slope.T @ X / 12
        speed_b = 0.9 * speed_b - 0.1 * slope.mean(0)
        weight, bias = weight + speed_w, bias + speed_b
    found = framework.weights(model)
    np.testing.assert_allclose(found[0], weight, atol=1e-5)
    np.testing.assert_allclose(found[1], bias, atol=1e-5)
    assert len(losses) == 3
    assert losses[2] < losses[0]


def normed(framework):
    """A dense layer and batch normalisation, with a switch of its mode."""
    nn = framework.nn
    name = "BatchNorm1d" if hasattr(nn, "BatchNorm1d") else "BatchNorm1D"
    return nn.Sequential(nn.Linear(4, 3), getattr(nn, name)(3))


def test_weights_are_set_in_the_order_and_layout_they_are_listed(framework):
    model = normed(framework)
    rng = np.random.default_rng(1)
    arrays = [
        rng.normal(size=w.shape).astype(np.float32)
        for w in framework.weights(model)
    ]
    framework.set_weights(model, arrays)
    for given, found in zip(arrays, framework.weights(model), strict=True):
        np.testing.assert_array_equal(given, found)
    out = framework.array(model[0](framework.tensor(X)))
    np.testing.assert_allclose(out, X @ arrays[0].T + arrays[1], atol=1e-5)


def test_statistics_are_the_running_means_and_variances(framework):
    model = normed(framework)
    ((mean, var),) = framework.statistics(model)
    assert (mean.tolist(), var.tolist()) == ([0, 0, 0], [1, 1, 1])
    model.train()
    made = framework.array(model[0](framework.tensor(X)))
    model(framework.tensor(X))
    ((mean, _),) = framework.statistics(model)
    np.testing.assert_allclose(mean, 0.1 * made.mean(0), atol=1e-6)
    assert framework.statistics(dense(framework)) == []


def test_a_gradient_is_pulled_back_to_the_input(framework):
    model = dense(framework)
    g = np.random.default_rng(2).normal(size=(12, 3)).astype(np.float32)
    out, at_x = framework.pull(model, X, g)
    weight, bias = framework.weights(model)
    np.testing.assert_allclose(out, X @ weight.T + bias, atol=1e-5)
    np.testing.assert_allclose(at_x, g @ weight, atol=1e-5)
    np.testing.assert_allclose(
        framework.gradients(model)[0], g.T @ X, atol=1e-4
    )


def test_where_no_gradient_comes_back_it_is_none(framework):
    def cut(x):
        return framework.tensor(framework.array(x))

    out, at_x = framework.pull(cut, X, X)
    np.testing.assert_array_equal(out, X)
    assert at_x is None
