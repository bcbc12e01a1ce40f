import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "matching anchors to boxes"
HINTS = [
    "The first rule is one line: `np.where(overlap.max(axis=1) >= threshold, "
    "overlap.argmax(axis=1), -1)`, if there is a box.",
    "For the second, `np.unravel_index(left.argmax(), left.shape)` gives row "
    "and column of the largest entry of a table.",
    "Work on a copy, and cross out by `left[anchor] = 0` and "
    "`left[:, box] = 0`, until `left.max()` is 0.",
]
NO_OWN = (
    "a box whose best IoU is below the threshold has no anchor: the second "
    "rule is missing."
)
BY_COLUMN = (
    "each box took its best anchor, one box after the other, and two of them "
    "wanted the same. The strongest pair comes first, and its anchor is taken."
)
FIRST_WINS = (
    "where the two rules disagree about an anchor, you let the first one win. "
    "The second gives the anchor to its box, whatever it had before."
)
STRICT = "an IoU of exactly the threshold is enough."
ZERO = (
    "an anchor was given to a box that it does not overlap at all; stop when "
    "no IoU above 0 is left."
)
ONLY_OWN = "only the second rule was applied."
BACKGROUND = "background is -1, and not 0, which is a box."
IN_TURN = (
    "the boxes chose in their order. The largest IoU of the whole table "
    "comes first."
)


def by_row(table, threshold, *, strict=False):
    found = []
    for row in table:
        best = max(row, default=0)
        enough = best > threshold if strict else best >= threshold
        found.append(row.index(best) if row and enough else -1)
    return found


def own(table, least=0.0):
    """The second rule, in plain loops: anchor -> box."""
    pairs = [
        (-value, i, j)
        for i, row in enumerate(table)
        for j, value in enumerate(row)
    ]
    anchors: dict[int, int] = {}
    for value, i, j in sorted(pairs):
        free = i not in anchors and j not in anchors.values()
        if free and -value > least:
            anchors[i] = j
    return anchors


def in_turn(table, *, taken=True):
    """Each box in its order takes its best anchor, of those left."""
    anchors: dict[int, int] = {}
    for j in range(len(table[0])):
        column = [
            0 if taken and i in anchors else row[j]
            for i, row in enumerate(table)
        ]
        if max(column) > 0:
            anchors[column.index(max(column))] = j
    return anchors


def laid(below, above):
    return np.array([above.get(i, j) for i, j in enumerate(below)], dtype=int)


def truth(overlap, threshold):
    table = overlap.tolist()
    return laid(by_row(table, threshold), own(table))


def mistakes(overlap, threshold):
    table = overlap.tolist()
    if not overlap.size:
        return {BACKGROUND: np.zeros(len(table), int)}
    first, second = by_row(table, threshold), own(table)
    right = laid(first, second)
    nothing = [-1] * len(table)
    covered = {i: j for i, j in enumerate(first) if j >= 0}
    return {
        NO_OWN: np.array(first),
        BY_COLUMN: laid(first, in_turn(table, taken=False)),
        IN_TURN: laid(first, in_turn(table)),
        FIRST_WINS: laid(laid(nothing, second).tolist(), covered),
        STRICT: laid(by_row(table, threshold, strict=True), second),
        ZERO: laid(first, own(table, least=-1.0)),
        ONLY_OWN: laid(nothing, second),
        BACKGROUND: np.where(right < 0, 0, right),
    }


def overlaps(a, m, seed):
    """A table such as anchors and boxes have: many zeros, some equal."""
    rng = np.random.default_rng(seed)
    table = np.round(rng.random((a, m)) * rng.random((1, m)), 1)
    return table * (rng.random((a, m)) < 0.7)


WANTED = np.array(
    [[0.7, 0.65, 0.1], [0.6, 0.3, 0.5], [0.2, 0.45, 0.5], [0, 0.1, 0.55]]
)
LATE = np.array(
    [[0.2, 0.3, 0.0], [0.6, 0.9, 0.0], [0.55, 0.7, 0.0], [0.5, 0.2, 0.0]]
)
BOARDS = [
    (WANTED, 0.5),
    (LATE, 0.5),
    (overlaps(7, 4, 1), 0.4),
    (overlaps(6, 5, 8), 0.3),
    (overlaps(9, 3, 3), 0.5),
]


def check(answer, overlap, threshold):
    return expect(answer.match, overlap, threshold).returns(
        truth, mistakes=mistakes, boards=BOARDS
    )


@points(2)
def test_three_anchors_by_hand(answer):
    check(answer, np.array([[0.6, 0.5], [0.4, 0.3], [0.1, 0.0]]), 0.5)


@points(1)
def test_an_anchor_takes_the_box_that_it_overlaps_most(answer):
    table = np.array([[0.6, 0.8], [0.9, 0.5], [0.7, 0.6], [0.55, 0.75]])
    check(answer, table, 0.5)
    check(answer, table, 0.72)


@points(1)
def test_two_boxes_want_one_anchor(answer):
    check(answer, WANTED, 0.5)
    check(answer, WANTED[:, ::-1], 0.5)
    check(answer, LATE, 0.5)


@points(1)
def test_exactly_the_threshold(answer):
    table = np.array([[0.9, 0.0], [0.5, 0.25], [0.25, 0.5], [0.5, 0.75]])
    check(answer, table, 0.5)
    check(answer, table, 0.25)


@points(1)
def test_boxes_that_no_anchor_overlaps(answer):
    check(answer, np.array([[0.0, 0.6], [0.0, 0.3], [0.0, 0.55]]), 0.5)
    check(answer, np.zeros((3, 2)), 0.5)


@points(1)
def test_no_boxes_and_more_boxes_than_anchors(answer):
    check(answer, np.zeros((4, 0)), 0.5)
    check(answer, np.array([[0.3, 0.7, 0.6], [0.4, 0.65, 0.1]]), 0.5)
    check(answer, np.array([[0.3]]), 0.5)


@points(1)
def test_equal_overlaps(answer):
    check(answer, np.full((4, 3), 0.6), 0.5)
    check(answer, np.full((3, 4), 0.3), 0.5)
    check(answer, np.array([[0.4, 0.8], [0.8, 0.8], [0.8, 0.4]]), 0.7)


@points(1)
def test_small_and_nearly_equal_overlaps(answer):
    """However small: above 0 is above 0, and more is more."""
    table = np.array([[0.6, 0.004], [0.0, 1e-6], [0.7, 0.0]])
    check(answer, table, 0.5)
    check(answer, table[:, ::-1] / 1e3, 0.5)
    near = np.array([[0.70001, 0.70002], [0.70003, 0.70001], [0.7, 0.70004]])
    check(answer, near, 0.8)
    check(answer, near, 0.5)


@points(1)
def test_hundreds_of_boxes(answer):
    table = np.random.default_rng(5).random((320, 300)) * 0.4
    table[np.arange(300), np.arange(300)[::-1]] += 0.5
    check(answer, table, 0.6)


@points(1)
@given(st.integers(1, 7), st.integers(0, 5), st.integers(0, 999))
def test_any_table(answer, a, m, seed):
    check(answer, overlaps(a, m, seed), 0.4)


@points(1)
def test_a_thousand_anchors(answer):
    rng = np.random.default_rng(4)
    table = rng.random((1_000, 12)) ** 4 * (rng.random((1_000, 12)) < 0.2)
    check(answer, table, 0.5)
    check(answer, table.astype(np.float32).T.copy().T, 0.5)


@points(1)
def test_the_table_is_untouched(answer):
    expect(answer.match, overlaps(5, 3, 5), 0.5).leaves_inputs()
