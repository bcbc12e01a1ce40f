"""The game by hand and in the frameworks: the same losses, the same moves.

By hand it is computed in float64, in the frameworks in float32.
"""

import importlib

import numpy as np
import pytest

from d2lcode.scratch.gan import game

each = pytest.mark.parametrize("name", ["torch", "paddle"])
LOSSES = {
    "discriminator_loss": (game.discriminator_loss, 2),
    "generator_loss": (game.generator_loss, 1),
    "critic_loss": (lambda real, fake: fake.mean() - real.mean(), 2),
    "mean_score_loss": (lambda fake: -fake.mean(), 1),
}


def framework(name):
    """The framework itself, and its twin."""
    whole = pytest.importorskip(name)
    return whole, importlib.import_module(f"d2lcode.{name}")


def tensor(whole, values):
    """A tensor whose gradient is wanted."""
    values = np.asarray(values, np.float32)
    if whole.__name__ == "torch":
        return whole.tensor(values, requires_grad=True)
    return whole.to_tensor(values, stop_gradient=False)


def number(value):
    return float(value.detach())


def logits(seed, size=1.0):
    rng = np.random.default_rng(seed)
    return [size * rng.normal(i, 3, (n, 1)) for i, n in enumerate((9, 6))]


@each
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("size", [1.0, 300.0])
def test_a_loss_equals_that_by_hand(name, loss, size):
    whole, d2l = framework(name)
    by_hand, count = LOSSES[loss]
    for seed in range(20):
        given = logits(seed, size)[-count:]
        tensors = [tensor(whole, v) for v in given]
        found = getattr(d2l, loss)(*tensors)
        assert tuple(found.shape) == ()
        assert number(found) == pytest.approx(by_hand(*given), rel=1e-5)
        found.backward()
        assert all(np.isfinite(t.grad.numpy()).all() for t in tensors)


@each
def test_the_gradients_equal_those_by_hand(name):
    whole, d2l = framework(name)
    for seed in range(20):
        real, fake = (v[:, 0] for v in logits(seed))
        w, b, shift = (tensor(whole, v) for v in (0.7, -0.4, 0.0))
        x, made = tensor(whole, real), tensor(whole, fake) + shift
        d2l.discriminator_loss(w * x + b, w * made + b).backward()
        found = [float(t.grad) for t in (w, b)]
        expected = game.discriminator_gradient(0.7, -0.4, real, fake)
        np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-6)
        shift = tensor(whole, 0.0)
        made = tensor(whole, fake) + shift
        d2l.generator_loss(0.7 * made - 0.4).backward()
        expected = game.generator_gradient(0.7, -0.4, fake)
        assert float(shift.grad) == pytest.approx(expected, rel=1e-4)


def descend(whole, parameters, lr):
    if whole.__name__ == "torch":
        return whole.optim.SGD(parameters, lr)
    return whole.optimizer.SGD(lr, parameters)


@each
def test_twenty_rounds_take_the_same_way(name):
    whole, d2l = framework(name)
    expected = game.play(3.0, rounds=20, lr_d=0.2, lr_g=0.1, d_steps=2)
    rng = np.random.default_rng(0)
    shift, w, b = (tensor(whole, 0.0) for _ in range(3))
    first = descend(whole, [w, b], 0.2)
    second = descend(whole, [shift], 0.1)
    path = [(0.0, 0.0, 0.0)]
    for _ in range(20):
        for _ in range(2):
            real, noise = rng.normal(3, 1, 64), rng.normal(0, 1, 64)
            made = tensor(whole, noise) + shift.detach()
            real = tensor(whole, real)
            d2l.discriminator_loss(w * real + b, w * made + b).backward()
            first.step()
            clear(first)
        made = tensor(whole, rng.normal(0, 1, 64)) + shift
        d2l.generator_loss(w * made + b).backward()
        second.step()
        clear(first, second)
        path.append(tuple(number(v) for v in (shift, w, b)))
    np.testing.assert_allclose(path, expected, rtol=1e-4, atol=1e-5)


def clear(*optimizers):
    for optimizer in optimizers:
        torch_has = hasattr(optimizer, "zero_grad")
        (optimizer.zero_grad if torch_has else optimizer.clear_grad)()


@each
def test_clipping_brings_all_parameters_back_and_no_others(name):
    d2l = framework(name)[1]
    model = d2l.Discriminator(3, hidden_size=5)
    parity = importlib.import_module("d2lcode.parity")
    rng = np.random.default_rng(0)
    before = {
        k: rng.normal(0, 0.1, v.shape).astype(np.float32)
        for k, v in parity.weights(model).items()
    }
    parity.load(model, before)
    d2l.clip_weights(model, 0.05)
    assert max(np.abs(v).max() for v in before.values()) > 0.1
    for key, found in parity.weights(model).items():
        np.testing.assert_array_equal(
            found, np.clip(before[key], np.float32(-0.05), np.float32(0.05))
        )
    with pytest.raises(ValueError, match="limit is 0; expected a finite"):
        d2l.clip_weights(model, 0)


@each
@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("Generator", {"latent_size": 0}),
        ("Generator", {"features": 1.5}),
        ("Generator", {"hidden_size": -1}),
        ("Discriminator", {"features": 0}),
        ("Discriminator", {"hidden_size": True}),
    ],
)
def test_sizes_that_make_no_sense_are_refused(name, kind, wrong):
    d2l = framework(name)[1]
    (argument,) = wrong
    with pytest.raises(ValueError, match=f"{argument} is .* whole number"):
        getattr(d2l, kind)(**wrong)
