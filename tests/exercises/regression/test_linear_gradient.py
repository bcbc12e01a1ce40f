import sys
from functools import partial

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, numeric_gradient, points, require
from d2lcode.grading.checks import bare

TRAINS = "the gradient of the mean squared error"
HINTS = [
    "Write the residual of every row first: `r = x @ w + b - y`, of shape "
    "(n, 1).",
    "The derivative of r² is 2 r times the derivative of r; and r changes by "
    "x when w does, by 1 when b does.",
    "`x.T @ r` sums r times x over the rows, for every column at once.",
]

HALF = (
    "the factor 2 is missing. It comes down from the square: the derivative "
    "of r² is 2 r."
)
SUM = (
    "you summed over the rows; the loss is the mean, so divide by their "
    "number n."
)
OVER_D = (
    "you divided by the number of columns d; the mean runs over the n rows."
)
SIGN = "the sign is turned round: the residual is prediction minus target."
NO_B = "b is left out of the prediction: the residual is x w + b − y."
SQUARED = (
    "the residual is still squared. The derivative of r² is 2 r times that "
    "of r."
)
SUM_B = "grad_b is summed over the rows; it takes their mean, as grad_w does."
OVER_D_W = "grad_w is divided by the number of columns; divide by n."


def loss(x, y, w, b):
    """The mean squared error, a row at a time."""
    total = 0.0
    for row, target in zip(x, y, strict=True):
        predicted = sum(a * c for a, c in zip(row, w[:, 0], strict=True)) + b
        total += (predicted - target[0]) ** 2
    return total / len(x)


def truth(x, y, w, b):
    """Both derivatives by central differences."""
    grad_w = numeric_gradient(lambda v: loss(x, y, v, b), w, step=1e-3)
    grad_b = numeric_gradient(lambda v: loss(x, y, w, float(v)), np.array(b))
    return grad_w, float(grad_b)


def call(answer, *problem):
    """The call; of a grad_b in an array of one, the number in it."""
    made = expect(answer.linear_gradient, *problem)
    made.function = partial(plain, answer.linear_gradient)
    made.value = with_number(made.value)
    return made


def plain(function, *problem):
    return with_number(function(*problem))


def with_number(value):
    match value:
        case [grad_w, grad_b]:
            return grad_w, bare(grad_b)
    return value


def mistakes(x, y, w, b):
    """What each likely mistake would give."""
    n, d = x.shape
    residual = x @ w + b - y

    def pulled(r, over=n, over_b=n):
        return 2 * x.T @ r / over, 2 * float(r.sum()) / over_b

    return {
        HALF: pulled(residual / 2),
        SUM: pulled(residual, 1, 1),
        "you summed over the rows, and the factor 2 is missing.": pulled(
            residual / 2, 1, 1
        ),
        OVER_D: pulled(residual, d, d),
        OVER_D_W: pulled(residual, d),
        SUM_B: pulled(residual, n, 1),
        SIGN: pulled(-residual),
        NO_B: pulled(residual - b),
        SQUARED: pulled(residual**2),
    }


def check(answer, *problem, named=True):
    return call(answer, *problem).returns(
        truth,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
        names=NAMES,
        rtol=1e-4,
        atol=1e-5,
    )


def problem(n, d, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d))
    y = rng.normal(size=(n, 1))
    return x, y, rng.normal(size=(d, 1)), 0.5


NAMES = "grad_w", "grad_b"
BOARDS = [problem(5, 3, seed=6), problem(4, 2, seed=7)]


@points(1)
def test_one_row_by_hand(answer):
    row = np.array([[2.0]]), np.array([[6.0]]), np.array([[1.0]]), 1.0
    check(answer, *row).returns((np.array([[-12.0]]), -6.0), names=NAMES)


