"""What the loaders of both twins share: arrays in, and the order of batches.

The order is a function of seed and epoch alone. So the twins see the same
batches, and a resumed run needs to remember no more than where it stood.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from d2lcode._checks import natural, positive_integer
from d2lcode._examples import as_arrays
from d2lcode._structures import Ragged, each, first_leaf, leaves

Transform = Callable[[Any, np.random.Generator], Any]
JointTransform = Callable[[Any, Any, np.random.Generator], tuple[Any, Any]]


def batch_order(n: int, seed: int, epoch: int) -> np.ndarray:
    """The shuffled order of n examples in one epoch, shape (n,) int64."""
    return np.random.default_rng([seed, epoch]).permutation(n)


def order_by_length(
    lengths: list[np.ndarray], batch_size: int, seed: int, epoch: int
) -> np.ndarray:
    """An order whose batches hold sequences of similar length, (n,) int64.

    Sorted by length, with some chance among lengths a tenth apart, the
    examples are cut into batches, and the batches are shuffled. The one
    that has fewer examples comes last, and is cut out anywhere, so that
    leaving it out does not always leave out the longest.

    Args:
        lengths: of the sequences, (n,) each; the first counts most.
        batch_size: examples in a batch.
        seed: of the order.
        epoch: each has an order of its own.
    """
    n, rng = len(lengths[0]), np.random.default_rng([seed, epoch])
    keys = [np.floor(length * rng.uniform(1, 1.1, n)) for length in lengths]
    order = np.lexsort((rng.random(n), *reversed(keys)))
    whole, rest = divmod(n, batch_size)
    start = batch_size * rng.integers(whole + 1)
    last = slice(start, start + rest)
    batches = np.delete(order, last).reshape(whole, batch_size)
    return np.concatenate([rng.permutation(batches).ravel(), order[last]])


class Batches:
    """Mini-batches of arrays, in an order that seed and epoch determine.

    Iterating gives one epoch, and the next iteration the next epoch.
    `transform(x, rng)` changes a batch of inputs, say to augment it, and
    `joint_transform(x, y, rng)` inputs and targets together; the `rng` too
    is determined by seed, epoch and the batch's position. `by_length` puts
    sequences of similar length into a batch. `drop_last` leaves out a last
    batch that is smaller than the others.

    Attributes:
        x: inputs: an array (n, ...), or a structure of arrays.
        y: targets, likewise.
        examples: n.

    Raises:
        ValueError: if the data are refused by `as_arrays`, an argument is
            out of range, both transforms are given, there is no sequence
            to sort by, or `drop_last` would leave no batch at all.
    """

    def __init__(
        self,
        data: Any,
        batch_size: int = 128,
        *,
        shuffle: bool = False,
        seed: int = 0,
        transform: Transform | None = None,
        joint_transform: JointTransform | None = None,
        by_length: bool = False,
        drop_last: bool = False,
    ) -> None:
        self.x, self.y = each(self.hold, as_arrays(data))
        self.examples = len(first_leaf(self.x))
        self.batch_size = positive_integer("batch_size", batch_size)
        self.seed = natural("seed", seed)
        self.shuffle, self.by_length = shuffle, by_length
        self.transform, self.joint_transform = transform, joint_transform
        self.drop_last = drop_last
        self.epoch = 0
        self._check()

    def _check(self) -> None:
        if self.by_length and not self._lengths():
            raise ValueError(
                "by_length is True; expected sequences of different "
                "lengths, as a list, in x or in y"
            )
        if self.transform is not None and self.joint_transform is not None:
            raise ValueError(
                "transform and joint_transform are both given; expected one"
            )
        if len(self) == 0:
            raise ValueError(
                f"batch_size is {self.batch_size} and drop_last is True; "
                f"expected a batch_size of at most {self.examples}, the "
                "number of examples"
            )

    def _lengths(self) -> list[np.ndarray]:
        """Of all the sequences in x; if there are none, of those in y."""
        found = [
            [leaf.lengths for _, leaf in leaves(part) if _ragged(leaf)]
            for part in (self.x, self.y)
        ]
        return found[0] or found[1]

    def describe(self) -> dict[str, Any]:
        """What must agree for a run on these batches to be resumed."""
        about: dict[str, Any] = {
            "batch_size": self.batch_size,
            "shuffle": self.shuffle,
            "seed": self.seed,
            "drop_last": self.drop_last,
        }
        if self.by_length:
            about["by_length"] = True
        for name, leaf in leaves(self.x, "x"):
            some = leaf if _ragged(leaf) else np.asarray(leaf[:256])
            about[f"shape of {name}"] = list(leaf.shape)
            about[f"checksum of {name}"] = zlib.crc32(some.tobytes())
        for name, leaf in leaves(self.y, "y"):
            some = leaf if _ragged(leaf) else np.asarray(leaf)
            about[f"checksum of {name}"] = zlib.crc32(some.tobytes())
        return about

    def fingerprint(self) -> str:
        """What tells these data from others, in a few words."""
        sums = [v for k, v in self.describe().items() if "checksum" in k]
        return f"{self.examples} examples with checksums {sums}"

    def __len__(self) -> int:
        """The number of batches in an epoch."""
        whole, rest = divmod(self.examples, self.batch_size)
        return whole + (rest > 0 and not self.drop_last)

    @property
    def smallest(self) -> int:
        """How many examples the last batch has, which is the smallest."""
        rest = self.examples - (len(self) - 1) * self.batch_size
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
            if self.transform is not None or self.joint_transform is not None:
                rng = np.random.default_rng([self.seed, epoch, step])
                x, y = self.change(x, y, rng)
            yield x, y

    def _order(self, epoch: int) -> Any:
        """The rows in the order of an epoch; None as they stand."""
        if self.by_length:
            due = epoch if self.shuffle else 0
            lengths, size = self._lengths(), self.batch_size
            order = order_by_length(lengths, size, self.seed, due)
        elif self.shuffle:
            order = batch_order(self.examples, self.seed, epoch)
        else:
            return None
        return self.index(order)

    def hold(self, part: Any) -> Any:
        """An array as this loader keeps it."""
        return part

    def index(self, order: np.ndarray) -> Any:
        """The order as whatever `take` is fast with."""
        return order

    def take(self, rows: Any) -> tuple[Any, Any]:
        """The examples at these rows, (x, y)."""
        return each(lambda part: self.cut(part, rows), (self.x, self.y))

    def cut(self, part: Any, rows: Any) -> Any:
        """These rows of one array, or a batch of these sequences."""
        return part[rows]

    def change(
        self, x: Any, y: Any, rng: np.random.Generator
    ) -> tuple[Any, Any]:
        """The transform's answer to a batch."""
        x = each(np.array, x)
        if self.transform is not None:
            return self.transform(x, rng), y
        assert self.joint_transform is not None
        changed = self.joint_transform(x, each(np.array, y), rng)
        if not isinstance(changed, tuple) or len(changed) != 2:
            raise ValueError(
                f"joint_transform gave a {type(changed).__name__}; expected "
                "a pair (x, y)"
            )
        return changed


def _ragged(leaf: Any) -> bool:
    return isinstance(leaf, Ragged)


def batch_of_one(
    batches: Batches, layer: str, processes: int = 1
) -> ValueError:
    """The error that a batch of one is, to a layer that needs a variance."""
    n, size = batches.examples, batches.batch_size
    leaves_one = f"leaves a batch of one of {n} examples"
    if processes > 1:
        expected = "drop_last=True or another batch_size"
        expected += f", two for each of the {processes} processes"
        leaves_one = f"leaves a process with one of {n} examples"
    elif n == 1:
        expected = "at least two examples"
    elif size == 1:
        expected = "a batch_size of at least 2"
    else:
        expected = "drop_last=True or another batch_size"
    return ValueError(
        f"batch_size is {size}, which {leaves_one}; "
        f"expected {expected}, because batch normalisation ({layer}) "
        "divides by the deviation within a batch, and one value has none"
    )
