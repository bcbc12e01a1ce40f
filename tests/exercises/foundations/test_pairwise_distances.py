import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, forbid_loops, forbid_names, points

TRAINS = "broadcasting over all pairs"
HINTS = [
    "Which shapes must a and b have, so that each row of a meets each row of "
    "b? An axis of length one is stretched.",
    "`a[:, None, :]` has the shape (n, 1, d), and `b[None, :, :]` (1, m, d). "
    "Their difference is stretched to (n, m, d); square it, and sum over the "
    "axis of the coordinates.",
    "The root comes last. If you multiplied out instead, rounding can leave "
    "negative squares: `np.maximum(squares, 0)`.",
]

SQUARED = "the root is missing: these are the squared distances."
TURNED = "rows and columns have changed places: row i belongs to point i of a."
BLOCKS = "the distances are summed along the axes: |a − b|, not √Σ(a − b)²."
LARGEST = "this is the largest difference of a coordinate."
MEAN = "this is the root of the mean over the coordinates; it should be a sum."
TO_ORIGIN = "this adds a and b instead of subtracting them."
LAST_AXIS = "sum over the coordinates, the last axis."
NEGATIVE = (
    "nan is the root of a negative number. |a|² + |b|² − 2 a·b comes out a "
    "little below zero where two points are the same; cut it off at zero "
    "before the root, or take the differences first."
)
NEAR = (
    "near points were taken for the same. How small a distance is depends on "
    "the unit; no limit fits all."
)


def truth(a, b):
    """Each pair by itself, by the standard library."""
    table = [[math.dist(p, q) for q in b.tolist()] for p in a.tolist()]
    return np.array(table, float).reshape(len(a), len(b))


NEARBY = 1e-5


def mistakes(a, b):
    a, b = np.array(a, float), np.array(b, float)
    apart = np.abs(a[:, None] - b)
    squares = (apart**2).sum(-1)
    found = {
        SQUARED: squares,
        TURNED: np.sqrt(squares).T,
        BLOCKS: apart.sum(-1),
        MEAN: np.sqrt((apart**2).mean(-1)),
        TO_ORIGIN: np.sqrt(((a[:, None] + b) ** 2).sum(-1)),
        NEAR: np.where(np.sqrt(squares) < NEARBY, 0, np.sqrt(squares)),
    }
    if a.shape[1]:
        found[LARGEST] = apart.max(-1)
    return found


def shape_advice(value, a, b):
    """Name the mistake behind a wrong shape."""
    n, m, d = len(a), len(b), a.shape[1]
    known = [
        ((m, n), TURNED),
        ((n, m, d), "the coordinates have not been summed up yet."),
        ((n, d), f"you summed over the points of b; {LAST_AXIS}"),
        ((m, d), f"you summed over the points of a; {LAST_AXIS}"),
        ((n, n), "each point of a met the points of a; where is b?"),
        ((m, m), "each point of b met the points of b; where is a?"),
        ((n, m, 1), "an axis of length one is left; sum without keepdims."),
        (
            (n,),
            "you paired the points off; every point of a meets every point "
            "of b.",
        ),
        ((), "you summed over everything; sum over the coordinates only."),
    ]
    fitting = [advice for shape, advice in known if shape == value.shape]
    return fitting[0] if len(fitting) == 1 else ""


# As many points as not to be mistaken for coordinates, or for each other.
BOARDS = [
    (
        np.random.default_rng(5).normal(size=(4, 3)) * scale,
        np.random.default_rng(6).normal(size=(5, 3)) * scale,
    )
    for scale in (3, 2e-6)
]


def tolerance(value, atol=1e-7):
    """In single precision, multiplying out leaves fewer digits."""
    single = getattr(value, "dtype", float) == np.float32
    return {"rtol": 1e-5, "atol": max(atol, 1e-4 if single else 0.0)}


def check(answer, a, b, atol=1e-7):
    with np.errstate(all="ignore"):
        call = expect(answer.pairwise_distances, a, b)
    shape = len(a), len(b)
    if isinstance(call.value, np.ndarray) and call.value.shape != shape:
        advice = shape_advice(call.value, a, b)
        call.require(
            not advice,
            f"It returned an array of shape {call.value.shape}; expected "
            f"shape {shape}.\nLikely mistake: {advice}",
        )
    return call.returns(
        truth,
        mistakes=mistakes,
        boards=BOARDS,
        **tolerance(call.value, atol),
    )


