from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import indent

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
COLUMNS = ["provinceName", "cityName", "province_confirmedCount", "updateTime"]


def table(rows, columns=COLUMNS, end="\n"):
    """Write rows (province, city, count, time) as the text of a file."""
    order = [COLUMNS.index(c) if c in COLUMNS else None for c in columns]
    lines = [",".join(columns)]
    for row in rows:
        cells = ["0" if k is None else str(row[k]) for k in order]
        lines.append(",".join(f'"{c}"' if "," in c else c for c in cells))
    return end.join(lines) + end


def check(answer, text, truth, mistakes=None):
    raw = text.encode("utf-8")
    shown = indent(text.replace(MARK, "(mark)").rstrip())
    try:
        call = expect(answer.latest_by_province, raw)
    except RaisedError as error:
        because = error.__cause__
        if text[0] == MARK and isinstance(because, KeyError):
            raise AnswerError(
                f"A file with a byte order mark in front gave a KeyError: "
                f"{because}. Likely mistake: the mark stayed in the text, "
                "and is now part of the first column's name."
            ) from error
        called = f"I called latest_by_province with the bytes of\n{shown}"
        raise RaisedError(called) from because
    if type(call.value) is dict and call.value == truth:
        if all(type(count) is int for count in call.value.values()):
            return
        raise AnswerError(
            f"The counts in {call.value} should be plain int, such as "
            'int("12").'
        )
    known = {**(mistakes or {}), AS_TEXT: truth}
    likely = next(
        (
            f"\nLikely mistake: {why}"
            for why, outcome in known.items()
            if as_numbers(call.value) == outcome
        ),
        "",
    )
    raise AnswerError(
        f"For the file\n{shown}\nlatest_by_province returned "
        f"{call.value!r}; expected was {truth!r}.{likely}"
    )


AS_TEXT = "the counts are text; int(…) makes numbers of them."


def as_numbers(value):
    try:
        return {name: int(count) for name, count in value.items()}
    except (AttributeError, TypeError, ValueError):
        return None


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


FOUR = [
    ("甲省", "东市", 20, "2020-1-25 10:00"),
    ("甲省", "南市", 90, "2019-12-28 10:00"),
    ("甲省", "西市", 31, "2020-1-27 10:00"),
    ("甲省", "北市", 25, "2020-1-26 10:00"),
]
ORDERS = [FOUR[start:] + FOUR[:start] for start in range(4)]


def if_times_are_compared(answer, mistakes):
    """Keep mistakes of comparing times for answers that do compare them."""
    try:
        for turned in ORDERS:
            check(answer, table(turned), {"甲省": 31})
    except Exception:
        return {}
    return mistakes


@points(1)
def test_the_order_of_the_rows_does_not_matter(answer):
    last = "the last row in the file was taken, and not the latest."
    first = "the first row in the file was taken, and not the latest."
    most = "the largest count was taken; counts are sometimes corrected down."
    for turned in ORDERS:
        mistakes = {
            most: {"甲省": 90},
            last: {"甲省": turned[-1][2]},
            first: {"甲省": turned[0][2]},
        }
        check(answer, table(turned), {"甲省": 31}, mistakes)


@points(2)
def test_times_are_compared_as_times(answer):
    why = "the times were compared as text, where “9” comes after “10”."
    for early, late in (
        ("2020-1-9 10:00", "2020-1-10 10:00"),
        ("2020-1-31 9:05", "2020-1-31 10:05"),
        ("2020-9-30 8:00", "2020-10-1 7:00"),
        ("2020-1-31 9:9", "2020-1-31 9:10"),
        ("2019-12-31 23:59", "2020-1-1 0:00"),
    ):
        rows = [("甲省", "东市", 5, early), ("甲省", "东市", 3, late)]
        for each in (rows, rows[::-1]):
            likely = if_times_are_compared(answer, {why: {"甲省": 5}})
            check(answer, table(each), {"甲省": 3}, likely)


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


@points(1)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["甲省", "乙省"]),
            st.one_of(st.just(""), st.integers(0, 30)),
            st.integers(1, 12),
            st.integers(1, 28),
            st.integers(0, 23),
        ),
        max_size=8,
    )
)
def test_any_table(answer, drawn):
    truth, best = {}, {}
    rows = []
    for province, count, month, day, hour in drawn:
        rows.append((province, "市", count, f"2020-{month}-{day} {hour}:30"))
        moment = (month * 100 + day) * 100 + hour
        if count != "" and moment >= best.get(province, 0):
            best[province], truth[province] = moment, count
    check(answer, table(rows), truth)
