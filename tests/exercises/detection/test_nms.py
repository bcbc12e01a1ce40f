import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "non-maximum suppression (NMS)"
HINTS = [
    "Sort once: `order = np.argsort(-scores, kind='stable')`.",
    "Keep the first of the order, and work out its IoU with all the others "
    "that are left.",
    "`order = order[1:][overlap <= threshold]` leaves what goes on; repeat "
    "until nothing is left.",
]
DROPPED = (
    "a box that was itself dropped has dropped another. Only boxes that were "
    "kept count."
)
EXACT = "an IoU of exactly the threshold drops no box; only a larger one does."
ORDER = "the row numbers should come best first, in the order of the scores."
WORST = "you began with the lowest score; the best box comes first."
TIES = "of equal scores, the box that comes first in `boxes` comes first."
ONE = "only the best box of all was kept; go on with what is left."
ALL = "nothing was dropped."
NEXT = (
    "a box was compared only with the last one that was kept; any kept box "
    "may drop it."
)


def overlap(one, other):
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    if across <= 0 or down <= 0:
        return 0.0
    areas = [(b[2] - b[0]) * (b[3] - b[1]) for b in (one, other)]
    return across * down / (sum(areas) - across * down)


def walk(boxes, order, threshold, *, strict=True, rivals="kept"):
    """Go through the boxes in an order, in plain loops."""
    kept, seen = [], []
    for i in order:
        against = {"kept": kept, "seen": seen, "last": kept[-1:]}[rivals]
        found = [overlap(boxes[i], boxes[j]) for j in against]
        if all(v < threshold or (strict and v == threshold) for v in found):
            kept.append(i)
        seen.append(i)
    return np.array(kept, dtype=int)


def best_first(scores):
    return sorted(range(len(scores)), key=lambda i: -scores[i])


def truth(boxes, scores, threshold):
    return walk(boxes.tolist(), best_first(scores.tolist()), threshold)


def mistakes(boxes, scores, threshold):
    boxes, scores = boxes.tolist(), scores.tolist()
    order = best_first(scores)
    right = walk(boxes, order, threshold)
    late = sorted(range(len(scores)), key=lambda i: (-scores[i], -i))
    return {
        DROPPED: walk(boxes, order, threshold, rivals="seen"),
        NEXT: walk(boxes, order, threshold, rivals="last"),
        EXACT: walk(boxes, order, threshold, strict=False),
        ORDER: np.sort(right),
        WORST: walk(
            boxes, sorted(order, key=lambda i: (scores[i], i)), threshold
        ),
        TIES: walk(boxes, late, threshold),
        ONE: right[:1],
        ALL: np.array(order, dtype=int),
    }


def crowd(n, seed, things=3):
    """Boxes around a few things, and scores, some of them equal."""
    rng = np.random.default_rng(seed)
    middle = rng.uniform(0, 30, (things, 2))[rng.integers(things, size=n)]
    middle = middle + rng.normal(0, 1.5, (n, 2))
    half = rng.uniform(2, 4, (n, 2))
    boxes = np.hstack([middle - half, middle + half])
    return boxes, np.round(rng.normal(size=n), 1)


STEPS = np.array([[x, 0.0, x + 4, 3.0] for x in (3.0, 0.0, 1.5, 4.5, 20)])
EQUALS = np.array([[0.0, 0, 4, 4], [0, 0, 4, 2], [0, 2, 4, 4], [9, 9, 11, 12]])
BOARDS = [
    (STEPS, np.array([0.3, 0.9, 0.7, 0.1, 0.5]), 0.4),
    (EQUALS, np.array([0.2, 0.8, 0.8, 0.9]), 0.5),
    (*crowd(14, 1), 0.3),
    (*crowd(15, 2), 0.4),
    (*crowd(24, 3), 0.2),
]


def check(answer, boxes, scores, threshold):
    call = expect(answer.nms, boxes, scores, threshold)
    call.require(
        not is_mask(call.value, len(boxes)),
        "It returned truth values; return the numbers of the rows, best "
        "first.",
    )
    return call.returns(truth, mistakes=mistakes, boards=BOARDS)


def is_mask(value, n):
    return isinstance(value, np.ndarray) and value.dtype == bool and n > 0


