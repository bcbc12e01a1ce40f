import numpy as np
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, points

TRAINS = "softmax without overflow"
HINTS = [
    "`np.exp(logits)` gives all powers at once; each row is divided by its "
    "own sum, `axis=1`.",
    "`keepdims=True` keeps the sums as a column (n, 1), which then divides "
    "row by row.",
    "Subtract each row's largest logit before you take powers: it changes "
    "nothing but the size of the numbers.",
]

COLUMNS = (
    "you summed down the columns (axis=0). Each picture is a row: sum along "
    "axis=1."
)
WHOLE = (
    "you divided by the sum of the whole array. Each row sums to one by "
    "itself."
)
UNDIVIDED = "these are the powers; they have yet to be divided by their sum."
LOGARITHM = "these are the logarithms of the probabilities."
LOGITS = (
    "you divided the logits themselves by their sum. Take their powers first."
)
OVERFLOW = (
    "the powers overflow: e^1000 is infinite in floating point, and infinity "
    "divided by infinity is nan. Subtract each row's maximum first."
)
CLIPPED = (
    "you cut the logits off. That makes large ones equal which are not; "
    "subtract each row's maximum instead."
)
MEAN = (
    "you subtracted each row's mean. The largest logit may still lie far "
    "above it: subtract the maximum."
)
SMALLEST = (
    "you subtracted each row's smallest logit. The largest can only grow by "
    "that: subtract the maximum."
)
SHARED = (
    "you subtracted the maximum of the whole array. A row far below it then "
    "has nothing but zeros. Subtract each row's own."
)
NO_COLUMN = (
    "the sums have the shape (n,), and NumPy lines them up with the columns. "
    "keepdims=True keeps them as a column, (n, 1)."
)


def powers(logits):
    with np.errstate(all="ignore"):
        return np.exp(logits)


def naive(logits, axis=1):
    with np.errstate(all="ignore"):
        return powers(logits) / powers(logits).sum(axis, keepdims=True)


def moved(logits, by):
    """Subtract one number from each row before the powers are taken."""
    return naive(logits - by(logits, axis=1, keepdims=True))


def where_it_shows(logits):
    """Mistakes that not every table of logits can tell from others."""
    n, k = logits.shape
    sums = logits.sum(axis=1, keepdims=True)
    if np.all(sums):
        yield LOGITS, logits / sums
    if n == k:
        shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
        yield NO_COLUMN, shifted / shifted.sum(axis=1)


def check(answer, logits):
    """Compare with SciPy."""
    return expect(answer.softmax, logits).returns(
        scipy.special.softmax(logits, axis=1),
        mistakes={
            COLUMNS: scipy.special.softmax(logits, axis=0),
            WHOLE: scipy.special.softmax(logits),
            UNDIVIDED: powers(logits),
            LOGARITHM: scipy.special.log_softmax(logits, axis=1),
            OVERFLOW: naive(logits),
            CLIPPED: naive(np.clip(logits, -700, 700)),
            MEAN: moved(logits, np.mean),
            SMALLEST: moved(logits, np.min),
            SHARED: naive(logits - logits.max()),
            **dict(where_it_shows(logits)),
        },
        rtol=1e-5,
        atol=1e-9,
    )


@points(1)
def test_two_equal_logits(answer):
    check(answer, np.array([[0.0, 0.0]]))


@points(2)
def test_each_row_by_itself(answer):
    check(answer, np.array([[1.0, 2.0, 3.0], [0.0, -1.0, 4.0]]))


@points(1)
@given(arrays(float, (3, 4), elements=st.integers(-40, 40)))
def test_any_logits(answer, logits):
    check(answer, logits / 4)


@points(2)
def test_large_logits_do_not_overflow(answer):
    # Each row breaks another of the mistakes.
    rows = [[2000, 0, 0], [900, 900, 900], [0, -900, -900], [1000, 999, 998]]
    check(answer, np.array(rows, dtype=float))


@points(1)
def test_rows_far_apart(answer):
    check(answer, np.array([[900.0, 901.0], [-900.0, -903.0]]))


@points(1)
def test_float32_as_networks_give_it(answer):
    logits = np.random.default_rng(0).normal(size=(5, 10)) * 5
    check(answer, logits.astype(np.float32))


@points(1)
def test_the_logits_are_untouched(answer):
    logits = np.array([[1.0, 2.0], [3.0, 5.0]])
    made = expect(answer.softmax, logits)
    made.require(
        np.shape(made.value) == (2, 2),
        "It did not return an array of shape (2, 2).",
    ).leaves_inputs()
