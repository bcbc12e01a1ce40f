import math
from fractions import Fraction
from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "average precision (AP)"
HINTS = [
    "`order = np.argsort(-scores, kind='stable')` puts the surest first.",
    "`np.cumsum(right[order])` counts the right ones among the first 1, 2, "
    "3, …; divide by the place for precision, by total for recall.",
    "With `p = precision[::-1]`, `np.maximum.accumulate(p)[::-1]` is the "
    "best precision from each place on; the recall rises by 1 / total at each "
    "right box.",
]
UNSORTED = "the boxes were not put in the order of their scores."
WORST = "the lowest score came first; the surest box comes first."
FOUND = (
    "you divided by the number of right boxes. Recall is measured against "
    "total, so that what was not found counts."
)
DIPS = (
    "the curve still has its dips: at each recall the best precision from "
    "there on counts."
)
BEHIND = (
    "the best precision was taken over the places before, not over those "
    "from here on."
)
PLACES = (
    "you took the mean over all boxes; precision counts where recall rises, "
    "at the right ones."
)
LAST = (
    "this is the precision of all the boxes; the area below the curve is "
    "asked for."
)
RECALL = (
    "this is the recall of all the boxes; the area below the curve is asked "
    "for."
)
ELEVEN = "this is the mean over eleven recalls, the rule before 2010."
SLOPING = (
    "the area was taken with slopes (trapezoids); the curve is a staircase."
)
AS_IT_COMES = (
    "the area was taken with slopes (trapezoids), below a curve that still "
    "has its dips; it is a staircase without dips."
)
TIES = "of equal scores, the box that comes first in `scores` comes first."


def staircase(flags, total):
    """The area by its definition, from the last box to the first."""
    counts = accumulate(map(int, flags))
    precision = [Fraction(c, k) for k, c in enumerate(counts, 1)]
    steps, best = [], Fraction(0)
    for flag, reached in zip(flags[::-1], precision[::-1], strict=True):
        best = max(best, reached)
        steps.append(float(best) if flag else 0.0)
    return math.fsum(steps) / total


def in_order(scores, right):
    places = sorted(range(len(scores)), key=lambda i: -scores[i])
    return [bool(right[i]) for i in places]


def truth(scores, right, total):
    return staircase(in_order(scores.tolist(), right.tolist()), total)


def mistakes(scores, right, total):
    flags = in_order(scores.tolist(), right.tolist())
    if not flags:
        return {}
    late = sorted(range(len(scores)), key=lambda i: (-scores[i], -i))
    flag = np.array(flags)
    precision = np.cumsum(flag) / np.arange(1, len(flag) + 1)
    recall = np.cumsum(flag) / total
    best = np.maximum.accumulate(precision[::-1])[::-1]
    eleven = [
        max(precision[recall >= r], default=0) for r in np.linspace(0, 1, 11)
    ]
    found = {
        UNSORTED: staircase(right.tolist(), total),
        WORST: staircase(flags[::-1], total),
        TIES: staircase([bool(right[i]) for i in late], total),
        DIPS: precision[flag].sum() / total,
        BEHIND: np.maximum.accumulate(precision)[flag].sum() / total,
        PLACES: best.mean(),
        LAST: precision[-1],
        RECALL: recall[-1],
        ELEVEN: np.mean(eleven),
        SLOPING: np.trapezoid(best, recall),
        AS_IT_COMES: np.trapezoid(precision, recall),
    }
    if flag.any():
        found[FOUND] = staircase(flags, int(flag.sum()))
    return found


def judged(n, seed, share=0.6):
    """Scores with some equal ones, and more right boxes among the sure."""
    rng = np.random.default_rng(seed)
    scores = np.round(rng.normal(size=n), 1)
    right = rng.random(n) < share * np.exp(scores) / (1 + np.exp(scores)) * 2
    return scores, right, int(right.sum()) + int(rng.integers(1, 5))


BOARDS = [judged(9, 5), judged(14, 2), judged(30, 3)]


def check(answer, scores, right, total):
    return expect(answer.average_precision, scores, right, total).returns(
        truth, mistakes=mistakes, boards=BOARDS, names=("the area",)
    )


@points(2)
def test_four_boxes_by_hand(answer):
    scores = np.array([0.6, 0.9, 0.8, 0.7])
    check(answer, scores, np.array([True, True, False, True]), 4)
    check(answer, scores, np.array([True, False, False, True]), 2)


@points(1)
def test_what_was_not_found_counts(answer):
    check(answer, np.array([0.9, 0.8]), np.array([True, True]), 5)
    check(answer, np.array([0.9, 0.8]), np.array([True, True]), 2)


@points(1)
def test_nothing_said_and_nothing_right(answer):
    check(answer, np.zeros(0), np.zeros(0, bool), 3)
    check(answer, np.array([0.4, 0.2, 0.9]), np.zeros(3, bool), 2)
    check(answer, np.array([0.4]), np.ones(1, bool), 1)


@points(1)
def test_dips_are_filled(answer):
    scores = np.arange(9, 0, -1) / 9
    right = np.array([0, 1, 0, 1, 1, 1, 0, 0, 1], bool)
    check(answer, scores, right, 6)
    check(answer, scores[::-1], right, 6)


@points(1)
def test_equal_scores_keep_their_order(answer):
    right = np.array([0, 1, 1, 0, 1, 0], bool)
    check(answer, np.array([0.5, 0.5, 0.7, 0.7, 0.5, 0.5]), right, 4)
    check(answer, np.full(20, -1.5), np.arange(20) % 3 == 1, 9)


@points(1)
def test_negative_and_whole_scores(answer):
    right = np.array([False, True, True, False, True])
    check(answer, np.array([-3.0, -1.5, -2.0, 4.0, -7.0]), right, 4)
    check(answer, np.array([3, -1, 2, 40, -7]), right, 3)
    near = np.array([0.50001, 0.50003, 0.50002, 0.5, 0.49999])
    check(answer, near, right, 3)


@points(1)
@given(st.integers(0, 30), st.integers(0, 999))
def test_any_boxes(answer, n, seed):
    check(answer, *judged(n, seed))


@points(1)
def test_thousands_of_boxes(answer):
    check(answer, *judged(3_000, 6, share=0.4))


@points(1)
def test_the_arrays_are_untouched(answer):
    expect(answer.average_precision, *judged(8, 7)).leaves_inputs()
