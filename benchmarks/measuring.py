"""Taking times so that a busy machine spoils them least."""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

# One thread, and a memory allocator that keeps its pages: what it gives
# back to the system, and faults in again, differs from run to run by more
# than what is measured. (glibc's names; elsewhere without effect.)
QUIET = {
    "OMP_NUM_THREADS": "1",
    "MALLOC_MMAP_THRESHOLD_": "1000000000",
    "MALLOC_TRIM_THRESHOLD_": "1000000000",
}


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        what: what was measured.
        value: the number.
        unit: its unit.
        bound: what it must not exceed; None if nothing is promised.
        note: how it was measured.
    """

    what: str
    value: float
    unit: str
    bound: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the promise is kept; True where there is none."""
        return self.bound is None or self.value <= self.bound


def timed(
    function: Callable[[], object],
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """The seconds that one call takes, by that clock."""
    start = clock()
    function()
    return clock() - start


def interleaved(
    functions: Mapping[str, Callable[[], object]],
    repeats: int,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, np.ndarray]:
    """Times of functions that take turns, after one call of each unmeasured.

    Whatever else the machine does then falls on all of them alike. Every
    other round runs backwards, so that none always comes first.

    Returns:
        name -> seconds, shape (repeats,).
    """
    for function in functions.values():
        function()
    rounds = []
    for turn in range(repeats):
        names = list(functions)[:: -1 if turn % 2 else 1]
        rounds.append({name: timed(functions[name], clock) for name in names})
    return {name: np.array([r[name] for r in rounds]) for name in functions}


def ratio(times: Mapping[str, np.ndarray], over: str, under: str) -> float:
    """The median over the rounds of one function's time by another's."""
    return float(np.median(times[over] / times[under]))


def median(function: Callable[[], object], repeats: int) -> float:
    """The median of some calls' seconds."""
    return statistics.median(timed(function) for _ in range(repeats))


def machine() -> dict[str, str]:
    """What it was measured on."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "python": sys.version.split()[0],
        "load when it began": _load(),
    }


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:  # noqa: PTH123
            names = [li.split(":")[1] for li in file if "model name" in li]
        return names[0].strip()
    except (OSError, IndexError):
        return platform.processor() or "unknown"


def _load() -> str:
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return f"{os.getloadavg()[0]:.1f}"
