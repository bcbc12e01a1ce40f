import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, numeric_gradient, points

HINTS = [
    "Differentiate each piece by r: 2 r in the middle, 2 δ times the sign of "
    "r outside.",
    "Both pieces together are 2 r, held between −2 δ and 2 δ: `np.clip`.",
    "From there it is the gradient of the squared error, with the held "
    "residual in place of the residual.",
]
NAMES = ("grad_w", "grad_b")

SQUARED = (
    "this is the gradient of the squared error: large residuals are not held."
)
ABSOLUTE = (
    "all rows pull alike, as with the absolute error; those within delta "
    "should pull by their residual."
)
EXCHANGED = (
    "the two pieces are exchanged: squared is for |r| ≤ delta, straight for "
    "those beyond."
)
ONE_SIDED = (
    "only residuals above +delta are held. Those below −delta are as far off."
)
LATE = (
    "the residuals are held after they were doubled; the limit is for r, so "
    "2 r may reach 2 delta."
)
BLOWN = (
    "outside, the slope is 2 delta times the *sign* of r, and r itself does "
    "not occur in it."
)
DROPPED = "rows beyond delta have no pull at all; they should keep 2 delta."
HALF = (
    "the factor 2 is missing. This loss is r² in the middle, without a half."
)
SUM = "you summed over the rows; the loss is the mean, so divide by n."
SIGN = "the sign is turned round: the residual is prediction minus target."


def loss(x, y, w, b, delta):
    """The mean of the rows' costs, a row and a case at a time."""
    total = 0.0
    for row, target in zip(x, y, strict=True):
        r = sum(a * c for a, c in zip(row, w[:, 0], strict=True))
        far = abs(r + b - target[0])
        total += far**2 if far <= delta else 2 * delta * far - delta**2
    return total / len(x)


def truth(x, y, w, b, delta):
    """Both derivatives by central differences."""
    grad_w = numeric_gradient(lambda v: loss(x, y, v, b, delta), w)
    grad_b = numeric_gradient(
        lambda v: loss(x, y, w, float(v), delta), np.array(b)
    )
    return grad_w, float(grad_b)


def pulled(x, pull):
    """The gradient if each row's loss had this slope."""
    return x.T @ pull / len(x), float(pull.mean())


def mistakes(x, y, w, b, delta):
    r = x @ w + b - y
    near = np.abs(r) <= delta
    sign = 2 * delta * np.sign(r)
    right = np.where(near, 2 * r, sign)
    return {
        SQUARED: pulled(x, 2 * r),
        ABSOLUTE: pulled(x, sign),
        EXCHANGED: pulled(x, np.where(near, sign, 2 * r)),
        ONE_SIDED: pulled(x, 2 * np.minimum(r, delta)),
        LATE: pulled(x, np.clip(2 * r, -delta, delta)),
        BLOWN: pulled(x, np.where(near, 2 * r, sign * np.abs(r))),
        DROPPED: pulled(x, np.where(near, 2 * r, 0)),
        HALF: pulled(x, right / 2),
        SUM: pulled(x, right * len(x)),
        SIGN: pulled(x, -right),
    }


def check(answer, *problem, rtol=1e-4, atol=1e-6):
    return expect(answer.huber_gradient, *problem).returns(
        truth(*problem),
        mistakes=mistakes(*problem),
        names=NAMES,
        rtol=rtol,
        atol=atol,
    )


def problem(n, d, seed, delta):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d))
    y = 3 * rng.standard_t(2, size=(n, 1)) + 0.7
    return x, y, rng.normal(size=(d, 1)), 0.5, delta


@points(1)
def test_one_row_by_hand(answer):
    row = np.array([[3.0]]), np.array([[5.0]]), np.array([[1.0]]), 1.0
    for delta, right in ((2.0, (-6.0, -2.0)), (0.5, (-3.0, -1.0))):
        expect(answer.huber_gradient, *row, delta).returns(
            (np.array([[right[0]]]), right[1]),
            mistakes=mistakes(*row, delta),
            names=NAMES,
        )


@points(1)
def test_the_shapes_are_those_of_w_and_b(answer):
    call = expect(answer.huber_gradient, *problem(5, 3, 0, 1.0))
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
def test_near_and_far_rows_together(answer):
    check(answer, *problem(12, 3, seed=1, delta=2.0))


@points(1)
def test_several_limits(answer):
    for delta in (0.3, 1.0, 5.0):
        check(answer, *problem(9, 2, seed=2, delta=delta))


@points(1)
def test_a_wide_limit_is_the_squared_error(answer):
    x, y, w, b, _ = problem(8, 2, seed=3, delta=1.0)
    expect(answer.huber_gradient, x, y, w, b, 1e6).returns(
        pulled(x, 2 * (x @ w + b - y)),
        mistakes=mistakes(x, y, w, b, 1e6),
        names=NAMES,
    )


@points(1)
def test_a_far_row_pulls_no_harder_for_being_farther(answer):
    x, y, w, b, delta = problem(6, 2, seed=4, delta=1.5)
    y[2] = -50.0
    near = expect(answer.huber_gradient, x, y, w, b, delta).value
    y[2] = -5000.0
    expect(answer.huber_gradient, x, y, w, b, delta).returns(
        (np.asarray(near[0], float), float(near[1])),
        mistakes=mistakes(x, y, w, b, delta),
        names=NAMES,
    )


@points(1)
@given(
    arrays(float, (4, 2), elements=st.integers(-9, 9)),
    arrays(float, (4, 1), elements=st.integers(-9, 9)),
    st.integers(-3, 3),
)
def test_any_rows(answer, x, y, b):
    check(answer, x, y, np.array([[0.5], [-2.0]]), float(b), 2.25, atol=1e-5)


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    expect(answer.huber_gradient, *problem(4, 2, 5, 0.5)).leaves_inputs()
