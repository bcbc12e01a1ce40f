import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "hard negative mining"
HINTS = [
    "`classes != 0` is the mask of rule 1, and its sum is p.",
    "Give the anchors with a box a loss of −∞, so that they come last, and "
    "sort: `np.argsort(-hardness.ravel(), kind='stable')`.",
    "Mark `order[:number]`, where number is at most the number of "
    "background anchors.",
]
PICTURE = (
    "the hardest were chosen in each picture by itself. They are those of "
    "the whole batch together."
)
EASIEST = "the smallest losses were chosen; the hardest have the largest."
POSITIVE = (
    "anchors with a box were counted among the hardest, and took the places "
    "of background."
)
ONE = "as many background anchors as anchors with a box, whatever negatives "
ONE += "is."
FIXED = "`negatives` background anchors in all; it is so many for each anchor "
FIXED += "with a box."
NONE = "if no anchor has a box, p counts as 1: some background counts still."
ALL = "all the background counts; only the hardest of it should."
LATE = "of equal losses, the earlier anchor counts."
ONLY = "the anchors with a box are missing; they all count."
FIRST_CLASS = "every class other than 0 has a box, not only class 1."


def largest(loss, allowed, number, late=False):
    """Mark the largest losses among the allowed, in plain loops."""
    places = [p for p in np.ndindex(loss.shape) if allowed[p]]
    places.sort(key=lambda p: (-loss[p], *(-v if late else v for v in p)))
    mask = np.zeros(loss.shape, bool)
    for p in places[:number]:
        mask[p] = True
    return mask


def truth(loss, classes, negatives):
    some = classes != 0
    number = negatives * max(int(some.sum()), 1)
    return some | largest(loss, ~some, number)


def mistakes(loss, classes, negatives):
    some, every = classes != 0, np.ones(loss.shape, bool)
    p = int(some.sum())
    number = negatives * max(p, 1)
    rows = [
        truth(row[None], k[None], negatives)[0]
        for row, k in zip(loss, classes, strict=True)
    ]
    first = classes == 1
    return {
        PICTURE: np.array(rows, bool).reshape(loss.shape),
        EASIEST: some | largest(-loss, ~some, number),
        POSITIVE: some | largest(loss, every, number),
        ONE: some | largest(loss, ~some, max(p, 1)),
        FIXED: some | largest(loss, ~some, negatives),
        NONE: some | largest(loss, ~some, negatives * p),
        ALL: every,
        LATE: some | largest(loss, ~some, number, late=True),
        ONLY: largest(loss, ~some, number),
        FIRST_CLASS: first
        | largest(loss, ~first, negatives * max(int(first.sum()), 1)),
    }


def batch(n, a, seed, share=0.15, digits=2):
    """Losses, some of them equal, and classes, mostly background."""
    rng = np.random.default_rng(seed)
    classes = rng.integers(1, 4, (n, a)) * (rng.random((n, a)) < share)
    return np.round(rng.exponential(size=(n, a)), digits), classes


BOARDS = [
    (*batch(3, 16, 1), 3),
    (*batch(2, 25, 2), 2),
    (*batch(4, 12, 6, digits=0), 2),
    (np.array([[0.3, 0.9, 0.2], [0.5, 0.4, 0.1]]), np.zeros((2, 3), int), 2),
]


def check(answer, loss, classes, negatives):
    call = expect(answer.counted, loss, classes, negatives)
    call.require(
        getattr(call.value, "dtype", None) == np.dtype(bool),
        "It should return a mask, an array of truth values (bool), of the "
        f"shape of loss; it returned {type(call.value).__name__}"
        f" {getattr(call.value, 'dtype', '')}.",
    )
    return call.returns(truth, mistakes=mistakes, boards=BOARDS)


@points(2)
def test_one_picture_by_hand(answer):
    loss = np.array([[0.1, 2.0, 0.7, 0.4, 0.3]])
    check(answer, loss, np.array([[0, 1, 0, 0, 0]]), 2)


@points(1)
def test_the_whole_batch_together(answer):
    loss = np.array([[5.0, 4.0, 3.0, 0.2], [0.1, 0.3, 0.4, 1.0]])
    check(answer, loss, np.array([[0, 0, 0, 0], [0, 0, 2, 0]]), 2)
    check(answer, *batch(3, 14, 3), 3)


@points(1)
def test_anchors_with_a_box_take_no_places(answer):
    loss = np.array([[9.0, 0.2, 0.1, 0.3, 8.0, 0.05]])
    check(answer, loss, np.array([[3, 0, 0, 0, 1, 0]]), 1)


@points(1)
def test_fewer_than_asked_for(answer):
    loss = np.array([[0.5, 0.1], [0.3, 0.2]])
    check(answer, loss, np.array([[1, 0], [2, 0]]), 3)
    check(answer, loss, np.array([[1, 1], [2, 3]]), 2)


@points(1)
def test_no_boxes_at_all(answer):
    loss = np.array([[0.3, 0.9, 0.2], [0.5, 0.4, 0.1]])
    check(answer, loss, np.zeros((2, 3), int), 2)
    check(answer, loss, np.zeros((2, 3), int), 9)


@points(1)
def test_equal_losses_and_zeros(answer):
    classes = np.array([[0, 0, 1, 0], [0, 0, 0, 0]])
    check(answer, np.full((2, 4), 0.5), classes, 3)
    check(answer, np.zeros((2, 4)), classes, 2)
    check(answer, np.full((6, 40), 1.5), np.eye(6, 40, dtype=int) * 2, 7)


@points(1)
def test_huge_losses_and_narrow_types(answer):
    loss, classes = batch(3, 30, 4)
    check(answer, 1e30 * loss, classes, 3)
    check(answer, loss.astype(np.float32), classes.astype(np.int8), 2)
    loss, classes = batch(40, 60, 5, share=0.2)
    check(answer, loss, classes.astype(np.uint8), 3)


@points(1)
@given(st.integers(1, 4), st.integers(1, 12), st.integers(0, 999))
def test_any_batch(answer, n, a, seed):
    check(answer, *batch(n, a, seed), 3)


@points(1)
def test_thousands_of_anchors(answer):
    check(answer, *batch(8, 1_000, 7, share=0.02, digits=6), 3)


@points(1)
def test_loss_and_classes_are_untouched(answer):
    expect(answer.counted, *batch(2, 9, 8), 3).leaves_inputs()
