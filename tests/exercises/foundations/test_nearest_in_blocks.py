import math
import tracemalloc
from unittest import mock

import numpy as np
import scipy.spatial
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, forbid_names, points

TRAINS = "broadcasting with bounded memory"
HINTS = [
    "Which points of a have to be in memory at the same time?",
    "Take a few hundred rows of a, `a[start : start + block]`, and find the "
    "nearest of all points of b for these. Then take the next.",
    "`range(0, len(a), block)` gives the starts. A slice beyond the end "
    "stops at the end, so the last, shorter block needs no care, if you put "
    "the results into `found[start : start + block]`.",
]

MEGABYTES = 100
MULTIPLIED_OUT = (
    "|a|² + |b|² − 2ab loses all digits of the distance of points that lie "
    "far from the origin. Subtract first, then square."
)
NUMPYS = "the memory of NumPy alone can be measured; the task asks for NumPy."
FARTHEST = "this is the farthest point; argmin finds the nearest."
LAST = "of several equally near points the first one counts."
TURNED = "this is the nearest point of a for each point of b."
DISTANCES = "these are the distances; argmin gives the places of the nearest."
PLACES = "the rows of b are counted from 0."
SHORT = (
    "some rows were left out. If the number of rows is no multiple of the "
    "block, the last block is a shorter one."
)


def distances(a, b):
    """Each pair by itself, by the standard library."""
    table = [[math.dist(p, q) for q in b.tolist()] for p in a.tolist()]
    return np.array(table)


def mistakes(a, b):
    table = distances(a, b)
    nearest = table.argmin(axis=1)
    return {
        FARTHEST: table.argmax(axis=1),
        LAST: len(b) - 1 - table[:, ::-1].argmin(axis=1),
        TURNED: table.argmin(axis=0),
        PLACES: nearest + 1,
        DISTANCES: table.min(axis=1),
        f"{DISTANCES} ": table.min(axis=1) ** 2,
    }


# The second half of its b repeats the first: there are two nearest points.
BOARDS = [
    (
        np.random.default_rng(7).normal(size=(11, 2)),
        np.tile(np.random.default_rng(8).normal(size=(5, 2)), (2, 1)),
    )
]


def right_one(a, b):
    """The smallest of the distances, one at a time."""
    return distances(a, b).argmin(axis=1)


def check(answer, a, b):
    call = expect(answer.nearest, a, b)
    turned = len(a) != len(b) and np.array_equal(
        call.value, mistakes(a, b)[TURNED]
    )
    call.require(
        not turned,
        f"It returned {len(b)} numbers, not {len(a)}: {TURNED}",
    )
    call.require(
        not too_few(call.value, a), f"Fewer came back than a has rows: {SHORT}"
    )
    call.returns(right_one, mistakes=mistakes, boards=BOARDS)


def too_few(value, a):
    return np.ndim(value) == 1 and len(value) < len(a)


def cloud(n, d, seed):
    return np.random.default_rng(seed).normal(size=(n, d))


@points(1)
def test_two_and_three_points(answer):
    a = np.array([[2.0, 1.0], [8.0, 9.0]])
    check(answer, a, np.array([[0.0, 0.0], [3.0, 0.0], [9.0, 9.0]]))


@points(1)
def test_more_points_in_a_than_in_b(answer):
    for n, m, d in ((7, 3, 2), (5, 5, 3), (3, 1, 2), (1, 4, 1)):
        check(answer, cloud(n, d, n), cloud(m, d, m + 10))


@points(1)
def test_the_first_of_several(answer):
    a = np.array([[0.0, 0.0], [2.0, 0.0]])
    b = np.array([[5.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [1.0, 0.0]])
    check(answer, a, b)


@points(1)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 99))
def test_any_points(answer, n, m, seed):
    check(answer, cloud(n, 2, seed), cloud(m, 2, seed + 100))


