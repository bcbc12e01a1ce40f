"""What changes in `fit` when several processes train one model."""

import os
from typing import Any

import paddle
import paddle.distributed as dist
from paddle import Tensor, nn

from d2lcode._processes import Group, only_inside
from d2lcode.paddle.inference import weight_of


def _launched() -> bool:
    """Whether `launch` has started this process, and others with it."""
    return int(os.environ.get("PADDLE_TRAINERS_NUM", 1)) > 1


def join_processes(device: str) -> None:
    """Meet the other processes, if `launch` has started any."""
    if _launched() and not dist.is_initialized():
        if device == "cpu":
            os.environ.setdefault("PADDLE_DISTRI_BACKEND", "gloo")
            if inside := only_inside():  # PyTorch's gloo finds it by itself
                os.environ.setdefault("GLOO_SOCKET_IFNAME", inside)
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


class Processes(Group):
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
        super().__init__(
            dist.get_rank() if together else 0,
            dist.get_world_size() if together else 1,
            weight_of,
        )

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
        self.check(loss, **same)
        self.spread_seeds()
        return _data_parallel(model)

    def spread_seeds(self) -> None:
        """Give Paddle's generator here another seed than elsewhere."""
        if self.rank > 0:
            generator = paddle.framework.core.default_cpu_generator()
            paddle.seed(generator.initial_seed() + self.rank)

    def mean(self, value: Tensor) -> Tensor:
        """The mean over the processes."""
        if self.size > 1:
            dist.all_reduce(value)
            value = value / self.size
        return value

    def gathered(self, thing: Any) -> list[Any]:
        """What each of several processes has, by rank."""
        things: list[Any] = []
        dist.all_gather_object(things, thing)
        return things

    def spread(self, thing: Any) -> Any:
        """What the first of several processes has, in all of them."""
        things: list[Any] = [thing]
        dist.broadcast_object_list(things, src=0)
        return things[0]

    def settle(self, model: nn.Layer) -> None:
        """Give all the first one's buffers, as of batch normalisation."""
        parts = [*model.parameters(), *model.buffers()]
        for part in parts if self.size > 1 else ():
            if part.stop_gradient:  # Paddle keeps its statistics here too
                dist.broadcast(part, src=0)
