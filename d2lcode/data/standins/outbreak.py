"""Case counts of an outbreak that never was, with growth that is known.

The layout is that of the real file, with its faults: the newest rows come
first, of the time only minutes and seconds are left, a province's counts are
repeated for each city, and a city changes its name half-way.
"""

from __future__ import annotations

import csv
import io

import numpy as np

from d2lcode.data.case_layout import COLUMNS, GrowthTruth

DAYS = 14
SHARES = (0.5, 0.3, 0.2)
"""How a province's cases fall to its three cities."""

# Province, English name, cases on the first day, days to double.
_PROVINCES = (
    ("甲省", "Province A", 400, 2.4),
    ("乙省", "Province B", 60, 2.8),
    ("丙省", "Province C", 36, 3.1),
    ("丁省", "Province D", 30, 3.4),
    ("戊省", "Province E", 24, 3.0),
    ("己省", "Province F", 14, 4.2),
    ("庚省", "Province G", 9, 3.7),
    ("辛省", "Province H", 4, 6.0),
)
ENGLISH = {name: english for name, english, _, _ in _PROVINCES}
CITIES = ("东市", "西市", "外地来人")
RENAMED = ("东市", "西市", "外来人员")
_RENAMED_ON = 7


def make(seed: int = 2020) -> tuple[str, GrowthTruth]:
    """Write the file of an outbreak.

    Args:
        seed: which minutes the provinces report in.

    Returns:
        The CSV with a byte order mark, and how the counts grew.
    """
    rng = np.random.default_rng(seed)
    truth = GrowthTruth(
        {name: start for name, _, start, _ in _PROVINCES},
        {name: days for name, _, _, days in _PROVINCES},
    )
    rows = [row for day in range(DAYS) for row in _day(rng, truth, day)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([[*COLUMNS], *rows[::-1]])
    return "\ufeff" + out.getvalue(), truth


def announced(truth: GrowthTruth) -> dict[str, int]:
    """Give day → the total of the province with the most cases."""
    first = _PROVINCES[0][0]
    return {f"day {day + 1}": truth(first, day) for day in range(DAYS)}


def _day(
    rng: np.random.Generator, truth: GrowthTruth, day: int
) -> list[list[str]]:
    """Write what is read on one day: twice, an hour apart."""
    rows = []
    for _ in range(2):
        # The province with the most cases, which announces, reports last.
        order = [*(1 + rng.permutation(len(_PROVINCES) - 1)), 0]
        seconds = np.sort(rng.uniform(0, 3600, len(order)))
        for i, second in zip(order, seconds, strict=True):
            rows += _snapshot(truth, _PROVINCES[i][0], day, second)
    return rows


def _snapshot(
    truth: GrowthTruth, province: str, day: int, second: float
) -> list[list[str]]:
    """Write the rows of one province at one time, its last city first."""
    confirmed = truth(province, day)
    names = CITIES if day < _RENAMED_ON else RENAMED
    tenths = int(10 * second)
    time = f"{tenths // 600:02d}:{tenths % 600 / 10:04.1f}"
    total = _counts(confirmed)
    left, rows = confirmed, []
    for name, share in zip(names[1:], SHARES[1:], strict=True):
        part = round(share * confirmed)
        rows.append([province, name, *total, *_counts(part), time])
        left -= part
    rows.append([province, names[0], *total, *_counts(left), time])
    return rows


def _counts(confirmed: int) -> list[str]:
    """Give confirmed, suspected, cured and dead, as text."""
    return [str(confirmed), "0", str(confirmed // 20), str(confirmed // 50)]
