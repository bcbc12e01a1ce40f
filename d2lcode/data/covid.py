"""Case counts by province and city, as published in early 2020."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from d2lcode.data.case_layout import COLUMNS, GrowthTruth
from d2lcode.data.store import Files, load

ENGLISH = {
    "安徽省": "Anhui",
    "澳门": "Macao",
    "北京市": "Beijing",
    "福建省": "Fujian",
    "甘肃省": "Gansu",
    "广东省": "Guangdong",
    "广西壮族自治区": "Guangxi",
    "贵州省": "Guizhou",
    "海南省": "Hainan",
    "河北省": "Hebei",
    "河南省": "Henan",
    "黑龙江省": "Heilongjiang",
    "湖北省": "Hubei",
    "湖南省": "Hunan",
    "吉林省": "Jilin",
    "江苏省": "Jiangsu",
    "江西省": "Jiangxi",
    "辽宁省": "Liaoning",
    "内蒙古自治区": "Inner Mongolia",
    "宁夏回族自治区": "Ningxia",
    "青海省": "Qinghai",
    "山东省": "Shandong",
    "山西省": "Shanxi",
    "陕西省": "Shaanxi",
    "上海市": "Shanghai",
    "四川省": "Sichuan",
    "天津市": "Tianjin",
    "西藏自治区": "Tibet",
    "新疆维吾尔自治区": "Xinjiang",
    "云南省": "Yunnan",
    "浙江省": "Zhejiang",
    "重庆市": "Chongqing",
}
"""The file's names of provinces → English ones."""

ANNOUNCED = {
    "23 Jan": 549,
    "24 Jan": 729,
    "25 Jan": 1052,
    "26 Jan": 1423,
    "27 Jan": 2714,
    "28 Jan": 3554,
    "29 Jan": 4586,
    "30 Jan": 5806,
    "31 Jan": 7153,
    "1 Feb": 9074,
    "2 Feb": 11177,
    "3 Feb": 13522,
    "4 Feb": 16678,
    "5 Feb": 19665,
}
"""Hubei's confirmed cases at the end of each day of 2020.

Source: the daily briefings of the National Health Commission, en.nhc.gov.cn.
Some tables have 4,903 for 29 Jan. It does not go with the 1,220 cases that
were announced as new on the 30th; 4,586 does.
"""


@dataclass(frozen=True, eq=False, repr=False)
class CaseTable:
    """The rows of the file, column by column, the newest first.

    Every column has shape `(n,)`; names and times are text, counts int64.
    A province's counts are repeated in the row of each of its cities.

    Attributes:
        title: its name in words.
        real: False where this is the embedded stand-in.
        source: where it came from, in words.
        province: Chinese names of provinces.
        city: Chinese names of cities and districts.
        province_confirmed: confirmed cases so far, in the province.
        province_suspected: suspected ones.
        province_cured: people who recovered.
        province_dead: people who died.
        city_confirmed: the same four for the city.
        city_suspected: see there.
        city_cured: see there.
        city_dead: see there.
        updated: minutes and seconds, "19:24.0". Date and hour are lost.
        english: a province's name in the file → in English.
        announced: date → what the province with the most cases announced
            as its total at the end of that day.
        truth: how the stand-in was made.
    """

    title: str
    real: bool
    source: str
    province: np.ndarray
    city: np.ndarray
    province_confirmed: np.ndarray
    province_suspected: np.ndarray
    province_cured: np.ndarray
    province_dead: np.ndarray
    city_confirmed: np.ndarray
    city_suspected: np.ndarray
    city_cured: np.ndarray
    city_dead: np.ndarray
    updated: np.ndarray
    english: Mapping[str, str] = field(default_factory=dict)
    announced: Mapping[str, int] = field(default_factory=dict)
    truth: GrowthTruth | None = None

    def __len__(self) -> int:
        return len(self.province)

    def __repr__(self) -> str:
        kind = "real, from" if self.real else "NOT the real data, but"
        provinces = len(set(self.province.tolist()))
        return (
            f"{self.title} ({kind} {self.source}): {len(self)} rows, "
            f"{provinces} provinces"
        )


def covid_cases(*, stand_in: bool | None = None) -> CaseTable:
    """Case counts by province and city, January and February 2020.

    Each row of the file is one city at one time, as a volunteer's crawler
    read it from the page of Ding Xiang Yuan (DXY), a Chinese site for
    doctors. The newest rows come first. Somebody has since passed the file
    through a spreadsheet: of the time only minutes and seconds are left.

    Behind every count are people. Counts are also not cases: they depend
    on who was tested, and on what counted as confirmed on that day.

    The stand-in has the same columns and layout, provinces that do not
    exist, and counts from a growth that is known, `truth`.

    Args:
        stand_in: None takes the stand-in only where the real data cannot be
            had; False never; True always.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.

    Source: J. Lin (2020), DXY-COVID-19-Data.
    """
    return load("covid_cases", _read, _made, stand_in)


def parse(text: str) -> dict[str, Any]:
    """Read the file's text into columns, under the names of `CaseTable`.

    Args:
        text: the CSV, with or without a byte order mark in front.

    Returns:
        Eleven arrays `(n,)`: text, and int64 for the counts.

    Raises:
        ValueError: the heading is another, a row is too short or too long,
            or a count is no whole number.
    """
    heading, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    if heading != list(COLUMNS):
        raise ValueError(f"the heading is {heading}, expected {[*COLUMNS]}")
    columns = zip(*rows, strict=True)
    return {
        name: np.array(values, np.int64 if "_" in name else np.str_)
        for name, values in zip(COLUMNS.values(), columns, strict=True)
    }


def _read(files: Files) -> CaseTable:
    text = files.paths["table"].read_text(encoding="utf-8-sig")
    return CaseTable(
        title=files.entry.title,
        real=True,
        source=files.source,
        english=ENGLISH,
        announced=ANNOUNCED,
        **parse(text),
    )


def _made() -> CaseTable:
    from d2lcode.data.standins import outbreak

    text, truth = outbreak.make()
    return CaseTable(
        title="DXY case counts, January and February 2020",
        real=False,
        source="a stand-in, generated for provinces that do not exist",
        english=outbreak.ENGLISH,
        announced=outbreak.announced(truth),
        truth=truth,
        **parse(text),
    )
