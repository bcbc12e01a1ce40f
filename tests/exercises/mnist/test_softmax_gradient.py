import numpy as np
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, numeric_gradient, points

HINTS = [
    "Take the logarithm of the fraction apart: −log p_y = −z_y + log Σ e^z. "
    "Differentiate the two terms one after the other.",
    "The gradient of one row is p minus the one-hot label: 1 is subtracted "
    "at the label and nothing elsewhere.",
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
PER_ENTRY = (
    "you divided by all n·k entries; the mean runs over the n rows only."
)
OVERFLOW = (
    "the powers overflow. Subtract each row's largest logit before you take "
    "them."
)


def loss(logits, labels):
    """Mean cross-entropy, by SciPy."""
    each = scipy.special.log_softmax(logits, axis=1)
    return -np.mean([row[k] for row, k in zip(each, labels, strict=True)])


def naive(logits, labels):
    with np.errstate(all="ignore"):
        p = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    return (p - np.eye(logits.shape[1])[labels]) / len(logits)


def check(answer, logits, labels):
    """Compare with the slope measured by small steps."""
    right = numeric_gradient(lambda z: loss(z, labels), logits, step=1e-4)
    n, k = logits.shape
    p = scipy.special.softmax(logits, axis=1)
    return expect(answer.softmax_gradient, logits, labels).returns(
        right,
        mistakes={
            SUMMED: right * n,
            NO_LABEL: p,
            NO_LABEL_N: p / n,
            SIGN: -right,
            "the sign is turned round, and it is not divided by n.": -n
            * right,
            PER_ENTRY: right / k,
            OVERFLOW: naive(logits, labels),
        },
        rtol=1e-5,
        atol=1e-7,
    )


def batch(n=4, k=3, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, k)), rng.integers(0, k, n)


@points(1)
def test_one_row_by_hand(answer):
    check(answer, np.array([[0.0, 0.0]]), np.array([0]))


@points(2)
def test_the_slope_measured_by_small_steps(answer):
    check(answer, *batch())


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
    sums = np.abs(np.sum(call.value, axis=-1))
    call.require(
        np.shape(call.value) == (6, 10) and bool(np.all(sums < 1e-9)),
        "The rows of the result do not sum to zero. Probability is moved "
        "from class to class: what one logit gains the others lose.",
    )


@points(1)
def test_large_logits_do_not_overflow(answer):
    logits = np.array([[1000.0, 0.0], [0.0, -1000.0], [800.0, 800.0]])
    check(answer, logits, np.array([1, 0, 0]))


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    expect(answer.softmax_gradient, *batch(seed=2)).leaves_inputs()
