from fractions import Fraction
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "differences of a time series with gaps"
HINTS = [
    "Without holes, np.diff(totals) is the answer.",
    "To spread an increase evenly is to draw a straight line between two "
    "known totals: fill the holes first.",
    "np.interp(days, days[known], totals[known], left=…, right=…) draws the "
    "lines, and lets you say what stands before and after them.",
]
NAN = float("nan")


def truth_for(totals):
    """The new cases in exact fractions, hole by hole."""
    known = [i for i, total in enumerate(totals) if total == total]
    new = [NAN] * (len(totals) - 1)
    for before, after in pairwise(known):
        rise = Fraction(totals[after]) - Fraction(totals[before])
        for day in range(before, after):
            new[day] = float(rise / (after - before))
    return np.array(new)


def check(answer, totals):
    totals = np.asarray(totals, dtype=float)
    truth = truth_for(totals)
    call = expect(answer.daily_new, totals)
    call.returns(truth_for, mistakes=mistakes, boards=BOARDS)
    got = call.value[~np.isnan(truth)]
    call.require(
        bool(np.isclose(got.sum(), np.nansum(truth))),
        "The new cases do not add up to the difference of the totals.",
    )


def mistakes(totals):
    truth = truth_for(totals)
    known = np.where(np.isnan(totals), 0.0, totals)
    return {
        "up to the first known day and after the last, 0 was reported "
        "where nothing is known.": np.nan_to_num(truth),
        "an unknown total was taken for 0, which makes a deep dip and a "
        "high peak.": np.diff(known),
        "over a hole everything is nan; spread the increase over its "
        "days.": np.diff(totals),
        "the first day has nothing to be compared with; it should not be "
        "in the result.": np.diff(totals, prepend=0.0),
        "corrections were cut off at 0; the new cases no longer add "
        "up.": np.maximum(truth, 0),
        "the unknown days were left out, so the result is too short.": np.diff(
            totals[~np.isnan(totals)]
        ),
        "the days of a hole were left flat, and the whole increase put on "
        "the day after it.": np.diff(forward(totals)),
        "the increase was put on the first day of a hole, and the rest left "
        "flat.": np.diff(forward(totals[::-1])[::-1]),
    }


# Each mistake shows here: unknown ends, a hole, a correction.
BOARDS = [(np.array([NAN, 3, 10, NAN, NAN, 25, 21, 30, NAN]),)]


def forward(totals):
    """The totals with each hole filled from the left."""
    filled = totals.copy()
    for i in range(1, len(filled)):
        if np.isnan(filled[i]):
            filled[i] = filled[i - 1]
    return filled


@points(1)
def test_no_holes(answer):
    check(answer, [10, 16, 19, 19, 40])
    check(answer, [3, 8])


@points(1)
def test_a_correction_stays(answer):
    check(answer, [10, 16, 13, 20])


@points(1)
def test_a_hole_is_spread_evenly(answer):
    check(answer, [10, 16, NAN, NAN, 25, 24])
    check(answer, [7, NAN, 12])
    check(answer, [20, NAN, 14, NAN, NAN, NAN, 30])
    check(answer, [2, *[NAN] * 45, 186.5, 190])


@points(1)
def test_the_ends_stay_unknown(answer):
    check(answer, [NAN, NAN, 4, 9, NAN])
    check(answer, [NAN, 5])
    check(answer, [5, NAN])


@points(1)
def test_the_smallest_series(answer):
    check(answer, [5])
    check(answer, [NAN, 5, NAN])
    check(answer, [0, 0])


@points(1)
@given(
    st.lists(
        st.one_of(st.just(NAN), st.integers(0, 1000)), min_size=1, max_size=12
    ).filter(lambda drawn: any(total == total for total in drawn))
)
def test_any_series(answer, drawn):
    check(answer, drawn)


@points(1)
def test_years_of_days_with_long_holes(answer):
    rng = np.random.default_rng(4)
    table = np.cumsum(rng.integers(-9, 60, (1500, 2)), axis=0) + 0.5
    table[rng.random(table.shape) < 0.4] = NAN
    table[200:640, 1] = NAN
    check(answer, table[:, 1])  # a column: with gaps in memory
    check(answer, table[:, 0])
