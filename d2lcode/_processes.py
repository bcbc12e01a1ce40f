"""Several processes that train one model: what needs no framework."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from d2lcode._shares import Shares

T = TypeVar("T")


class Group:
    """The processes that train one model, or just this one.

    Each twin adds how they talk: `gathered`, `spread`.

    Args:
        rank: which of them this is, from 0; the first prints and saves.
        size: how many there are.
        weigh: y -> what a batch counts for: its examples, or tokens.
    """

    def __init__(
        self, rank: int, size: int, weigh: Callable[[Any], Any]
    ) -> None:
        self.rank, self.size = rank, size
        self.weight_of = weigh
        self.shares: Shares | None = None

    def gathered(self, thing: Any) -> list[Any]:
        """What each of several processes has, by rank."""
        raise NotImplementedError

    def spread(self, thing: Any) -> Any:
        """What the first of several processes has, in all of them."""
        raise NotImplementedError

    def share(self, batches: Any) -> Any:
        """The loader's batches, of which each process gets its rows."""
        if self.size == 1:
            return batches
        self.shares = Shares(batches, self.rank, self.size, self.weight_of)
        return self.shares

    def weigh(self, loss: Any) -> Any:
        """The loss of a share, as it counts in the mean over processes."""
        return loss if self.shares is None else loss * self.shares.factor

    def gather(self, thing: T) -> list[T]:
        """What each process has, in all of them, by rank."""
        return [thing] if self.size == 1 else self.gathered(thing)

    def first(self, compute: Callable[..., T], *args: Any) -> T:
        """What the first process computes, for all, which wait for it."""
        if self.size == 1:
            return compute(*args)
        return self.spread(compute(*args) if self.rank == 0 else None)

    def same(self, name: str, value: T) -> T:
        """The value, once all have found the same one.

        Raises:
            ValueError: if they have not.
        """
        refuse_unlike(name, self.gather(value))
        return value

    def check(self, loss: Any, **same: Any) -> None:
        """Refuse what several processes cannot train together.

        Raises:
            ValueError: if the loss has parameters, which nothing averages,
                or if what must be the `same` in all processes is not.
        """
        refuse_trained_loss(loss, getattr(loss, "parameters", list)())
        everywhere = self.gather(same)
        for name in same:
            refuse_unlike(name, [those.get(name) for those in everywhere])


def refuse_unlike(name: str, values: Sequence[object]) -> None:
    """Refuse values by rank that are not all the same; ValueError."""
    for rank, value in enumerate(values):
        if value != values[0]:
            raise ValueError(
                f"{name} is {value!r} in process {rank} and {values[0]!r} "
                "in process 0; expected the same in all processes"
            )


def refuse_trained_loss(loss: object, parameters: Iterable[object]) -> None:
    """Refuse a loss with parameters; raises ValueError."""
    if any(True for _ in parameters):
        raise ValueError(
            f"loss is a {type(loss).__name__} with parameters of its own; "
            "expected one without under several processes, which average "
            "the gradients of the model's parameters only: make the loss's "
            "a part of the model"
        )


def only_inside() -> str | None:
    """The loopback's name, where this machine has no other address."""
    try:
        socket.gethostbyname(socket.gethostname())
    except OSError:
        names = [name for _, name in socket.if_nameindex()]
        return next((name for name in names if name[:2] == "lo"), "lo")
    return None
