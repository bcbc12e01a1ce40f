"""Copies of arguments that lie in memory as theirs do, and what changed."""

from __future__ import annotations

from typing import Any

import numpy as np

from d2lcode.grading.plain import is_tensor
from d2lcode.grading.wording import SMALL, indent, kind, show


def copied(value: Any) -> Any:
    """Copy what an answer could change: arrays, tensors, containers.

    A copy keeps its order in memory: what was transposed or had gaps is so
    again. Anything else, such as a model or a generator, is itself.
    """
    if type(value) is dict:
        return {k: copied(v) for k, v in value.items()}
    if type(value) in (tuple, list):
        return type(value)(map(copied, value))
    if isinstance(value, np.ndarray):
        return _copied_array(value)
    return _copied_tensor(value) if is_tensor(value) else value


def handed(value: Any) -> Any:
    """Copy an argument for an answer.

    A tensor whose gradient is asked for later must be the grader's own.
    """
    if type(value) is dict:
        return {k: handed(v) for k, v in value.items()}
    if type(value) in (tuple, list):
        return type(value)(map(handed, value))
    return value if _is_followed(value) else copied(value)


def kept(value: Any) -> Any:
    """Keep what an argument was, of what an answer gets itself."""
    if type(value) is dict:
        return {k: kept(v) for k, v in value.items()}
    if type(value) in (tuple, list):
        return type(value)(map(kept, value))
    return copied(value) if _is_followed(value) else value


def _is_followed(value: Any) -> bool:
    if not is_tensor(value):
        return False
    if hasattr(value, "requires_grad"):
        return bool(value.requires_grad)
    return not value.stop_gradient


def _copied_array(array: np.ndarray) -> np.ndarray:
    if type(array) is not np.ndarray or array.flags.forc:
        return array.copy(order="K")
    return _with_gaps(array)


def _with_gaps(array: np.ndarray) -> np.ndarray:
    """Copy an array that does not lie in one piece, nor does the copy."""
    axes = np.argsort([-abs(s) for s in array.strides], kind="stable")
    shape = [array.shape[i] for i in axes]
    wide = np.empty((*shape, 2), array.dtype)[..., 0]
    turned = tuple(
        slice(None, None, 1 if s >= 0 else -1) for s in array.strides
    )
    copy = wide.transpose(np.argsort(axes))[turned]
    copy[...] = array
    return copy


def _copied_tensor(tensor: Any) -> Any:
    """Copy a tensor without its graph, in the order in which it lies."""
    copy = tensor.detach().clone()
    strides = getattr(tensor, "stride", None)
    if not strides or copy.stride() == tensor.stride():
        return copy
    if 0 in tensor.stride():
        return copy
    gaps = copy.new_empty((*tensor.shape, 2))[..., 0]
    return gaps.copy_(copy)


def unchanged(before: Any, now: Any) -> bool:
    """Tell whether an argument is what it was."""
    if type(before) in (tuple, list):
        return len(now) == len(before) and all(map(unchanged, before, now))
    if type(before) is dict:
        return list(before) == list(now) and all(
            unchanged(before[k], now[k]) for k in before
        )
    if isinstance(before, np.ndarray):
        return _equal(before, now)
    if is_tensor(before):
        return _equal(_values(before), _values(now))
    return _is_same(before, now)


def _is_same(before: Any, now: Any) -> bool:
    """Compare plain values; of anything else only that it is there."""
    if isinstance(before, int | float | str | bytes | np.generic):
        return type(now) is type(before) and bool(
            now == before or (now != now and before != before)
        )
    return True


def _values(tensor: Any) -> np.ndarray:
    return np.asarray(tensor.detach().cpu().numpy())


def _equal(a: np.ndarray, b: np.ndarray) -> bool:
    if a.shape != b.shape or a.dtype != b.dtype:
        return False
    return bool(np.array_equal(a, b, equal_nan=a.dtype.kind in "fc"))


def change(before: Any, now: Any) -> str:
    """Show a changed argument, or of a large one the first change."""
    if is_tensor(before):
        before, now = _values(before), _values(now)
    if not isinstance(before, np.ndarray):
        return f":\n{indent(show(now))}"
    if now.size <= SMALL or now.shape != before.shape:
        return f":\n{indent(show(now))}"
    index = tuple(int(i) for i in np.argwhere(_differs(before, now))[0])
    place = ", ".join(map(str, index))
    return f": [{place}] was {show(before[index])}, is {show(now[index])}."


def _differs(before: np.ndarray, now: np.ndarray) -> np.ndarray:
    """Tell where; nan is what it was, though it equals nothing."""
    return (now != before) & ~((now != now) & (before != before))


def in_place(name: str, before: Any, now: Any) -> str:
    """Say that an argument was changed; "" if it was not."""
    if unchanged(before, now):
        return ""
    if type(before) in (tuple, list) and len(now) == len(before):
        place = list(map(unchanged, before, now)).index(False)
        if _holds_numbers(before[place]):
            return in_place(f"{name}[{place}]", before[place], now[place])
    said = f"Afterwards {name} was no longer what it had been"
    said += change(before, now)
    if isinstance(before, np.ndarray) or is_tensor(before):
        return (
            f"{said}\n"
            "Your function works in place, on its caller's array. "
            "Make a new array: x = x - 1 does, x -= 1 does not; or "
            "work on x.copy()."
        )
    return (
        f"{said}\nYour function changed its caller's {kind(before)[2:]}. "
        "Make one of its own: list(x) or dict(x) copies it."
    )


def _holds_numbers(value: Any) -> bool:
    """Tell an array or a tensor, or what such are nested in."""
    if type(value) in (tuple, list):
        return any(map(_holds_numbers, value))
    return isinstance(value, np.ndarray) or is_tensor(value)
