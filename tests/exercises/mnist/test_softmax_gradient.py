import numpy as np
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import close, expect, numeric_gradient, points

TRAINS = "the gradient of softmax and cross-entropy"
HINTS = [
    "Take the logarithm of the fraction apart: −log p_y = −z_y + log Σ e^z. "
    "Differentiate the two terms one after the other.",
    "The gradient of one row is p, less 1 at the label and nothing elsewhere.",
    "`gradient[np.arange(n), labels] -= 1` subtracts 1 in each row at its "
    "label; divide by n at the end.",
]

SUMMED = (
    "you did not divide by n. The loss is the mean over the rows, so each "
    "row has an n-th part in it."
)
NO_LABEL = (
    "these are the probabilities themselves. The label has not been "
    "subtracted: p − 1 at the label, p elsewhere."
)
NO_LABEL_N = (
    "these are the probabilities divided by n. The label has not been "
    "subtracted: p − 1 at the label, p elsewhere."
)
SIGN = (
    "the sign is turned round: this is label minus probability. The loss "
    "falls where the label's logit rises, so the gradient there is negative."
)
UNDIVIDED_SIGN = "the sign is turned round, and it is not divided by n."
PER_ENTRY = (
    "you divided by all n·k entries; the mean runs over the n rows only."
)
PER_CLASS = "you divided by the k classes; the mean runs over the n rows only."
UNDIVIDED_ONE = (
    "p is divided by n, and the 1 at the label is not. Subtract first, and "
    "divide the difference."
)
NUMBER = (
    "you subtracted the label's number from the whole row. The label says "
    "*where* to subtract; what is subtracted is 1."
)
ALL_LABELS = (
    "p[:, labels] takes the columns of all labels, in every row. "
    "p[np.arange(n), labels] takes one entry in each row."
)
IN_P = (
    "this is the slope in the probability, −1/p. One step back, through the "
    "softmax to the logits, is missing."
)
COLUMNS = (
    "your softmax runs down the columns (axis=0). Each row is a picture: sum "
    "along axis=1."
)
TWICE = "there is no square here, so its slope brings no factor 2."
SQUARED = (
    "this is the slope of the squared error between the probabilities and "
    "the label. The loss here is the cross-entropy."
)
OVERFLOW = (
    "the powers overflow. Subtract each row's largest logit before you take "
    "them."
)

FIRST = (
    "you subtracted each row's first logit. Another may lie far above it: "
    "subtract the maximum."
)
CUT = (
    "you cut the logits off. That makes large ones equal which are not; "
    "subtract each row's maximum instead."
)


def loss(logits, labels):
    """Mean cross-entropy, by SciPy."""
    each = scipy.special.log_softmax(logits, axis=1)
    return -np.mean([row[k] for row, k in zip(each, labels, strict=True)])


def measured(logits, labels):
    """The slope, by small steps."""
    return numeric_gradient(lambda z: loss(z, labels), logits, step=1e-4)


def truth(logits, labels):
    """The same by the formula, for many rows."""
    p = scipy.special.softmax(np.array(logits, float), axis=1)
    for row, label in zip(p, labels, strict=True):
        row[label] -= 1
    return p / len(p)


def at_labels(logits, labels):
    return np.eye(logits.shape[1])[labels]


def softmax(logits):
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)


def squared(logits, labels):
    """The slope of the squared error between p and the label."""
    p = scipy.special.softmax(logits, axis=1)
    miss = p - at_labels(logits, labels)
    inner = (p * miss).sum(axis=1, keepdims=True)
    return 2 * p * (miss - inner) / len(logits)


