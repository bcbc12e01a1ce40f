import numpy as np
import scipy.special

from d2lcode.grading import expect, points
from d2lcode.grading.wording import kind

TRAINS = "sampling with temperature and top-k"
HINTS = [
    "Divide by the temperature, hide what is not among the k largest with "
    "minus infinity, then softmax.",
    "`np.sort(logits, axis=1)[:, -k]` is each row's k-th largest; what is "
    "not below it stays. At temperature 0, only the largest stays.",
    "The running sums of the probabilities, `np.cumsum(p, axis=1)`, end in "
    "1. Count for each row how many of them lie below `rng.random()`.",
]

TIMES = "the logits were multiplied by the temperature; divide."
NO_TEMPERATURE = "the temperature has not been used."
NO_TOP_K = "top_k has not been used."
LARGEST = "always the largest was taken; it should be drawn."
EQUAL = (
    "the tokens that are left came equally often. They keep their "
    "probabilities, made to add up to one."
)
RANKS = (
    "these are places in the sorted order. The token is the column in the "
    "logits as they came."
)
TIES = "tokens that tie with the k-th were dropped; all of them stay."
STRICT = "the k-th largest was dropped, too; k of them stay."
ONE_MORE = "one token too many was kept."
SMALLEST = "the k smallest were kept, not the k largest."
FIRST_ROW = "all rows were drawn with the probabilities of the first."
COLD_TIES = "at temperature 0 the first of the largest was always taken."

FLOOR = (
    "a small temperature was replaced by a larger one. Divide by any that is "
    "not 0; at 0, nothing is divided."
)

NAN = (
    "\nLikely mistake: something is nan. Did the powers overflow, or was "
    "something divided by 0?"
)

EACH = 1500
LOGITS = np.array(
    [
        [0.2, 1.7, -0.6, 2.1, 0.9, -1.3],
        [1.9, -0.4, 1.2, 0.1, -2.0, 0.8],
        [-1.1, 0.5, 2.4, -0.3, 1.6, 1.0],
    ]
)


def kept(z, k):
    """What is among the k largest of each row, or ties with them."""
    least = np.sort(z, axis=1)[:, -min(k, z.shape[1]), None]
    return np.where(z >= least, z, -np.inf)


def spread(z, temperature=1.0):
    if temperature == 0:
        top = z == z.max(axis=1, keepdims=True)
        return top / top.sum(axis=1, keepdims=True)
    z = z - z.max(axis=1, keepdims=True)
    return scipy.special.softmax(np.maximum(z, -1e200) / temperature, axis=1)


def truth(logits, temperature=1.0, top_k=None):
    """The probabilities of each row, (n, v)."""
    z = np.asarray(logits, float)
    return spread(kept(z, top_k or z.shape[1]), temperature)


def smallest(z, k):
    return np.where(np.isfinite(kept(-z, k)), z, -np.inf)


def mistakes(logits, temperature=1.0, top_k=None):
    z = np.asarray(logits, float)
    v = z.shape[1]
    k = min(top_k or v, v)
    p = truth(z, temperature, k)
    found = {
        NO_TOP_K: spread(z, temperature),
        NO_TEMPERATURE: spread(kept(z, k)),
        LARGEST: spread(z, 0),
        RANKS: -np.sort(-p, axis=1),
        ONE_MORE: truth(z, temperature, k + 1),
        SMALLEST: spread(smallest(z, k), temperature) if k < v else p,
        FIRST_ROW: np.repeat(p[:1], len(z), axis=0),
    }
    if k < v:
        found[EQUAL] = (p > 0) / (p > 0).sum(axis=1, keepdims=True)
    if temperature:
        found[TIMES] = spread(kept(z, k), 1 / temperature)
        if 1 < k < v:
            found[STRICT] = truth(z, temperature, k - 1)
    return found


BOARDS = [
    (LOGITS, 0.6, 3),
    (LOGITS[::-1] * 1.1, 1.7, 4),
    (LOGITS[:, ::-1], 2.0, None),
    (LOGITS, 0.5, 2),
    (LOGITS[1:], 1.0, 3),
]


