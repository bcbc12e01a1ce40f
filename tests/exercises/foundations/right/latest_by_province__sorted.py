"""The rows are sorted by time, which keeps equals in order; the last wins."""

import csv
import re


def latest_by_province(data: bytes) -> dict[str, int]:
    text = data.decode("utf-8").removeprefix("\ufeff")
    lines = text.splitlines(keepends=True)
    head, *rows = csv.reader(lines)
    place = {name: i for i, name in enumerate(head)}

    def time(row: list[str]) -> list[int]:
        return [int(n) for n in re.findall(r"\d+", row[place["updateTime"]])]

    counted = [r for r in rows if r[place["province_confirmedCount"]] != ""]
    return {
        row[place["provinceName"]]: int(row[place["province_confirmedCount"]])
        for row in sorted(counted, key=time)
    }
