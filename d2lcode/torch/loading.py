"""Mini-batches of tensors."""

import copy
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor

from d2lcode._batches import Batches, Transform
from d2lcode.torch.devices import free_memory


def as_tensor(array: np.ndarray) -> Tensor:
    """The array as a tensor, float64 as float32; a copy only if it must."""
    if array.dtype == np.float64:
        array = array.astype(np.float32)
    return torch.from_numpy(np.require(array, requirements=["C", "W"]))


class Loader(Batches):
    """Mini-batches of tensors on the CPU, cut from whole arrays.

    It indexes a whole batch at once, where `torch.utils.data.DataLoader`
    fetches example by example and then stacks them.
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
        super().__init__(
            data,
            batch_size,
            shuffle=shuffle,
            seed=seed,
            transform=transform,
            drop_last=drop_last,
        )
        self.x, self.y = as_tensor(self.x), as_tensor(self.y)

    def index(self, order: np.ndarray) -> Tensor:
        """The order as a tensor, where the arrays are."""
        return torch.from_numpy(order).to(self.x.device)

    def change(self, x: Tensor, rng: np.random.Generator) -> Tensor:
        """The transform's answer to a batch of inputs."""
        return as_tensor(super().change(x.numpy(), rng))


def loader(
    split_or_xy: Any,
    batch_size: int = 128,
    *,
    shuffle: bool = False,
    seed: int = 0,
    transform: Transform | None = None,
    drop_last: bool = False,
) -> Loader:
    """Mini-batches `(x, y)` of a split or of a pair of arrays.

    Each iteration is one epoch, in an order that the seed and the epoch's
    number determine, the same in both twins. Real numbers become float32,
    whole numbers int64.

    Args:
        split_or_xy: a split of `d2lcode.data`, or (x, y) with x of shape
            (n, ...) and y of shape (n, ...).
        batch_size: examples in a batch; the last one may have fewer.
        shuffle: whether each epoch has an order of its own.
        seed: of the orders, and of the transform's generator.
        transform: `transform(x, rng)` returns a changed batch of inputs,
            NumPy in and out.
        drop_last: leaves out a last batch that has fewer examples.

    Raises:
        ValueError: if the data are no pair of equal length, hold what is
            no finite number, or pictures of bytes; or if batch_size or
            seed is out of range, or drop_last leaves no batch.
    """
    return Loader(
        split_or_xy,
        batch_size,
        shuffle=shuffle,
        seed=seed,
        transform=transform,
        drop_last=drop_last,
    )


def as_loader(data: Any, batch_size: int, **options: Any) -> Loader:
    """The data if it gives batches already, else a loader of it."""
    if hasattr(data, "batches"):
        return data
    return loader(data, batch_size, **options)


def on_device(batches: Loader, device: torch.device) -> Loader:
    """The loader, with its arrays on the device if they leave room there.

    They may take a quarter of the memory that is free. A transform works
    on NumPy arrays, so its loader stays on the CPU.
    """
    if type(batches) is not Loader or batches.transform is not None:
        return batches
    if 4 * (batches.x.nbytes + batches.y.nbytes) > free_memory(device):
        return batches
    there = copy.copy(batches)
    there.x, there.y = batches.x.to(device), batches.y.to(device)
    return there


def moved(
    batches: Iterator[tuple[Tensor, Tensor]], device: torch.device
) -> Iterator[tuple[Tensor, Tensor]]:
    """The same batches on a device.

    To CUDA they go by a stream of their own, while the step before still
    computes: the loop has queued its work there and is ahead of it.
    """
    side = torch.cuda.Stream(device) if device.type == "cuda" else None
    for x, y in batches:
        if side is None or x.device.type == "cuda":
            yield x.to(device), y.to(device)
        else:
            yield _sent(x, device, side), _sent(y, device, side)


def _sent(
    tensor: Tensor, device: torch.device, side: torch.cuda.Stream
) -> Tensor:
    """The tensor on the device, copied there by the side stream.

    The stream that computes waits for the copy, and its memory is not
    given away before that stream has used it.
    """
    with torch.cuda.stream(side):
        there = tensor.pin_memory().to(device, non_blocking=True)
    computing = torch.cuda.current_stream(device)
    computing.wait_stream(side)
    there.record_stream(computing)
    return there
