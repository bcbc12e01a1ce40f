import random
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import indent

TRAINS = "grouping rows and keeping the latest"
HINTS = [
    "`csv.DictReader(io.StringIO(text))` gives each row as a dictionary, by "
    "the names of the columns.",
    'Decode with "utf-8-sig": it takes away a mark in front, which would '
    "otherwise become part of the first column's name.",
    '`datetime.strptime(time, "%Y-%m-%d %H:%M")` makes a time that can be '
    "compared with < and >.",
    "Keep, for each province, the latest time seen so far and its count. "
    "Replace both when a row with a count is not older.",
]
MARK = "\ufeff"
SHOWN = 20
COLUMNS = ["provinceName", "cityName", "province_confirmedCount", "updateTime"]


def table(rows, columns=COLUMNS, end="\n", *, quoted=False):
    """Write rows (province, city, count, time) as the text of a file."""
    order = [COLUMNS.index(c) if c in COLUMNS else None for c in columns]
    lines = [",".join(cell(c, quoted) for c in columns)]
    for row in rows:
        cells = ["0" if k is None else str(row[k]) for k in order]
        lines.append(",".join(cell(c, quoted) for c in cells))
    return end.join(lines) + end


def cell(text, quoted):
    """Quote what needs it, or everything."""
    needed = quoted or set(text) & set(',"\n')
    return '"' + text.replace('"', '""') + '"' if needed else text


def result(answer, text):
    """Call with the bytes of a text; say what became of the mark."""
    try:
        return expect(answer.latest_by_province, text.encode("utf-8")).value
    except RaisedError as error:
        because = error.__cause__
        if text[0] == MARK and isinstance(because, KeyError):
            raise AnswerError(
                f"A file with a byte order mark in front gave a KeyError: "
                f"{because}. Likely mistake: the mark stayed in the text, "
                "and is now part of the first column's name."
            ) from error
        called = (
            f"I called latest_by_province with the bytes of\n{quote(text)}"
        )
        raise RaisedError(called) from because


def quote(text):
    lines = text.replace(MARK, "(mark)").rstrip().split("\n")
    more = [f"… and {len(lines) - SHOWN} more lines"] * (len(lines) > SHOWN)
    return indent("\n".join([*lines[:SHOWN], *more]))


def is_right(value, truth):
    same = isinstance(value, dict) and value == truth
    return same and all(type(count) is int for count in value.values())


def check(answer, text, truth, mistakes=None):
    value = result(answer, text)
    if not is_right(value, truth):
        known = mistakes or {}
        fail(text, value, truth, [w for w in known if fits(value, known[w])])


def fail(text, value, truth, why):
    """Name a mistake if it is the only one that fits."""
    if isinstance(value, dict) and value == truth:
        raise AnswerError(
            f'The counts in {value} should be plain int, such as int("12").'
        )
    if fits(value, truth) and str in map(type, value.values()):
        why = [AS_TEXT]
    likely = f"\nLikely mistake: {why[0]}" if len(why) == 1 else ""
    raise AnswerError(
        f"For the file\n{quote(text)}\nlatest_by_province returned "
        f"{value!r}; expected was {truth!r}.{likely}"
    )


AS_TEXT = "the counts are text; int(…) makes numbers of them."


def fits(value, outcome):
    """Tell whether the counts are these, be it as text."""
    try:
        return {n: int(count) for n, count in value.items()} == outcome
    except (AttributeError, TypeError, ValueError):
        return False


def check_choice(answer, tables):
    """Hold the row that is chosen of a province to the latest.

    A mistake is named only if it explains what came of every table.

    Args:
        answer: the reader's.
        tables: rows each, all of one province, with different counts.
    """
    values = [result(answer, table(rows)) for rows in tables]
    why = [
        text
        for text, choices in CHOICES.items()
        if any(explains(choose, tables, values) for choose in choices)
    ]
    for rows, value in zip(tables, values, strict=True):
        truth = {rows[0][0]: latest(rows)[2]}
        if not is_right(value, truth):
            fail(table(rows), value, truth, why)


def explains(choose, tables, values):
    return all(
        fits(value, {rows[0][0]: choose(rows)[2]})
        for rows, value in zip(tables, values, strict=True)
    )


def moment(row):
    """The time of a row as numbers: year, month, day, hour, minute."""
    return datetime.strptime(row[3], "%Y-%m-%d %H:%M").timetuple()[:5]


def latest(rows):
    return max(rows, key=moment)


def upper(part):
    """Of rows that are alike in this part, take the upper one."""
    return lambda rows: max(rows, key=lambda row: moment(row)[part])


def lower(part):
    return lambda rows: upper(part)(rows[::-1])