def mistakes(logits, labels):
    z, labels = np.array(logits, float), labels.astype(int)
    n, k = z.shape
    p, at = scipy.special.softmax(z, axis=1), at_labels(z, labels)
    right = (p - at) / n
    everywhere = p.copy()
    everywhere[:, labels] -= 1
    return {
        NO_LABEL_N: p / n,
        NO_LABEL: p,
        NUMBER: (p - labels[:, None]) / n,
        IN_P: np.where(at, -1 / p, 0) / n,
        COLUMNS: (scipy.special.softmax(z, axis=0) - at) / n,
        SIGN: -right,
        UNDIVIDED_SIGN: -n * right,
        TWICE: 2 * right,
        SQUARED: squared(z, labels),
        OVERFLOW: (softmax(z) - at) / n,
        CUT: (softmax(np.clip(z, -500, 500)) - at) / n,
        FIRST: (softmax(z - z[:, :1]) - at) / n,
        SUMMED: right * n,
        PER_ENTRY: right / k,
        PER_CLASS: right * n / k,
        UNDIVIDED_ONE: p / n - at,
        ALL_LABELS: everywhere / n,
    }


def check(answer, logits, labels, right=truth):
    """Compare with the slope."""
    return expect(answer.softmax_gradient, logits, labels).returns(
        right,
        mistakes=mistakes,
        boards=BOARDS,
        rtol=1e-5,
        atol=1e-7,
    )


def batch(n=3, k=4, seed=0):
    """Random logits and labels; the last class does not occur."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, k)), rng.integers(0, k - 1, n)


# Labels that come twice and all different ones, and large logits.
BOARDS = [
    (batch(5, 4, seed=3)[0], np.array([2, 0, 2, 1, 0])),
    (batch(3, 6, seed=4)[0], np.array([4, 0, 3])),
    (
        np.array([[900.0, -3, 2], [0.5, 1000, 1], [-900, -903, -901]]),
        np.array([1, 1, 0]),
    ),
]


@points(1)
def test_one_row_by_hand(answer):
    check(answer, np.log([[1.0, 2.0, 5.0]]), np.array([2]))


@points(2)
def test_the_slope_measured_by_small_steps(answer):
    check(answer, *batch(), measured)
    for kind in (np.uint8, np.int32):
        logits, labels = batch(300, 12, seed=5)
        check(answer, logits, labels.astype(kind))
    labels = np.array([7, 255, 41, 0], np.uint8)
    check(answer, batch(4, 300, seed=8)[0], labels)
    logits, labels = batch(2000, 3, seed=6)
    check(answer, np.asfortranarray(logits), labels)
    logits, labels = batch(20, 5, seed=7)
    check(answer, logits.astype(np.float32), labels)


@points(1)
@given(
    arrays(float, (3, 4), elements=st.integers(-20, 20)),
    arrays(np.int64, 3, elements=st.integers(0, 3)),
)
def test_any_logits_and_labels(answer, logits, labels):
    check(answer, logits / 4, labels)


@points(1)
def test_each_row_sums_to_zero(answer):
    logits, labels = batch(n=6, k=10, seed=1)
    call = expect(answer.softmax_gradient, logits, labels)
    call.require(
        np.shape(call.value) == (6, 10),
        "It did not return an array of shape (6, 10).",
    )
    call.require(
        close(np.sum(call.value, axis=1), np.zeros(6), atol=1e-9),
        "The rows of the result do not sum to zero. Probability is moved "
        "from class to class: what one logit gains the others lose.",
    )


@points(1)
def test_large_logits_do_not_overflow(answer):
    logits = np.array([[1000.0, 0.0], [0.0, -1000.0], [800.0, 800.0]])
    check(answer, logits, np.array([1, 0, 0]))
    rows = [[2, -1000, 1000], [-900, -901, -902], [0.5, 1000, 998]]
    # Beyond any limit; and powers that only just fit, but not their sum.
    rows += [[3, 16e6 - 1, 16e6], [709, 708.5, 709], [-740, -741.5, -739.5]]
    for row in rows:
        check(answer, np.array([row], float), np.array([1]))


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    made = expect(answer.softmax_gradient, *batch(seed=2))
    made.require(
        np.shape(made.value) == (3, 4),
        "It did not return an array of shape (3, 4).",
    ).leaves_inputs()
