import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, numeric_gradient, points

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


def check(answer, x, y, w, b):
    grad_w, grad_b = truth(x, y, w, b)
    n, d = x.shape

    def times(factor):
        return grad_w * factor, grad_b * factor

    return expect(answer.linear_gradient, x, y, w, b).returns(
        (grad_w, grad_b),
        mistakes={
            HALF: times(0.5),
            SUM: times(n),
            "you summed over the rows, and the factor 2 is missing.": times(
                n / 2
            ),
            OVER_D: times(n / d),
            SIGN: times(-1),
        },
        names=("grad_w", "grad_b"),
        rtol=1e-4,
        atol=1e-5,
    )


def problem(n, d, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d))
    y = rng.normal(size=(n, 1))
    return x, y, rng.normal(size=(d, 1)), 0.5


@points(1)
def test_one_row_by_hand(answer):
    expect(
        answer.linear_gradient,
        np.array([[3.0]]),
        np.array([[5.0]]),
        np.array([[1.0]]),
        1.0,
    ).returns(
        (np.array([[-6.0]]), -2.0),
        mistakes={
            HALF: (np.array([[-3.0]]), -1.0),
            SIGN: (np.array([[6.0]]), 2.0),
        },
        names=("grad_w", "grad_b"),
    )


@points(1)
def test_the_shapes_are_those_of_w_and_b(answer):
    x, y, w, b = problem(5, 3, seed=0)
    call = expect(answer.linear_gradient, x, y, w, b)
    call.require(
        isinstance(call.value, tuple | list) and len(call.value) == 2,
        "It should return two things: (grad_w, grad_b).",
    )
    grad_w, grad_b = call.value
    call.require(
        np.shape(grad_w) == (3, 1),
        f"grad_w has the shape {np.shape(grad_w)}; a gradient has the shape "
        "of what it belongs to, here (3, 1).",
    )
    call.require(
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
    check(answer, x, y, np.array([[0.5], [-2.0]]), float(b))


@points(1)
def test_a_perfect_fit_has_no_slope(answer):
    x, _, w, b = problem(6, 2, seed=2)
    expect(answer.linear_gradient, x, x @ w + b, w, b).returns(
        (np.zeros((2, 1)), 0.0), names=("grad_w", "grad_b"), atol=1e-9
    )


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    expect(answer.linear_gradient, *problem(4, 2, seed=3)).leaves_inputs()
