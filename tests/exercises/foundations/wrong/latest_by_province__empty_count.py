"""A missing count is read as a number.

caught by: test_a_missing_count_says_nothing
says: I called latest_by_province with the bytes of
says: 甲省,东市,5,2020-1-30 9:00
says: invalid literal for int()
"""

import csv
import io
from datetime import datetime


def latest_by_province(raw):
    latest = {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))):
        name, count = row["provinceName"], int(row["province_confirmedCount"])
        time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
        if name not in latest or time >= latest[name][0]:
            latest[name] = time, count
    return {name: count for name, (_, count) in latest.items()}
