"""Of two equal times the smaller count is taken for the correction.

caught by: test_a_correction_stands_further_down
says: the one with the smallest count was kept
"""

import csv
import io
from datetime import datetime


def latest_by_province(raw):
    found = {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))):
        if row["province_confirmedCount"]:
            time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
            entry = time, -int(row["province_confirmedCount"])
            name = row["provinceName"]
            found[name] = max(found.get(name, entry), entry)
    return {name: -count for name, (_, count) in found.items()}