@points(1)
def test_two_provinces(answer):
    rows = [("甲省", "东市", 12, "2020-1-31 9:05")]
    rows += [("乙省", "南市", 7, "2020-2-1 10:30")]
    check(answer, table(rows), {"甲省": 12, "乙省": 7})


@points(1)
def test_a_byte_order_mark_in_front(answer):
    text = MARK + table([("甲省", "东市", 12, "2020-1-31 9:05")])
    check(answer, text, {"甲省": 12})


@points(1)
def test_a_total_is_repeated_for_each_city(answer):
    time = "2020-1-31 9:05"
    rows = [("甲省", city, 12, time) for city in ("东市", "西市", "北市")]
    check(
        answer,
        table(rows),
        {"甲省": 12},
        {
            "the totals of the rows were added up; each is already the "
            "province's.": {"甲省": 36}
        },
    )


# What each mistake chooses of a province's rows, in one way or another.
CHOICES = {
    "the last row in the file was taken, and not the latest.": [
        lambda rows: rows[-1]
    ],
    "the first row in the file was taken, and not the latest.": [
        lambda rows: rows[0]
    ],
    "the earliest row was taken, and not the latest.": [
        lambda rows: min(rows, key=moment)
    ],
    "the largest count was taken; counts are sometimes corrected down.": [
        lambda rows: max(rows, key=lambda row: row[2])
    ],
    "the smallest count was taken, and not the latest.": [
        lambda rows: min(rows, key=lambda row: row[2])
    ],
    "the year was ignored.": [upper(slice(1, 5))],
    "only the time of day was compared, without the date.": [
        upper(slice(3, 5)),
        lower(slice(3, 5)),
    ],
    "the hour was ignored: of several rows of one day, the latest counts.": [
        upper(slice(0, 3)),
        lower(slice(0, 3)),
    ],
    "the minutes were ignored: of several rows of one hour, the latest "
    "counts.": [upper(slice(0, 4)), lower(slice(0, 4))],
    "the times were compared as text, where “9” comes after “10”.": [
        lambda rows: max(rows, key=lambda row: row[3]),
        lambda rows: max(
            rows, key=lambda row: (row[3].split()[0], moment(row))
        ),
    ],
}
# Each way of choosing takes a row of its own; as text, they are in order.
TEN = [
    ("甲省", "东市", 20, "2020-1-26 10:00"),
    ("甲省", "南市", 11, "2019-10-28 10:00"),  # the earliest
    ("甲省", "西市", 31, "2020-1-27 18:40"),  # the latest
    ("甲省", "北市", 28, "2020-1-27 10:20"),  # as late, but for the hour
    ("甲省", "中市", 90, "2020-1-23 10:00"),  # the largest
    ("甲省", "前市", 25, "2020-1-27 18:10"),  # as late, but for the minute
    ("甲省", "后市", 17, "2019-12-30 10:00"),  # the latest of any year
    ("甲省", "上市", 14, "2020-1-24 23:30"),  # the latest in its day
    ("甲省", "左市", 38, "2019-10-31 10:00"),  # the latest in its month
    ("甲省", "下市", 4, "2020-1-22 10:00"),  # the smallest
]
ORDERS = [TEN[start:] + TEN[:start] for start in range(len(TEN))]


def if_times_are_compared(answer, mistakes):
    """Keep mistakes of comparing times for answers that do compare them."""
    try:
        check_choice(answer, ORDERS)
    except Exception:
        return {}
    return mistakes


@points(1)
def test_the_order_of_the_rows_does_not_matter(answer):
    check_choice(answer, ORDERS)


@points(2)
def test_times_are_compared_as_times(answer):
    pairs = []
    for early, late in (
        ("2020-1-9 10:00", "2020-1-10 10:00"),
        ("2020-1-31 9:05", "2020-1-31 10:05"),
        ("2020-9-30 8:00", "2020-10-1 7:00"),
        ("2020-1-31 9:9", "2020-1-31 9:10"),
        ("2019-12-31 23:59", "2020-1-1 0:00"),
        ("2020-2-29 8:00", "2020-3-1 8:00"),
        ("2020-2-29 23:30", "2020-3-1 7:00"),
        ("2020-3-31 0:05", "2020-4-1 0:00"),
        ("2020-12-31 23:00", "2021-1-1 1:00"),
    ):
        for counts in ((5, 3), (3, 5)):
            times = zip(counts, (early, late), strict=True)
            rows = [("甲省", "东市", *row) for row in times]
            pairs += [rows, rows[::-1]]
    check_choice(answer, pairs)


