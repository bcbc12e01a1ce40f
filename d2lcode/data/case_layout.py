"""What the file of case counts and its stand-in have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COLUMNS = {
    "provinceName": "province",
    "cityName": "city",
    "province_confirmedCount": "province_confirmed",
    "province_suspectedCount": "province_suspected",
    "province_curedCount": "province_cured",
    "province_deadCount": "province_dead",
    "city_confirmedCount": "city_confirmed",
    "city_suspectedCount": "city_suspected",
    "city_curedCount": "city_cured",
    "city_deadCount": "city_dead",
    "updateTime": "updated",
}
"""The file's columns, in its order → their names here."""


@dataclass(frozen=True)
class GrowthTruth:
    """What the generator of case counts knows and a reader has to find.

    Attributes:
        start: province → its cases on the first day.
        doubling: province → days in which its cases double.
    """

    start: Mapping[str, int]
    doubling: Mapping[str, float]

    def __call__(self, province: str, day: int) -> int:
        """Give a province's confirmed cases `day` days after the first."""
        grown = 2 ** (day / self.doubling[province])
        return round(self.start[province] * grown)
