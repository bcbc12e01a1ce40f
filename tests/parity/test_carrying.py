"""Weights travel both ways, under PyTorch's names and layout."""

import numpy as np
import pytest

from d2lcode import parity


@pytest.fixture
def normed(twins):
    """A small net with batch norm, in both; equal in momentum, too."""
    import paddle
    import torch

    ours = torch.nn.Sequential(
        torch.nn.Conv2d(2, 4, 3),
        torch.nn.BatchNorm2d(4, momentum=0.1),
        torch.nn.ReLU(),
        torch.nn.Flatten(),
        torch.nn.Linear(4 * 4 * 4, 3),
    )
    theirs = paddle.nn.Sequential(
        paddle.nn.Conv2D(2, 4, 3),
        paddle.nn.BatchNorm2D(4, momentum=0.9),
        paddle.nn.ReLU(),
        paddle.nn.Flatten(),
        paddle.nn.Linear(4 * 4 * 4, 3),
    )
    return ours, theirs


def batch():
    rng = np.random.default_rng(1)
    x = rng.standard_normal((12, 2, 6, 6)).astype(np.float32)
    return x, rng.integers(0, 3, 12)


def test_the_framework_is_told_without_importing_it(normed):
    assert [parity.is_torch(model) for model in normed] == [True, False]


def test_names_and_shapes_are_those_of_torch(normed):
    ours, theirs = map(parity.weights, normed)
    shapes = [{k: v.shape for k, v in w.items()} for w in (ours, theirs)]
    assert shapes[0] == shapes[1]
    assert shapes[0]["4.weight"] == (3, 64)
    assert shapes[0]["1.running_mean"] == (4,)


@pytest.mark.parametrize("way", [1, -1])
def test_carried_weights_are_equal(normed, way):
    source, target = normed[::way]
    parity.carry(source, target)
    given, got = parity.weights(source), parity.weights(target)
    for name in given:
        np.testing.assert_array_equal(given[name], got[name])


def test_a_net_with_batch_norm_agrees_after_training(normed):
    """Inference after ten steps uses the running statistics."""
    x, y = batch()
    gap = parity.compare(*normed, x, y)
    assert max(gap.outputs * 10, gap.gradients, gap.losses) < 1e-4
    after = [parity.twin(m).predict(m, x) for m in normed]
    # Paddle's running variance is of the batch, PyTorch's of the
    # population it was drawn from: (n - 1) / n apart, n = 12 · 4 · 4.
    assert parity.distance(*after) < 0.02
    means = [parity.weights(m)["1.running_mean"] for m in normed]
    assert parity.distance(*means) < 1e-4


def test_carrying_copies(normed):
    arrays = parity.weights(normed[0])
    arrays["0.bias"] += 1
    assert not np.array_equal(
        arrays["0.bias"], parity.weights(normed[0])["0.bias"]
    )


def test_instance_norm_calls_its_weight_scale_in_paddle(twins):
    import paddle
    import torch

    ours = torch.nn.InstanceNorm2d(3, affine=True)
    theirs = paddle.nn.InstanceNorm2D(3)
    assert parity.weights(theirs).keys() == parity.weights(ours).keys()


def test_whatever_does_not_fit_is_named_and_nothing_is_loaded(normed):
    model = normed[1]
    before = parity.weights(model)
    arrays = parity.weights(normed[0])
    del arrays["0.bias"]
    arrays["extra"] = np.zeros(2)
    arrays["4.weight"] = arrays["4.weight"].T
    with pytest.raises(ValueError, match=r"0\.bias is missing") as refusal:
        parity.load(model, arrays)
    assert "extra is left over" in str(refusal.value)
    assert "4.weight has shape (64, 3), expected (3, 64)" in str(refusal.value)
    after = parity.weights(model)
    assert all(np.array_equal(before[name], after[name]) for name in before)


def test_gradients_are_replaced_not_added(normed):
    x, y = batch()
    for model in normed:
        model.eval()
        once = parity.gradients(model, x, y)
        again = parity.gradients(model, x, y)
        np.testing.assert_allclose(
            once["4.weight"], again["4.weight"], rtol=1e-4, atol=1e-6
        )


def test_distance_is_a_share_of_the_size():
    ours, theirs = np.array([100.0, 0.0]), np.array([101.0, 0.0])
    assert parity.distance(ours, theirs) == pytest.approx(1 / 101)
    assert parity.distance(ours * 0, theirs * 0) == 0
