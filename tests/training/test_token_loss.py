"""The cross-entropy of tokens equals a plain loop; padding is nothing."""

import importlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recurrent import sentences, tagger

quickly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def tensor(d2l, array):
    loading = importlib.import_module(f"{d2l.__name__}.loading")
    return loading.as_tensor(np.asarray(array))


def plainly(logits, y):
    """The mean over the places that count, one after the other."""
    losses = []
    for scores, tokens in zip(logits.astype(np.float64), y, strict=True):
        for row, token in zip(scores, tokens, strict=True):
            if token >= 0:
                peak = row.max()
                norm = peak + np.log(np.exp(row - peak).sum())
                losses.append(norm - row[token])
    return np.mean(losses) if losses else 0.0


@quickly
@given(
    n=st.integers(1, 4),
    t=st.integers(1, 5),
    v=st.integers(1, 6),
    seed=st.integers(0, 10**6),
)
def test_it_is_a_plain_loop(d2l, n, t, v, seed):
    rng = np.random.default_rng(seed)
    logits = (10 * rng.normal(size=(n, t, v))).astype(np.float32)
    y = rng.integers(-2, v, (n, t))
    loss = d2l.token_cross_entropy(tensor(d2l, logits), tensor(d2l, y))
    assert float(loss) == pytest.approx(plainly(logits, y), rel=1e-5, abs=1e-5)


def test_padded_or_not_is_the_same(d2l):
    data = sentences()
    (x, y), *_ = d2l.loader(data, 37)
    logits = tagger(d2l)(x)
    ours = float(d2l.token_cross_entropy(logits, y).detach())
    bare = d2l.token_cross_entropy(logits, y.values)
    assert ours == float(bare.detach())
    expected = plainly(logits.detach().numpy(), y.values.numpy())
    assert ours == pytest.approx(expected, rel=1e-5)


def gradient(d2l, logits, y):
    logits = tensor(d2l, logits)
    if d2l.__name__.endswith("torch"):
        logits.requires_grad_(True)
    else:
        logits.stop_gradient = False
    loss = d2l.token_cross_entropy(logits, tensor(d2l, y))
    loss.backward()
    return float(loss.detach()), logits.grad.numpy()


def test_padding_has_no_gradient(d2l):
    logits = np.random.default_rng(0).normal(size=(2, 3, 4))
    _, found = gradient(d2l, logits, [[0, 1, -1], [3, -1, -7]])
    counts = np.array([[1, 1, 0], [1, 0, 0]], bool)
    assert (found[~counts] == 0).all()
    assert (np.abs(found[counts]).sum(-1) > 0).all()


def test_a_batch_without_targets_is_zero_and_moves_nothing(d2l):
    loss, found = gradient(d2l, np.ones((2, 3, 4)), np.full((2, 3), -1))
    assert loss == 0
    assert not found.any()


def test_a_set_without_targets_is_refused(d2l):
    tokens, targets = sentences(4)
    data = tokens, [t * 0 - 1 for t in targets]
    with pytest.raises(ValueError, match="y holds no target"):
        d2l.evaluate(tagger(d2l), data, loss=d2l.token_cross_entropy)


@pytest.mark.parametrize(
    ("logits", "y", "message"),
    [
        ((2, 3, 4), (2, 2), "y has shape (2, 2) and logits have shape"),
        ((2, 4), (2,), "expected (n, t) and (n, t, v)"),
        ((2, 3, 4), (2, 3, 1), "y has shape (2, 3, 1)"),
    ],
)
def test_shapes_that_do_not_fit(d2l, logits, y, message):
    pair = tensor(d2l, np.ones(logits)), tensor(d2l, np.ones(y, int))
    with pytest.raises(ValueError, match="expected") as refusal:
        d2l.token_cross_entropy(*pair)
    assert message in str(refusal.value)


def test_a_token_that_has_no_score(d2l):
    y = tensor(d2l, np.array([[0, 1, 2], [3, -1, 4]]))
    with pytest.raises(ValueError, match=r"^y\[1, 2\] is 4; expected tokens"):
        d2l.token_cross_entropy(tensor(d2l, np.ones((2, 3, 4))), y)


def test_half_precision_is_summed_in_single():
    """A thousand tokens at a loss of 90: more than float16 can hold."""
    torch = pytest.importorskip("torch")
    from d2lcode import torch as d2l

    logits = torch.zeros(1, 1000, 2, dtype=torch.float16)
    logits[..., 0] = 90
    loss = d2l.token_cross_entropy(logits, torch.ones(1, 1000).long())
    assert loss.dtype == torch.float32
    assert float(loss) == pytest.approx(90)
    history = d2l.fit(
        tagger(d2l),
        sentences(),
        epochs=1,
        loss=d2l.token_cross_entropy,
        mixed_precision=True,
        device="cpu",
        progress=False,
    )
    assert np.isfinite(history.losses).all()
