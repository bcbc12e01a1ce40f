"""Days are counted by the months of an ordinary year.

caught by: test_times_are_compared_as_times
says: expected was
"""

import csv
import io

BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]


def minutes(text):
    date, clock = text.split()
    year, month, day = map(int, date.split("-"))
    hour, minute = map(int, clock.split(":"))
    days = year * 365 + BEFORE[month - 1] + day
    return (days * 24 + hour) * 60 + minute


def latest_by_province(raw: bytes) -> dict[str, int]:
    best, result = {}, {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))):
        name, count = row["provinceName"], row["province_confirmedCount"]
        if count and minutes(row["updateTime"]) >= best.get(name, 0):
            best[name], result[name] = minutes(row["updateTime"]), int(count)
    return result
