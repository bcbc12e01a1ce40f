"""The byte order mark stays in the first column's name.

caught by: test_a_byte_order_mark_in_front
says: is now part of the first column's name
"""

import csv
import io
from datetime import datetime


def latest_by_province(raw):
    latest = {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8"))):
        name, count = row["provinceName"], row["province_confirmedCount"]
        if count:
            time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
            if name not in latest or time >= latest[name][0]:
                latest[name] = time, int(count)
    return {name: count for name, (_, count) in latest.items()}