@points(1)
def test_far_from_the_origin_and_close_together(answer):
    a, b = cloud(12, 3, 21), cloud(9, 3, 22)
    truth = right_one(a, b)
    far = expect(answer.nearest, a + 1e8, b + 1e8)
    far.returns(truth, mistakes={MULTIPLIED_OUT: multiplied_out(a, b)})
    # Two clouds, far from each other: no shift brings both to the origin.
    expect(answer.nearest, twice(a), twice(b)).returns(
        np.concatenate([truth, truth + len(b)]),
        mistakes={MULTIPLIED_OUT: centred(twice(a), twice(b))},
    )
    check(answer, 1e-9 * a, 1e-9 * b)
    check(answer, 1e9 * a, 1e9 * b)
    # The second is nearer, by a billionth.
    check(answer, np.zeros((2, 1)), np.array([[1.0], [1.0 - 1e-9], [1.5]]))


def twice(points):
    return np.concatenate([points + 1e8, points - 1e8])


def centred(a, b):
    """What |b|² − 2ab makes of points from which a mean was subtracted."""
    a, b = a - b.mean(axis=0), b - b.mean(axis=0)
    return ((b**2).sum(axis=1) - 2 * a @ b.T).argmin(axis=1)


def multiplied_out(a, b):
    """What |a|² + |b|² − 2ab makes of points far from the origin."""
    a, b = a + 1e8, b + 1e8
    squares = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1) - 2 * a @ b.T
    return squares.argmin(axis=1)


@points(1)
def test_any_layout_and_single_precision(answer):
    a, b = cloud(6, 4, 23), cloud(5, 4, 24)
    check(answer, np.asfortranarray(a), b[::-1])
    check(answer, a.astype(np.float32), b.astype(np.float32))


def at_the_peak(answer, a, b):
    """Call, and say how many megabytes were held at once."""
    asked = []
    tracemalloc.start()
    try:
        with mock.patch.multiple(
            tracemalloc,
            reset_peak=lambda: asked.append("reset_peak"),
            clear_traces=lambda: asked.append("clear_traces"),
            stop=lambda: asked.append("stop"),
        ):
            call = expect(answer.nearest, a, b)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
    call.require(
        not asked,
        f"It called tracemalloc.{''.join(asked[:1])}, while tracemalloc "
        "measured the memory that it takes. Leave that to the grader.",
    )
    return call, peak


@points(3)
def test_thousands_of_points_in_little_memory(answer):
    expect(answer.nearest, cloud(2, 10, 1), cloud(3, 10, 2))
    forbid_names(answer.nearest, ("torch", "paddle"), NUMPYS)
    # What leaves rows out mostly does so with few points in b, and soon.
    for m in (7, 1_000):
        check_thousands(answer, cloud(5_003, 10, 1), cloud(m, 10, 2))


def check_thousands(answer, a, b):
    call, megabytes = at_the_peak(answer, a, b)
    call.require(
        megabytes <= MEGABYTES,
        f"At one moment it held {megabytes:.0f} MB; {MEGABYTES} are allowed. "
        "Take fewer rows of a at a time. Note that the differences and "
        "their squares are two arrays.",
    )
    _, right = scipy.spatial.cKDTree(b).query(a)
    zeros = np.ndim(call.value) == 1 and not np.any(call.value[-3:])
    call.require(
        not (zeros or too_few(call.value, a)),
        f"The last rows of a have no nearest point: {SHORT}",
    )
    call.returns(right)


@points(1)
def test_many_points_in_b(answer):
    a, half = cloud(3, 10, 3), cloud(55_000, 10, 4)
    right = [((half - point) ** 2).sum(axis=1).argmin() for point in a]
    # All of them twice: of two that are equally near, the first counts.
    expect(answer.nearest, a, np.tile(half, (2, 1))).returns(
        np.array(right), mistakes={LAST: np.array(right) + len(half)}
    )


@points(1)
def test_the_points_are_untouched(answer):
    a, b = np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([[0.5, -1.0]])
    expect(answer.nearest, a, b).leaves_inputs().returns(np.array([0, 0]))
