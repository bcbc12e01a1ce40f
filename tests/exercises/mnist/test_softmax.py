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
LARGEST_SIZE = (
    "you subtracted the largest size, whatever its sign. Of a row of negative "
    "logits the largest one lies far below that: subtract the maximum."
)
NOTHING_LEFT = (
    "the powers of very negative logits are all 0, and 0 divided by 0 is "
    "nan. Subtract the maximum in every row, whatever its size."
)
NO_COLUMN = (
    "the sums have the shape (n,), and NumPy lines them up with the columns. "
    "keepdims=True keeps them as a column, (n, 1)."
)

# In the first, no row is like another; in the others, each row breaks
# another of the mistakes.
BOARDS = [
    (np.array([[0.5, 1.0, -2.0], [3.0, 0.1, 0.7], [-1.0, -1.5, 2.5]]),),
    (
        np.array(
            [
                [2000, 0.5, -3],
                [900.3, 900, 901],
                [-1.5, -900, -903],
                [998.5, 1000, 999],
            ]
        ),
    ),
    (np.array([[-801.0, -800.0, -805.0], [-2000.0, -1999.5, -1998.0]]),),
]

# Rounded to five digits; what is then missing may stand with the largest.
NEAR = {"rtol": 3e-5, "atol": 1e-5}


def truth(logits):
    return scipy.special.softmax(np.asarray(logits, float), axis=1)


def divided(powers, axis=1):
    return powers / powers.sum(axis, keepdims=True)


def naive(logits):
    return divided(np.exp(logits))


def moved(logits, by):
    """Subtract one number from each row before the powers are taken."""
    return naive(logits - by(logits, axis=1, keepdims=True))


def largest_size(logits, **axis):
    return np.abs(logits).max(**axis)


def mistakes(logits):
    z = np.asarray(logits, float)
    n, k = z.shape
    found = {
        COLUMNS: scipy.special.softmax(z, axis=0),
        WHOLE: scipy.special.softmax(z),
        UNDIVIDED: np.exp(z),
        LOGARITHM: scipy.special.log_softmax(z, axis=1),
        LOGITS: z / z.sum(axis=1, keepdims=True),
        OVERFLOW: naive(z),
        CLIPPED: naive(np.clip(z, -700, 700)),
        MEAN: moved(z, np.mean),
        SMALLEST: moved(z, np.min),
        SHARED: naive(z - z.max()),
        LARGEST_SIZE: moved(z, largest_size),
        NOTHING_LEFT: naive(low(z)),
    }
    if n == k:
        shifted = np.exp(z - z.max(axis=1, keepdims=True))
        found[NO_COLUMN] = shifted / shifted.sum(axis=1)
    return found


def low(logits):
    """Take each row's maximum off, unless it is negative."""
    return logits - np.maximum(logits.max(axis=1, keepdims=True), 0)


def check(answer, logits):
    """Compare with SciPy, to five digits."""
    return expect(answer.softmax, logits).returns(
        truth,
        mistakes=mistakes,
        boards=BOARDS,
        **NEAR,
    )


@points(1)
def test_two_equal_logits(answer):
    check(answer, np.array([[0.0, 0.0]]))


@points(2)
def test_each_row_by_itself(answer):
    check(answer, np.array([[1.0, 2.0, 3.0], [0.0, -1.0, 4.0]]))
    for n, k in ((4, 1), (1, 6), (2000, 3), (3, 2000)):
        logits = np.random.default_rng(n).normal(size=(n, k)) * min(3 * k, 30)
        check(answer, logits)
        check(answer, np.asfortranarray(logits))


@points(1)
@given(arrays(float, (3, 4), elements=st.integers(-40, 40)))
def test_any_logits(answer, logits):
    check(answer, logits / 4)


@points(2)
def test_large_logits_do_not_overflow(answer):
    # Each row breaks another of the mistakes.
    rows = [[2000, 0, 0], [900, 900, 900], [0, -900, -900], [1000, 999, 998]]
    check(answer, np.array(rows, dtype=float))
    # The largest stands first, in the middle and last, or is none.
    rows = [[0.5, -8, 1e5], [3, 800, 799], [1e6, 1e6 - 1, -1e6], [-9e3] * 3]
    # Beyond any limit; and powers that only just fit, but not their sum.
    rows += [[16e6, 16e6 - 1, 3], [709, 708.5, 709], [-740, -741.5, -739.5]]
    for row in rows:
        check(answer, np.array([row], dtype=float))


@points(1)
def test_rows_far_apart(answer):
    check(answer, np.array([[900.0, 901.0], [-900.0, -903.0]]))
    check(answer, np.array([[-901.0, -900.0, -903.0]]))


@points(1)
def test_float32_as_networks_give_it(answer):
    logits = np.random.default_rng(0).normal(size=(5, 10)) * 5
    check(answer, logits.astype(np.float32))
    check(answer, np.array([[88.0, 90.0], [-200.0, -201.0]], np.float32))


@points(1)
def test_the_logits_are_untouched(answer):
    logits = np.array([[1.0, 2.0], [3.0, 5.0]])
    made = expect(answer.softmax, logits)
    made.require(
        np.shape(made.value) == (2, 2),
        "It did not return an array of shape (2, 2).",
    ).leaves_inputs()
