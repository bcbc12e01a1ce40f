"""The time of day is compared without the date.

caught by: test_the_order_of_the_rows_does_not_matter
says: only the time of day was compared
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
            time = time.time()
            if name not in latest or time >= latest[name][0]:
                latest[name] = time, int(count)
    return {name: count for name, (_, count) in latest.items()}
