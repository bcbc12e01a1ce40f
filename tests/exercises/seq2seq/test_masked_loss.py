import numpy as np
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, numeric_gradient, points

TRAINS = "padding, masks and the loss of a sequence"
HINTS = [
    "Do not compute at padding at all. `y >= 0` is an array of True and "
    "False, and an array can be indexed by one of its shape.",
    "`logits[y >= 0]` has the shape (m, v) and `y[y >= 0]` (m,): the logits "
    "and labels of an ordinary classifier.",
    "For the gradient, start from `np.zeros(logits.shape)` and write "
    "(p − 1 at the label) / m into its places `[y >= 0]`.",
]

LAST_WORD = (
    "padding was counted as a word. As an index, −1 means the last word of "
    "the vocabulary, so nothing failed."
)
FIRST_WORD = "padding was counted as word 0. It is not a word."
ALL_PLACES = (
    "you divided by all n·t positions; the mean runs over those that hold "
    "a word."
)
SENTENCES = (
    "you took a mean for each sentence, and then their mean. All words "
    "count alike: divide the sum of all by the number of all words."
)
ROWS = "you divided by the n sentences; the mean runs over their words."
SUMMED = "you did not divide by the number of words."
ENTRIES = "you divided by the entries of the logits; divide by the words."
SIGN = "the sign is turned round."
NO_LABEL = "the 1 at the right word has not been subtracted."
OVERFLOW = (
    "the powers overflow. Subtract each position's largest logit before you "
    "take them."
)
BITS = "this is in bits: the natural logarithm is meant, np.log."


def words(logits, y):
    """The places that hold a word: sentence, position, label."""
    return [
        (i, j, int(y[i, j]))
        for i in range(y.shape[0])
        for j in range(y.shape[1])
        if y[i, j] >= 0
    ]


def costs(logits, y):
    """The cross-entropy of each word, by SciPy."""
    z = np.array(logits, float)
    return [-scipy.special.log_softmax(z[i, j])[k] for i, j, k in words(z, y)]


def loss(logits, y):
    found = costs(logits, y)
    return float(np.mean(found)) if found else 0.0


def measured(logits, y):
    """The derivative, by small steps."""
    return numeric_gradient(lambda z: loss(z, y), logits, step=1e-4)


def gradient(logits, y):
    """The same by the formula, for many words."""
    z, places = np.array(logits, float), words(logits, y)
    made = np.zeros(z.shape)
    for i, j, k in places:
        made[i, j] = scipy.special.softmax(z[i, j])
        made[i, j, k] -= 1
        made[i, j] /= len(places)
    return made


def naive(logits, y):
    """The mean over the words, of powers as they are."""
    z = np.array(logits, float)
    totals = np.log(np.exp(z).sum(axis=2))
    return np.mean([totals[i, j] - z[i, j, k] for i, j, k in words(z, y)])


def loss_mistakes(logits, y):
    m, total = len(costs(logits, y)), sum(costs(logits, y))
    rows = [costs(logits[i : i + 1], y[i : i + 1]) for i in range(len(y))]
    own = [np.mean(row) for row in rows if row]
    clean, n = np.nan_to_num(np.array(logits, float)), len(y)
    if m == 0:
        return {}
    return {
        LAST_WORD: loss(clean, np.where(y < 0, clean.shape[2] - 1, y)),
        FIRST_WORD: loss(clean, np.maximum(y, 0)),
        ALL_PLACES: total / y.size,
        SENTENCES: float(np.mean(own)),
        ROWS: total / n,
        SUMMED: total,
        SIGN: -total / m,
        OVERFLOW: naive(logits, y),
        BITS: total / m / np.log(2),
    }


def gradient_mistakes(logits, y):
    right, m = gradient(logits, y), len(words(logits, y))
    clean, n = np.nan_to_num(np.array(logits, float)), len(y)
    if m == 0:
        return {}
    p = scipy.special.softmax(clean, axis=2) * (y >= 0)[..., None]
    return {
        LAST_WORD: gradient(clean, np.where(y < 0, clean.shape[2] - 1, y)),
        FIRST_WORD: gradient(clean, np.maximum(y, 0)),
        ALL_PLACES: right * m / y.size,
        ROWS: right * m / n,
        SUMMED: right * m,
        ENTRIES: right * m / logits.size,
        SIGN: -right,
        NO_LABEL: p / m,
    }


def check(answer, logits, y, named=True):
    """Compare both functions with their truths."""
    for function, right, mistakes in (
        (answer.masked_loss, loss, loss_mistakes),
        (answer.masked_gradient, gradient, gradient_mistakes),
    ):
        expect(function, logits, y).returns(
            right,
            mistakes=mistakes if named else None,
            boards=BOARDS if named else (),
            rtol=1e-5,
            atol=1e-7,
        )