def drawn(answer, logits, temperature=1.0, top_k=None, each=EACH, seed=0):
    """Draw for each row many times; the rows are interleaved.

    Returns:
        The call, and how often each token came for each row, (n, v).
    """
    many = np.tile(logits, (each, 1))
    rng = np.random.default_rng(seed)
    given = () if top_k is None else (top_k,)
    given = (temperature, *given) if given or temperature != 1 else ()
    call = expect(answer.sample, many, rng, *given)
    tokens = tokens_of(call, many)
    counts = np.zeros(logits.shape, int)
    np.add.at(counts, (np.tile(np.arange(len(logits)), each), tokens), 1)
    return call, counts


def tokens_of(call, logits):
    """Check what came back: n whole numbers, each a column."""
    value, (n, v) = call.value, logits.shape
    call.require(
        isinstance(value, np.ndarray) and value.dtype.kind in "iu",
        f"It returned {kind(value)}; expected an array of whole numbers.",
    )
    call.require(
        value.shape == (n,),
        f"It returned an array of shape {value.shape}; expected ({n},), a "
        "token for each row.",
    )
    call.require(
        bool(((value >= 0) & (value < v)).all()),
        f"It returned tokens from {value.min()} to {value.max()}; expected "
        f"columns, from 0 to {v - 1}." + NAN * int(value.max() >= v),
    )
    call.leaves_inputs()
    return value


def fits(counts, p, each):
    """Whether such counts may come of such probabilities.

    Five standard deviations happen once in millions of draws.
    """
    slack = 5 * np.sqrt(each * p * (1 - p)) + 3 * ((p > 0) & (p < 1))
    return bool((np.abs(counts - each * p) <= slack).all())


def explains(answer, name, arguments):
    """Whether a mistake explains what comes of these arguments, too.

    Returns:
        None where it would show nothing.
    """
    guess, right = mistakes(*arguments).get(name), truth(*arguments)
    if guess is None or fits(EACH * guess, right, EACH):
        return None
    return fits(drawn(answer, *arguments, seed=1)[1], guess, EACH)


def likely(answer, counts, arguments, each):
    """The one mistake that explains these counts and others."""
    found = []
    for name, guess in mistakes(*arguments).items():
        if fits(counts, guess, each):
            others = [explains(answer, name, board) for board in BOARDS]
            if False not in others and True in others:
                found.append(name)
    return found[0] if len(found) == 1 else ""


def check(answer, logits, temperature=1.0, top_k=None, why="", each=EACH):
    arguments = logits, temperature, top_k
    call, counts = drawn(answer, *arguments, each=each)
    p = truth(*arguments)
    for row in range(len(logits)):
        if not fits(counts[row], p[row], each):
            why = why or likely(answer, counts, arguments, each)
            call.fail(
                f"Of {each} rows with the logits {show_row(logits[row])}, the "
                f"tokens 0, 1, … came {counts[row].tolist()} times; expected "
                f"about {np.rint(each * p[row]).astype(int).tolist()}."
                + (f"\nLikely mistake: {why}" if why else "")
            )


def show_row(row):
    return "[" + ", ".join(f"{z:.4g}" for z in row) + "]"


@points(2)
def test_tokens_come_with_their_probabilities(answer):
    check(answer, LOGITS[:1])
    check(answer, LOGITS)
    check(answer, np.asfortranarray(LOGITS[:2, :4]).astype(np.float32))
    check(answer, np.zeros((2, 1)))
    check(answer, np.log([[0.25, 0.75]]), each=1)
    for top_k in (None, 1000):
        rng = np.random.default_rng(5)
        calls = [
            expect(answer.sample, LOGITS[:1], rng, 1.0, top_k)
            for _ in range(60)
        ]
        came = {int(tokens_of(call, LOGITS[:1])[0]) for call in calls}
        calls[0].require(
            len(came) > 2,
            "Called with this single row 60 times, it gave no other tokens "
            f"than {sorted(came)}.",
        )


@points(2)
def test_temperature_divides_the_logits(answer):
    for temperature in (0.5, 2.0, 0.9, 5):
        check(answer, LOGITS, temperature)


@points(2)
def test_only_the_k_largest_are_drawn(answer):
    for k in (3, 2, 5, 1):
        check(answer, LOGITS, 1.0, k)
    check(answer, LOGITS, 2.0, 3)
    check(answer, LOGITS - 7, 0.5, 4)