@points(1)
def test_the_shapes_are_those_of_w_and_b(answer):
    made = call(answer, *problem(5, 3, seed=0))
    made.require(
        isinstance(made.value, tuple | list) and len(made.value) == 2,
        "It should return two things: (grad_w, grad_b).",
    )
    grad_w, grad_b = made.value
    made.require(
        np.shape(grad_w) == (3, 1),
        f"grad_w has the shape {np.shape(grad_w)}; a gradient has the shape "
        "of what it belongs to, here (3, 1).",
    )
    made.require(
        np.shape(grad_b) == (),
        f"grad_b has the shape {np.shape(grad_b)}; b is one number, and so "
        "is its derivative: the contributions of all rows together.",
    )


@points(2)
def test_the_slope_measured_by_small_steps(answer):
    check(answer, *problem(8, 3, seed=1))


@points(1)
@given(
    arrays(float, (4, 2), elements=st.integers(-9, 9)),
    arrays(float, (4, 1), elements=st.integers(-9, 9)),
    st.integers(-3, 3),
)
def test_any_rows(answer, x, y, b):
    w = np.array([[0.5], [-2.0]])
    check(answer, x, y, w, float(b), named=False)


@points(1)
def test_a_perfect_fit_has_no_slope(answer):
    x, _, w, b = problem(6, 2, seed=2)
    call(answer, x, x @ w + b, w, b).returns(
        (np.zeros((2, 1)), 0.0), names=NAMES, atol=1e-9
    )


def by_columns(x, y, w, b):
    """The gradient from sums over the rows, exact at any size."""
    miss = sum(x[:, j] * w[j, 0] for j in range(x.shape[1])) + b - y[:, 0]
    grad = [2 * float(np.dot(c, miss)) / len(x) for c in x.T]
    return np.array(grad)[:, None], 2 * float(np.sum(miss)) / len(x)


def check_large(answer, x, y, w, b):
    return call(answer, x, y, w, b).returns(
        by_columns, names=NAMES, rtol=1e-5, atol=0
    )


@points(1)
def test_large_and_small_numbers(answer):
    """Where everything is a millionth, the slopes are, too."""
    x, y, w, b = problem(7, 2, seed=5)
    for scale in (1e-6, 1e6):
        check_large(answer, x, y * scale, w * scale, b * scale)
    check_large(answer, x * [1e-4, 1e5], y, w, b)


@points(1)
def test_any_layout_and_whole_numbers(answer):
    x, y, w, b = problem(3, 5, seed=8)
    check(answer, x.T, problem(5, 3, seed=9)[1], w[:3], b)
    check(answer, x[:1], y[:1], w, b)
    whole = np.array([[1, -2], [30, 4], [-5, 100]])
    check_large(answer, whole, np.array([[7], [0], [-3]]), w[:2], 2)


@points(1)
def test_many_rows_without_a_loop(answer):
    """Python's steps are counted: of a loop, there are more for more rows."""
    x, y, w, b = problem(99_991, 2, seed=4)
    y[20_000:] += 3
    check(answer, x[:9], y[:9], w, b)
    few, many = (steps(answer, x[:n], y[:n], w, b) for n in (100, 900))
    require(
        many < few + 400,
        f"For 100 rows, Python took {few} steps in your function, and for "
        f"900 rows {many}: it loops over the rows. Operations on the whole "
        "arrays take the same few steps for any number of them.",
    )
    check_large(answer, x, y, w, b)


def steps(answer, *problem):
    """How many lines and calls of Python a call takes."""
    count = 0

    def seen(frame, event, arg):
        nonlocal count
        count += 1
        return seen

    before = sys.gettrace()
    sys.settrace(seen)
    try:
        answer.linear_gradient(*problem)
    finally:
        sys.settrace(before)
    return count


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    made = expect(answer.linear_gradient, *problem(4, 2, seed=3))
    made.require(
        isinstance(made.value, tuple | list) and len(made.value) == 2,
        "It should return two things: (grad_w, grad_b).",
    ).leaves_inputs()
