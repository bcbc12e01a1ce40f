"""The case counts: the table, the file's text, and their stand-in."""

import csv
import io
import re
from collections import Counter

import numpy as np
import pytest

from d2lcode import data
from d2lcode.data import covid
from d2lcode.data.standins import outbreak

HEADING = ",".join(covid.COLUMNS)
ROW = "湖北省,武汉,30,1,2,3,20,0,1,2,19:24.0"
COUNTS = [name for name in covid.COLUMNS.values() if "_" in name]
NAMES = ["province", "city", "updated"]


@pytest.fixture(scope="module")
def made():
    return data.covid_cases(stand_in=True)


@pytest.fixture(scope="module")
def text():
    return data.covid_cases_text(stand_in=True)


# --- reading


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_in_front_does_not_matter(mark):
    columns = covid.parse(f"{mark}{HEADING}\n{ROW}\n")
    assert columns["province"].tolist() == ["湖北省"]
    assert columns["province_confirmed"].tolist() == [30]
    assert columns["city_dead"].tolist() == [2]
    assert columns["updated"].tolist() == ["19:24.0"]


def test_columns_have_their_types():
    columns = covid.parse(f"{HEADING}\n{ROW}\n{ROW}\n")
    assert list(columns) == [*covid.COLUMNS.values()]
    for name, column in columns.items():
        assert column.shape == (2,)
        assert column.dtype.kind == ("i" if name in COUNTS else "U")


def test_another_heading_is_refused():
    with pytest.raises(ValueError, match=r"heading is .*'place'"):
        covid.parse("place,count\na,1\n")


@pytest.mark.parametrize(
    "bad", [ROW.replace("30", "many"), ROW + ",1", "湖北省,武汉,30"]
)
def test_a_bad_row_is_refused(bad):
    with pytest.raises(ValueError, match=r"\w"):
        covid.parse(f"{HEADING}\n{ROW}\n{bad}\n")


# --- the stand-in


def test_the_stand_in_says_that_it_is_one(made):
    assert not made.real
    assert repr(made) == (
        "DXY case counts, January and February 2020 (NOT the real data, but a "
        "stand-in, generated for provinces that do not exist): 672 rows, 8 "
        "provinces"
    )
    assert len(made) == 672


def test_its_provinces_exist_nowhere(made):
    assert not set(made.province) & set(covid.ENGLISH)
    assert set(made.province) == set(made.english)
    assert set(made.english.values()) == {f"Province {c}" for c in "ABCDEFGH"}


def test_its_text_has_the_layout_of_the_file(text):
    assert text.startswith(f"\ufeff{HEADING}\n")
    assert text.encode("utf-8").startswith(b"\xef\xbb\xbfprovinceName")
    assert text.endswith("\n")
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {11}
    assert all(re.fullmatch(r"[0-5]\d:[0-5]\d\.\d", r[10]) for r in rows[1:])


def test_its_table_is_its_text(made, text):
    columns = covid.parse(text)
    for name, column in columns.items():
        np.testing.assert_array_equal(column, getattr(made, name))


def test_it_is_the_same_every_time(text):
    assert data.covid_cases_text(stand_in=True) == text
    assert outbreak.make(seed=1)[0] != text


def test_its_counts_follow_its_truth(made):
    for province in made.english:
        rows = made.province == province
        counts = made.province_confirmed[rows][::-1]
        days = [made.truth(province, d) for d in range(outbreak.DAYS)]
        assert counts.tolist() == np.repeat(days, 6).tolist()


def test_its_truth_doubles_when_it_says():
    truth = data.covid_cases(stand_in=True).truth
    truth = covid.GrowthTruth(truth.start, {**truth.doubling, "甲省": 3.0})
    assert [truth("甲省", d) for d in (0, 3, 6)] == [400, 800, 1600]


def test_its_largest_province_is_the_one_announced(made):
    largest = made.province[made.province_confirmed.argmax()]
    counts = made.province_confirmed[made.province == largest][::-1]
    announced = list(made.announced.values())
    assert list(dict.fromkeys(counts.tolist())) == announced
    assert list(made.announced) == [f"day {d}" for d in range(1, 15)]


def test_what_is_announced_is_read_last(made):
    """All provinces have the day's total when the announcement shows."""
    for day, total in enumerate(made.announced.values()):
        row = np.flatnonzero(made.province_confirmed == total)[-1]
        for province in made.english:
            below = np.flatnonzero(made.province[row:] == province)
            count = made.province_confirmed[row + below[0]]
            assert count == made.truth(province, day)


def test_cities_add_up_to_their_province(made):
    cities = Counter()
    totals = made.province_confirmed
    stamps = zip(made.province, made.updated, totals, strict=True)
    for i, key in enumerate(stamps):
        cities[key] += made.city_confirmed[i]
    assert all(total == count for (*_, total), count in cities.items())


def test_a_city_changes_its_name(made):
    rows = made.province == "甲省"
    assert made.city[rows][:3].tolist() == ["东市", "外来人员", "西市"]
    assert made.city[rows][-3:].tolist() == ["东市", "外地来人", "西市"]


def test_within_an_hour_the_newest_is_above(made):
    minutes = [int(t[:2]) * 60 + float(t[3:]) for t in made.updated[:24]]
    assert minutes == sorted(minutes, reverse=True)


# --- the real file


def test_the_real_table(real_data):
    d = data.covid_cases(stand_in=False)
    assert d.real
    assert d.truth is None
    assert repr(d).endswith("18671 rows, 32 provinces")
    assert set(d.province) == set(d.english)
    hubei = d.province_confirmed[d.province == "湖北省"]
    assert (hubei[0], hubei[-1]) == (19665, 549)
    assert set(d.announced.values()) <= set(hubei.tolist())
    assert (d.city[0], d.city_confirmed[0], d.updated[0]) == (
        "石家庄",
        24,
        "19:24.0",
    )


def test_the_real_text_gives_the_files_own_bytes(real_data):
    path = real_data / "covid-dxy" / "DXYArea.csv"
    text = data.covid_cases_text(stand_in=False)
    assert text.encode("utf-8") == path.read_bytes()
    columns = covid.parse(text)
    assert len(columns["city"]) == 18671


def test_the_announced_days_grow():
    totals = list(covid.ANNOUNCED.values())
    assert len(totals) == 14
    assert np.all(np.diff(totals) > 0)
    # New cases of 5 February as the commission's briefing of the 6th says.
    assert totals[-1] - totals[-2] == 2987


def test_missing_data_say_so_by_title(home, monkeypatch, capsys):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    assert not data.covid_cases().real
    assert "the real DXY case counts" in capsys.readouterr().err
    with pytest.raises(data.DataUnavailableError, match=r"DXYArea\.csv"):
        data.covid_cases(stand_in=False)
    assert data.used() == {"covid_cases": "stand-in"}


def test_english_names_are_told_apart():
    assert len(set(covid.ENGLISH.values())) == len(covid.ENGLISH) == 32
