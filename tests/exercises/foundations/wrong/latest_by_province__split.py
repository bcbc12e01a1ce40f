"""Lines are cut at every comma, and columns counted.

caught by: test_quotes_and_other_columns
says: the line was cut at every comma
"""

from datetime import datetime


def latest_by_province(raw):
    heading, *lines = raw.decode("utf-8-sig").splitlines()
    names = heading.split(",")
    latest = {}
    for line in lines:
        row = dict(zip(names, line.split(","), strict=False))
        name, count = row["provinceName"], row["province_confirmedCount"]
        if count:
            time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
            if name not in latest or time >= latest[name][0]:
                latest[name] = time, int(count)
    return {name: count for name, (_, count) in latest.items()}
