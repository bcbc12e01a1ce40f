"""Scores and outputs do not depend on batches, and leave the model be."""

import numpy as np
import pytest

from d2lcode import parity


def softmax_loss(logits, y):
    z = logits - logits.max(1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(1, keepdims=True))
    return -logp[np.arange(len(y)), y].mean()


def test_scores_equal_a_computation_in_numpy(d2l, blobs):
    x, y = blobs
    model = d2l.SoftmaxRegression(2, 3)
    arrays = parity.weights(model)
    logits = x @ arrays["linear.weight"].T + arrays["linear.bias"]
    np.testing.assert_allclose(d2l.predict(model, x), logits, atol=1e-5)
    scores = d2l.evaluate(model, blobs)
    assert set(scores) == {"loss", "accuracy"}
    assert scores["loss"] == pytest.approx(softmax_loss(logits, y), rel=1e-5)
    assert scores["accuracy"] == (logits.argmax(1) == y).mean()


def test_regression_is_scored_by_the_mean_square(d2l, line):
    x, y = line
    model = d2l.LinearRegression(2)
    scores = d2l.evaluate(model, line)
    assert set(scores) == {"loss"}
    expected = ((d2l.predict(model, x) - y) ** 2).mean()
    assert scores["loss"] == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("batch_size", [1, 7, 96, 1000])
def test_batches_make_no_difference(d2l, blobs, batch_size):
    model = d2l.SoftmaxRegression(2, 3)
    scores = d2l.evaluate(model, blobs, batch_size=batch_size)
    assert scores == pytest.approx(d2l.evaluate(model, blobs), rel=1e-5)
    np.testing.assert_allclose(
        d2l.predict(model, blobs[0], batch_size=batch_size),
        d2l.predict(model, blobs[0]),
        rtol=1e-5,
        atol=1e-6,
    )


def test_a_loader_is_scored_like_its_arrays(d2l, blobs):
    model = d2l.SoftmaxRegression(2, 3)
    loader = d2l.loader(blobs, 10, shuffle=True)
    assert d2l.evaluate(model, loader) == pytest.approx(
        d2l.evaluate(model, blobs), rel=1e-5
    )


@pytest.mark.parametrize("training", [True, False])
def test_the_mode_is_as_before(d2l, blobs, training):
    model = d2l.SoftmaxRegression(2, 3)
    if not training:
        model.eval()
    d2l.evaluate(model, blobs)
    d2l.predict(model, blobs[0])
    assert model.training is training


def test_a_layer_that_is_frozen_stays_so(d2l, blobs):
    model = d2l.SoftmaxRegression(2, 3)
    model.linear.eval()
    d2l.evaluate(model, blobs)
    assert model.training
    assert not model.linear.training


def test_neither_changes_weights_nor_leaves_gradients(d2l, blobs):
    model = d2l.SoftmaxRegression(2, 3)
    before = parity.weights(model)
    d2l.evaluate(model, blobs)
    assert all(p.grad is None for p in model.parameters())
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, before[name])


def test_predict_takes_a_split_and_float64(d2l, blobs):
    from d2lcode.data.dataset import Split

    model = d2l.SoftmaxRegression(2, 3)
    outputs = d2l.predict(model, Split(*blobs))
    assert outputs.shape == (96, 3)
    assert outputs.dtype == np.float32
    np.testing.assert_array_equal(
        outputs, d2l.predict(model, blobs[0].astype(np.float64))
    )


def test_a_fault_in_a_model_leaves_its_mode(d2l):
    model = d2l.SoftmaxRegression(2, 3)
    with pytest.raises(Exception):  # noqa: B017, PT011 - of the framework
        d2l.predict(model, np.zeros((4, 5), np.float32))
    assert model.training
