import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, points

TRAINS = "the largest learning rate that converges"
HINTS = [
    "Append a column of ones to x; then the bias is one weight more, and "
    "the model is a single product.",
    "The second derivatives of the mean squared error of A θ are "
    "`2 * A.T @ A / n`.",
    "`np.linalg.eigvalsh` gives the curvatures in all directions; a step "
    "multiplies the error by 1 − η λ, and the size of that must stay below 1.",
]

NO_BIAS = (
    "the bias was left out. It is trained with the same rate, and needs a "
    "column of ones."
)
NO_TWO = (
    "the 2 that comes down from the square is missing in the curvature: the "
    "second derivative of r² is 2."
)
HALF = (
    "this is 1 / λ, where one step arrives. Up to 2 / λ each step overshoots "
    "and still comes nearer."
)
SUMMED = "the loss is the mean over the rows; divide by their number n."
OVER_D = "you divided by the number of columns; the mean runs over the rows."
SMALLEST = (
    "you took the smallest curvature. The steepest direction is the one "
    "that a long step jumps out of."
)
TRACE = "you added the curvatures up; only the largest of them counts."
DIAGONAL = (
    "you took the largest second derivative along an axis. The steepest "
    "direction may lie between the axes: take the largest eigenvalue."
)
CURVATURE = "this is the curvature λ itself; the bound is 2 / λ."
CENTRED = "x was centred. The inputs are used as they are."
BEST = (
    "this is the best rate, 2 / (λ_min + λ_max), and not the largest: up to "
    "2 / λ_max, descent converges still."
)
ROOT = "a singular value of A has to be squared to give a curvature."


def steepest(a):
    """The largest |A v|² over v of length 1, by its singular value."""
    return float(np.linalg.norm(a, 2)) ** 2


def truth(x):
    return len(x) / steepest(np.column_stack([x, np.ones(len(x))]))


def mistakes(x):
    n, right = len(x), truth(x)
    a = np.column_stack([x, np.ones(n)])
    squares = np.sum(a**2, axis=0)
    least = float(np.linalg.svd(a, compute_uv=False)[-1]) ** 2
    centred = np.column_stack([x - x.mean(axis=0), np.ones(n)])
    found = {
        HALF: right / 2,
        NO_TWO: right * 2,
        SUMMED: right / n,
        "the curvature needs 2 / n in front, for the square and for the "
        "mean.": 2 * right / n,
        OVER_D: right * a.shape[1] / n,
        TRACE: n / squares.sum(),
        DIAGONAL: n / squares.max(),
        ROOT: n / np.sqrt(steepest(a)),
        CURVATURE: 2 / right,
        CENTRED: n / steepest(centred),
    }
    if np.any(x):
        found[NO_BIAS] = n / steepest(x)
    if a.shape[0] >= a.shape[1]:
        found[BEST] = 2 * n / (2 * steepest(a) + 2 * least)
        if least > 1e-9:
            found[SMALLEST] = n / least
    return told_apart(found)


def told_apart(found):
    """Only the mistakes whose outcome no other mistake shares."""
    return {
        text: value
        for text, value in found.items()
        if sum(np.isclose(value, other) for other in found.values()) == 1
    }


def check(answer, x, named=True):
    return expect(answer.largest_step, x).returns(
        truth(x),
        mistakes=mistakes(x) if named else None,
        names=("the bound",),
        rtol=1e-6,
    )


def inputs(n, d, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)) * (1 + np.arange(d)) + 0.5


@points(1)
def test_three_rows_by_hand(answer):
    x = np.array([[3.0], [-3.0], [0.0]])
    expect(answer.largest_step, x).returns(
        1 / 6, mistakes=mistakes(x), names=("the bound",)
    )


@points(1)
def test_many_rows(answer):
    check(answer, inputs(40, 3, seed=0))


@points(1)
def test_the_bias_alone(answer):
    x = np.zeros((4, 2))
    expect(answer.largest_step, x).returns(1.0, names=("the bound",))


@points(1)
def test_descent_on_both_sides_of_it(answer):
    """A little below it the error shrinks, a little above it grows."""
    x = inputs(30, 2, seed=1)
    call = check(answer, x)
    for share, shrinks in ((0.95, True), (1.05, False)):
        w, b = np.ones((2, 1)), 1.0
        for _ in range(500):
            miss = x @ w + b
            w = w - share * call.value * 2 * x.T @ miss / len(x)
            b = b - share * call.value * 2 * miss.mean()
        call.require(
            (np.abs(x @ w + b).max() < 10) == shrinks,
            f"At {share} of your bound, 500 steps of descent should have "
            f"{'converged' if shrinks else 'exploded'}, and did not.",
        )


@points(1)
def test_columns_that_depend_on_each_other(answer):
    x = inputs(12, 2, seed=2)
    check(answer, np.column_stack([x, x[:, 0] - 2 * x[:, 1]]))


@points(1)
def test_more_columns_than_rows(answer):
    check(answer, inputs(3, 7, seed=3))


@points(1)
@given(arrays(float, (5, 2), elements=st.integers(-9, 9)))
def test_any_rows(answer, x):
    check(answer, x, named=False)


@points(1)
def test_the_array_that_came_in_is_untouched(answer):
    expect(answer.largest_step, inputs(6, 2, seed=4)).leaves_inputs()
