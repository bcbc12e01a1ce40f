"""Examples, checked: what a reader passes as x and y becomes arrays."""

from __future__ import annotations

from typing import Any

import numpy as np

from d2lcode._checks import first_of
from d2lcode._structures import Ragged, inside, leaves, rebuilt

INPUT, TARGET = 0, -1  # what sequences of x and of y are padded with


def as_arrays(data: Any) -> tuple[Any, Any]:
    """The parts (x, y) of a split of `d2lcode.data`, or of a pair.

    Each may be an array, a tuple or dict of arrays, or a list of sequences,
    shape (t,) or (t, d), which becomes a `Ragged`; tuples and dicts may
    hold such lists. Real numbers come back as float32; whole numbers, which
    are tokens in x and classes in y, as int64.

    Raises:
        ValueError: if it is neither, is empty, x and y differ in length,
            something is no finite number, x holds pictures of bytes or a
            sequence without an entry, or the sequences of a list differ in
            more than their length.
    """
    if hasattr(data, "x") and hasattr(data, "y"):
        data = data.x, data.y
    if not isinstance(data, tuple | list) or len(data) != 2:
        raise ValueError(
            f"data is a {type(data).__name__}; expected a split of "
            "d2lcode.data or a pair of arrays (x, y)"
        )
    x, y = _part("x", data[0], INPUT), _part("y", data[1], TARGET)
    _same_length(x, y)
    return x, y


def unlabelled(x: Any) -> tuple[Any, np.ndarray]:
    """Inputs, or those of a split, with a 0 for each as its target.

    Raises:
        ValueError: if there are none.
    """
    x = getattr(x, "x", x)
    first = x
    while _is_structure(first) and first:
        first = inside(first, "x")[0][1]
    shape: Any = getattr(first, "shape", None)
    if shape is None:
        shape = (len(first),) if isinstance(first, list | tuple) else ()
    if len(shape) == 0 or shape[0] == 0:
        raise ValueError(f"x has shape {tuple(shape)}; expected (n, ...)")
    return x, np.zeros(shape[0], np.int64)


def _same_length(x: Any, y: Any) -> None:
    """As many examples in every part, and at least one."""
    of_x, of_y = [*leaves(x, "x")], [*leaves(y, "y")]
    counts = {part.shape[:1] for _, part in of_x + of_y}
    if not of_x or not of_y or len(counts) > 1 or counts <= {(), (0,)}:
        forms = ", ".join(_form(*part) for part in of_x + of_y)
        raise ValueError(
            f"data has {forms or 'nothing'}; expected as many of each, at "
            "least one"
        )


def _form(name: str, part: Any) -> str:
    if isinstance(part, Ragged):
        return f"{name} of {len(part)} sequences"
    return f"{name} of shape {part.shape}"


def _part(name: str, part: Any, fill: int) -> Any:
    """One part checked; what it holds first, if it is a structure."""
    if _is_structure(part):
        held = [_part(label, v, fill) for label, v in inside(part, name)]
        return rebuilt(part, held)
    if isinstance(part, list) and not _of_numbers(part):
        return _sequences(name, part, fill)
    return _numbers(name, _no_bytes(name, _array(name, part), fill))


def _is_structure(part: Any) -> bool:
    """Whether it is a dict, or a tuple of other things than numbers."""
    if isinstance(part, tuple):
        return not _of_numbers(part)
    return isinstance(part, dict)


def _of_numbers(part: Any) -> bool:
    """Whether a list or a tuple is a row of numbers, by its first."""
    first = next(iter(part), 0)
    structure = isinstance(first, list | tuple | dict)
    return not structure and getattr(first, "ndim", 0) == 0


def _array(name: str, part: Any) -> np.ndarray:
    try:
        return np.asarray(part)
    except (ValueError, TypeError) as error:
        raise ValueError(
            f"{name} is a {type(part).__name__} of unlike things; expected "
            f"an array of numbers ({error})"
        ) from error


def _sequences(name: str, part: list[Any], fill: int) -> Any:
    """A list of sequences in one array; arrays of more axes are stacked."""
    labels = [f"{name}[{i}]" for i in range(len(part))]
    arrays = [_array(*pair) for pair in zip(labels, part, strict=True)]
    if arrays[0].ndim > 2:
        return _numbers(name, _no_bytes(name, _array(name, part), fill))
    filled = [array for array in arrays if array.size] or arrays[:1]
    rest = filled[0].shape[1:]
    for label, array in zip(labels, arrays, strict=True):
        _check_sequence(label, array, rest, fill)
    lengths = np.array([len(array) for array in arrays], np.int64)
    if not lengths.any():
        return Ragged(np.zeros((0, *rest), np.int64), lengths, fill)
    flat = _numbers(name, np.concatenate(filled), finite=False)
    _refuse_infinite(labels, arrays, flat)
    return Ragged(flat, lengths, fill)


def _check_sequence(
    label: str, array: np.ndarray, rest: tuple[int, ...], fill: int
) -> None:
    """Like the others but for its length; a target may be empty."""
    if array.ndim == 0 or (array.size and array.shape[1:] != rest):
        axes = ", ".join(["t", *map(str, rest)])
        raise ValueError(
            f"{label} has shape {array.shape}; expected "
            f"({axes}{'' if rest else ','}), as the others"
        )
    if fill == INPUT and not array.size:
        raise ValueError(f"{label} is empty; expected at least one entry")
    if array.size:
        _numbers(label, _no_bytes(label, array, fill), finite=False)


def _refuse_infinite(
    labels: list[str], arrays: list[np.ndarray], flat: np.ndarray
) -> None:
    """Name the first entry that is no finite number, if there is one."""
    if flat.dtype.kind == "f" and not np.isfinite(flat).all():
        for label, array in zip(labels, arrays, strict=True):
            _numbers(label, array)


def _no_bytes(name: str, array: np.ndarray, fill: int) -> np.ndarray:
    """Whether and how bytes are scaled is not for a loader to guess."""
    whole = fill == INPUT and array.dtype.kind in "biu"
    if whole and (array.dtype.itemsize == 1 or array.ndim > 3):
        raise ValueError(
            f"{name} has shape {array.shape} and type {array.dtype}; "
            "expected float32: divide pictures by 255 (tokens are int64)"
        )
    return array


def _numbers(name: str, array: np.ndarray, finite: bool = True) -> np.ndarray:
    """Whole numbers as int64, finite ones as float32."""
    if array.dtype.kind in "biu":
        return array.astype(np.int64, copy=False)
    if array.dtype.kind != "f":
        raise ValueError(f"{name} has type {array.dtype}; expected numbers")
    array = array.astype(np.float32, copy=False)
    if finite and not (known := np.isfinite(array)).all():
        first = first_of(name, array, ~known)
        raise ValueError(f"{first}; expected finite numbers")
    return array
