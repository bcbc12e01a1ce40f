"""Splitlines takes the line ends out of quoted names.

caught by: test_any_field_may_be_quoted
says: a line end inside of quotes got lost
"""

import csv
from datetime import datetime


def latest_by_province(raw: bytes) -> dict[str, int]:
    """Find each province's latest confirmed count.

    Args:
        raw: the bytes of a CSV file with a heading.

    Returns:
        Province → count.
    """
    latest: dict[str, tuple[datetime, int]] = {}
    for row in csv.DictReader(raw.decode("utf-8-sig").splitlines()):
        province, count = row["provinceName"], row["province_confirmedCount"]
        if not count:
            continue
        time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
        if province not in latest or time >= latest[province][0]:
            latest[province] = time, int(count)
    return {province: count for province, (_, count) in latest.items()}
