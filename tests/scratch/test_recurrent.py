"""RNN, LSTM and GRU by hand: equal to slopes, and to both frameworks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from d2lcode.scratch.nlp.gru import gru, gru_backward
from d2lcode.scratch.nlp.lstm import lstm, lstm_backward, sigmoid
from d2lcode.scratch.nlp.rnn import rnn, rnn_backward

BLOCKS = {"rnn": 1, "lstm": 4, "gru": 3}
cells = pytest.mark.parametrize("cell", BLOCKS)
backends = pytest.mark.parametrize("backend", ["torch", "paddle"])


def drawn(cell, t, n, d, k, seed=0, dtype=np.float64):
    """A sequence, states, weights and slopes for the outputs."""
    rng = np.random.default_rng(seed)
    wide = BLOCKS[cell] * k
    shapes = {"x": (t, n, d), "h": (n, k)}
    shapes |= {"c": (n, k)} if cell == "lstm" else {}
    shapes |= {"wx": (d, wide), "wh": (k, wide)}
    biases = ("bx", "bh") if cell == "gru" else ("b",)
    shapes |= dict.fromkeys(biases, (wide,))
    made = {
        name: rng.normal(size=s).astype(dtype) for name, s in shapes.items()
    }
    return made, rng.normal(size=(t, n, k)).astype(dtype)


def forward(cell, a):
    run = {"rnn": rnn, "lstm": lstm, "gru": gru}[cell](**a)
    return (run if cell == "rnn" else run[0]), run


def backward(cell, a, run, slopes):
    back = {"rnn": rnn_backward, "lstm": lstm_backward, "gru": gru_backward}
    return back[cell](a["x"], run, a["wx"], a["wh"], slopes)


@cells
@settings(deadline=None, max_examples=20)
@given(
    st.integers(1, 4),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(0, 99),
)
def test_gradients_are_slopes(cell, t, n, d, k, seed):
    a, slopes = drawn(cell, t, n, d, k, seed)
    rng = np.random.default_rng(seed + 100)

    def loss(arrays):
        return np.sum(forward(cell, arrays)[0][1:] * slopes)

    states, run = forward(cell, a)
    assert states.shape == (t + 1, n, k)
    np.testing.assert_array_equal(states[0], a["h"])
    found = backward(cell, a, run, slopes)
    assert found.keys() == a.keys()
    for name, gradient in found.items():
        assert gradient.shape == a[name].shape
        way = rng.normal(size=a[name].shape)
        up, down = (loss(a | {name: a[name] + s * way}) for s in (1e-6, -1e-6))
        slope = (up - down) / 2e-6
        size = np.abs(gradient).sum() + 1
        assert np.sum(gradient * way) == pytest.approx(slope, abs=1e-5 * size)


def framework_run(backend, cell, a, slopes):
    """The framework's own layer with these weights: outputs, gradients."""
    if backend == "torch":
        return torch_run(cell, a, slopes)
    return paddle_run(cell, a, slopes)


def layer_weights(a):
    """Weights as the layers have them: outputs first, and two biases."""
    bias = a.get("bx", a.get("b"))
    return {
        "weight_ih_l0": a["wx"].T.copy(),
        "weight_hh_l0": a["wh"].T.copy(),
        "bias_ih_l0": bias,
        "bias_hh_l0": a.get("bh", np.zeros_like(bias)),
    }


def torch_run(cell, a, slopes):
    torch = pytest.importorskip("torch")
    kinds = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
    layer = kinds[cell](a["x"].shape[2], a["h"].shape[1]).double()
    layer.load_state_dict(
        {n: torch.from_numpy(w) for n, w in layer_weights(a).items()}
    )
    leaf = {
        n: torch.from_numpy(a[n]).requires_grad_()
        for n in ("x", "h", "c")
        if n in a
    }
    first = [leaf[n][None] for n in ("h", "c") if n in leaf]
    outputs, _ = layer(
        leaf["x"], first[0] if len(first) == 1 else tuple(first)
    )
    (outputs * torch.from_numpy(slopes)).sum().backward()
    grads = {n: v.grad.numpy() for n, v in leaf.items()}
    own = {n: p.grad.numpy() for n, p in layer.named_parameters()}
    return outputs.detach().numpy(), grads | own


