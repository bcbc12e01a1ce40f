"""A batch of one example, which batch normalisation cannot take apart."""

import importlib

import numpy as np
import pytest

from d2lcode import parity


def layers(d2l):
    return importlib.import_module(d2l.__name__.split(".")[1]).nn


def norm(d2l, dimensions, channels, **options):
    """Batch normalisation over (n, c) or over pictures (n, c, h, w)."""
    nn = layers(d2l)
    letter = "d" if hasattr(nn, "BatchNorm2d") else "D"
    return getattr(nn, f"BatchNorm{dimensions}{letter}")(channels, **options)


def dense(d2l):
    nn = layers(d2l)
    return nn.Sequential(
        nn.Linear(2, 5), norm(d2l, 1, 5), nn.Dropout(0.5), nn.Linear(5, 3)
    )


def fit(d2l, model, data, **options):
    options = {"epochs": 1, "progress": False} | options
    return d2l.fit(model, data, **options)


def some(blobs, n):
    x, y = blobs
    return x[:n], y[:n]


@pytest.mark.parametrize(
    ("n", "batch_size", "expected"),
    [
        (9, 4, "expected drop_last=True or another batch_size"),
        (9, 1, "expected a batch_size of at least 2"),
        (1, 4, "expected at least two examples"),
    ],
)
def test_it_is_refused_before_anything_is_trained(
    d2l, blobs, n, batch_size, expected
):
    model = dense(d2l)
    before = parity.weights(model)
    message = f"batch_size is {batch_size}, which leaves a batch of one"
    with pytest.raises(ValueError, match=message) as refusal:
        fit(d2l, model, some(blobs, n), batch_size=batch_size)
    assert expected in str(refusal.value)
    assert "'1'" in str(refusal.value)  # the layer's name
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, before[name])


def test_a_loader_is_looked_at_as_well(d2l, blobs):
    loader = d2l.loader(some(blobs, 9), 4)
    with pytest.raises(ValueError, match="leaves a batch of one"):
        fit(d2l, dense(d2l), loader)
    fit(d2l, dense(d2l), d2l.loader(some(blobs, 9), 4, drop_last=True))


@pytest.mark.parametrize("n", [8, 10])
def test_other_batches_are_no_trouble(d2l, blobs, n):
    assert len(fit(d2l, dense(d2l), some(blobs, n), batch_size=4)) == 1


def test_the_last_can_be_left_out(d2l, blobs):
    data = some(blobs, 9)
    history = fit(d2l, dense(d2l), data, batch_size=4, drop_last=True)
    assert len(history.losses) == 2
    assert history["loss"] == [pytest.approx(np.mean(history.losses))]


def test_a_model_without_it_takes_a_batch_of_one(d2l, blobs):
    model = d2l.SoftmaxRegression(2, 3)
    assert len(fit(d2l, model, some(blobs, 9), batch_size=4).losses) == 3


def convolutional(d2l, kernel):
    """On pictures 4 pixels wide, its norm gets (5 - kernel)² values."""
    nn = layers(d2l)
    conv = getattr(nn, "Conv2d", None) or nn.Conv2D
    return nn.Sequential(
        conv(1, 2, kernel),
        norm(d2l, 2, 2),
        nn.Flatten(),
        nn.Linear(2 * (5 - kernel) ** 2, 3),
    )


def test_one_picture_has_a_variance_if_it_has_pixels(d2l):
    rng = np.random.default_rng(0)
    data = rng.random((5, 1, 4, 4), np.float32), np.arange(5) % 3
    fit(d2l, convolutional(d2l, 3), data, batch_size=2)
    with pytest.raises(ValueError, match="leaves a batch of one"):
        fit(d2l, convolutional(d2l, 4), data, batch_size=2)


def frozen(d2l):
    """A norm that stays in inference mode, whatever the model is in."""
    nn = layers(d2l)
    if d2l.__name__.endswith("paddle"):
        return norm(d2l, 1, 5, use_global_stats=True)

    class Frozen(nn.BatchNorm1d):
        def train(self, mode=True):
            return super().train(False)

    return Frozen(5)


def test_one_that_is_frozen_takes_a_batch_of_one(d2l, blobs):
    nn = layers(d2l)
    model = nn.Sequential(nn.Linear(2, 5), frozen(d2l), nn.Linear(5, 3))
    assert len(fit(d2l, model, some(blobs, 9), batch_size=4).losses) == 3


def test_looking_changes_nothing(d2l):
    """Neither statistics nor the order in which random numbers come."""
    from_file = importlib.import_module(f"{d2l.__name__}.probing")
    model = convolutional(d2l, 3)
    rng = np.random.default_rng(0)
    x, y = rng.random((5, 1, 4, 4), np.float32), np.arange(5) % 3

    def noisy(x, rng):
        return x + np.random.random(x.shape).astype(np.float32)

    batches = d2l.loader((x, y), 2, transform=noisy)
    np.random.seed(3)
    expected = np.random.random()
    np.random.seed(3)
    modes = [layer.training for layer in model]
    before = parity.weights(model)
    from_file.check_batches(model, batches, d2l.choose_device("cpu"))
    assert np.random.random() == expected
    assert [layer.training for layer in model] == modes
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, before[name])
