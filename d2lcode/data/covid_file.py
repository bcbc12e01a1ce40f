"""The case counts as the file that a reader would have to read."""

from __future__ import annotations

from d2lcode.data import registry
from d2lcode.data.covid import covid_cases
from d2lcode.data.store import obtain


def covid_cases_text(*, stand_in: bool | None = None) -> str:
    """Give the text of `DXYArea.csv`, its byte order mark included.

    `covid_cases_text().encode("utf-8")` are the bytes of the file. The
    stand-in is written out in the same layout.

    Args:
        stand_in: as for `covid_cases`, which also describes the data.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.
    """
    if covid_cases(stand_in=stand_in).real:
        files = obtain(registry.entry("covid_cases"))
        return files.paths["table"].read_bytes().decode("utf-8")
    from d2lcode.data.standins import outbreak

    return outbreak.make()[0]
