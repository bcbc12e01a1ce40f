"""Batches are arrays, or tuples and dicts of them; here they are walked.

What holds an array may be NumPy's or a framework's: nothing here asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np


class Padded(NamedTuple):
    """Sequences of different lengths in one array, and how long each is.

    Attributes:
        values: (n, longest, ...); past the end of a sequence stands 0 if
            it is an input, and −1, the class that losses skip, if it is a
            target.
        lengths: (n,) int64.
    """

    values: Any
    lengths: Any


def each(function: Callable[..., Any], *parts: Any) -> Any:
    """Apply a function to every array of a structure, and keep its form.

    Tuples, named ones too, lists and dicts are walked, and None stays.
    Several structures of one form are walked together: the function gets
    an array of each.
    """
    first = parts[0]
    if first is None:
        return None
    if isinstance(first, dict):
        return {k: each(function, *(p[k] for p in parts)) for k in first}
    if isinstance(first, tuple | list):
        made = [each(function, *them) for them in zip(*parts, strict=True)]
        return _like(first, made)
    return function(*parts)


def _like(old: Any, made: list[Any]) -> Any:
    return type(old)(*made) if hasattr(old, "_fields") else type(old)(made)


def leaves(part: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """The arrays of a structure, each with its name, such as `x["a"]`."""
    if isinstance(part, dict | tuple | list):
        for label, inner in inside(part, name):
            yield from leaves(inner, label)
    elif part is not None:
        yield name, part


def inside(part: Any, name: str) -> list[tuple[str, Any]]:
    """What a dict, a tuple or a list holds, each thing with its name."""
    if isinstance(part, dict):
        return [(f'{name}["{key}"]', v) for key, v in part.items()]
    fields = getattr(part, "_fields", None)
    if fields:
        return [(f"{name}.{k}", v) for k, v in zip(fields, part, strict=True)]
    return [(f"{name}[{i}]", v) for i, v in enumerate(part)]


def rebuilt(part: Any, made: list[Any]) -> Any:
    """A dict or a tuple like the one given, that holds other things."""
    if isinstance(part, dict):
        return dict(zip(part, made, strict=True))
    return _like(part, made)


def first_leaf(part: Any) -> Any:
    """The first array of a structure; None if it holds none."""
    return next((leaf for _, leaf in leaves(part)), None)


def join(arrays: Sequence[np.ndarray], fill: float = 0) -> np.ndarray:
    """Arrays one after the other along the first axis, (n, ...).

    Where their other axes differ, as those of padded batches do, each is
    padded with `fill` to the longest.
    """
    shapes = {array.shape[1:] for array in arrays}
    if len(shapes) == 1:
        return np.concatenate(arrays)
    longest = tuple(np.max([*shapes], axis=0).tolist())
    whole = np.full((sum(map(len, arrays)), *longest), fill, arrays[0].dtype)
    row = 0
    for array in arrays:
        place = (slice(row, row + len(array)), *map(slice, array.shape[1:]))
        whole[place] = array
        row += len(array)
    return whole


def weighted_mean(values: Sequence[Any], weights: Sequence[Any]) -> float:
    """The mean of batches' losses, by what each batch counts for.

    Raises:
        ValueError: if together they count for nothing.
    """
    counts = [float(weight) for weight in weights]
    if not sum(counts):
        raise ValueError("y holds no target; expected at least one")
    pairs = zip(values, counts, strict=True)
    return sum(float(value) * n for value, n in pairs) / sum(counts)


def one_array(name: str, part: Any, instead: str) -> None:
    """Refuse a structure where only one array will do.

    Args:
        name: what an error calls it.
        part: the array, or what else it is.
        instead: what the error says was expected.

    Raises:
        ValueError: if it is a tuple, a dict or a list of sequences.
    """
    if isinstance(part, dict | tuple | list | Ragged):
        kind = "list of sequences" if isinstance(part, Ragged) else None
        kind = kind or f"{type(part).__name__} of {len(part)}"
        raise ValueError(f"{name} is a {kind}; expected {instead}")


def one_row_each(outputs: Any, n: int) -> None:
    """Refuse outputs that are not one for each example of a batch.

    Raises:
        ValueError: if the first axis of any array has not n entries.
    """
    for name, leaf in leaves(outputs, "the model's output"):
        if len(leaf.shape) == 0 or leaf.shape[0] != n:
            raise ValueError(
                f"{name} has shape {tuple(leaf.shape)} for {n} examples; "
                f"expected ({n}, ...), because batches are joined along "
                "the first axis"
            )


class Ragged:
    """Sequences of different lengths, stored one after the other.

    An index gives those rows as a batch, `Padded`.

    Args:
        flat: all the sequences, (total, ...).
        lengths: how long each is, (n,) int64.
        fill: what a batch is padded with.
    """

    def __init__(
        self, flat: np.ndarray, lengths: np.ndarray, fill: int
    ) -> None:
        self.flat, self.lengths, self.fill = flat, lengths, fill
        self.starts = np.cumsum(lengths) - lengths
        self.shape = (len(lengths), *flat.shape)

    def __len__(self) -> int:
        return len(self.lengths)

    def __getitem__(self, rows: Any) -> Padded:
        lengths = self.lengths[rows]
        steps = np.arange(lengths.max(initial=0))
        within = steps < lengths[:, None]
        shape = (*within.shape, *self.flat.shape[1:])
        values = np.full(shape, self.fill, self.flat.dtype)
        places = self.starts[rows][:, None] + steps
        values[within] = self.flat[places[within]]
        return Padded(values, lengths.copy())

    def tobytes(self) -> bytes:
        """All that it holds."""
        return self.flat.tobytes() + self.lengths.tobytes()
