import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import close, expect, points

TRAINS = "intersection over union (IoU)"
HINTS = [
    "The shared part begins at the larger left edge, and ends at the smaller "
    "right one.",
    "`a[:, None]` and `b[None]` broadcast to all pairs, (n, m, 4).",
    "Cut each side of the shared part off at zero, then multiply; "
    "union = area of a + area of b − shared.",
]
APART = (
    "These boxes share nothing, and their IoU is 0. Likely mistake: a side of "
    "the shared part was negative, or two of them, whose product is a "
    "positive area. Cut each side off at zero before you multiply."
)
NEGATIVE = (
    "a side of the shared part was negative. Cut each side off at zero before "
    "you multiply."
)
CUT_LATE = (
    "two negative sides were multiplied, and the product is positive. Cut "
    "each side off at zero before you multiply."
)
BOTH = "what both boxes hold was counted twice: subtract it once."
SMALLER = "you divided by the smaller box, and not by the union."
FIRST = "you divided by the area of a's box, and not by the union."
PIXELS = "one was added to the sides; from 2 to 5 is a width of 3."
WRAPPED = (
    "With edges of the types {} and {} the IoU differs from that of the same "
    "edges as float. Likely mistake: differences and products of whole "
    "numbers wrap around, those of uint8 at 256; convert the edges of both "
    "to float first, whatever their type."
)
DICE = "this is twice the shared area by the sum of both: the Dice score."
TURNED = "rows belong to a and columns to b; yours are exchanged."
SHARED = "this is the shared area itself; divide it by the union."
SQUARE = "the sides were added, not multiplied."


def sides(one, other):
    """The shared part of two boxes, which may be negative."""
    return [
        min(one[k + 2], other[k + 2]) - max(one[k], other[k]) for k in (0, 1)
    ]


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def table(a, b, of):
    """What a function of two boxes gives for every pair, in plain loops."""
    a, b = np.asarray(a, float).tolist(), np.asarray(b, float).tolist()
    found = [[of(one, other) for other in b] for one in a]
    return np.array(found, float).reshape(len(a), len(b))


def share(shared, whole):
    return shared / whole if whole > 0 and shared > 0 else 0.0


def shared_of(one, other):
    across, down = sides(one, other)
    return max(across, 0) * max(down, 0)


def one_iou(one, other, more=0.0):
    one, other = (
        [*one[:2], *(v + more for v in one[2:])],
        [
            *other[:2],
            *(v + more for v in other[2:]),
        ],
    )
    shared = shared_of(one, other)
    return share(shared, area(one) + area(other) - shared)


def added(one, other):
    across, down = sides(one, other)
    shared = max(across, 0) + max(down, 0)
    both = sum(box[2] - box[0] + box[3] - box[1] for box in (one, other))
    return share(shared, both - shared)


def uncut(one, other):
    """The IoU if the product of the sides is taken as it comes."""
    across, down = sides(one, other)
    whole = area(one) + area(other) - across * down
    return across * down / whole if whole else 0.0


def cut_late(one, other):
    """The IoU if the product is cut off at zero, and not the sides."""
    return max(uncut(one, other), 0.0)


def truth(a, b):
    return table(a, b, one_iou)


def mistakes(a, b):
    def over(whole):
        return table(a, b, lambda p, q: share(shared_of(p, q), whole(p, q)))

    return {
        NEGATIVE: table(a, b, uncut),
        CUT_LATE: table(a, b, cut_late),
        BOTH: over(lambda p, q: area(p) + area(q)),
        SMALLER: over(lambda p, q: min(area(p), area(q))),
        FIRST: over(lambda p, _: area(p)),
        PIXELS: table(a, b, lambda p, q: one_iou(p, q, 1.0)),
        DICE: over(lambda p, q: (area(p) + area(q)) / 2),
        TURNED: truth(b, a),
        SHARED: table(a, b, shared_of),
        SQUARE: table(a, b, added),
    }


def boxes(n, seed, span=9.0):
    """Boxes of uneven sizes, many of which overlap, far ones as well."""
    rng = np.random.default_rng(seed)
    begin = rng.uniform(-span, span, (n, 2))
    return np.hstack([begin, begin + rng.uniform(0.5, span, (n, 2))])


