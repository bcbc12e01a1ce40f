"""The table that `summary` of both twins returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from d2lcode._structures import Padded, inside, rebuilt

HEADS = "layer", "kind", "output shape", "parameters"


@dataclass(frozen=True)
class Row:
    """One layer of a model.

    Attributes:
        name: the model's own name for it, such as `features.0`.
        kind: its class, in PyTorch's spelling (`Conv2d`, not `Conv2D`).
        shape: its output's, batch included; that of the first of several,
            when it is first called.
        parameters: how many numbers it learns or could learn.
        trainable: how many of them training changes.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    parameters: int
    trainable: int


@dataclass(frozen=True)
class Summary:
    """The layers of a model, in the order in which they were called.

    Attributes:
        rows: one for each layer that has no layers inside.
        parameters: how many numbers the model learns or could learn.
        trainable: how many of them training changes.
    """

    rows: tuple[Row, ...]
    parameters: int
    trainable: int

    def __str__(self) -> str:
        cells = [HEADS, *map(_cells, self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = [_line(row, widths) for row in cells]
        rule = "-" * max(map(len, lines))
        return "\n".join([lines[0], rule, *lines[1:], rule, self._total()])

    __repr__ = __str__

    def _total(self) -> str:
        fixed = self.parameters - self.trainable
        return (
            f"{self.parameters:,} parameters, {self.trainable:,} trainable, "
            f"{fixed:,} fixed"
        )


def _cells(row: Row) -> tuple[str, ...]:
    return row.name, row.kind, str(row.shape), f"{row.parameters:,}"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    *left, right = (
        cell.ljust(width) for cell, width in zip(row, widths, strict=True)
    )
    return "  ".join([*left, right.strip().rjust(widths[-1])])


def checked_shape(input_shape: object) -> Any:
    """The shape, if it is one: a batch and at least one more axis.

    A tuple or a dict of shapes, of which each has a batch, is one too.

    Raises:
        ValueError: otherwise.
    """
    single = is_shape(input_shape)
    right = single and len(input_shape) > 1  # type: ignore[arg-type]
    if not right and (single or not _of_shapes(input_shape)):
        raise ValueError(
            f"input_shape is {input_shape!r}; expected whole numbers above "
            "0, the batch first, such as (1, 1, 28, 28); or a tuple or dict "
            "of such shapes"
        )
    return input_shape


def is_shape(part: object) -> bool:
    """Whether it is a row of whole numbers above 0."""
    return (
        isinstance(part, tuple | list)
        and len(part) > 0
        and all(isinstance(n, int) and n > 0 for n in part)
    )


def _of_shapes(part: object) -> bool:
    if is_shape(part):
        return True
    if not isinstance(part, tuple | dict) or not part:
        return False
    return all(_of_shapes(inner) for _, inner in inside(part, ""))


def example(
    input_shape: Any, dtype: Any, zeros: Callable[[Any, Any], Any]
) -> Any:
    """An input of this shape, or a structure of inputs.

    What is `Padded` gets whole lengths: no sequence ends before the rest.

    Args:
        input_shape: a shape, or a structure of them.
        dtype: of all inputs, or a structure of types like that of shapes.
        zeros: (shape, dtype) -> input.
    """
    if is_shape(input_shape):
        return zeros(tuple(input_shape), dtype)
    if isinstance(input_shape, Padded):
        n, longest = input_shape.values[:2]
        lengths = np.full(n, longest, np.int64)
        return Padded(zeros(tuple(input_shape.values), dtype), lengths)
    shapes = [part for _, part in inside(input_shape, "")]
    types = [dtype] * len(shapes)
    if isinstance(dtype, tuple | dict):
        types = [part for _, part in inside(dtype, "")]
    pairs = zip(shapes, types, strict=True)
    held = [example(*pair, zeros) for pair in pairs]
    return rebuilt(input_shape, held)