def batch(lengths, longest, v, seed):
    """Random logits, and labels up to these lengths."""
    rng = np.random.default_rng(seed)
    n = len(lengths)
    y = rng.integers(0, v, (n, longest))
    y[np.arange(longest) >= np.array(lengths)[:, None]] = -1
    return rng.normal(size=(n, longest, v)), y


LARGE = np.array([[[900.0, -3, 2], [0.5, 1, 2]], [[1, 0, 3], [2, 900, 901]]])
BOARDS = [
    batch([5, 2, 3], 5, 4, seed=8),
    batch([1, 6], 6, 3, seed=9),
    (LARGE, np.array([[1, 0], [-1, 2]])),
]


@points(1)
def test_the_example_by_hand(answer):
    y = np.array([[0, 1, 1], [1, -1, -1]])
    zero = np.zeros((2, 3, 2))
    call = expect(answer.masked_loss, zero, y)
    call.returns(np.log(2), mistakes={ALL_PLACES: np.log(2) * 4 / 6})
    made = gradient(zero, y)
    expect(answer.masked_gradient, zero, y).returns(
        made, mistakes={ALL_PLACES: made * 4 / 6, SUMMED: made * 4}
    )


@points(2)
def test_padding_does_not_count(answer):
    check(answer, *batch([4, 1, 2], 4, 5, seed=0))
    check(answer, *batch([7, 3], 7, 3, seed=1))


@points(1)
def test_the_gradient_measured_by_small_steps(answer):
    logits, y = batch([3, 1], 3, 4, seed=2)
    expect(answer.masked_gradient, logits, y).returns(
        measured(logits, y),
        mistakes=gradient_mistakes(logits, y),
        rtol=1e-4,
        atol=1e-6,
    )


@points(1)
def test_what_stands_at_padding_does_not_spread(answer):
    for what in (np.nan, np.inf, -np.inf, 1e300):
        logits, y = batch([3, 1], 3, 4, seed=3)
        logits[y < 0] = what
        for function, right in (
            (answer.masked_loss, loss),
            (answer.masked_gradient, gradient),
        ):
            call = expect(function, logits, y)
            call.require(
                not np.any(np.isnan(np.asarray(call.value, float))),
                "It returned NaN: what stood at padding has spread. Zero "
                "times NaN is NaN; take the words out before you compute.",
            )
            call.returns(right, rtol=1e-5, atol=1e-7)


@points(1)
def test_large_logits_do_not_overflow(answer):
    logits = np.array([[[1000.0, 0, 2], [-900, -901, -902]]])
    check(answer, logits, np.array([[1, 2]]))
    logits = np.array([[[3.0, 16e6 - 1, 16e6]], [[709, 708.5, 709]]])
    check(answer, logits, np.array([[1], [-1]]))
    check(answer, logits, np.array([[-1], [1]]))


@points(1)
def test_padding_anywhere_and_whole_sentences_of_it(answer):
    logits, _ = batch([4, 4, 4], 4, 3, seed=4)
    y = np.array([[-1, 2, -1, 0], [-1, -1, -1, -1], [1, -1, 1, 2]])
    check(answer, logits, y)
    check(answer, logits, y.T[:3, [0, 2, 1, 0]])


@points(1)
def test_no_word_at_all(answer):
    logits, _ = batch([2, 2], 2, 3, seed=5)
    for table in (logits, logits * np.nan, np.zeros((0, 2, 3))):
        y = np.full(table.shape[:2], -1)
        call = expect(answer.masked_loss, table, y)
        call.require(
            not np.isnan(call.value),
            "It returned NaN, the mean of nothing. Where there is no word, "
            "the loss is 0.",
        ).returns(0.0)
        expect(answer.masked_gradient, table, y).returns(np.zeros(table.shape))


@points(1)
def test_other_types_and_layouts(answer):
    logits, y = batch([3, 1, 4], 4, 5, seed=6)
    check(answer, logits.astype(np.float32), y.astype(np.int8), named=False)
    check(answer, np.asfortranarray(logits), np.asfortranarray(y))
    logits, y = batch([2, 1], 2, 200, seed=6)
    check(answer, logits, y.astype(np.int16))


@points(1)
def test_thousands_of_words(answer):
    lengths = np.random.default_rng(7).integers(0, 50, 150)
    logits, y = batch(lengths, 50, 7, seed=7)
    logits[100:] *= 3
    check(answer, logits, y)


@points(1)
@given(
    arrays(float, (2, 3, 3), elements=st.integers(-20, 20)),
    arrays(np.int64, (2, 3), elements=st.integers(-1, 2)),
)
def test_any_logits_and_labels(answer, logits, y):
    check(answer, logits / 4, y, named=False)


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    logits, y = batch([3, 1], 3, 4, seed=2)
    expect(answer.masked_loss, logits, y).leaves_inputs()
    expect(answer.masked_gradient, logits, y).leaves_inputs()