BOARDS = [(boxes(4, 1), boxes(4, 2)), (boxes(5, 3), boxes(5, 4))]


def check(answer, a, b):
    return expect(answer.iou, a, b).returns(
        truth, mistakes=mistakes, boards=BOARDS
    )


@points(2)
def test_pairs_by_hand(answer):
    a = np.array([[0.0, 0.0, 4.0, 2.0]])
    check(answer, a, np.array([[2.0, 0.0, 6.0, 2.0], [0.0, 0.0, 4.0, 4.0]]))
    check(answer, boxes(3, 5), boxes(2, 6))


@points(1)
def test_boxes_that_share_nothing(answer):
    """To the side of each other, above each other, and both."""
    a = np.array([[0.0, 0.0, 2.0, 1.0], [7.0, 8.0, 9.0, 9.5]])
    b = np.array([[5.0, 0.0, 6.0, 1.0], [0.0, 3.0, 2.0, 6.0], [3, 3, 5, 4]])
    call = expect(answer.iou, a, b)
    right = np.shape(call.value) == (2, 3)
    call.require(not (right and np.any(np.ravel(call.value) != 0)), APART)
    check(answer, a, b)


@points(1)
def test_boxes_that_touch_and_one_inside_another(answer):
    a = np.array([[0.0, 0.0, 2.0, 2.0], [0.0, 0.0, 8.0, 8.0]])
    b = np.array([[2.0, 0.0, 4.0, 2.0], [2.0, 2.0, 3, 3], [1, 1, 1.5, 1.75]])
    check(answer, a, b)
    check(answer, a, a.copy())


@points(1)
def test_boxes_without_an_area(answer):
    """Neither a warning nor nan; 0 even with themselves."""
    a = np.array([[1.0, 1.0, 1.0, 1.0], [0, 2, 5, 2], [0, 0, 3, 3]])
    with np.errstate(all="raise"):
        check(answer, a, a.copy())
        check(answer, a[:2], a[:2].copy())
        check(answer, np.zeros((3, 4)), boxes(2, 7))


@points(1)
def test_no_boxes_at_all(answer):
    none, some = np.zeros((0, 4)), boxes(3, 8)
    for a, b in ((none, some), (some, none), (none, none.copy())):
        check(answer, a, b)


@points(1)
def test_whole_numbers_of_any_type(answer):
    a = np.array([[3, 250, 200, 255], [10, 20, 30, 40], [0, 0, 255, 255]])
    b = np.array([[25, 15, 190, 253], [100, 100, 101, 101]])
    for kind in (np.int64, np.int32):
        check(answer, a.astype(kind), b.astype(kind))
    for kind, other in ((np.uint8, np.uint8), (np.uint8, np.int16)):
        wrapped(answer, a.astype(kind), b.astype(other))
    wrapped(answer, b.astype(float), a.astype(np.uint8))
    wrapped(answer, (a - 128).astype(np.int8), (b - 128).astype(np.int8))
    wrapped(answer, (a * 99).astype(np.int16), (b * 99).astype(np.int16))
    wrapped(answer, (a * 999).astype(np.int32), (b * 999).astype(np.int32))
    wrapped(answer, a * 999_999, b * 999_999)


def wrapped(answer, a, b):
    """Whether it is right where products, or sides, leave the type."""
    call = expect(answer.iou, a, b)
    call.require(
        close(call.value, truth(a, b)), WRAPPED.format(a.dtype, b.dtype)
    )


@points(1)
def test_tiny_and_huge_boxes_and_any_layout(answer):
    for scale in (1e-6, 1e5):
        check(answer, scale * boxes(4, 9), scale * boxes(3, 10))
    check(answer, np.asfortranarray(boxes(6, 11)), boxes(6, 12)[::2])
    check(answer, boxes(5, 13).astype(np.float32), boxes(4, 14))


@points(1)
def test_hundreds_of_boxes(answer):
    a, b = boxes(300, 15, span=40.0), boxes(170, 16, span=40.0)
    expect(answer.iou, a, b).returns(truth)


@points(1)
@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 999))
def test_any_boxes(answer, n, m, seed):
    check(answer, boxes(n, seed), boxes(m, seed + 1000))


@points(1)
def test_the_boxes_are_untouched(answer):
    expect(answer.iou, boxes(3, 17), boxes(4, 18)).leaves_inputs()
