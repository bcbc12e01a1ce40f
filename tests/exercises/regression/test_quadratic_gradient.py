import sys
from functools import partial

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import (
    expect,
    forbid_loops,
    numeric_gradient,
    points,
    require,
)
from d2lcode.grading.checks import bare

TRAINS = "backpropagation by hand through two layers"
HINTS = [
    "Compute the bent columns first, `h = x + w1.T * x**2`, of shape (n, d): "
    "as a row, w1 meets the columns of x.",
    "`slope = 2 * (h @ w2 + b - y) / n` is the derivative in each "
    "prediction. With h in the place of x, w2 and b have the gradients of "
    "linear regression.",
    "w1 reaches the loss through h, and h through w2: the derivative in w1[j] "
    "is the sum over the rows of slope · w2[j] · x[:, j]².",
]

NAMES = ("grad_w1", "grad_w2", "grad_b")
HALF = "the factor 2 is missing. It comes down from the square of the error."
SUM = "you summed over the rows; the loss is their mean."
OVER_D = (
    "you divided by the number of columns d; the mean runs over the n rows."
)
SIGN = "the sign is turned round: the error is prediction minus target."
NO_W2 = (
    "grad_w1 lacks the factor w2. Changing w1 changes the bent column, and "
    "that counts w2 times in the prediction."
)
NO_BEND = (
    "for grad_w2 you multiplied by x. What w2 multiplies is the bent column "
    "x + w1·x²."
)
STRAIGHT = (
    "the prediction was made from x itself. It is made from the bent columns "
    "x + w1·x²."
)
LINEAR = (
    "the bend was forgotten: prediction and grad_w2 were made from x. What "
    "w2 multiplies is the bent column x + w1·x²."
)
NO_BIAS = "b is left out of the prediction."
NO_SQUARE = "for grad_w1 you multiplied by x. What w1 multiplies is x²."
IN_X = (
    "for grad_w1 you multiplied by 2x, the derivative of x² in x. It is w1 "
    "that moves, and the derivative of w1·x² in w1 is x²."
)
EXCHANGED = "grad_w1 and grad_w2 are exchanged; the order is w1, w2, b."
TWICE = (
    "for grad_b you divided by n twice. The derivative in each prediction has "
    "its 1/n already; add them up."
)
TABLE = (
    "the prediction has the shape (n,) and y the shape (n, 1), and their "
    "difference is a table (n, n). Keep w2 as (d, 1), so that h @ w2 is "
    "(n, 1)."
)
FLAT_Y = (
    "y was made flat, (n,), and the prediction is (n, 1): their difference "
    "is a table (n, n). Leave y as it came, (n, 1)."
)
UNSUMMED = (
    "the rows are not added up yet: there is still one derivative for "
    "each of them."
)


def loss(x, y, w1, w2, b):
    """The mean squared error, a number at a time."""
    total = 0.0
    for row, (target,) in zip(x.tolist(), y.tolist(), strict=True):
        y_hat = float(b)
        for v, bend, weight in zip(row, w1[:, 0], w2[:, 0], strict=True):
            y_hat += (v + bend * v * v) * weight
        total += (y_hat - target) ** 2
    return total / len(x)


def truth(x, y, w1, w2, b):
    """Each derivative by central differences, exact for a quadratic."""
    return (
        numeric_gradient(lambda v: loss(x, y, v, w2, b), w1, step=1e-2),
        numeric_gradient(lambda v: loss(x, y, w1, v, b), w2, step=1e-2),
        float(
            numeric_gradient(
                lambda v: loss(x, y, w1, w2, float(v)),
                np.array(b),
                step=1e-2,
            )
        ),
    )