def paddle_run(cell, a, slopes):
    paddle = pytest.importorskip("paddle")
    nn = paddle.nn
    kinds = {"rnn": nn.SimpleRNN, "lstm": nn.LSTM, "gru": nn.GRU}
    paddle.set_default_dtype("float64")  # .to() spoils recurrent layers
    try:
        layer = kinds[cell](a["x"].shape[2], a["h"].shape[1], time_major=True)
    finally:
        paddle.set_default_dtype("float32")
    for name, w in layer_weights(a).items():
        getattr(layer, name).set_value(w)
    leaf = {n: paddle.to_tensor(a[n]) for n in ("x", "h", "c") if n in a}
    for v in leaf.values():
        v.stop_gradient = False
    first = [leaf[n].unsqueeze(0) for n in ("h", "c") if n in leaf]
    outputs, _ = layer(
        leaf["x"], first[0] if len(first) == 1 else tuple(first)
    )
    (outputs * paddle.to_tensor(slopes)).sum().backward()
    grads = {n: v.grad.numpy() for n, v in leaf.items()}
    own = {n: getattr(layer, n).grad.numpy() for n in layer_weights(a)}
    return outputs.numpy(), grads | own


@backends
@cells
@pytest.mark.parametrize("seed", range(5))
def test_by_hand_equals_the_frameworks_layers(backend, cell, seed):
    """Gates in the same order, and GRU's reset after its weights."""
    t, n, d, k = np.random.default_rng(seed).integers(1, 8, 4)
    a, slopes = drawn(cell, t, n, d, k, seed)
    states, run = forward(cell, a)
    found = backward(cell, a, run, slopes)
    outputs, theirs = framework_run(backend, cell, a, slopes)
    np.testing.assert_allclose(states[1:], outputs, atol=1e-5)
    ours = {n: found[n] for n in ("x", "h", "c") if n in found}
    ours["weight_ih_l0"] = found["wx"].T
    ours["weight_hh_l0"] = found["wh"].T
    ours["bias_ih_l0"] = found.get("bx", found.get("b"))
    ours["bias_hh_l0"] = found.get("bh", found.get("b"))
    for name, gradient in ours.items():
        np.testing.assert_allclose(
            gradient, theirs[name], atol=1e-5, rtol=1e-5, err_msg=name
        )


@cells
def test_two_halves_are_one_sequence(cell):
    a, _ = drawn(cell, 6, 2, 3, 4)
    states, _ = forward(cell, a)
    first, front = forward(cell, a | {"x": a["x"][:2]})
    ends = {"h": first[-1]}
    if cell == "lstm":
        ends["c"] = front[1][-1]
    second, _ = forward(cell, a | {"x": a["x"][2:]} | ends)
    np.testing.assert_array_equal(states, np.concatenate([first, second[1:]]))


@cells
def test_single_precision_stays(cell):
    a, slopes = drawn(cell, 3, 2, 3, 4, dtype=np.float32)
    states, run = forward(cell, a)
    assert states.dtype == np.float32
    kinds = {g.dtype for g in backward(cell, a, run, slopes).values()}
    assert kinds == {np.dtype(np.float32)}


def test_sigmoid_has_no_overflow():
    z = np.array([-1e4, -1.0, 0.0, 1.0, 1e4])
    with np.errstate(all="raise"):
        found = sigmoid(z)
    right = [0, 1 / (1 + np.e), 0.5, 1 / (1 + 1 / np.e), 1]
    np.testing.assert_allclose(found, right)
