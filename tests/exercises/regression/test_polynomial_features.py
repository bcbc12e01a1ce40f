import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, points

TRAINS = "feature engineering with powers"
HINTS = [
    "`x**2` squares every entry; `np.hstack([a, b])` puts arrays side by "
    "side.",
    "Build a list with one array for each power, "
    "`for power in range(1, degree + 1)`; range stops before its end.",
    "Convert first, `x = x.astype(np.float64)`, then take the powers.",
]

# Small whole numbers, of which powers leave the type, and square ones.
BOARDS = [
    (np.array([[100, -7], [3, 50], [9, -90]], dtype=np.int8), 3),
    (np.array([[90, 25], [-31, 70], [6, -8]], dtype=np.int8), 2),
]
ONE = "there is a column of ones (the power 0). Begin with the power 1."
ONES = "there are columns of ones (the power 0). Begin with the power 1."
SHORT = "the highest power is missing. range(1, degree) stops at degree − 1."
BELOW = (
    "the powers lie below one another, as np.vstack puts them; np.hstack "
    "puts them side by side."
)
ONE_EACH = (
    "every column got a single power, the first the power 1, the second the "
    "power 2. Each column needs all of them."
)
BY_COLUMN = (
    "the columns come column by column: all powers of the first, then all "
    "of the second. The task asks for power by power."
)
MULTIPLES = "these are multiples of x. A power is x**k, not x * k."
OVERFLOW = (
    "the powers were taken in the array's own type, which cannot hold them. "
    "Convert to float64 before, not after."
)


def truth(x, degree):
    """Number by number, with Python's own arithmetic."""
    rows = [
        [float(v) ** k for k in range(1, degree + 1) for v in row]
        for row in x.tolist()
    ]
    width = x.shape[1] * degree
    return np.array(rows, dtype=np.float64).reshape(len(x), width)


def mistakes(x, degree):
    """What each likely mistake would give."""
    wide = x.astype(np.float64)
    steps = range(1, degree + 1)
    with np.errstate(all="ignore"):
        narrow = np.hstack([x**k for k in steps]).astype(np.float64)
    columns = [wide[:, [j]] ** k for j in range(x.shape[1]) for k in steps]
    return {
        BY_COLUMN: np.hstack(columns),
        MULTIPLES: np.hstack([wide * k for k in steps]),
        OVERFLOW: narrow,
        BELOW: np.vstack([wide**k for k in steps]),
        **mistaken_powers(wide, degree),
    }


def mistaken_powers(x, degree):
    """What comes back where a power is too many, or missing."""
    right = [x**k for k in range(1, degree + 1)]
    likely = {
        ONE: np.hstack([x[:, :1] ** 0, *right]),
        ONES: np.hstack([x**0, *right]),
    }
    if degree > 1:
        likely[SHORT] = np.hstack(right[:-1])
    if degree == x.shape[1]:
        likely[ONE_EACH] = x ** np.arange(1, degree + 1)
    return likely


def check(answer, x, degree, boards=BOARDS):
    call = expect(answer.polynomial_features, x, degree).returns(
        truth, mistakes=mistakes, boards=boards, rtol=1e-9, atol=0
    )
    return call.require(
        call.value.dtype == np.float64,
        f"The result has the type {call.value.dtype}; the task asks for "
        "float64.",
    )


@points(1)
def test_the_example(answer):
    check(answer, np.array([[2, 5]]), 3)


@points(1)
def test_several_rows_and_columns(answer):
    x = np.array([[1.5, -2.0, 0.5], [0.0, 3.0, -1.0]])
    for degree in (1, 2, 5):
        check(answer, x, degree)


@points(1)
def test_the_result_is_float64(answer):
    for kind in (np.float32, np.int64):
        x = np.array([[1, 2], [3, 4]], dtype=kind)
        check(answer, x, 2)
        check(answer, x, 1)


@points(1)
def test_small_integers_do_not_overflow(answer):
    check(answer, np.array([[100, -7]], dtype=np.int8), 3)
    for kind in "uint8", "int16", "uint16", "int32", "uint32", "int64":
        most = np.iinfo(kind).max // 3
        x = np.array([[most, 7], [5, 11]], dtype=kind)
        board = np.array([[most - 2, 4], [most // 5, 3], [1, 2]], dtype=kind)
        check(answer, x, 3, boards=[(board, 2), (board, 4)])


@points(1)
def test_float32_is_widened_first(answer):
    check(answer, np.array([[1e10], [-0.5]], dtype=np.float32), 5)
    check(answer, np.array([[0.1], [-0.7]], dtype=np.float32), 4)
    check(answer, np.array([[300.0], [-0.1]], dtype=np.float16), 3)


@points(1)
def test_any_layout_and_size(answer):
    x = np.arange(12.0).reshape(3, 4) - 2.5
    check(answer, x.T, 3)
    check(answer, x[:0], 2)
    check(answer, x * 1e-6, 3)
    rows = np.random.default_rng(0).normal(size=(3000, 2))
    check(answer, rows, 4)


@points(1)
@given(arrays(float, (3, 2), elements=st.integers(-20, 20)), st.integers(1, 6))
def test_any_numbers(answer, x, degree):
    check(answer, x / 4, degree)


@points(1)
def test_the_array_that_came_in_is_untouched(answer):
    x = np.array([[1.5, -2.0], [0.5, 3.0]])
    expect(answer.polynomial_features, x, 3).leaves_inputs()
