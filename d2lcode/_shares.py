"""A batch dealt out to the processes that train one model together.

Every process cuts, pads and transforms the whole batch as one process
would, and computes with its own rows of it. So the order of the examples
and what is drawn at random for them do not depend on how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from d2lcode._structures import Padded, first_leaf, inside, rebuilt


def rows_of(n: int, rank: int, size: int) -> slice:
    """The rows of a batch of n that fall to one of several processes.

    The shares follow each other and differ by one row at most. In a batch
    of fewer rows than processes some are empty.
    """
    return slice(rank * n // size, (rank + 1) * n // size)


def share(part: Any, rows: slice) -> Any:
    """These rows of every array; sequences as long as the longest left."""
    if isinstance(part, Padded):
        lengths = part.lengths[rows]
        return Padded(part.values[rows, : int(lengths.max())], lengths)
    if isinstance(part, dict | tuple | list):
        return rebuilt(part, [share(p, rows) for _, p in inside(part, "")])
    return None if part is None else part[rows]


class Shares:
    """The share of one process in every batch of a loader.

    A process that gets no row takes the first one, at the weight 0, for in
    every step all have to take part in averaging the gradients.

    Args:
        batches: the loader of whole batches.
        rank: which of the processes this is, from 0.
        size: how many there are.
        weigh: y -> what a batch counts for: its examples, or tokens.

    Attributes:
        factor: what to multiply the loss of the latest share with, so that
            the mean over the processes is the mean over the batch.
    """

    def __init__(
        self, batches: Any, rank: int, size: int, weigh: Callable[[Any], Any]
    ) -> None:
        self.whole, self.rank, self.size = batches, rank, size
        self.weigh = weigh
        self.factor = 1.0

    def __len__(self) -> int:
        """The number of batches in an epoch."""
        return len(self.whole)

    def batches(self, epoch: int, skip: int = 0) -> Iterator[tuple[Any, Any]]:
        """This process's rows of the batches of one epoch."""
        for batch in self.whole.batches(epoch, skip):
            yield self.cut(*batch)

    def cut(self, x: Any, y: Any) -> tuple[Any, Any]:
        """This process's rows of one batch; notes what they count for."""
        rows = rows_of(len(first_leaf(y)), self.rank, self.size)
        empty = rows.start == rows.stop
        mine = share((x, y), slice(0, 1) if empty else rows)
        counts = 0.0 if empty else float(self.weigh(mine[1]))
        every = float(self.weigh(y))
        self.factor = self.size * counts / every if every else 1.0
        return mine
