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
APART = (
    "weights and bias were looked at apart. They are trained together, and "
    "the steepest direction may change both: append a column of ones to x, "
    "and take the largest eigenvalue of the whole."
)
NORMALISED = (
    "x was normalised by its standard deviations. The inputs are used as "
    "they are."
)
SPANNED = "x was normalised by max − min. The inputs are used as they are."
ROOT = "a singular value of A has to be squared to give a curvature."


def steepest(a):
    """The largest |A v|² over v of length 1, by its singular value."""
    return float(np.linalg.norm(a, 2)) ** 2


def truth(x):
    return len(x) / steepest(np.column_stack([x, np.ones(len(x))]))


def with_ones(x):
    return np.column_stack([x, np.ones(len(x))])


def over(spread):
    """What to divide by: a constant column stays as it is."""
    return np.where(spread == 0, 1.0, spread)


def mistakes(x):
    """What each likely mistake would give."""
    n, right, a = len(x), truth(x), with_ones(x)
    squares = np.sum(a**2, axis=0)
    centred = x - x.mean(axis=0)
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
        CENTRED: n / steepest(with_ones(centred)),
        NORMALISED: n / steepest(with_ones(centred / over(x.std(axis=0)))),
        SPANNED: n / steepest(with_ones(centred / over(np.ptp(x, axis=0)))),
    }
    if np.any(x):
        found[NO_BIAS] = n / steepest(x)
        found[APART] = min(1.0, n / steepest(x))
    return found | with_the_least(a)


def with_the_least(a):
    """The mistakes with the smallest curvature, where there is one."""
    n, least = len(a), float(np.linalg.svd(a, compute_uv=False)[-1]) ** 2
    if a.shape[0] < a.shape[1] or least < 1e-9:
        return {}
    return {BEST: 2 * n / (2 * steepest(a) + 2 * least), SMALLEST: n / least}


def check(answer, x, named=True):
    return expect(answer.largest_step, x).returns(
        truth,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
        names=("the bound",),
        atol=0,
    )


def inputs(n, d, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)) * (1 + np.arange(d)) + 0.5


# With small inputs the bias is the steepest, with large ones it is not.
BOARDS = [(inputs(7, 2, seed=8) / 5,), (inputs(9, 3, seed=9),)]


@points(1)
def test_three_rows_by_hand(answer):
    call = check(answer, np.array([[3.0], [-3.0], [0.0]]))
    call.require(
        bool(np.isclose(float(call.value), 1 / 6)), "The bound is 1/6."
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
    # The steepest direction stands at right angles to that of all ones.
    check(answer, np.array([[3.0, -3.0], [-3.0, 3.0], [6.0, -6.0], [-6, 6]]))


@points(1)
def test_more_columns_than_rows(answer):
    check(answer, inputs(3, 7, seed=3))


@points(1)
def test_two_directions_nearly_as_steep(answer):
    """An iteration that stops early is not there yet."""
    x = np.array([[5.0, 0.0], [-5.0, 0.0], [0.0, 4.95], [0.0, -4.95]])
    check(answer, x)
    check(answer, np.vstack([x[::-1, ::-1]] * 3))
    check(answer, x * [1.0, 4.9995 / 4.95])


@points(1)
def test_large_and_small_inputs(answer):
    for scale in (1e-4, 1e3, 1e6):
        check(answer, inputs(8, 2, seed=5) * scale, named=False)


@points(1)
def test_any_layout_and_whole_numbers(answer):
    check(answer, inputs(1, 3, seed=6))
    check(answer, inputs(3, 9, seed=6).T)
    check(answer, np.array([[1, -200], [30, 4], [-5, 100]]))


@points(1)
def test_thousands_of_rows(answer):
    x = inputs(3000, 3, seed=7)
    x[2500:] *= 3
    check(answer, x)


@points(1)
@given(arrays(float, (5, 2), elements=st.integers(-9, 9)))
def test_any_rows(answer, x):
    check(answer, x, named=False)


@points(1)
def test_the_array_that_came_in_is_untouched(answer):
    expect(answer.largest_step, inputs(6, 2, seed=4)).leaves_inputs()
