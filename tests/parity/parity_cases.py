"""One row for every model of the twins: a new model is one row more.

`make(d2l)` builds it in either twin; x and y are one batch, in any form
that `loader` takes. A loss is given as for `parity.compare`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from d2lcode._structures import Padded, each
from d2lcode.scratch.detection import ssd


def rng():
    return np.random.default_rng(20)


def normal(*shape: int) -> np.ndarray:
    return rng().standard_normal(shape).astype(np.float32)


def classes(n: int, count: int) -> np.ndarray:
    return rng().integers(0, count, n)


@dataclass(frozen=True)
class Case:
    make: Callable[[Any], Any]
    x: Any
    y: Any
    parameters: int
    loss: Any = None

    def summary(self, d2l: Any) -> Any:
        """The table of a new model for inputs of this form."""
        x, _ = next(iter(d2l.loader((self.x, self.y)).batches(0)))
        shapes = one_shape_each(x)
        return d2l.summary(self.make(d2l), shapes, one_type_each(x))


def one_shape_each(part: Any) -> Any:
    """The shapes of a batch, as `summary` takes them."""
    return each(lambda tensor: tuple(tensor.shape), part)


def one_type_each(part: Any) -> Any:
    """Its types; of padded sequences those of their values."""
    if isinstance(part, Padded):
        return part.values.dtype
    if isinstance(part, tuple):
        return tuple(map(one_type_each, part))
    if isinstance(part, dict):
        return {name: one_type_each(inner) for name, inner in part.items()}
    return part.dtype


def anchor_targets(n: int) -> dict[str, np.ndarray]:
    """What each anchor of `SmallSSD` should say, for random boxes."""
    corner = rng().uniform(0, 0.7, (n, 6, 2))
    size = rng().uniform(0.06, 0.3, (n, 6, 2))
    boxes = np.concatenate([corner, corner + size], axis=-1)
    return ssd.targets(boxes, classes(n * 6, 3).reshape(n, 6))


def sentences(first: int, last: int, most: int) -> list[np.ndarray]:
    """Twelve sentences of 1 to `most` tokens from first to last - 1."""
    lengths = rng().integers(1, most + 1, 12)
    return [np.sort(rng().integers(first, last, n)) for n in lengths]


MODELS = {
    "LinearRegression": Case(
        lambda d2l: d2l.LinearRegression(13, 2),
        normal(32, 13),
        normal(32, 2),
        parameters=13 * 2 + 2,
    ),
    "SoftmaxRegression": Case(
        lambda d2l: d2l.SoftmaxRegression(),
        normal(32, 1, 28, 28),
        classes(32, 10),
        parameters=784 * 10 + 10,
    ),
    "LeNet": Case(
        lambda d2l: d2l.LeNet(),
        normal(16, 1, 28, 28),
        classes(16, 10),
        parameters=61_706,
    ),
    "LeNet1998": Case(
        lambda d2l: d2l.LeNet1998(),
        normal(16, 1, 28, 28),
        classes(16, 10),
        parameters=61_706,
    ),
    "BasicBlock": Case(
        lambda d2l: d2l.BasicBlock(3, 6, stride=2),
        normal(8, 3, 8, 8),
        normal(8, 6, 4, 4),
        parameters=9 * 3 * 6 + 9 * 6 * 6 + 3 * 6 + 3 * 12,
    ),
    "Bottleneck": Case(
        lambda d2l: d2l.Bottleneck(8, 2),
        normal(8, 8, 8, 8),
        normal(8, 8, 8, 8),
        parameters=8 * 2 + 9 * 2 * 2 + 2 * 8 + 4 + 4 + 16,
    ),
    "ResNet": Case(
        lambda d2l: d2l.ResNet(d2l.BasicBlock, (1, 1, 1, 1), classes=5),
        normal(6, 3, 32, 32),
        classes(6, 5),
        parameters=4_908_357,
    ),
    "SmallResNet": Case(
        lambda d2l: d2l.SmallResNet(8, width=4),
        normal(16, 1, 14, 14),
        classes(16, 10),
        parameters=5_142,
    ),
    "SmallSSD": Case(
        lambda d2l: d2l.SmallSSD(),
        normal(4, 3, 120, 160),
        anchor_targets(4),
        parameters=246_208,
        loss="ssd_loss",
    ),
    "CharacterModel": Case(
        lambda d2l: d2l.CharacterModel(11, 12, "lstm", 10),
        rng().integers(0, 11, (4, 9)),
        rng().integers(0, 11, (4, 9)),
        parameters=11 * 10 + 4 * 12 * (10 + 12 + 2) + 11 * (12 + 1),
        loss="token_cross_entropy",
    ),
    "Generator": Case(
        lambda d2l: d2l.Generator(16, 32, hidden_size=48),
        normal(32, 16),
        normal(32, 32),
        parameters=17 * 48 + 49 * 48 + 49 * 32,
    ),
    "Discriminator": Case(
        lambda d2l: d2l.Discriminator(28 * 28, hidden_size=48),
        normal(32, 1, 28, 28),
        normal(32, 1),
        parameters=785 * 48 + 49 * 48 + 49,
    ),
    "MultiHeadAttention": Case(
        lambda d2l: d2l.MultiHeadAttention(24, 3),
        normal(4, 7, 24),
        normal(4, 7, 24),
        parameters=24 * 72 + 72 + 24 * 24 + 24,
    ),
    "TransformerBlock": Case(
        lambda d2l: d2l.TransformerBlock(24, 3),
        normal(4, 7, 24),
        normal(4, 7, 24),
        parameters=4 * 24 + (4 + 8) * 24 * 24 + (4 + 5) * 24,
    ),
    "GPT": Case(
        lambda d2l: d2l.GPT(11, width=24, num_heads=3, depth=2),
        rng().integers(0, 11, (4, 9)),
        rng().integers(0, 11, (4, 9)),
        parameters=11 * 24 + 2 * (4 * 24 + 12 * 24 * 24 + 9 * 24) + 2 * 24,
        loss="token_cross_entropy",
    ),
    "Seq2Seq": Case(
        lambda d2l: d2l.Seq2Seq(40, 30, 12, 16),
        (sentences(4, 40, 7), sentences(1, 30, 5)),
        sentences(2, 30, 5),
        parameters=40 * 12
        + 2 * 3 * 8 * (12 + 8 + 2)
        + 30 * 12
        + 3 * 16 * (12 + 16 + 2)
        + 16 * 16
        + 12 * (2 * 16 + 1)
        + 30,
        loss="token_cross_entropy",
    ),
    "SlimLeNet": Case(
        lambda d2l: d2l.SlimLeNet((3, 8, 60, 42)),
        normal(16, 1, 28, 28),
        classes(16, 10),
        parameters=78 + 608 + 12_060 + 2_562 + 430,
    ),
}
