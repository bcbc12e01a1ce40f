r"""The latest count of every province.

Here is a table as the page describes it, before a spreadsheet took its
dates:

    provinceName,cityName,province_confirmedCount,updateTime
    甲省,东市,12,2020-1-31 9:05
    甲省,西市,12,2020-1-31 9:05
    乙省,"一, 二区",7,2020-2-1 10:30
    甲省,东市,9,2020-1-30 18:00

Write `latest_by_province(raw)`. It takes the bytes of such a file and
returns a dictionary: each province's name → its latest confirmed count, an
`int`. For the table above, `{"甲省": 12, "乙省": 7}`. What you can rely on,
and what you cannot:

- The text is UTF-8, perhaps with a byte order mark in front. Any field may be
  quoted, as CSV has it: commas, line ends and doubled quotes may then stand
  in it. Other columns may stand between these four, in any order.
- `province_confirmedCount` is the total of the *province*, repeated in the
  row of each of its cities.
- The rows stand in no order of time. Times are written without leading
  zeros, as above: year-month-day hour:minute.
- A missing count is an empty field, and such a row says nothing about the
  count. A province that never has a count does not appear in the result.
- If two rows of a province have the same time and both have a count, the
  one further down in the file is a correction, and counts.

Minutes: 20 · Difficulty: 2
"""


def latest_by_province(raw: bytes) -> dict[str, int]:
    """Find each province's latest confirmed count.

    Args:
        raw: the bytes of a CSV file with a heading.

    Returns:
        Province → count.
    """
    raise NotImplementedError
