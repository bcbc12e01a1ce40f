"""Times as tuples of numbers, and the largest with the row's number."""

import csv
import io
import re
from collections import defaultdict


def latest_by_province(raw):
    text = raw.decode("utf-8").removeprefix("\ufeff")
    head, *rows = list(csv.reader(io.StringIO(text, newline="")))
    names = "provinceName", "province_confirmedCount", "updateTime"
    places = [head.index(name) for name in names]
    found = defaultdict(list)
    for number, row in enumerate(rows):
        province, count, time = (row[i] for i in places)
        if count != "":
            parts = tuple(map(int, re.findall(r"\d+", time)))
            found[province].append((parts, number, int(count)))
    return {province: max(seen)[2] for province, seen in found.items()}