def mistakes(x, y, w1, w2, b):
    """What each likely mistake would give."""
    right = grad_w1, grad_w2, grad_b = by_columns(x, y, w1, w2, b)
    n, d = x.shape
    bent = x + w1.T * x**2
    slope = 2 * (bent @ w2 + b - y) / n
    unbent = 2 * (x @ w2 + b - y) / n
    no_bias = 2 * (bent @ w2 - y) / n
    table = 2 * ((bent @ w2 + b).T - y) / n

    def through(slope):
        return w2 * ((x**2).T @ slope), bent.T @ slope, slope.sum()

    def times(factor):
        return tuple(factor * part for part in right)

    return {
        HALF: times(0.5),
        SUM: times(n),
        SIGN: times(-1),
        OVER_D: times(n / d),
        NO_W2: ((x**2).T @ slope, grad_w2, grad_b),
        NO_SQUARE: (w2 * (x.T @ slope), grad_w2, grad_b),
        IN_X: (w2 * ((2 * x).T @ slope), grad_w2, grad_b),
        EXCHANGED: (grad_w2, grad_w1, grad_b),
        TWICE: (grad_w1, grad_w2, grad_b / n),
        TABLE: through(table),
        FLAT_Y: through(table.T),
        NO_BEND: (grad_w1, x.T @ slope, grad_b),
        STRAIGHT: through(unbent),
        LINEAR: (w2 * ((x**2).T @ unbent), x.T @ unbent, unbent.sum()),
        NO_BIAS: through(no_bias),
    }


def call(answer, *given):
    """The call; of a grad_b in an array of one, the number in it."""
    made = expect(answer.quadratic_gradient, *given)
    made.function = partial(plain, answer.quadratic_gradient)
    made.value = with_number(made.value)
    return made


def plain(function, *given):
    return with_number(function(*given))


def with_number(value):
    match value:
        case [grad_w1, grad_w2, grad_b]:
            return grad_w1, grad_w2, bare(grad_b)
    return value


def check(answer, *given):
    return call(answer, *given).returns(
        truth,
        mistakes=mistakes,
        boards=BOARDS,
        names=NAMES,
        rtol=1e-5,
        atol=1e-6,
    )


def by_columns(x, y, w1, w2, b):
    """The same from sums over the rows, a column at a time."""
    bent = [c + float(w) * c**2 for c, w in zip(x.T, w1[:, 0], strict=True)]
    pairs = zip(bent, w2[:, 0], strict=True)
    slope = 2 * (sum(c * float(w) for c, w in pairs) + b - y[:, 0]) / len(x)
    grad_w1 = [
        float(w) * float(np.sum(c * c * slope))
        for c, w in zip(x.T.astype(float), w2[:, 0], strict=True)
    ]
    grad_w2 = [float(np.sum(c * slope)) for c in bent]
    columns = (np.array(grad)[:, None] for grad in (grad_w1, grad_w2))
    return *columns, float(slope.sum())


def check_large(answer, *given):
    call(answer, *given).returns(by_columns, names=NAMES, rtol=1e-5, atol=0)


def problem(n, d, seed):
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(n, d)), rng.normal(size=(n, 1))
    return x, y, rng.normal(size=(d, 1)), rng.normal(size=(d, 1)), 0.7


BOARDS = [problem(5, 3, seed=7), problem(4, 2, seed=8)]


@points(1)
def test_one_row_by_hand(answer):
    given = (
        np.array([[2.0]]),
        np.array([[10.0]]),
        np.array([[0.5]]),
        np.array([[3.0]]),
        1.0,
    )
    right = np.array([[72.0]]), np.array([[24.0]]), 6.0
    check(answer, *given).returns(right, names=NAMES)


def same(value, outcome):
    return np.shape(value) == np.shape(outcome) and np.allclose(value, outcome)