@points(1)
def test_k_may_be_the_whole_vocabulary_or_more(answer):
    for k in (6, 7, 1000):
        check(answer, LOGITS, 1.0, k)


@points(1)
def test_tokens_that_tie_with_the_kth_are_kept(answer):
    tied = np.array([[1.0, 2.0, 1.0, 0.5, 1.0, 2.5], [3.0, 3.0, 0, 3.0, 0, 1]])
    for k in (3, 2, 1, 4):
        _, counts = drawn(answer, tied, 1.0, k)
        came = counts > 0
        left = spread(np.where(came, tied, -np.inf))
        exactly = (came.sum(axis=1) == k).all() and fits(counts, left, EACH)
        check(answer, tied, 1.0, k, why=TIES if exactly else "")


@points(2)
def test_at_temperature_zero_the_largest_is_taken(answer):
    check(answer, LOGITS, 0.0, each=20)
    check(answer, LOGITS, 0, 3, each=20)
    check(answer, LOGITS, 0, 1, each=20)
    tied = np.array([[2.0, 7.0, 7.0, 1.0], [4.0, 0.5, 4.0, 4.0]])
    for k in (None, 1, 3):
        _, counts = drawn(answer, tied, 0, k)
        first = np.eye(4)[tied.argmax(axis=1)]
        why = COLD_TIES if fits(counts, first, EACH) else ""
        check(answer, tied, 0, k, why=why)


@points(2)
def test_large_logits_and_small_temperatures(answer):
    check(answer, np.array([[1e4, 1e4 - 1, -1e4], [-9e3, -9e3 + 2, -9e3]]))
    check(answer, LOGITS * 0.01 - 800, 0.02, 4)
    check(answer, LOGITS * 1e4, 1e-9, each=20)
    check(answer, LOGITS - 5000, 1e-3, 2, each=20)
    check(answer, np.array([[80.0, 89.5, 90.0]], np.float32))
    check(answer, LOGITS, 1e6)


@points(1)
def test_small_logits_and_small_temperatures(answer):
    small = LOGITS * 1e-20
    for temperature, k in ((1e-20, None), (1e-20, 3), (0, None)):
        _, counts = drawn(answer, small, temperature, k)
        why = FLOOR if fits(counts, truth(small, 1.0, k), EACH) else ""
        check(answer, small, temperature, k, why=why)


@points(1)
def test_a_large_vocabulary(answer):
    rng = np.random.default_rng(3)
    z = rng.permutation(np.repeat([0.0, 4.0], [1990, 10]))[None]
    few = np.flatnonzero(z[0])
    call, counts = drawn(answer, z, 1.0, 10)
    share = counts[0, few]
    call.require(
        share.sum() == EACH and fits(share, np.full(10, 0.1), EACH),
        f"Of 2000 tokens, ten are the largest and equal. In {EACH} draws "
        f"with top_k=10 they came {share.tolist()} times, and others "
        f"{EACH - share.sum()} times.",
    )


@points(1)
def test_draws_come_from_the_generator(answer):
    many = np.zeros((300, 7))
    for given in ((), (0,), (1.0, 3), (0.5, 9)):
        rng = np.random.default_rng(4)
        call = expect(answer.sample, many, rng, *given)
        one, two = call.value, expect(answer.sample, many, rng, *given).value
        rng = np.random.default_rng(4)
        same = expect(answer.sample, many, rng, *given).value
        call.require(
            np.array_equal(one, same),
            "Two generators of the same seed gave different tokens. Draw "
            "from rng and from nothing else.",
        )
        call.require(
            not np.array_equal(one, two),
            "A second call with the same generator gave the same tokens. "
            "Draw from rng itself, not from a generator of your own.",
        )


@points(1)
def test_each_row_is_drawn_by_itself(answer):
    call, _ = drawn(answer, np.zeros((1, 2)))
    tokens = call.value
    same = int((tokens[1:] == tokens[:-1]).sum())
    call.require(
        abs(same - EACH / 2) < 5 * np.sqrt(EACH / 4),
        f"Of two equally likely tokens in {EACH} rows, a row had the token "
        f"of the row before {same} times; expected about {EACH // 2}. Each "
        "row needs a draw of its own.",
    )
