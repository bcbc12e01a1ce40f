from functools import partial

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import close, expect, numeric_gradient, points
from d2lcode.grading.checks import bare, compare

TRAINS = "robust losses and their gradients"
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
    "outside, the derivative is 2 delta times the *sign* of r, and r itself "
    "does not occur in it."
)
ABS_ALONE = (
    "abs took the sign away, and nothing put it back: rows below zero are "
    "pulled the wrong way. Multiply by the sign of r, or use np.clip."
)
NO_SIGN = (
    "rows below −delta are pulled the wrong way: outside, the derivative is "
    "2 delta times the sign of r."
)
HALF_OUTSIDE = (
    "outside, the derivative is 2 delta, and not delta: differentiate 2 δ |r|."
)
OUTSIDE = (
    "this is 2 delta times the sign of r, the derivative of a row beyond "
    "delta; here |r| ≤ delta."
)
NOT_HELD = (
    "the residual of −3 is not held. Beyond delta a row pulls by 2 delta, "
    "however far it is."
)
NEITHER = (
    "a row with |r| = delta exactly has no pull: neither of the pieces takes "
    "it. The task's first piece does, |r| ≤ delta."
)
BOTH = (
    "a row with |r| = delta exactly is counted twice, by both pieces. It "
    "belongs to the first, |r| ≤ delta."
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
        ABS_ALONE: pulled(x, 2 * np.minimum(np.abs(r), delta)),
        BLOWN: pulled(x, np.where(near, 2 * r, sign * np.abs(r))),
        NO_SIGN: pulled(x, np.where(near, 2 * r, 2 * delta)),
        HALF_OUTSIDE: pulled(x, np.where(near, 2 * r, sign / 2)),
        DROPPED: pulled(x, np.where(near, 2 * r, 0)),
        HALF: pulled(x, right / 2),
        SUM: pulled(x, right * len(x)),
        SIGN: pulled(x, -right),
    }


def call(answer, *problem):
    """The call; of a grad_b in an array of one, the number in it."""
    made = expect(answer.huber_gradient, *problem)
    made.function = partial(plain, answer.huber_gradient)
    made.value = with_number(made.value)
    return made


def plain(function, *problem):
    return with_number(function(*problem))


def with_number(value):
    match value:
        case [grad_w, grad_b]:
            return grad_w, bare(grad_b)
    return value


def check(answer, *problem, named=True, atol=1e-6):
    return call(answer, *problem).returns(
        truth,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
        names=NAMES,
        rtol=1e-4,
        atol=atol,
    )


def problem(n, d, seed, delta):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d))
    y = 3 * rng.standard_t(2, size=(n, 1)) + 0.7
    return x, y, rng.normal(size=(d, 1)), 0.5, delta


BOARDS = [problem(12, 3, 6, 1.5), problem(15, 2, 7, 0.8)]


def by_rows(x, y, w, b, delta):
    """The same from each row's own pull, near or far, in plain numbers."""
    misses = (sum(x[:, j] * w[j, 0] for j in range(len(w))) + b).tolist()
    limit = 2 * delta
    pulls = [
        min(max(2 * (v - t), -limit), limit)
        for v, t in zip(misses, y[:, 0].tolist(), strict=True)
    ]
    grad = [float(np.dot(column, pulls)) / len(x) for column in x.T]
    return np.array(grad)[:, None], sum(pulls) / len(x)


def check_large(answer, *problem):
    call(answer, *problem).returns(by_rows, names=NAMES, rtol=1e-5, atol=0)


@points(1)
def test_one_row_by_hand(answer):
    """A row that misses by −3, within the limit and beyond it."""
    row = np.array([[2.0]]), np.array([[6.0]]), np.array([[1.0]]), 1.0
    turned = ABS_ALONE if right_above(answer, *row) else SIGN
    within = {OUTSIDE: -10, HALF: -3, turned: 6}
    beyond = {
        NOT_HELD: -6,
        BLOWN: -3,
        HALF_OUTSIDE: -0.5,
        DROPPED: 0,
        NO_SIGN: 1,
    }
    for delta, slope, known in ((5.0, -6.0, within), (0.5, -1.0, beyond)):
        call(answer, *row, delta).returns(
            (np.array([[2 * slope]]), slope),
            mistakes={
                text: (np.array([[2.0 * wrong]]), float(wrong))
                for text, wrong in known.items()
            },
            names=NAMES,
        )