@points(1)
def test_each_gradient_has_the_shape_of_its_weight(answer):
    given = problem(5, 3, seed=0)
    made = call(answer, *given)
    made.require(
        isinstance(made.value, tuple | list) and len(made.value) == 3,
        "It should return three things: (grad_w1, grad_w2, grad_b).",
    )
    known = mistakes(*given)
    for i, (name, shape) in enumerate(
        zip(NAMES, [(3, 1), (3, 1), ()], strict=True)
    ):
        value = made.value[i]
        wanted = f"here {shape}" if shape else "here one number"
        tables = [t for t in (TABLE, FLAT_Y) if same(value, known[t][i])]
        likely = f"\nLikely mistake: {[*tables, UNSUMMED][0]}"
        likely *= 5 in np.shape(value)
        made.require(
            np.shape(value) == shape,
            f"{name} has the shape {np.shape(value)}; a gradient has the "
            f"shape of what it belongs to, {wanted}.{likely}",
        )


@points(2)
def test_the_slope_measured_by_small_steps(answer):
    check(answer, *problem(8, 3, seed=1))
    check(answer, *problem(4, 6, seed=2))
    check(answer, *problem(3, 3, seed=13))


@points(1)
@given(
    arrays(float, (4, 2), elements=st.integers(-4, 4)),
    arrays(float, (4, 1), elements=st.integers(-9, 9)),
    arrays(float, (2, 1), elements=st.integers(-2, 2)),
    st.integers(-3, 3),
)
def test_any_rows(answer, x, y, w1, b):
    check(answer, x, y, w1, np.array([[0.5], [-2.0]]), float(b))


@points(1)
def test_without_loops(answer):
    check(answer, *problem(5, 3, seed=6))
    forbid_loops(answer.quadratic_gradient)
    x, y, w1, w2, b = problem(3000, 2, seed=9)
    y[1000:] += 3
    check_large(answer, x, y, w1, w2, b)
    sizes = {"rows": [(100, 2), (900, 2)], "columns": [(3, 5), (3, 250)]}
    for what, (small, large) in sizes.items():
        few, many = (
            steps(answer, *problem(*s, seed=14)) for s in (small, large)
        )
        require(
            many < few + 400,
            f"With more {what}, Python takes more steps in your function: "
            f"{few} for x of shape {small}, and {many} for {large}. It calls "
            "itself, or loops, over them. Operations on the whole arrays "
            "take the same few steps for any number.",
        )


def steps(answer, *given):
    """How many lines and calls of Python a call takes."""
    count = 0

    def seen(frame, event, arg):
        nonlocal count
        count += 1
        return seen

    before = sys.gettrace()
    sys.settrace(seen)
    try:
        answer.quadratic_gradient(*given)
    finally:
        sys.settrace(before)
    return count


@points(1)
def test_large_and_small_numbers(answer):
    """Where targets are a millionth, most slopes are, too."""
    x, y, w1, w2, b = problem(7, 2, seed=10)
    for scale in (1e-6, 1e6):
        check_large(answer, x, y * scale, w1, w2 * scale, b * scale)


@points(1)
def test_any_layout_and_whole_numbers(answer):
    x, y, w1, w2, b = problem(3, 5, seed=11)
    check(answer, x.T, problem(5, 3, seed=12)[1], w1[:3], w2[:3], b)
    check(answer, x[:1], y[:1], w1, w2, b)
    whole = np.array([[1, -2], [3, 4], [-5, 10]])
    check_large(answer, whole, np.array([[7], [0], [-3]]), w1[:2], w2[:2], 2)


@points(1)
def test_a_column_that_counts_nothing_does_not_bend(answer):
    x, y, w1, w2, b = problem(6, 2, seed=3)
    w2[1] = 0.0
    check(answer, x, y, w1, w2, b)


@points(1)
def test_a_perfect_fit_has_no_slope(answer):
    x, _, w1, w2, b = problem(6, 2, seed=4)
    y = (x + w1.T * x**2) @ w2 + b
    zero = np.zeros((2, 1))
    call(answer, x, y, w1, w2, b).returns(
        (zero, zero, 0.0), names=NAMES, atol=1e-9
    )


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    expect(answer.quadratic_gradient, *problem(4, 2, seed=5)).leaves_inputs()
