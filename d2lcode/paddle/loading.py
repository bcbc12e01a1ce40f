"""Mini-batches of tensors."""

import copy
from collections import deque
from collections.abc import Iterator
from typing import Any

import numpy as np
import paddle
from paddle import Tensor

from d2lcode._batches import Batches, JointTransform, Transform
from d2lcode._structures import Ragged, each, first_leaf, leaves
from d2lcode.paddle.devices import free_memory


def as_tensor(array: np.ndarray) -> Tensor:
    """The array as a tensor on the CPU, float64 as float32; a copy."""
    if array.dtype == np.float64:
        array = array.astype(np.float32)
    return paddle.to_tensor(array, place=paddle.CPUPlace())


def _on_cpu(rows: Any) -> Any:
    return rows if isinstance(rows, slice) else rows.numpy()


class Loader(Batches):
    """Mini-batches of tensors on the CPU, cut from whole arrays.

    It indexes a whole batch at once, where `paddle.io.DataLoader` fetches
    example by example and then stacks them.
    """

    def hold(self, part: Any) -> Any:
        """An array as a tensor; sequences stay until they are padded."""
        return part if isinstance(part, Ragged) else as_tensor(part)

    def index(self, order: np.ndarray) -> Tensor:
        """The order as a tensor, where the arrays are."""
        tensor = first_leaf((self.x, self.y))
        rows = as_tensor(order)
        return rows if isinstance(tensor, Ragged) else rows.to(tensor.place)

    def cut(self, part: Any, rows: Any) -> Any:
        """These rows of one tensor, or a batch of these sequences."""
        if isinstance(part, Ragged):
            return each(as_tensor, part[_on_cpu(rows)])
        if isinstance(rows, slice):
            return part[rows]
        # paddle.gather takes a tenth of the time of part[rows].
        return paddle.gather(part, rows)

    def change(
        self, x: Any, y: Any, rng: np.random.Generator
    ) -> tuple[Any, Any]:
        """The transform's answer to a batch, NumPy in and out."""
        x, y = each(lambda tensor: tensor.numpy(), (x, y))
        return each(as_tensor, super().change(x, y, rng))


def loader(
    split_or_xy: Any,
    batch_size: int = 128,
    *,
    shuffle: bool = False,
    seed: int = 0,
    transform: Transform | None = None,
    joint_transform: JointTransform | None = None,
    by_length: bool = False,
    drop_last: bool = False,
) -> Loader:
    """Mini-batches `(x, y)` of a split or of a pair of arrays.

    Each iteration is one epoch, in an order that the seed and the epoch's
    number determine, the same in both twins. Real numbers become float32,
    whole numbers int64.

    Args:
        split_or_xy: a split of `d2lcode.data`, or (x, y). Each of them is
            an array (n, ...), a tuple or dict of arrays, or a list of n
            sequences, shape (t,) or (t, d), which a batch pads and gives as
            `Padded(values, lengths)`; tuples and dicts may hold such lists.
        batch_size: examples in a batch; the last one may have fewer.
        shuffle: whether each epoch has an order of its own.
        seed: of the orders, and of the transform's generator.
        transform: `transform(x, rng)` returns a changed batch of inputs,
            NumPy in and out.
        joint_transform: `joint_transform(x, y, rng)` returns both changed.
        by_length: puts sequences of similar length into a batch. The
            batches come in a random order, without shuffle in the same one
            every epoch.
        drop_last: leaves out a last batch that has fewer examples.

    Raises:
        ValueError: if the data are no pair of equal length, hold what is
            no finite number, pictures of bytes, or an empty sequence in x;
            or if batch_size or seed is out of range, by_length has no
            sequences to sort, both transforms are given, or drop_last
            leaves no batch.
    """
    return Loader(
        split_or_xy,
        batch_size,
        shuffle=shuffle,
        seed=seed,
        transform=transform,
        joint_transform=joint_transform,
        by_length=by_length,
        drop_last=drop_last,
    )


def as_loader(data: Any, batch_size: int, **options: Any) -> Loader:
    """The data if it gives batches already, else a loader of it."""
    if hasattr(data, "batches"):
        return data
    return loader(data, batch_size, **options)


def on_device(batches: Loader, device: str) -> Loader:
    """The loader, with its arrays on the device if they leave room there.

    They may take a quarter of the memory that is free. Transforms and
    padding work on NumPy arrays, so their loaders stay on the CPU.
    """
    if type(batches) is not Loader or _needs_numpy(batches):
        return batches
    held = [_bytes(tensor) for _, tensor in leaves((batches.x, batches.y))]
    if 4 * sum(held) > free_memory(device):
        return batches
    there = copy.copy(batches)
    both = batches.x, batches.y
    there.x, there.y = each(lambda tensor: tensor.to(device), both)
    return there


def _needs_numpy(batches: Loader) -> bool:
    """Whether something is done to each batch on the CPU."""
    if batches.transform is not None or batches.joint_transform is not None:
        return True
    held = leaves((batches.x, batches.y))
    return any(isinstance(leaf, Ragged) for _, leaf in held)


def _bytes(tensor: Tensor) -> int:
    return tensor.size * tensor.element_size()


def moved(
    batches: Iterator[tuple[Any, Any]], device: str
) -> Iterator[tuple[Any, Any]]:
    """The same batches on a device.

    To a GPU they go without waiting: the loop has queued the step before
    there, and cuts the next batch while that one still computes.
    """
    underway: deque[tuple[Any, paddle.device.Event]] = deque()
    for batch in batches:
        first = first_leaf(batch)
        if not device.startswith("gpu") or first.place.is_gpu_place():
            yield each(lambda tensor: tensor.to(device), batch)
            continue
        pinned = each(lambda tensor: tensor.pin_memory(), batch)
        there = each(lambda t: t.to(device, blocking=False), pinned)
        event = paddle.device.current_stream(device).record_event()
        underway.append((pinned, event))
        if len(underway) > 2:  # memory is let go after it has been copied
            underway[0][1].synchronize()
            underway.popleft()
        yield there
