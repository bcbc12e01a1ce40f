"""The counts stay text.

caught by: test_two_provinces
says: the counts are text
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
            if name not in latest or time >= latest[name][0]:
                latest[name] = time, count
    return {name: count for name, (_, count) in latest.items()}
