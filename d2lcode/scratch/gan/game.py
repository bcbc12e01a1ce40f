"""A generator against a discriminator, by hand, with three numbers.

The data are normal around `centre`, with deviation 1. The generator has one
parameter, `shift`, which it adds to standard normal numbers; the
discriminator has a weight `w` and a bias `b`, and believes x to be real
with probability σ(w x + b). The game is that of Goodfellow et al. 2014.

https://arxiv.org/abs/1406.2661
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import natural, not_negative, positive, positive_integer

Array = NDArray[Any]


def sigmoid(z: Array) -> Array:
    """Give 1 / (1 + exp(-z)), without overflow; any shape."""
    return np.exp(-np.logaddexp(0, -z))


def discriminator_loss(real: Array, fake: Array) -> float:
    """Give the mean of -log D(real), plus that of -log(1 - D(fake)).

    Args:
        real: logits of real examples, any shape.
        fake: logits of generated ones, any shape.
    """
    return float(np.logaddexp(0, -real).mean() + np.logaddexp(0, fake).mean())


def generator_loss(fake: Array, saturating: bool = False) -> float:
    """Give the mean of -log D(fake), or of log(1 - D(fake)).

    Args:
        fake: logits of generated examples, any shape.
        saturating: takes the second, the discriminator's own loss negated.
    """
    if saturating:
        return float(-np.logaddexp(0, fake).mean())
    return float(np.logaddexp(0, -fake).mean())


def discriminator_gradient(
    w: float, b: float, real: Array, fake: Array
) -> tuple[float, float]:
    """Give the derivatives of the discriminator's loss by w and by b.

    Args:
        w: its weight.
        b: its bias.
        real: real numbers, (n,).
        fake: generated ones, (m,).
    """
    too_low = sigmoid(w * real + b) - 1  # how far from 1, the right answer
    too_high = sigmoid(w * fake + b)  # how far from 0
    by_w = np.mean(too_low * real) + np.mean(too_high * fake)
    return float(by_w), float(np.mean(too_low) + np.mean(too_high))


def generator_gradient(
    w: float, b: float, fake: Array, saturating: bool = False
) -> float:
    """Give the derivative of the generator's loss by its shift.

    Each fake number moves as the shift does, and its logit by w.

    Args:
        w: the discriminator's weight.
        b: its bias.
        fake: generated numbers, (m,).
        saturating: of that loss.
    """
    believed = sigmoid(w * fake + b)
    slope = -believed if saturating else believed - 1
    return float(np.mean(slope) * w)


def optimal_discriminator(centre: float, shift: float) -> tuple[float, float]:
    """Give the w and b that make σ(w x + b) equal to p / (p + q).

    p is the normal density around centre, q that around shift.
    """
    return centre - shift, (shift**2 - centre**2) / 2


def play(
    centre: float = 4.0,
    *,
    rounds: int = 400,
    lr_d: float = 0.1,
    lr_g: float = 0.1,
    d_steps: int = 1,
    saturating: bool = False,
    batch_size: int = 64,
    seed: int = 0,
) -> Array:
    """Let both descend in turns, from three zeros.

    Args:
        centre: of the data.
        rounds: how often the generator takes a step.
        lr_d: the discriminator's learning rate.
        lr_g: the generator's.
        d_steps: steps of the discriminator before each of the generator.
        saturating: the generator's loss.
        batch_size: real numbers in a step, and as many generated ones.
        seed: of all random numbers.

    Returns:
        shift, w and b before the first round and after each,
        (rounds + 1, 3).

    Raises:
        ValueError: if a number is out of range.
    """
    lr_d, lr_g = positive("lr_d", lr_d), not_negative("lr_g", lr_g)
    n = positive_integer("batch_size", batch_size)
    rng = np.random.default_rng(seed)
    shift, w, b = 0.0, 0.0, 0.0
    path = [(shift, w, b)]
    for _ in range(natural("rounds", rounds)):
        for _ in range(positive_integer("d_steps", d_steps)):
            real, fake = rng.normal(centre, 1, n), rng.normal(shift, 1, n)
            by_w, by_b = discriminator_gradient(w, b, real, fake)
            w, b = w - lr_d * by_w, b - lr_d * by_b
        fake = rng.normal(shift, 1, n)
        shift -= lr_g * generator_gradient(w, b, fake, saturating)
        path.append((shift, w, b))
    return np.array(path)
