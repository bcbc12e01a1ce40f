"""Design a grid of anchors: the answer.

One size for each kind is enough, near the geometric middle of its smallest
and its largest: a square in another is in an IoU of one half as long as the
sides differ by a factor of less than √2 = 1.41.

The platelets are the hard kind, and not because of their size alone, but
because of the grid. With points 8 pixels apart the nearest anchor may be off
by 4 in each direction, and two squares of 10 pixels then share 6 · 6 of 164:
an IoU of 0.22. With points 4 pixels apart it is 8 · 8 of 136, or 0.47, in the
worst case. So the small ones dictate the number of rows. Red and white cells
would do with far fewer anchors, which is why detectors give each size a grid
of its own.
"""

import numpy as np

DESIGN = {
    "rows": 30,
    "columns": 40,
    "sizes": [(10, 10), (26, 26), (51, 51)],
}


def cells(seed: int) -> dict[str, np.ndarray]:
    """Make 300 boxes of each kind, as corners in pixels."""
    rng = np.random.default_rng(seed)
    kinds = {"red": (21, 32), "white": (42, 62), "platelet": (8, 13)}
    found = {}
    for name, (low, high) in kinds.items():
        side = rng.uniform(low, high, (300, 1))
        size = side * rng.uniform(0.9, 1.1, (300, 2))
        corner = rng.uniform(0, 1, (300, 2)) * ([160, 120] - size)
        found[name] = np.hstack([corner, corner + size])
    return found


def anchors(design: dict) -> np.ndarray:
    """Lay a grid: corners in pixels, (rows · columns · sizes, 4)."""
    y = (np.arange(design["rows"]) + 0.5) * 120 / design["rows"]
    x = (np.arange(design["columns"]) + 0.5) * 160 / design["columns"]
    middle = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 1, 2)
    half = np.array(design["sizes"], dtype=float) / 2
    return np.concatenate([middle - half, middle + half], -1).reshape(-1, 4)


def reached(design: dict, boxes: np.ndarray) -> float:
    """Give the share of boxes with an anchor at an IoU of 1/2 or more."""
    a, b = boxes[:, None], anchors(design)[None]
    low = np.maximum(a[..., :2], b[..., :2])
    high = np.minimum(a[..., 2:], b[..., 2:])
    shared = np.maximum(high - low, 0).prod(axis=-1)
    area = [(box[..., 2:] - box[..., :2]).prod(axis=-1) for box in (a, b)]
    best = (shared / (area[0] + area[1] - shared)).max(axis=1)
    return float((best >= 0.5).mean())
