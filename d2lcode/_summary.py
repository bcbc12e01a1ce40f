"""The table that `summary` of both twins returns."""

from __future__ import annotations

from dataclasses import dataclass

HEADS = "layer", "kind", "output shape", "parameters"


@dataclass(frozen=True)
class Row:
    """One layer of a model.

    Attributes:
        name: the model's own name for it, such as `features.0`.
        kind: its class, in PyTorch's spelling (`Conv2d`, not `Conv2D`).
        shape: its output's, batch included.
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


def checked_shape(input_shape: object) -> tuple[int, ...]:
    """The shape, if it is one: a batch and at least one more axis.

    Raises:
        ValueError: otherwise.
    """
    right = (
        isinstance(input_shape, tuple | list)
        and len(input_shape) > 1
        and all(isinstance(n, int) and n > 0 for n in input_shape)
    )
    if not right:
        raise ValueError(
            f"input_shape is {input_shape!r}; expected whole numbers above "
            "0, the batch first, such as (1, 1, 28, 28)"
        )
    return tuple(input_shape)  # type: ignore[arg-type]
