"""The block by hand is the block of the frameworks."""

import importlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from d2lcode import parity
from d2lcode.scratch.residual_block import (
    batch_norm,
    convolve,
    residual_block,
)


def by_loop(x, kernels, stride):
    """One place after the other."""
    n, _, height, width = x.shape
    side = kernels.shape[-1]
    pad = side // 2
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    rows, columns = range(0, height, stride), range(0, width, stride)
    out = np.zeros((n, len(kernels), len(rows), len(columns)))
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            window = padded[:, :, row : row + side, column : column + side]
            out[:, :, i, j] = np.tensordot(window, kernels, ((1, 2, 3),) * 2)
    return out


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(1, 4),
    st.integers(1, 7),
    st.integers(1, 7),
    st.sampled_from([1, 3, 5]),
    st.integers(1, 3),
)
def test_a_convolution_is_that_of_a_loop(n, c, out, h, w, k, stride):
    rng = np.random.default_rng([n, c, out, h, w, k, stride])
    x, kernels = rng.normal(size=(n, c, h, w)), rng.normal(size=(out, c, k, k))
    np.testing.assert_allclose(
        convolve(x, kernels, stride), by_loop(x, kernels, stride), atol=1e-12
    )


def test_each_channel_gets_mean_zero_and_variance_one():
    x = np.random.default_rng(0).normal(3, 5, (8, 3, 4, 5))
    out = batch_norm(x)
    np.testing.assert_allclose(out.mean((0, 2, 3)), 0, atol=1e-12)
    np.testing.assert_allclose(out.var((0, 2, 3)), 1, rtol=1e-5)
    assert not batch_norm(np.ones((2, 1, 3, 3))).any()


@pytest.fixture(params=["torch", "paddle"])
def d2l(request):
    pytest.importorskip(request.param)
    return importlib.import_module(f"d2lcode.{request.param}")


def in_training(d2l, layer, x):
    """What a layer gives while it normalises with the batch."""
    inputs, _ = next(iter(d2l.loader((x, np.zeros(len(x))), len(x))))
    layer.train()
    return layer(inputs).detach().numpy()


@pytest.mark.parametrize("shape", [(4, 4, 1), (2, 4, 1), (4, 4, 2), (3, 5, 2)])
def test_the_block_by_hand_is_the_frameworks(d2l, shape):
    """Twenty random blocks of each kind, within 1e-5 of the size."""
    inside, outside, stride = shape
    for seed in range(20):
        d2l.set_seed(seed)
        layer = d2l.BasicBlock(inside, outside, stride)
        arrays = parity.weights(layer)
        x = np.random.default_rng(seed).normal(size=(6, inside, 7, 6))
        x = x.astype(np.float32)
        ours = residual_block(
            x,
            arrays["conv1.weight"],
            arrays["conv2.weight"],
            arrays.get("downsample.0.weight"),
            stride,
        )
        assert parity.distance(ours, in_training(d2l, layer, x)) < 1e-5


def test_shapes_that_do_not_fit_are_named():
    x = np.zeros((2, 3, 4, 4))
    with pytest.raises(ValueError, match=r"kernels has shape \(5, 2, 3, 3\)"):
        convolve(x, np.zeros((5, 2, 3, 3)))
    with pytest.raises(ValueError, match="or a projection"):
        residual_block(x, np.zeros((5, 3, 3, 3)), np.zeros((5, 5, 3, 3)))
