"""Boston housing as the file that a reader would have to read."""

from __future__ import annotations

import numpy as np

from d2lcode.data import registry
from d2lcode.data.boston import ROWS, housing
from d2lcode.data.store import obtain


def housing_text(*, stand_in: bool | None = None) -> str:
    """Give the text of `housing.data`: 506 · 14 numbers and white space.

    The rows are in the file's own order, each 13 inputs and the price in
    $1000. The stand-in is written out in the same layout.

    Args:
        stand_in: as for `housing`, which also says what is wrong with the
            data.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.
    """
    if housing(stand_in=stand_in).real:
        files = obtain(registry.entry("housing"))
        return files.paths["table"].read_text(encoding="ascii")
    from d2lcode.data.standins import prices

    x, y, _ = prices.make(ROWS)
    rows = np.hstack([x, y])
    return "\n".join(" ".join(f"{v:.6g}" for v in row) for row in rows)
