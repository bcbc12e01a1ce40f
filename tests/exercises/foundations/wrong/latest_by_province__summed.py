"""The totals of the cities' rows are added up.

caught by: test_a_total_is_repeated_for_each_city
says: the totals of the rows were added up
"""

import csv
import io
from datetime import datetime


def latest_by_province(raw):
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    rows = [row for row in rows if row["province_confirmedCount"]]
    when, total = {}, {}
    for row in rows:
        time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
        name = row["provinceName"]
        when[name] = max(time, when.get(name, time))
    for row in rows:
        time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
        name = row["provinceName"]
        if time == when[name]:
            count = int(row["province_confirmedCount"])
            total[name] = total.get(name, 0) + count
    return total
