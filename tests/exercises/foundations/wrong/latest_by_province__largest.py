"""The largest count is taken for the latest.

caught by: test_the_order_of_the_rows_does_not_matter
says: the largest count was taken
"""

import csv
import io


def latest_by_province(raw):
    largest = {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))):
        name, count = row["provinceName"], row["province_confirmedCount"]
        if count:
            largest[name] = max(int(count), largest.get(name, 0))
    return largest
