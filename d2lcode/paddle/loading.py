"""Mini-batches of tensors."""

import copy
from collections import deque
from collections.abc import Iterator
from typing import Any

import numpy as np
import paddle
from paddle import Tensor

from d2lcode._batches import Batches, Transform
from d2lcode.paddle.devices import free_memory


def as_tensor(array: np.ndarray) -> Tensor:
    """The array as a tensor on the CPU, float64 as float32; a copy."""
    if array.dtype == np.float64:
        array = array.astype(np.float32)
    return paddle.to_tensor(array, place=paddle.CPUPlace())


class Loader(Batches):
    """Mini-batches of tensors on the CPU, cut from whole arrays.

    It indexes a whole batch at once, where `paddle.io.DataLoader` fetches
    example by example and then stacks them.
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
        return as_tensor(order).to(self.x.place)

    def take(self, rows: Any) -> tuple[Tensor, Tensor]:
        """The examples at these rows, (x, y)."""
        if isinstance(rows, slice):
            return self.x[rows], self.y[rows]
        # paddle.gather takes a tenth of the time of self.x[rows].
        return paddle.gather(self.x, rows), paddle.gather(self.y, rows)

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


def on_device(batches: Loader, device: str) -> Loader:
    """The loader, with its arrays on the device if they leave room there.

    They may take a quarter of the memory that is free. A transform works
    on NumPy arrays, so its loader stays on the CPU.
    """
    if type(batches) is not Loader or batches.transform is not None:
        return batches
    if 4 * (_bytes(batches.x) + _bytes(batches.y)) > free_memory(device):
        return batches
    there = copy.copy(batches)
    there.x, there.y = batches.x.to(device), batches.y.to(device)
    return there


def _bytes(tensor: Tensor) -> int:
    return tensor.size * tensor.element_size()


def moved(
    batches: Iterator[tuple[Tensor, Tensor]], device: str
) -> Iterator[tuple[Tensor, Tensor]]:
    """The same batches on a device.

    To a GPU they go without waiting: the loop has queued the step before
    there, and cuts the next batch while that one still computes.
    """
    underway: deque[tuple[list[Tensor], paddle.device.Event]] = deque()
    for x, y in batches:
        if not device.startswith("gpu") or x.place.is_gpu_place():
            yield x.to(device), y.to(device)
            continue
        pinned = [x.pin_memory(), y.pin_memory()]
        there = [t.to(device, blocking=False) for t in pinned]
        event = paddle.device.current_stream(device).record_event()
        underway.append((pinned, event))
        if len(underway) > 2:  # memory is let go after it has been copied
            underway[0][1].synchronize()
            underway.popleft()
        yield there[0], there[1]
