"""MNIST and Fashion-MNIST, which share files, shapes and layout."""

from __future__ import annotations

import numpy as np

from d2lcode.data.dataset import Dataset, Split
from d2lcode.data.idx import read_idx
from d2lcode.data.store import Files, load

DIGITS = tuple("0123456789")

GARMENTS = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)


def mnist(*, stand_in: bool | None = None) -> Dataset:
    """MNIST: 60,000 + 10,000 handwritten digits.

    Shapes: x `(n, 1, 28, 28)` float32 in [0, 1], 0 the paper and 1 the
    ink; y `(n,)` int64, the digit. The stand-in has 6,000 + 1,000 images,
    enlarged from scikit-learn's 8x8 photographs of real digits.

    Args:
        stand_in: None takes the stand-in only where the real data cannot be
            had; False never; True always.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.

    Source: LeCun, Bottou, Bengio, Haffner (1998), Gradient-based learning
    applied to document recognition. Licence: CC BY-SA 3.0.
    """
    return load("mnist", _read_digits, _made_digits, stand_in)


def fashion_mnist(*, stand_in: bool | None = None) -> Dataset:
    """Fashion-MNIST: 60,000 + 10,000 garments, in the layout of MNIST.

    Shapes: x `(n, 1, 28, 28)` float32 in [0, 1]; y `(n,)` int64, a number
    into `classes`. The stand-in has 6,000 + 1,000 drawn silhouettes.

    Args:
        stand_in: None takes the stand-in only where the real data cannot be
            had; False never; True always.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.

    Source: Xiao, Rasul, Vollgraf (2017), arXiv:1708.07747. Licence: MIT.
    """
    return load("fashion_mnist", _read_garments, _made_garments, stand_in)


def _read_digits(files: Files) -> Dataset:
    return _read(files, DIGITS)


def _read_garments(files: Files) -> Dataset:
    return _read(files, GARMENTS)


def _read(files: Files, classes: tuple[str, ...]) -> Dataset:
    return Dataset(
        title=files.entry.title,
        train=_split(files, "train"),
        test=_split(files, "test"),
        real=True,
        source=files.source,
        classes=classes,
    )


def _split(files: Files, part: str) -> Split:
    pixels = read_idx(files.paths[f"{part}-images"])
    labels = read_idx(files.paths[f"{part}-labels"])
    x = pixels[:, None].astype(np.float32)
    x /= 255
    return Split(x, labels.astype(np.int64))


def _made_digits() -> Dataset:
    from d2lcode.data.standins import digits

    train, test = digits.make()
    return Dataset(
        title="MNIST",
        train=train,
        test=test,
        real=False,
        source="a stand-in, scikit-learn's 8x8 digits enlarged",
        classes=DIGITS,
    )


def _made_garments() -> Dataset:
    from d2lcode.data.standins import garments

    train, test = garments.make()
    return Dataset(
        title="Fashion-MNIST",
        train=train,
        test=test,
        real=False,
        source="a stand-in, generated silhouettes",
        classes=GARMENTS,
    )
