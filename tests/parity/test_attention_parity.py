"""Attention by hand equals that of both frameworks, there and back."""

import importlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from d2lcode.scratch.nlp import attention as at

sizes = st.integers(1, 6)
shapes = st.tuples(sizes, st.integers(1, 3), sizes, sizes, sizes)
kinds = st.sampled_from(["none", "causal", "some"])


def case(shape, kind, seed):
    """Queries, keys, values (n, heads, t, d), a mask, and a gradient."""
    n, heads, t, s, d = shape
    if kind == "causal":
        s = t
    rng = np.random.default_rng(seed)
    q, k, v, g = (
        rng.normal(size=(n, heads, places, d)).astype(np.float32)
        for places in (t, s, s, t)
    )
    some = rng.random((t, s)) < 0.5
    some[:, 0] = True  # the frameworks give nan for a row without any
    masks = {"none": None, "causal": at.causal_mask(t), "some": some}
    return q, k, v, g, masks[kind]


def by_hand(q, k, v, g, mask):
    means, p = at.attention(q, k, v, mask)
    return [means, *at.attention_backward(q, k, v, p, g)]


def in_torch(q, k, v, g, mask):
    torch = pytest.importorskip("torch")
    parts = [torch.tensor(a, requires_grad=True) for a in (q, k, v)]
    means = torch.nn.functional.scaled_dot_product_attention(
        *parts, attn_mask=None if mask is None else torch.tensor(mask)
    )
    means.backward(torch.tensor(g))
    return [means.detach().numpy(), *(a.grad.numpy() for a in parts)]


def in_paddle(q, k, v, g, mask):
    """Paddle wants (n, t, heads, d)."""
    paddle = pytest.importorskip("paddle")
    parts = [
        paddle.to_tensor(a.swapaxes(1, 2), stop_gradient=False)
        for a in (q, k, v)
    ]
    means = paddle.nn.functional.scaled_dot_product_attention(
        *parts, attn_mask=None if mask is None else paddle.to_tensor(mask)
    )
    means.backward(paddle.to_tensor(g.swapaxes(1, 2)))
    found = [means.numpy(), *(a.grad.numpy() for a in parts)]
    return [a.swapaxes(1, 2) for a in found]


@pytest.mark.parametrize("framework", [in_torch, in_paddle])
def test_the_operation_forward_and_backward(framework):
    @settings(deadline=None, max_examples=100)
    @given(shapes, kinds, st.integers(0, 999))
    def agree(shape, kind, seed):
        one = case(shape, kind, seed)
        for ours, theirs in zip(by_hand(*one), framework(*one), strict=True):
            np.testing.assert_allclose(ours, theirs, atol=1e-5)

    agree()


def by_hand_layer(x, g, w_in, b_in, w_out, heads):
    """A whole layer with its gradients for x, w_in and w_out.

    w_in is (width, 3 width): queries, keys, values.
    """
    q, k, v = (
        at.split_heads(a, heads) for a in np.split(x @ w_in + b_in, 3, -1)
    )
    mask = at.causal_mask(x.shape[1])
    means, p = at.attention(q, k, v, mask)
    joined = at.join_heads(means)
    back = at.split_heads(g @ w_out.T, heads)
    parts = at.attention_backward(q, k, v, p, back)
    g_in = np.concatenate([at.join_heads(a) for a in parts], -1)
    flat = x.reshape(-1, x.shape[-1])
    return [
        joined @ w_out,
        g_in @ w_in.T,
        flat.T @ g_in.reshape(len(flat), -1),
        joined.reshape(len(flat), -1).T @ g.reshape(len(flat), -1),
    ]


def torch_layer(x, g, w_in, b_in, w_out, heads):
    """PyTorch's layer, whose mask says True where one may not look."""
    torch = pytest.importorskip("torch")
    layer = torch.nn.MultiheadAttention(len(w_out), heads, batch_first=True)
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.tensor(w_in.T.copy()))
        layer.in_proj_bias.copy_(torch.tensor(b_in))
        layer.out_proj.weight.copy_(torch.tensor(w_out.T.copy()))
        layer.out_proj.bias.zero_()
    x = torch.tensor(x, requires_grad=True)
    hidden = torch.tensor(~at.causal_mask(x.shape[1]))
    y, _ = layer(x, x, x, attn_mask=hidden)
    y.backward(torch.tensor(g))
    found = y.detach(), x.grad, layer.in_proj_weight.grad.T
    return [a.numpy() for a in (*found, layer.out_proj.weight.grad.T)]


def paddle_layer(x, g, w_in, b_in, w_out, heads):
    """Paddle's layer, whose mask says True where one may look."""
    paddle = pytest.importorskip("paddle")
    layer = paddle.nn.MultiHeadAttention(len(w_out), heads)
    parts = layer.q_proj, layer.k_proj, layer.v_proj
    for part, w, b in zip(
        parts, np.split(w_in, 3, 1), np.split(b_in, 3), strict=True
    ):
        part.weight.set_value(w.copy())
        part.bias.set_value(b)
    layer.out_proj.weight.set_value(w_out)
    layer.out_proj.bias.set_value(np.zeros(len(w_out), np.float32))
    x = paddle.to_tensor(x, stop_gradient=False)
    seen = paddle.to_tensor(at.causal_mask(x.shape[1]))
    y = layer(x, x, x, attn_mask=seen)
    y.backward(paddle.to_tensor(g))
    w = np.concatenate([part.weight.grad.numpy() for part in parts], 1)
    out = layer.out_proj.weight.grad.numpy()
    return [y.numpy(), x.grad.numpy(), w, out]


@pytest.mark.parametrize("framework", [torch_layer, paddle_layer])
@pytest.mark.parametrize("seed", range(5))
def test_the_layer_with_heads_forward_and_backward(framework, seed):
    rng = np.random.default_rng(seed)
    n, t, heads, size = rng.integers(1, 5, 4)
    width = heads * size
    shapes = [(n, t, width)] * 2
    shapes += [(width, 3 * width), (3 * width,), (width, width)]
    made = [rng.normal(size=s).astype(np.float32) * 0.5 for s in shapes]
    ours, theirs = by_hand_layer(*made, heads), framework(*made, heads)
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


@pytest.mark.parametrize("name", ["torch", "paddle"])
def test_the_twins_layer_is_the_one_by_hand(name):
    pytest.importorskip(name)
    d2l = importlib.import_module(f"d2lcode.{name}")
    from d2lcode import parity

    d2l.set_seed(0)
    layer = d2l.MultiHeadAttention(12, 3)
    w = parity.weights(layer)
    x = np.random.default_rng(0).normal(size=(2, 5, 12)).astype(np.float32)
    rest = w["qkv.weight"].T, w["qkv.bias"], w["out.weight"].T, 3
    q, k, v = (
        at.split_heads(a, 3) for a in np.split(x @ rest[0] + rest[1], 3, -1)
    )
    means, p = at.attention(q, k, v)
    ours = at.join_heads(means) @ rest[2] + w["out.bias"]
    np.testing.assert_allclose(d2l.predict(layer, x), ours, atol=1e-5)
    tensor = next(iter(d2l.loader((x, x), 2)))[0]
    found = layer.weights(tensor).detach().numpy()
    np.testing.assert_allclose(found, p, atol=1e-5)
