"""Figures that are legible on light and on dark pages.

The background is transparent, text and lines have a middle lightness, and
curves differ in colour and in dashes, for readers who see fewer colours.
In a notebook a figure appears below the cell that makes it; elsewhere,
`figure.savefig("name.png")`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from cycler import cycler
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from d2lcode._checks import positive_integer

# Every colour stands out by 3 : 1 against white and against #14181e.
INK = "#787d85"
COLOURS = ("#3a7fd5", "#cf6d10", "#1c9576", "#bf55a0", "#8c7a2e", "#d0503f")
DASHES = ("-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1, 1, 1)))
STYLE: Any = {
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "axes.facecolor": "none",
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": INK,
    "grid.alpha": 0.25,
    "legend.framealpha": 0.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": cycler(color=COLOURS) + cycler(linestyle=DASHES),
}


def figure(
    width: float = 6.4, height: float = 3.6, *, rows: int = 1, columns: int = 1
) -> Figure:
    """An empty figure with its axes, `figure.axes`, in the book's look.

    Args:
        width: in inches.
        height: in inches.
        rows: of axes.
        columns: of axes.

    Raises:
        ValueError: if there is not at least one row and one column.
    """
    positive_integer("rows", rows)
    positive_integer("columns", columns)
    # Outside of rc_context: pyplot loads its backend here, and what a
    # notebook's backend sets for good must not be undone on the way out.
    made = plt.figure(
        figsize=(width, height), layout="constrained", facecolor="none"
    )
    with rc_context(STYLE):
        made.subplots(rows, columns, squeeze=False)
    return made


def curves(
    series: Mapping[str, ArrayLike],
    *,
    x: ArrayLike | None = None,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    log: bool = False,
) -> Figure:
    """Draw lines that share their axes.

    Args:
        series: label -> values, shape (n,); lengths may differ.
        x: where the values stand, shape (n,); 0, 1, 2, … if None.
        xlabel: what x is, with its unit.
        ylabel: what the values are, with their unit.
        title: above the axes.
        log: a logarithmic y axis.

    Raises:
        ValueError: if there are no series, one is no list of numbers, or
            one has more values than x.
    """
    if not series:
        raise ValueError("series is empty; expected label -> values")
    drawn = figure()
    axes = drawn.axes[0]
    with rc_context(STYLE):
        for label, values in series.items():
            axes.plot(*_line(label, values, x), label=label)
        axes.set(xlabel=xlabel, ylabel=ylabel, title=title)
        axes.grid(True)
        if log:
            axes.set_yscale("log")
        if len(series) > 1 or not ylabel:
            axes.legend()
    return drawn


def _line(
    label: str, values: ArrayLike, x: ArrayLike | None
) -> tuple[np.ndarray, np.ndarray]:
    y = np.asarray(values, dtype=float)
    places = np.arange(len(y) if y.ndim else 0) if x is None else np.asarray(x)
    if y.ndim != 1 or places.ndim != 1 or len(places) < len(y):
        raise ValueError(
            f"series {label!r} has shape {y.shape} and x {places.shape}; "
            "expected one list, and an x for every value"
        )
    return places[: len(y)], y


def images(
    x: ArrayLike,
    titles: Sequence[Any] | None = None,
    columns: int = 8,
    *,
    diverging: bool = False,
) -> Figure:
    """Draw pictures in rows, each with a title above it if there are any.

    Args:
        x: pictures, (n, h, w), (n, 1, h, w) or, in colour, (n, 3, h, w);
            grey ones from their least to their greatest value, colours in
            [0, 1].
        titles: one for each picture; anything that can be printed.
        columns: pictures in a row.
        diverging: colours for values on both sides of zero.

    Raises:
        ValueError: if x has another shape, is empty, or has not as many
            pictures as there are titles.
    """
    pictures = _pictures(x)
    rows, columns = _layout(len(pictures), titles, columns)
    height = 1.0 if titles is None else 1.25
    drawn = figure(columns * 1.0, rows * height, rows=rows, columns=columns)
    _show(drawn, pictures, titles, fontsize=9, diverging=diverging)
    return drawn


def _layout(
    pictures: int, titles: Sequence[Any] | None, columns: int
) -> tuple[int, int]:
    """The rows and columns that so many pictures take."""
    if titles is not None and len(titles) != pictures:
        raise ValueError(
            f"titles has {len(titles)} entries; expected one for each of "
            f"the {pictures} pictures"
        )
    columns = min(positive_integer("columns", columns), pictures)
    return -(-pictures // columns), columns


def _show(
    drawn: Figure,
    pictures: np.ndarray,
    titles: Sequence[Any] | None,
    *,
    fontsize: int,
    diverging: bool = False,
) -> None:
    """Draw one picture after the other, each with its title."""
    for axes in drawn.axes:
        axes.axis("off")
    for i, (axes, picture) in enumerate(
        zip(drawn.axes, pictures, strict=False)
    ):
        axes.imshow(picture, **_colours(picture, diverging))
        if titles is not None:
            axes.set_title(str(titles[i]), fontsize=fontsize)


def _pictures(x: ArrayLike) -> np.ndarray:
    """The pictures as Matplotlib wants them, (n, h, w) or (n, h, w, 3)."""
    array = np.asarray(x)
    if array.ndim == 4 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim == 4 and array.shape[1] == 3:
        array = array.transpose(0, 2, 3, 1)
    elif array.ndim != 3:
        raise ValueError(
            f"x has shape {np.shape(x)}; expected (n, h, w), (n, 1, h, w) "
            "or (n, 3, h, w)"
        )
    if len(array) == 0:
        raise ValueError("x is empty; expected at least one picture")
    return array


def _colours(picture: np.ndarray, diverging: bool) -> dict[str, Any]:
    if not diverging:
        return {"cmap": "gray"}
    reach = float(np.abs(picture).max()) or 1.0
    return {"cmap": "RdBu_r", "vmin": -reach, "vmax": reach}


def boxes(
    x: ArrayLike,
    boxes: Sequence[ArrayLike] | np.ndarray,
    labels: Sequence[ArrayLike] | np.ndarray | None = None,
    *,
    classes: Sequence[str] = (),
    titles: Sequence[Any] | None = None,
    columns: int = 2,
) -> Figure:
    """Draw pictures with boxes, in the colour and dashes of their class.

    Args:
        x: pictures, as for `images`.
        boxes: for each picture, its boxes (m, 4): corners (left, top,
            right, bottom) as parts of width and height.
        labels: for each picture, the boxes' classes (m,), 0 to 5, or -1
            where there is no box; all are of class 0 if None.
        classes: their names, for a legend below the pictures.
        titles: one for each picture; anything that can be printed.
        columns: pictures in a row.

    Raises:
        ValueError: if a shape or number does not go with the others.
    """
    pictures = _pictures(x)
    found = _boxes(boxes, labels, len(pictures))
    rows, columns = _layout(len(pictures), titles, columns)
    tall = 6.4 / columns * pictures.shape[1] / pictures.shape[2]
    tall = rows * (tall + 0.3 * (titles is not None)) + 0.4 * bool(classes)
    drawn = figure(6.4, tall, rows=rows, columns=columns)
    _show(drawn, pictures, titles, fontsize=11)
    for axes, (own, names) in zip(drawn.axes, found, strict=False):
        _draw_boxes(axes, own, names, pictures.shape[1:])
    _legend(drawn, classes)
    return drawn


def _boxes(
    boxes: Any, labels: Any, pictures: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Each picture's boxes (m, 4) and labels (m,), without those of -1."""
    own = [np.asarray(b, dtype=float).reshape(-1, 4) for b in boxes]
    names = [np.zeros(len(b), int) for b in own] if labels is None else labels
    names = [np.asarray(n, dtype=int) for n in names]
    fits = [n.shape == (len(b),) for b, n in zip(own, names, strict=False)]
    if not len(own) == len(names) == pictures or not all(fits):
        raise ValueError(
            f"boxes has {len(own)} entries and labels {len(names)}; "
            f"expected {pictures}, as many as x has pictures, and a label "
            "for every box"
        )
    highest = max((n.max(initial=-1) for n in names), default=-1)
    if highest >= len(COLOURS):
        raise ValueError(
            f"labels has class {highest}; expected -1 to {len(COLOURS) - 1}"
        )
    return [(b[n >= 0], n[n >= 0]) for b, n in zip(own, names, strict=True)]


