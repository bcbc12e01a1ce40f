"""The latest count of every province: the answer.

Every trap is left to the tool that was made for it. `utf-8-sig` takes the
mark away, which would otherwise become part of the first column's name.
`csv.DictReader` knows about quotes, and finds columns by name wherever they
stand. `strptime` turns a time into something that can be compared: as text,
"2020-1-9" comes after "2020-1-10".

What is left is one pass: keep a row if it is the first of its province, or
not older than the one we kept. *Not older* (`>=`), because of two rows with
the same time the lower one counts. Nothing is ever added up.
"""

import csv
import io
from datetime import datetime


def latest_by_province(raw: bytes) -> dict[str, int]:
    """Find each province's latest confirmed count.

    Args:
        raw: the bytes of a CSV file with a heading.

    Returns:
        Province → count.
    """
    latest: dict[str, tuple[datetime, int]] = {}
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))):
        province, count = row["provinceName"], row["province_confirmedCount"]
        if not count:
            continue
        time = datetime.strptime(row["updateTime"], "%Y-%m-%d %H:%M")
        if province not in latest or time >= latest[province][0]:
            latest[province] = time, int(count)
    return {province: count for province, (_, count) in latest.items()}
