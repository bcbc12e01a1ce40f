"""What changes in `fit` when several processes train one model."""

import os
import socket
from collections.abc import Callable
from typing import Any, TypeVar

import paddle
import paddle.distributed as dist
from paddle import Tensor, nn

from d2lcode._processes import (
    refuse_other_arguments,
    refuse_trained_loss,
    refuse_unlike,
)
from d2lcode._shares import Shares
from d2lcode.paddle.inference import weight_of

T = TypeVar("T")


def _launched() -> bool:
    """Whether `launch` has started this process, and others with it."""
    return int(os.environ.get("PADDLE_TRAINERS_NUM", 1)) > 1


def _stay_inside_if_alone() -> None:
    """Let gloo talk over the loopback where this machine has no address.

    PyTorch's gloo does so by itself.
    """
    try:
        socket.gethostbyname(socket.gethostname())
    except OSError:
        names = [name for _, name in socket.if_nameindex()]
        inside = next((name for name in names if name[:2] == "lo"), "lo")
        os.environ.setdefault("GLOO_SOCKET_IFNAME", inside)


def join_processes(device: str) -> None:
    """Meet the other processes, if `launch` has started any."""
    if _launched() and not dist.is_initialized():
        if device == "cpu":
            os.environ.setdefault("PADDLE_DISTRI_BACKEND", "gloo")
            _stay_inside_if_alone()
        dist.init_parallel_env()


_WRAPPED: dict[int, tuple[paddle.DataParallel, list[str]]] = {}


def _data_parallel(model: nn.Layer) -> nn.Layer:
    """The model as `DataParallel`, the same one whenever it is asked for.

    Its hooks stay on the parameters for as long as the process lives, and
    those of a second one would stumble over them.

    Raises:
        ValueError: if other parameters are to be trained than before.
    """
    trained = [name for name, p in model.named_parameters() if p.trainable]
    if id(model) not in _WRAPPED:
        _WRAPPED[id(model)] = paddle.DataParallel(model), trained
    wrapped, before = _WRAPPED[id(model)]
    if before != trained:
        raise ValueError(
            f"model trains {trained} and trained {before} before; expected "
            "the same, because `paddle.DataParallel` keeps to its first "
            "choice: go on from a checkpoint in new processes"
        )
    return wrapped


class Processes:
    """The processes that train one model: launched ones, or just this.

    Args:
        device: where this one computes; GPUs talk by NCCL, CPUs by gloo.

    Attributes:
        rank: which of them this is, from 0; the first prints and saves.
        size: how many there are.
    """

    def __init__(self, device: str) -> None:
        join_processes(device)
        together = dist.is_initialized()
        self.rank = dist.get_rank() if together else 0
        self.size = dist.get_world_size() if together else 1
        self.shares: Shares | None = None

    def share(self, batches: Any) -> Any:
        """The loader's batches, of which each process gets its rows."""
        if self.size == 1:
            return batches
        self.shares = Shares(batches, self.rank, self.size, weight_of)
        return self.shares

    def wrap(self, model: nn.Layer, loss: Any, **same: Any) -> nn.Layer:
        """The model, whose gradients are now averaged in every backward.

        All start with the first one's weights; each has a generator of its
        own, so that dropout does not drop the same everywhere.

        Raises:
            ValueError: if the loss has parameters, which nothing averages,
                or if what must be the `same` in all processes is not.
        """
        if self.size == 1:
            return model
        refuse_trained_loss(loss, getattr(loss, "parameters", list)())
        refuse_other_arguments(self.gather(same))
        self.spread_seeds()
        return _data_parallel(model)

    def spread_seeds(self) -> None:
        """Give Paddle's generator here another seed than elsewhere."""
        if self.rank > 0:
            generator = paddle.framework.core.default_cpu_generator()
            paddle.seed(generator.initial_seed() + self.rank)

    def weigh(self, loss: Tensor) -> Tensor:
        """The loss of a share, as it counts in the mean over processes."""
        return loss if self.shares is None else loss * self.shares.factor

    def mean(self, value: Tensor) -> Tensor:
        """The mean over the processes."""
        if self.size > 1:
            dist.all_reduce(value)
            value = value / self.size
        return value

    def gather(self, thing: T) -> list[T]:
        """What each process has, in all of them, by rank."""
        if self.size == 1:
            return [thing]
        things: list[Any] = []
        dist.all_gather_object(things, thing)
        return things

    def first(self, compute: Callable[..., T], *args: Any) -> T:
        """What the first process computes, for all, which wait for it."""
        if self.size == 1:
            return compute(*args)
        things: list[Any] = [compute(*args) if self.rank == 0 else None]
        dist.broadcast_object_list(things, src=0)
        return things[0]

    def same(self, name: str, value: T) -> T:
        """The value, once all have found the same one.

        Raises:
            ValueError: if they have not.
        """
        refuse_unlike(name, self.gather(value))
        return value

    def settle(self, model: nn.Layer) -> None:
        """Give all the first one's buffers, as of batch normalisation."""
        parts = [*model.parameters(), *model.buffers()]
        for part in parts if self.size > 1 else ():
            if part.stop_gradient:  # Paddle keeps its statistics here too
                dist.broadcast(part, src=0)