def _draw_boxes(
    axes: Axes, boxes: np.ndarray, labels: np.ndarray, shape: tuple[int, ...]
) -> None:
    """Draw rectangles over a picture of this shape."""
    size = np.array([shape[1], shape[0], shape[1], shape[0]])
    for (left, top, right, bottom), label in zip(
        boxes * size - 0.5, labels, strict=True
    ):
        corner, sides = (left, top), (right - left, bottom - top)
        mark = Rectangle(corner, *sides, fill=False, linewidth=1.6)
        mark.set(edgecolor=COLOURS[label], linestyle=DASHES[label])
        axes.add_patch(mark)


def _legend(drawn: Figure, classes: Sequence[str]) -> None:
    if classes:
        looks: Any = zip(classes, COLOURS, DASHES, strict=False)
        lines = [
            Line2D([], [], color=colour, linestyle=dashes, label=name)
            for name, colour, dashes in looks
        ]
        with rc_context(STYLE):
            drawn.legend(
                handles=lines,
                loc="outside lower center",
                ncols=len(lines),
                frameon=False,
            )


def matrix(
    values: ArrayLike,
    *,
    rows: Sequence[Any] | None = None,
    columns: Sequence[Any] | None = None,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    fmt: str = "g",
) -> Figure:
    """Draw a table of numbers, shaded by size, with the numbers in it.

    Args:
        values: shape (r, c).
        rows: a name for each row; 0, 1, 2, … if None.
        columns: a name for each column; 0, 1, 2, … if None.
        xlabel: what the columns are.
        ylabel: what the rows are.
        title: above the table.
        fmt: how the numbers are printed, such as ".2f".

    Raises:
        ValueError: if values is no table, or names are too many or few.
    """
    table = np.asarray(values, dtype=float)
    if table.ndim != 2 or table.size == 0:
        raise ValueError(
            f"values has shape {table.shape}; expected (rows, columns)"
        )
    down = _names("rows", rows, table.shape[0])
    across = _names("columns", columns, table.shape[1])
    drawn = figure(1.5 + 0.5 * len(across), 1.2 + 0.4 * len(down))
    axes = drawn.axes[0]
    axes.imshow(table, cmap="Blues", aspect="auto")
    axes.set_xticks(range(len(across)), across)
    axes.set_yticks(range(len(down)), down)
    axes.set(xlabel=xlabel, ylabel=ylabel, title=title)
    _numbers(axes, table, fmt)
    return drawn


def _names(name: str, given: Sequence[Any] | None, n: int) -> list[str]:
    names = [str(entry) for entry in (range(n) if given is None else given)]
    if len(names) != n:
        raise ValueError(
            f"{name} has {len(names)} entries; expected {n}, as values has"
        )
    return names


def _numbers(axes: Axes, table: np.ndarray, fmt: str) -> None:
    """Write each number on its shade, light on dark and dark on light."""
    low, high = np.nanmin(table), np.nanmax(table)
    middle = low + 0.6 * (high - low)
    for (row, column), value in np.ndenumerate(table):
        colour = "white" if value > middle else "black"
        place: Any = {"ha": "center", "va": "center", "fontsize": 8}
        axes.text(column, row, f"{value:{fmt}}", color=colour, **place)
