import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, points
from d2lcode.grading.checks import is_single, tolerances
from d2lcode.grading.wording import kind

TRAINS = "solving least squares directly"
HINTS = [
    "Append a column of ones to x; the weight of that column is b.",
    "Setting the gradient to zero gives A.T @ A @ theta = A.T @ y. Where "
    "columns depend on each other, A.T @ A has no inverse.",
    "`np.linalg.lstsq(A, y, rcond=None)[0]` solves it in every case; the "
    "last of its rows is b.",
]

THROUGH_ORIGIN = (
    "the line goes through the origin. There is a bias: append a column of "
    "ones."
)
SWAPPED = (
    "the ones stand first in A, and their weight was handed out as that of a "
    "column. Keep track of which row of the solution is b."
)
ONLY_X = (
    "you centred, but b is the mean of y. With x put back, it is the mean of "
    "y minus what the weights make of the mean of x."
)
ONLY_Y = (
    "x was centred and y was not, or the other way round, and b misses a part."
)
SHRUNK = (
    "something was added to the diagonal, so that it can be inverted. That "
    "pulls the weights towards zero: it is another problem that you solved."
)
NO_INVERSE = (
    "Columns depend on each other here, so that A.T @ A has no inverse. If "
    "you inverted it, or solved with it, the outcome is made of rounding "
    "errors. np.linalg.solve and inv do not always say so: a determinant "
    "that is only nearly zero raises nothing."
)
SINGLE = (
    "Columns depend on each other here. If they were rounded to float32, "
    "they no longer quite do, and what is left of them is rounding errors: "
    "solve in float64, as x came."
)


def nearest(x, y):
    """What the best w and b predict: y on the span of columns and ones.

    The span gets a basis, a column at a time; what a column has beyond
    the others is nothing if it depends on them.
    """
    basis = []
    for column in [np.ones(len(x)), *x.T]:
        rest = column.astype(float)
        for _ in range(2):
            for b in basis:
                rest = rest - (rest @ b) * b
        if np.linalg.norm(rest) > 1e-9 * (1 + np.linalg.norm(column)):
            basis.append(rest / np.linalg.norm(rest))
    return sum((y[:, 0] @ b) * b for b in basis)[:, None]


def call(answer, x, y):
    """The call, with w and b of the right form, and its predictions."""
    made = expect(answer.normal_equations, x, y)
    made.require(made.value is not None, "It returned None: return (w, b).")
    made.require(
        isinstance(made.value, tuple | list) and len(made.value) == 2,
        "It should return two things: (w, b).",
    )
    w, b = made.value
    d = x.shape[1]
    for name, part in (("w", w), ("b", b)):
        made.require(
            is_numeric(part),
            f"{name} is {kind(part)}, and not made of numbers alone. "
            "np.linalg.lstsq returns four things, of which the solution is "
            "the first.",
        )
    made.require(
        np.shape(w) == (d, 1),
        f"w has the shape {np.shape(w)}; expected ({d}, 1), a weight for "
        "each column and none for the ones.",
    )
    made.require(
        np.shape(b) in ((), (1,)),
        f"b has the shape {np.shape(b)}; it is one number.",
    )
    made.require(
        bool(np.all(np.isfinite(w)) and np.all(np.isfinite(b))),
        "There are values in w or b that are not finite.",
    )
    return made, np.asarray(w, float), np.asarray(b, float).reshape(())


def is_numeric(part):
    try:
        np.asarray(part, float)
    except (TypeError, ValueError):
        return False
    return True


def guess(x, y, w, b):
    """Name the mistake that leads to these weights, if it is known."""
    flat = np.linalg.lstsq(x, y, rcond=None)[0]
    ones = np.ones((len(x), 1))
    theta = np.linalg.lstsq(np.hstack([ones, x]), y, rcond=None)[0]
    centred = x - x.mean(0)
    slopes = np.linalg.lstsq(centred, y - y.mean(), rcond=None)[0]
    shift = x.mean(0) @ slopes[:, 0]
    known = {
        THROUGH_ORIGIN: (flat, 0.0),
        SWAPPED: (theta[:-1], theta[-1, 0]),
        ONLY_X: (slopes, y.mean()),
        ONLY_Y: (slopes, -shift),
        "b has the wrong sign in one of its parts: it is the mean of y minus "
        "what the weights make of the mean of x.": (slopes, y.mean() + shift),
    }
    for text, (weights, bias) in known.items():
        if np.allclose(w, weights) and np.allclose(b, bias):
            return f"\nLikely mistake: {text}"
    return f"\nLikely mistake: {SHRUNK}" if is_shrunk(x, y, w, b) else ""


def is_shrunk(x, y, w, b):
    """Tell a solution with c added to the diagonal, for whatever c > 0.

    There the slope A.T @ (y - A θ) is c θ, with or without the bias.
    """
    rest = y - x @ w - b
    slope = np.append(x.T @ rest, rest.sum())
    for theta in (np.append(w, b), np.append(w, 0.0)):
        c = slope @ theta / max(theta @ theta, 1e-300)
        off = np.abs(slope - c * theta).max()
        if c > 0 and off < 1e-4 * np.abs(slope).max():
            return True
    return False