@points(1)
def test_a_missing_count_says_nothing(answer):
    rows = [
        ("甲省", "东市", 5, "2020-1-30 9:00"),
        ("甲省", "东市", "", "2020-1-31 9:00"),
        ("乙省", "南市", "", "2020-1-31 9:00"),
        ("丙省", "南市", 0, "2020-1-31 9:00"),
    ]
    truth = {"甲省": 5, "丙省": 0}
    mistakes = {
        "a missing count was taken for 0.": {"甲省": 0, "乙省": 0, "丙省": 0},
        "a province without any count should not appear.": {
            **truth,
            "乙省": 0,
        },
        "0 is a count, and not a missing one.": {"甲省": 5},
    }
    check(answer, table(rows), truth, mistakes)


@points(1)
def test_quotes_and_other_columns(answer):
    rows = [
        ("甲省", "一, 二, 三区", 5, "2020-1-30 9:00"),
        ("乙省", "南市", 6, "2020-1-31 9:00"),
    ]
    columns = ["updateTime", "cityName", "x", "provinceName", COLUMNS[2]]
    cut = "the line was cut at every comma, also inside of quotes."
    check(
        answer,
        table(rows, columns, "\r\n"),
        {"甲省": 5, "乙省": 6},
        {cut: {' 三区"': 0, "乙省": 6}},
    )


LINES = (
    "the text was cut into lines before csv saw it, and a line end inside of "
    "quotes got lost. Give csv the whole text: io.StringIO(text)."
)


@points(1)
def test_any_field_may_be_quoted(answer):
    rows = [
        ("甲省", "东市", 5, "2020-1-30 9:00"),
        ("甲省", "西市", 8, "2020-1-31 9:00"),
        ('乙"省"', "南\n市", 6, "2020-1-31 9:00"),
        ("丙, 省", "", "", "2020-1-31 9:00"),
        ("丙, 省", 'x,"', 3_000_000_000, "2020-1-30 9:00"),
    ]
    truth = {"甲省": 8, '乙"省"': 6, "丙, 省": 3_000_000_000}
    check(answer, table(rows[:2], quoted=True), {"甲省": 8})
    check(answer, MARK + table(rows, quoted=True), truth)
    lines = [("丁\n省", "北市", 4, "2020-1-31 9:00")]
    check(
        answer,
        table(rows + lines),
        {**truth, "丁\n省": 4},
        {LINES: {**truth, "丁省": 4}},
    )
    check(answer, table(rows).rstrip("\n"), truth)
    check(answer, table([]), {})


@points(1)
def test_thousands_of_rows(answer):
    rng = random.Random(7)
    rows, best = [], {}
    for count in rng.sample(range(10_000), 3000):
        name, day = f"{rng.choice('甲乙丙丁')}省", rng.randrange(800)
        time = datetime(2019, 11, 1) + timedelta(day, 60 * count)
        rows.append((name, "东市", count, written(time)))
        best[name] = max(best.get(name, (time, count)), (time, count))
    truth = {name: count for name, (_, count) in best.items()}
    check(answer, table(rows), truth)


def written(time):
    """Write a time without leading zeros, but for the minutes."""
    return f"{time.year}-{time.month}-{time.day} {time.hour}:{time:%M}"


@points(1)
def test_a_correction_stands_further_down(answer):
    time = "2020-1-30 9:00"
    rows = [("甲省", "东市", 9, time), ("甲省", "西市", 7, time)]
    why = (
        "of two rows with the same time, the upper one was kept; the lower "
        "one is the correction."
    )
    likely = if_times_are_compared(answer, {why: {"甲省": 9}})
    check(answer, table(rows), {"甲省": 7}, likely)
    rows = [*rows, ("甲省", "东市", "", time)]
    check(answer, table(rows), {"甲省": 7})
    chosen = (
        "of rows with the same time, the one with the {} count was kept; the "
        "lowest row is the correction."
    )
    known = {chosen.format("smallest"): 6, chosen.format("largest"): 9}
    known = {why: {"甲省": count} for why, count in known.items()}
    rows = [("甲省", "东市", count, time) for count in (7, 6, 9, 8)]
    check(answer, table(rows), {"甲省": 8}, known)


@points(1)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["甲省", "乙省"]),
            st.one_of(st.just(""), st.integers(0, 30)),
            st.datetimes(datetime(2019, 12, 1), datetime(2021, 3, 9)),
        ),
        max_size=8,
    )
)
def test_any_table(answer, drawn):
    truth, best = {}, {}
    rows = []
    for province, count, time in drawn:
        rows.append((province, "市", count, written(time)))
        time = time.replace(second=0, microsecond=0)
        if count != "" and time >= best.get(province, time):
            best[province], truth[province] = time, count
    check(answer, table(rows), truth)