@points(2)
def test_three_boxes_by_hand(answer):
    boxes = np.array([[0.0, 0, 4, 4], [0, 0, 4, 3], [9, 9, 12, 12]])
    check(answer, boxes, np.array([0.6, 0.9, 0.7]), 0.5)


@points(1)
def test_what_was_dropped_drops_no_others(answer):
    """A chain, each box over the next: the first and the third remain."""
    check(answer, STEPS, np.array([0.3, 0.9, 0.7, 0.1, 0.5]), 0.4)
    check(answer, STEPS[::-1], np.array([0.6, 0.2, 0.9, 0.4, 0.8]), 0.3)


@points(1)
def test_every_kept_box_counts(answer):
    boxes = np.array([[0.0, 0, 4, 4], [20, 0, 24, 4], [0, 0, 4, 3.5]])
    check(answer, boxes, np.array([0.9, 0.8, 0.7]), 0.5)


@points(1)
def test_boxes_that_share_nothing(answer):
    """Small ones, apart to the side, upwards, and both."""
    boxes = np.array(
        [[0.0, 0, 1, 1], [2, 2, 3, 3], [0, 4, 1, 5], [6, 0, 7, 1]]
    )
    check(answer, boxes, np.array([0.6, 0.9, 0.7, 0.8]), 0.1)
    check(answer, boxes / 9, np.array([0.6, 0.9, 0.7, 0.8]), 0.1)


@points(1)
def test_exactly_the_threshold(answer):
    check(answer, EQUALS, np.array([0.9, 0.8, 0.7, 0.1]), 0.5)
    check(answer, EQUALS, np.array([0.7, 0.9, 0.8, 0.1]), 0.25)
    # Boxes that only touch have an IoU of 0, which is not above 0.
    check(answer, EQUALS, np.array([0.7, 0.6, 0.8, 0.1]), 0.0)
    # No two boxes have an IoU above 1, not even equal ones.
    check(answer, EQUALS[[0, 1, 0]], np.array([0.4, 0.9, 0.8]), 1.0)


@points(1)
def test_equal_scores(answer):
    boxes = np.array(
        [[0.0, 0, 4, 4], [0, 0, 4, 4], [0, 1, 4, 5], [7, 7, 8, 8]]
    )
    check(answer, boxes, np.full(4, 0.5), 0.4)
    check(answer, boxes[::-1], np.array([0.5, 0.7, 0.7, 0.7]), 0.4)


@points(1)
def test_negative_scores_and_whole_numbers(answer):
    boxes = np.array([[2, 3, 60, 70], [4, 5, 61, 70], [100, 3, 104, 9]])
    check(answer, boxes, np.array([-3.5, -2.0, -9.0]), 0.5)
    check(answer, boxes, np.array([3, 1, 7]), 0.5)
    check(answer, boxes, np.array([-1e12, -1e15, 1e9]), 0.5)
    check(answer, boxes, np.array([-0.10001, -0.1, -0.10002]), 0.5)


@points(1)
def test_none_and_one(answer):
    check(answer, np.zeros((0, 4)), np.zeros(0), 0.5)
    check(answer, np.array([[1.0, 2, 3, 4]]), np.array([-1.0]), 0.5)


@points(1)
@given(st.integers(0, 12), st.integers(0, 999), st.sampled_from([0.2, 0.5]))
def test_any_boxes(answer, n, seed, threshold):
    check(answer, *crowd(n, seed), threshold)


@points(1)
def test_a_thousand_boxes(answer):
    boxes, scores = crowd(1_200, 4, things=20)
    call = expect(answer.nms, boxes, scores, 0.3)
    call.returns(truth(boxes, scores, 0.3))


@points(1)
def test_thousands_that_share_nothing(answer):
    """All are kept; a function that calls itself for each ends here."""
    rng = np.random.default_rng(6)
    place = np.arange(2_000)
    corner = np.stack([place % 50, place // 50], axis=1) * 3.0
    scores = rng.permutation(2_000) / 7
    call = expect(answer.nms, np.hstack([corner, corner + 2]), scores, 0.3)
    call.returns(np.argsort(-scores))


@points(1)
def test_the_arguments_are_untouched(answer):
    expect(answer.nms, *crowd(6, 5), 0.4).leaves_inputs()
