import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "augmentation that moves the boxes"
HINTS = [
    "The last axis of pictures runs from left to right: `pictures[..., "
    "::-1]`.",
    "A distance x from the left edge is 1 − x from the right one.",
    "The new left edge is 1 − the old right edge, and the new right edge "
    "1 − the old left one; then zeros where labels is -1.",
]
NAMES = ("the pictures", "the boxes")
CROSSED = (
    "left and right edge were each mirrored, but did not change places: left "
    "is now right of right."
)
DOWN = "it was turned upside down, and not left to right."
STAYED = "the boxes stayed where they were; they move with the picture."
ONLY_BOXES = "the boxes were turned and the pictures were not."
PADDING = "rows with label -1 hold no box, and stay zeros."
HALF_TURN = "boxes were turned in both directions, by half a circle."
SWAPPED = "left and right were exchanged without being mirrored at 1."
CHANNELS = "the channels were reversed: red and blue have changed places."
ORDER = "the boxes came in another order; a row keeps its label."


def each(boxes, labels, of, padding=True):
    """Apply a function to every box, in plain loops."""
    found = np.zeros_like(boxes)
    for i, j in np.ndindex(labels.shape):
        if labels[i, j] != -1 or not padding:
            found[i, j] = of(*boxes[i, j].tolist())
    return found


def right_one(left, top, right, bottom):
    return 1 - right, top, 1 - left, bottom


def turned(pictures, axis=-1):
    return np.take(pictures, range(pictures.shape[axis])[::-1], axis)


def truth(pictures, boxes, labels):
    return turned(pictures), each(boxes, labels, right_one)


def mistakes(pictures, boxes, labels):
    x, found = truth(pictures, boxes, labels)

    def over(of):
        return x, each(boxes, labels, of)

    return {
        CROSSED: over(lambda a, b, c, d: (1 - a, b, 1 - c, d)),
        DOWN: (
            turned(pictures, -2),
            each(boxes, labels, lambda a, b, c, d: (a, 1 - d, c, 1 - b)),
        ),
        STAYED: (x, boxes),
        ONLY_BOXES: (pictures, found),
        PADDING: (x, each(boxes, labels, right_one, padding=False)),
        HALF_TURN: over(lambda a, b, c, d: (1 - c, 1 - d, 1 - a, 1 - b)),
        SWAPPED: over(lambda a, b, c, d: (c, b, a, d)),
        CHANNELS: (turned(pictures, 1), found),
        ORDER: (x, found[:, ::-1]),
    }


def batch(n, m, seed, shape=(3, 5, 7), kind=np.float32):
    rng = np.random.default_rng(seed)
    begin = rng.uniform(0, 0.6, (n, m, 2))
    size = rng.uniform(0.05, 0.4, (n, m, 2))
    boxes = np.concatenate([begin, begin + size], -1).astype(kind)
    labels = rng.integers(0, 3, (n, m))
    labels[:, m - m // 3 :] = -1
    if n > 2:
        labels[1] = -1
    boxes[labels == -1] = 0
    return rng.random((n, *shape)).astype(kind), boxes, labels


BOARDS = [batch(3, 4, 1), batch(2, 5, 2), batch(2, 3, 9)]


def check(answer, pictures, boxes, labels):
    call = expect(answer.mirror, pictures, boxes, labels).returns(
        truth, mistakes=mistakes, boards=BOARDS, names=NAMES
    )
    for name, value, given_ in zip(NAMES, call.value, call.args, strict=False):
        call.require(
            not np.shares_memory(value, given_) or given_.size == 0,
            f"{name[4:].capitalize()} came back as a view of what came in: "
            "who writes to the one changes the other. Return a copy.",
        )
        call.require(
            value.dtype == given_.dtype,
            f"{name} came in as {given_.dtype} and came back as "
            f"{value.dtype}; keep the type.",
        )
    return call


@points(2)
def test_one_box_by_hand(answer):
    pictures = np.arange(24, dtype=np.float32).reshape(1, 2, 3, 4)
    boxes = np.array([[[0.1, 0.2, 0.4, 0.6]]], dtype=np.float32)
    check(answer, pictures, boxes, np.array([[2]]))


@points(1)
def test_several_pictures(answer):
    check(answer, *batch(3, 2, 3))


@points(1)
def test_rows_without_a_box(answer):
    check(answer, *batch(3, 6, 4))


@points(1)
def test_boxes_at_the_edges(answer):
    pictures = np.random.default_rng(5).random((2, 1, 4, 6))
    boxes = np.array([[[0.0, 0, 1, 1], [0, 0, 0, 0]], [[0, 0.5, 0.25, 1]] * 2])
    check(answer, pictures, boxes, np.array([[0, -1], [1, 0]]))


@points(1)
def test_other_shapes_and_types(answer):
    check(answer, *batch(2, 3, 6, shape=(1, 4, 1)))
    check(answer, *batch(2, 4, 7, shape=(4, 1, 5), kind=np.float64))
    check(answer, *batch(0, 2, 8))
    check(answer, *batch(2, 0, 8))
    pictures, boxes, labels = batch(2, 3, 10)
    whole = (255 * pictures).astype(np.uint8)
    check(answer, whole, boxes.astype(np.float64), labels.astype(np.int8))


@points(1)
def test_any_layout(answer):
    pictures, boxes, labels = batch(3, 4, 11)
    check(answer, np.asfortranarray(pictures), boxes[::-1], labels[::-1])


@points(1)
@given(st.integers(1, 4), st.integers(1, 5), st.integers(0, 999))
def test_turning_twice_gives_what_there_was(answer, n, m, seed):
    pictures, boxes, labels = batch(n, m, seed, kind=np.float64)
    once = check(answer, pictures, boxes, labels).value
    twice = expect(answer.mirror, *once, labels)
    twice.returns((pictures, boxes), names=NAMES)


@points(1)
def test_many_pictures(answer):
    check(answer, *batch(400, 20, 12, shape=(3, 6, 8)))


@points(1)
def test_what_came_in_is_untouched(answer):
    expect(answer.mirror, *batch(2, 3, 13)).leaves_inputs()