@points(1)
def test_three_four_five(answer):
    a = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, -1.0]])
    check(answer, a, np.array([[0.0, 4.0]]))


@points(2)
def test_sets_of_different_sizes(answer):
    rng = np.random.default_rng(0)
    for n, m, d in ((4, 2, 3), (2, 5, 3), (3, 4, 1), (1, 3, 6)):
        check(answer, rng.normal(size=(n, d)), rng.normal(size=(m, d)))
    a, b = rng.integers(-9, 10, (4, 3)), rng.integers(-9, 10, (2, 3))
    check(answer, a, b)
    check(answer, np.asfortranarray(a * 0.5), b.astype(np.float32))
    check(answer, np.zeros((0, 3)), rng.normal(size=(2, 3)))
    check(answer, rng.normal(size=(2, 3)), np.zeros((0, 3)))


@points(1)
def test_as_many_points_as_coordinates(answer):
    """All shapes fit here, also where the wrong axis is summed."""
    rng = np.random.default_rng(1)
    check(answer, rng.normal(size=(3, 3)), rng.normal(size=(3, 3)))


@points(1)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4), st.data())
def test_any_points(answer, n, m, d, data):
    numbers = st.integers(-6, 6)
    size = (n + m) * d
    drawn = data.draw(st.lists(numbers, min_size=size, max_size=size))
    every = np.array(drawn, float).reshape(n + m, d) / 2
    check(answer, every[:n], every[n:], atol=1e-6)


def is_table(value, n):
    """Tell whether these are n x n numbers, of which some may be nan."""
    array = isinstance(value, np.ndarray) and value.dtype.kind == "f"
    return array and value.shape == (n, n)


@points(2)
def test_no_nan_between_a_point_and_itself(answer):
    a = np.random.default_rng(2).normal(size=(90, 30))
    with np.errstate(all="ignore"):
        call = expect(answer.pairwise_distances, a, a.copy())
    right = truth(a, a)
    if not is_table(call.value, len(a)):
        call.returns(right)
    single = call.value.dtype == np.float32
    near = {"rtol": 1e-5, "atol": 1e-2 if single else 1e-5}
    nan = np.isnan(call.value)
    only = np.allclose(np.where(nan, right, call.value), right, **near)
    why = f"\nLikely mistake: {NEGATIVE}" if only else ""
    call.require(not nan.any(), f"There are nan values in it.{why}")
    call.returns(right, **near)


@points(1)
def test_large_and_small_coordinates(answer):
    a = np.array([[3e5, -4e5], [0.0, 0.0]])
    b = np.array([[0.0, 0.0], [3e-3, 4e-3], [-3e5, 4e5]])
    check(answer, a, b)
    check(answer, (a * 200).astype(int), (b * 200).astype(int))
    rng = np.random.default_rng(4)
    for scale in (1e-3, 1e-6, 1e-9, 1e-40):
        a, b = rng.normal(size=(3, 2)), rng.normal(size=(4, 2))
        check(answer, a * scale, b * scale, atol=1e-7 * scale)


READY = (
    *("cdist", "pdist", "squareform", "distance_matrix", "dist"),
    *("euclidean_distances", "euclidean"),
    *("scipy", "sklearn", "torch", "paddle"),
)


@points(1)
def test_with_numpy_and_without_loops(answer):
    rng = np.random.default_rng(3)
    for n, m, d in ((70, 40, 2), (1500, 2, 2), (2, 1500, 2), (2, 3, 1500)):
        check(answer, rng.normal(size=(n, d)), rng.normal(size=(m, d)))
    forbid_loops(answer.pairwise_distances)
    forbid_names(
        answer.pairwise_distances,
        READY,
        "the values may be right, but the task is to build them with NumPy.",
    )


@points(1)
def test_the_points_are_untouched(answer):
    a, b = np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([[0.5, -1.0]])
    call = expect(answer.pairwise_distances, a, b)
    call.leaves_inputs().returns(truth(a, b))