def check(answer, x, y, tolerance=1e-6, named=True):
    made, w, b = call(answer, x, y)
    got, right = x @ w + b, nearest(x, y)
    off = float(np.abs(got - right).max())
    tolerance = tolerances(made.value, tolerance)[0]
    size = 1 + float(np.abs(y).max())
    if off > tolerance * size:
        least = np.mean((right - y) ** 2)
        more = np.mean((got - y) ** 2) - least
        likely = guess(x, y, w, b) if named else ""
        ones = np.ones((len(x), 1))
        rank = np.linalg.matrix_rank(np.hstack([x, ones]))
        if named and not likely and rank < x.shape[1] + 1:
            likely = f"\n{SINGLE if is_single(made.value) else NO_INVERSE}"
        made.fail(
            f"With your w and b the mean squared error is {more:.3g} above "
            f"the least that is possible, {least if least > 1e-12 else 0:.6g}."
            + likely
        )
    return made, w, b


def problem(n, d, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d)) * (1 + np.arange(d)) + 2
    return x, rng.normal(size=(n, 1)) * 3 + x @ np.ones((d, 1)) + 7


@points(1)
def test_three_points_by_hand(answer):
    x = np.array([[0.0], [1.0], [2.0]])
    y = np.array([[1.0], [3.0], [5.0]])
    made, w, b = check(answer, x, y)
    made.require(
        bool(np.isclose(w[0, 0], 2) and np.isclose(b, 1)),
        f"w is {w[0, 0]:.6g} and b is {b:.6g}; the line through the three "
        "points has w = 2 and b = 1.",
    )


@points(1)
def test_many_rows(answer):
    check(answer, *problem(30, 3, seed=0))


@points(1)
def test_nothing_more_can_be_gained(answer):
    """What is left over stands at right angles to all columns."""
    x, y = problem(50, 4, seed=1)
    made, w, b = call(answer, x, y)
    rest = x @ w + b - y
    within = tolerances(made.value)[0]
    for name, column in [
        ("the ones", np.ones(len(x))),
        *((f"column {j}", x[:, j]) for j in range(x.shape[1])),
    ]:
        made.require(
            abs(float(column @ rest[:, 0])) < within * len(x),
            f"What your model leaves over is not at right angles to {name}: "
            "moving along it would lower the error further."
            + guess(x, y, w, b),
        )


@points(1)
def test_columns_of_very_different_size(answer):
    x, y = problem(40, 3, seed=2)
    check(answer, x * [1e-1, 1.0, 1e2], y)
    check(answer, x * [1e-5, 1.0, 1e3], y)
    check(answer, x + np.array([2000.0, 0.0, -1e4]), y)
    check(answer, x * 1e-3, y * 1e3)
    check(answer, x * [1e-7, 1.0, 3.0], y)
    # A column that depends, where rounding errors are large numbers.
    large = x[:, :2] * 1e7
    check(answer, np.hstack([large, large @ [[0.3], [1.1]], x[:, 2:]]), y)


@points(1)
def test_any_layout_and_whole_numbers(answer):
    x, y = problem(30, 3, seed=8)
    check(answer, np.asfortranarray(x), y)
    check(answer, np.array([[1], [4], [-9], [30]]), np.array([[2, 0, 5, 7]]).T)


@points(1)
def test_thousands_of_rows(answer):
    x, y = problem(5000, 3, seed=9)
    y[2000:] += 4 * x[2000:, :1]
    check(answer, x, y)


@points(2)
def test_columns_that_depend_on_each_other(answer):
    """Often enough that rounding errors cannot save the day by chance."""
    for seed in range(30):
        x, y = problem(20, 2, seed)
        for extra in (
            x[:, :1] * 3,
            x[:, :1] + x[:, 1:],
            x @ [[0.1], [0.7]],
            np.full((20, 1), 0.3),
        ):
            check_dependent(answer, x, extra, y)


def check_dependent(answer, x, extra, y):
    """Try a third column, made of the others, on old rows and new."""
    both = np.hstack([x, extra])
    made, w, b = check(answer, both, y)
    plain = np.column_stack([x, np.ones(len(x))])
    theta = np.linalg.qr(plain)
    theta = np.linalg.solve(theta.R, theta.Q.T @ y)
    rule = np.linalg.lstsq(plain, extra, rcond=None)[0]
    new = np.array([[5.0, -4.0, 1.0], [0.0, 30.0, 1.0]])
    got = np.hstack([new[:, :2], new @ rule]) @ w + b
    made.require(
        np.allclose(got, new @ theta, rtol=1e-4, atol=1e-4),
        "The training rows are predicted well, and new rows with the same "
        "dependence are not: the weights are made of rounding errors.",
    )


@points(1)
def test_a_constant_column(answer):
    """It says the same as the ones."""
    x, y = problem(12, 2, seed=4)
    check(answer, np.hstack([np.zeros((12, 1)), x]), y)
    check(answer, np.hstack([x, np.full((12, 1), 5.0)]), y)


@points(1)
def test_more_columns_than_rows(answer):
    """Every row can then be met exactly."""
    check(answer, *problem(4, 9, seed=5))
    check(answer, *problem(1, 2, seed=6))


@points(1)
@given(
    arrays(float, (6, 2), elements=st.integers(-4, 4)),
    arrays(float, (6, 1), elements=st.integers(-9, 9)),
)
def test_any_rows(answer, x, y):
    check(answer, x, y, tolerance=1e-5, named=False)


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    expect(answer.normal_equations, *problem(8, 2, seed=7)).leaves_inputs()