def right_above(answer, x, y, w, b):
    """Tell whether a row that misses by +3 is pulled as it should be."""
    made = call(answer, x, y - 6, w, b, 5.0)
    return not compare(made.value, (np.array([[12.0]]), 6.0))


@points(1)
def test_the_shapes_are_those_of_w_and_b(answer):
    pair(answer, *problem(5, 3, 0, 1.0))


def pair(answer, x, *rest):
    """The call, with both parts of the right shape."""
    made = call(answer, x, *rest)
    made.require(
        isinstance(made.value, tuple | list) and len(made.value) == 2,
        "It should return two things: (grad_w, grad_b).",
    )
    grad_w, grad_b = made.value
    wanted = (x.shape[1], 1)
    made.require(
        np.shape(grad_w) == wanted,
        f"grad_w has the shape {np.shape(grad_w)}; a gradient has the shape "
        f"of what it belongs to, here {wanted}.",
    )
    made.require(
        np.shape(grad_b) == (),
        f"grad_b has the shape {np.shape(grad_b)}; b is one number, and so "
        "is its derivative: the contributions of all rows together.",
    )
    return made


@points(2)
def test_near_and_far_rows_together(answer):
    check(answer, *problem(12, 3, seed=1, delta=2.0))


@points(1)
def test_several_limits(answer):
    for delta in (0.3, 1.0, 5.0):
        check(answer, *problem(9, 2, seed=2, delta=delta))


@points(1)
def test_rows_exactly_at_the_limit(answer):
    x = np.array([[1.0], [2.0], [-3.0], [0.5]])
    w, b, delta = np.array([[2.0]]), 1.0, 1.5
    r = np.array([[1.5], [-1.5], [0.25], [4.0]])
    pull, at = 2 * np.clip(r, -delta, delta), np.abs(r) == delta
    call(answer, x, x @ w + b - r, w, b, delta).returns(
        pulled(x, pull),
        mistakes={
            NEITHER: pulled(x, np.where(at, 0, pull)),
            BOTH: pulled(x, np.where(at, 2 * pull, pull)),
        },
        names=NAMES,
    )


@points(1)
def test_a_wide_limit_is_the_squared_error(answer):
    x, y, w, b, _ = problem(8, 2, seed=3, delta=1.0)
    call(answer, x, y, w, b, 1e6).returns(
        pulled(x, 2 * (x @ w + b - y)),
        names=NAMES,
    )


@points(1)
def test_thousands_of_rows(answer):
    x, y, w, b, delta = problem(5000, 2, seed=8, delta=1.5)
    y[3000:] += 2
    check_large(answer, x, y, w, b, delta)


@points(1)
def test_large_and_small_numbers(answer):
    """Where everything is a millionth, the slopes are, too."""
    x, y, w, b, delta = problem(9, 2, seed=9, delta=1.5)
    for s in (1e-6, 1e6):
        check_large(answer, x, y * s, w * s, b * s, delta * s)


@points(1)
def test_any_layout_and_whole_numbers(answer):
    x, y, w, b, delta = problem(3, 6, seed=10, delta=1.0)
    check(answer, x.T, problem(6, 3, 11, delta)[1], w[:3], b, delta)
    check(answer, x[:1], y[:1], w, b, delta)
    whole = np.array([[1, -2], [3, 4], [-5, 10]])
    check_large(answer, whole, np.array([[7], [0], [-3]]), w[:2], 2, 3)


@points(1)
def test_a_far_row_pulls_no_harder_for_being_farther(answer):
    x, y, w, b, delta = problem(6, 2, seed=4, delta=1.5)
    y[2] = -50.0
    near = pair(answer, x, y, w, b, delta)
    y[2] = -5000.0
    far = pair(answer, x, y, w, b, delta)
    far.require(
        close(near.value[0], far.value[0], 1e-5)
        and close(near.value[1], far.value[1], 1e-5),
        "The row whose target is −5000 pulls otherwise than it did when its "
        "target was −50. Beyond delta the pull is the same at any distance: "
        "r itself does not occur in it.",
    )


@points(1)
@given(
    arrays(float, (4, 2), elements=st.integers(-9, 9)),
    arrays(float, (4, 1), elements=st.integers(-9, 9)),
    st.integers(-3, 3),
)
def test_any_rows(answer, x, y, b):
    w = np.array([[0.5], [-2.0]])
    check(answer, x, y, w, float(b), 2.25, named=False, atol=1e-5)


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    expect(answer.huber_gradient, *problem(4, 2, 5, 0.5)).leaves_inputs()
