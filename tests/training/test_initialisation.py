"""Initialisers change weights, and by the variance that they promise."""

import numpy as np
import pytest

from d2lcode import parity


def layers(d2l):
    """A linear layer 400 -> 200 and a convolution 16 -> 32, 3 × 3."""
    if d2l.__name__.endswith("torch"):
        from torch import nn

        return nn.Sequential(nn.Conv2d(16, 32, 3), nn.Linear(400, 200))
    from paddle import nn

    return nn.Sequential(nn.Conv2D(16, 32, 3), nn.Linear(400, 200))


FANS = {"0.weight": (16 * 9, 32 * 9), "1.weight": (400, 200)}
VARIANCES = {
    "he_init": lambda fan_in, fan_out: 2 / fan_in,
    "xavier_init": lambda fan_in, fan_out: 2 / (fan_in + fan_out),
}


@pytest.mark.parametrize("name", FANS)
@pytest.mark.parametrize("init", VARIANCES)
def test_variance(d2l, init, name):
    model = layers(d2l)
    before = parity.weights(model)
    assert getattr(d2l, init)(model) is model
    weight = parity.weights(model)[name]
    expected = VARIANCES[init](*FANS[name])
    assert weight.var() == pytest.approx(expected, rel=0.05)
    assert abs(weight.mean()) < 4 * np.sqrt(expected / weight.size)
    assert not np.array_equal(weight, before[name])
    # uniform: as far out as √3 standard deviations, and no farther
    assert np.abs(weight).max() == pytest.approx((3 * expected) ** 0.5, 0.02)


@pytest.mark.parametrize("init", VARIANCES)
def test_biases_are_zero(d2l, init):
    model = layers(d2l)
    getattr(d2l, init)(model)
    for name, array in parity.weights(model).items():
        assert array.any() != name.endswith("bias")


@pytest.mark.parametrize("init", VARIANCES)
def test_the_seed_decides(d2l, init):
    def draw(seed):
        d2l.set_seed(seed)
        return parity.weights(getattr(d2l, init)(layers(d2l)))["1.weight"]

    np.testing.assert_array_equal(draw(1), draw(1))
    assert not np.array_equal(draw(1), draw(2))


def test_he_keeps_the_signal_through_relus_and_xavier_loses_it(d2l):
    """Twenty layers deep, on inputs of variance one."""
    rng = np.random.default_rng(2)
    start = rng.standard_normal((100, 200)).astype(np.float32)
    sizes = {}
    for init in VARIANCES:
        x = start
        for _ in range(20):
            layer = d2l.LinearRegression(200, 200)
            getattr(d2l, init)(layer)
            x = np.maximum(d2l.predict(layer, x), 0)
        sizes[init] = np.mean(x**2)
    assert 0.1 < sizes["he_init"] < 10
    assert sizes["xavier_init"] < 1e-3
