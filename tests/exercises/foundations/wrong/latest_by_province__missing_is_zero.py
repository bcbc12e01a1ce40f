"""A missing count is taken for 0.

caught by: test_a_missing_count_says_nothing
says: a missing count was taken for 0
"""

import csv
import io
from datetime import datetime


def latest_by_province(raw):
    latest = {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))):
        name = row["provinceName"]
        time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
        if name not in latest or time >= latest[name][0]:
            latest[name] = time, int(row["province_confirmedCount"] or 0)
    return {name: count for name, (_, count) in latest.items()}
