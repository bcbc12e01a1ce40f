import numpy as np

from d2lcode.grading import points, require
from d2lcode.grading.plain import is_number, single

TRAINS = "choosing anchor boxes"
HINTS = [
    "Two squares with one middle have an IoU of (smaller / larger)²; so one "
    "size serves all sides from its own / 1.41 to its own · 1.41.",
    "`{name: reached(design, boxes) for name, boxes in cells(0).items()}` "
    "shows the kind that is behind. Halve the distance of the points.",
    "Squares of 10, 26 and 51 pixels will do; then see how many rows and "
    "columns the platelets need.",
]
KINDS = {"red": (21, 32), "white": (42, 62), "platelet": (8, 13)}
MOST, LEAST = 3_600, 0.9
KEYS = ("rows", "columns", "sizes")


def design_of(answer):
    """The design, with the form of it checked."""
    design = getattr(answer, "DESIGN", None)
    require(
        isinstance(design, dict) and all(key in design for key in KEYS),
        "DESIGN should be a dictionary with the keys rows, columns and "
        f"sizes; it is {design!r}.",
    )
    for key in KEYS:
        if design[key] is None:
            raise NotImplementedError(f"{key!r} has no answer yet.")
    for key in KEYS[:2]:
        require(
            is_count(design[key]),
            f"{key} should be a whole number of at least 1; it is "
            f"{design[key]!r}.",
        )
    rows, columns = (int(single(design[key])) for key in KEYS[:2])
    return rows, columns, sizes_of(design)


def is_count(value):
    """Whether it is 1, 2, 3, …, of any type: 120 / 4 is a 30 as well."""
    number = single(value)
    if isinstance(number, bool | np.bool_) or not is_number(number):
        return False
    return bool(number >= 1 and number % 1 == 0)


def sizes_of(design):
    try:
        sizes = np.asarray(design["sizes"], dtype=float)
    except (TypeError, ValueError):
        sizes = np.zeros(0)
    good = sizes.ndim == 2 and sizes.shape[1:] == (2,) and len(sizes) > 0
    require(
        bool(good and np.isfinite(sizes).all() and (sizes > 0).all()),
        "sizes should be a list of pairs (width, height) above 0, such as "
        f"[(26, 26), (50, 48)]; it is {design['sizes']!r}.",
    )
    require(
        bool(sizes.max() > 1),
        f"sizes is {design['sizes']!r}: no anchor is larger than a pixel. "
        "Sizes are in pixels here, and not parts of the picture.",
    )
    return sizes


def boxes(kind, seed):
    """True boxes of a kind: middles and sizes, both (300, 2), in pixels."""
    rng = np.random.default_rng(seed)
    side = rng.uniform(*KINDS[kind], (300, 1))
    size = side * rng.uniform(0.9, 1.1, (300, 2))
    return size / 2 + rng.uniform(0, 1, (300, 2)) * ([160, 120] - size), size


def common(middle, size, points_, width):
    """The most that an interval of one width shares with each (300,)."""
    off = np.abs(middle[:, None] - points_).min(axis=1)
    half = (size + width) / 2
    return np.clip(half - off, 0, np.minimum(size, width))


def best(middle, size, rows, columns, sizes):
    """The IoU of each box with its nearest anchor, axis by axis."""
    across = (np.arange(columns) + 0.5) * 160 / columns
    down = (np.arange(rows) + 0.5) * 120 / rows
    found = np.zeros(len(middle))
    for width, height in np.unique(sizes, axis=0):
        shared = common(middle[:, 0], size[:, 0], across, width)
        shared = shared * common(middle[:, 1], size[:, 1], down, height)
        whole = size.prod(axis=1) + width * height - shared
        found = np.maximum(found, shared / whole)
    return found


def in_the_middle(size, sizes):
    """The IoU of each box with the best of the sizes laid on its middle."""
    shared = np.minimum(size[:, None], sizes).prod(axis=-1)
    whole = size.prod(axis=1)[:, None] + sizes.prod(axis=1) - shared
    return (shared / whole).max(axis=1)


def check(answer, kind):
    rows, columns, sizes = design_of(answer)
    for seed in (101, 102):
        middle, size = boxes(kind, seed)
        share = (best(middle, size, rows, columns, sizes) >= 0.5).mean()
        fitting = (in_the_middle(size, sizes) >= 0.5).mean()
        why = (
            "none of the sizes resembles them: even on the finest grid these "
            "sizes would not be enough."
            if fitting < LEAST
            else "the sizes are good, but the points of the grid are too far "
            f"apart, {160 / columns:.1f} pixels across and {120 / rows:.1f} "
            "down."
        )
        require(
            share >= LEAST,
            f"Of 300 other boxes of the kind {kind!r}, {share:.0%} have an "
            f"anchor with an IoU of 1/2 or more; {LEAST:.0%} are asked for. "
            f"Likely reason: {why}",
        )


@points(1)
def test_not_too_many_anchors(answer):
    rows, columns, sizes = design_of(answer)
    number = rows * columns * len(sizes)
    require(
        number <= MOST,
        f"{rows} rows × {columns} columns × {len(sizes)} sizes are "
        f"{number:,} anchors; {MOST:,} are allowed.",
    )


@points(1)
def test_red_cells(answer):
    test_not_too_many_anchors(answer)
    check(answer, "red")


@points(1)
def test_white_cells(answer):
    test_not_too_many_anchors(answer)
    check(answer, "white")


@points(2)
def test_platelets(answer):
    test_not_too_many_anchors(answer)
    check(answer, "platelet")
