"""What changes in `fit` when several processes train one model."""

import atexit
import os
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from d2lcode._processes import Group
from d2lcode.torch.inference import weight_of


def _launched() -> bool:
    """Whether torchrun has started this process, and others with it."""
    started = dist.is_available() and dist.is_torchelastic_launched()
    return started and int(os.environ["WORLD_SIZE"]) > 1


def join_processes(device: torch.device) -> None:
    """Meet the other processes, if torchrun has started any."""
    if _launched() and not dist.is_initialized():
        on_gpu = device.type == "cuda"
        dist.init_process_group("nccl" if on_gpu else "gloo")
        atexit.register(dist.destroy_process_group)


class Processes(Group):
    """The processes that train one model: those of torchrun, or just this.

    Args:
        device: where this one computes; GPUs talk by NCCL, CPUs by gloo.

    Attributes:
        rank: which of them this is, from 0; the first prints and saves.
        size: how many there are.
    """

    def __init__(self, device: torch.device) -> None:
        join_processes(device)
        together = dist.is_available() and dist.is_initialized()
        super().__init__(
            dist.get_rank() if together else 0,
            dist.get_world_size() if together else 1,
            weight_of,
        )

    def wrap(self, model: nn.Module, loss: Any, **same: Any) -> nn.Module:
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
        return DistributedDataParallel(model)

    def spread_seeds(self) -> None:
        """Give PyTorch's generator here another seed than elsewhere."""
        if self.rank > 0:
            torch.manual_seed(torch.initial_seed() + self.rank)

    def mean(self, value: Tensor) -> Tensor:
        """The mean over the processes."""
        if self.size > 1:
            dist.all_reduce(value)
            value /= self.size
        return value

    def gathered(self, thing: Any) -> list[Any]:
        """What each of several processes has, by rank."""
        things: list[Any] = [None] * self.size
        dist.all_gather_object(things, thing)
        return things

    def spread(self, thing: Any) -> Any:
        """What the first of several processes has, in all of them."""
        things: list[Any] = [thing]
        dist.broadcast_object_list(things, src=0)
        return things[0]

    def settle(self, model: nn.Module) -> None:
        """Give all the first one's buffers, as of batch normalisation."""
        for buffer in model.buffers() if self.size > 1 else ():
            dist.broadcast(buffer, src=0)
