"""Dates are compared as text, and only then the times.

caught by: test_times_are_compared_as_times
says: the times were compared as text
"""

import csv
import io
from datetime import datetime


def latest_by_province(raw):
    latest = {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))):
        name, count = row["provinceName"], row["province_confirmedCount"]
        if count:
            time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
            time = row["updateTime"].split()[0], time
            if name not in latest or time >= latest[name][0]:
                latest[name] = time, int(count)
    return {name: count for name, (_, count) in latest.items()}
