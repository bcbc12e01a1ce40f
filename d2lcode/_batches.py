"""What the loaders of both twins share: arrays in, and the order of batches.

The order is a function of seed and epoch alone. So the twins see the same
batches, and a resumed run needs to remember no more than where it stood.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from d2lcode._checks import first_of, natural, positive_integer

Transform = Callable[[np.ndarray, np.random.Generator], np.ndarray]


def as_arrays(data: Any) -> tuple[np.ndarray, np.ndarray]:
    """The arrays (x, y) of a split of `d2lcode.data`, or of a pair.

    Real numbers come back as float32; whole numbers, which are tokens in
    x and classes in y, as int64.

    Raises:
        ValueError: if it is neither, is empty, x and y differ in length,
            something is no finite number, or x holds pictures of bytes.
    """
    if hasattr(data, "x") and hasattr(data, "y"):
        data = data.x, data.y
    if not isinstance(data, tuple | list) or len(data) != 2:
        raise ValueError(
            f"data is a {type(data).__name__}; expected a split of "
            "d2lcode.data or a pair of arrays (x, y)"
        )
    x, y = (np.asarray(part) for part in data)
    if x.ndim == 0 or y.ndim == 0 or len(x) != len(y) or len(x) == 0:
        raise ValueError(
            f"data has x of shape {x.shape} and y of shape {y.shape}; "
            "expected as many x as y, at least one of each"
        )
    return _numbers("x", _no_bytes(x)), _numbers("y", y)


def _no_bytes(x: np.ndarray) -> np.ndarray:
    """Whether and how bytes are scaled is not for a loader to guess."""
    whole = x.dtype.kind in "biu"
    if whole and (x.dtype.itemsize == 1 or x.ndim > 3):
        raise ValueError(
            f"x has shape {x.shape} and type {x.dtype}; expected float32: "
            "divide pictures by 255 (tokens are int64)"
        )
    return x


def _numbers(name: str, array: np.ndarray) -> np.ndarray:
    """Whole numbers as int64, finite ones as float32."""
    if array.dtype.kind in "biu":
        return array.astype(np.int64, copy=False)
    if array.dtype.kind != "f":
        raise ValueError(f"{name} has type {array.dtype}; expected numbers")
    array = array.astype(np.float32, copy=False)
    finite = np.isfinite(array)
    if not finite.all():
        first = first_of(name, array, ~finite)
        raise ValueError(f"{first}; expected finite numbers")
    return array


def batch_order(n: int, seed: int, epoch: int) -> np.ndarray:
    """The shuffled order of n examples in one epoch, shape (n,) int64."""
    return np.random.default_rng([seed, epoch]).permutation(n)


class Batches:
    """Mini-batches of arrays, in an order that seed and epoch determine.

    Iterating gives one epoch, and the next iteration the next epoch.
    `transform(x, rng)` changes a batch of inputs, say to augment it; its
    `rng` too is determined by seed, epoch and the batch's position.
    `drop_last` leaves out a last batch that is smaller than the others.

    Attributes:
        x: inputs, shape (n, ...).
        y: targets, shape (n, ...).

    Raises:
        ValueError: if the data are refused by `as_arrays`, an argument is
            out of range, or `drop_last` would leave no batch at all.
    """

    def __init__(
        self,
        data: Any,
        batch_size: int = 128,
        *,
        shuffle: bool = False,
        seed: int = 0,
        transform: Transform | None = None,
        drop_last: bool = False,
    ) -> None:
        self.x: Any
        self.y: Any
        self.x, self.y = as_arrays(data)
        self.batch_size = positive_integer("batch_size", batch_size)
        self.seed = natural("seed", seed)
        self.shuffle, self.transform = shuffle, transform
        self.drop_last = drop_last
        self.epoch = 0
        if len(self) == 0:
            raise ValueError(
                f"batch_size is {batch_size} and drop_last is True; expected "
                f"a batch_size of at most {len(self.x)}, the number of "
                "examples"
            )

    def describe(self) -> dict[str, Any]:
        """What must agree for a run on these batches to be resumed."""
        some = np.asarray(self.x[:256]).tobytes()
        return {
            "batch_size": self.batch_size,
            "shuffle": self.shuffle,
            "seed": self.seed,
            "drop_last": self.drop_last,
            "shape of x": list(self.x.shape),
            "checksum of x": zlib.crc32(some),
            "checksum of y": zlib.crc32(np.asarray(self.y).tobytes()),
        }

    def fingerprint(self) -> str:
        """What tells these data from others, in a few words."""
        sums = [v for k, v in self.describe().items() if "checksum" in k]
        return f"{len(self.x)} examples with checksums {sums}"

    def __len__(self) -> int:
        """The number of batches in an epoch."""
        whole, rest = divmod(len(self.x), self.batch_size)
        return whole + (rest > 0 and not self.drop_last)

    @property
    def smallest(self) -> int:
        """How many examples the last batch has, which is the smallest."""
        rest = len(self.x) - (len(self) - 1) * self.batch_size
        return min(rest, self.batch_size)

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        """The batches of the epoch that is due."""
        self.epoch += 1
        return self.batches(self.epoch - 1)

    def batches(self, epoch: int, skip: int = 0) -> Iterator[tuple[Any, Any]]:
        """The batches (x, y) of one epoch, but for the first `skip`."""
        order = self._order(epoch)
        for step in range(skip, len(self)):
            rows = slice(step * self.batch_size, (step + 1) * self.batch_size)
            x, y = self.take(rows if order is None else order[rows])
            if self.transform is not None:
                rng = np.random.default_rng([self.seed, epoch, step])
                x = self.change(x, rng)
            yield x, y

    def _order(self, epoch: int) -> Any:
        if not self.shuffle:
            return None
        return self.index(batch_order(len(self.x), self.seed, epoch))

    def index(self, order: np.ndarray) -> Any:
        """The order as whatever `take` is fast with."""
        return order

    def take(self, rows: Any) -> tuple[Any, Any]:
        """The examples at these rows, (x, y)."""
        return self.x[rows], self.y[rows]

    def change(self, x: Any, rng: np.random.Generator) -> Any:
        """The transform's answer to a batch of inputs."""
        assert self.transform is not None
        return self.transform(np.array(x), rng)


def batch_of_one(batches: Batches, layer: str) -> ValueError:
    """The error that a batch of one is, to a layer that needs a variance."""
    n, size = len(batches.x), batches.batch_size
    if n == 1:
        expected = "at least two examples"
    elif size == 1:
        expected = "a batch_size of at least 2"
    else:
        expected = "drop_last=True or another batch_size"
    return ValueError(
        f"batch_size is {size}, which leaves a batch of one of {n} examples; "
        f"expected {expected}, because batch normalisation ({layer}) "
        "divides by the deviation within a batch, and one value has none"
    )
