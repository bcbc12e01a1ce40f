import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points
from d2lcode.grading.checks import RaisedError

TRAINS = "scaled dot-product attention with a mask"
HINTS = [
    "`q @ np.swapaxes(k, -1, -2)` gives all scores, (..., t, s), whatever "
    "stands before the last two axes. Softmax goes along the last axis.",
    "`np.where(mask, scores, -np.inf)` hides what must not be seen: "
    "e to the power of minus infinity is 0.",
    "Of a row without any key, the maximum is minus infinity and the sum of "
    "the powers 0. Subtract 0 there instead, and divide by 1.",
]

UNSCALED = "the scores have not been divided by √d."
BY_D = "the scores were divided by d; it should be its root, √d."
BY_SIZE = "√d is the root of the columns of q and k, not of v."
BY_KEYS = "√d is the root of the columns of q and k, not of their number."
QUERIES = (
    "softmax went along the axis of the queries. The weights of each query "
    "add up to one: axis=-1."
)
WHOLE = "softmax went over all scores at once; each query has its own."
INVERTED = "the mask is turned round: True is where a query may look."
AFTERWARDS = (
    "the mask came after softmax, and the weights that are left do not add "
    "up to one. Hide the scores before."
)
ZERO_SCORE = (
    "a hidden score was set to 0, and e⁰ is 1: such a key still has weight. "
    "Set it to minus infinity."
)
UNMASKED = "the mask has not been used."
ALL_OF_THEM = (
    "a query that may see nothing got the mean of all values: scores that "
    "are equally hidden are equal. It should get zeros."
)
NOT_LOW_ENOUGH = (
    "the scores that may be seen are lower than what hides the others. Only "
    "minus infinity is below all of them."
)
OVERFLOW = (
    "the powers overflow. Subtract each row's largest score before you take "
    "them."
)
SHARED = (
    "one maximum was subtracted from all rows; in a row far below it nothing "
    "is left. Subtract each row's own."
)


def scores_of(q, k):
    q, k = np.asarray(q, float), np.asarray(k, float)
    return np.einsum("...td,...sd->...ts", q, k)


def softmax(scores, axis=-1):
    """Softmax that gives zeros where nothing is above minus infinity."""
    top = scores.max(axis, keepdims=True)
    with np.errstate(invalid="ignore"):
        powers = np.exp(scores - top)
    powers = np.where(np.isfinite(top), powers, 0)
    total = powers.sum(axis, keepdims=True)
    return np.divide(
        powers, total, out=np.zeros(scores.shape), where=total > 0
    )


def seen(scores, mask, hidden=-np.inf):
    return scores if mask is None else np.where(mask, scores, hidden)


def mean(p, v):
    return np.einsum("...ts,...sv->...tv", p, np.asarray(v, float))


def truth(q, k, v, mask=None):
    scores = scores_of(q, k) / q.shape[-1] ** 0.5
    return mean(softmax(seen(scores, mask)), v)


def mistakes(q, k, v, mask=None):
    raw, d = scores_of(q, k), q.shape[-1]
    scores = raw / d**0.5
    masked = seen(scores, mask)

    def scaled(by):
        return mean(softmax(seen(raw / by, mask)), v)

    found = {
        UNSCALED: scaled(1),
        BY_D: scaled(d),
        BY_SIZE: scaled(v.shape[-1] ** 0.5),
        BY_KEYS: scaled(k.shape[-2] ** 0.5),
        QUERIES: mean(softmax(masked, -2), v),
        WHOLE: mean(softmax(masked, (-2, -1)), v),
        OVERFLOW: mean(naive(masked), v),
        SHARED: mean(naive(masked - masked.max()), v),
    }
    if mask is not None:
        found |= {
            INVERTED: mean(softmax(seen(scores, ~mask)), v),
            AFTERWARDS: mean(softmax(scores) * mask, v),
            ZERO_SCORE: mean(softmax(seen(scores, mask, 0.0)), v),
            UNMASKED: mean(softmax(scores), v),
            NOT_LOW_ENOUGH: mean(softmax(seen(scores, mask, -1e9)), v)
            * mask.any(-1, keepdims=True),
        }
    return found


def naive(scores):
    """Softmax without care; where there is nothing to see, it is right."""
    nothing = ~np.isfinite(scores).any(-1, keepdims=True)
    with np.errstate(all="ignore"):
        powers = np.exp(scores)
        return np.where(nothing, 0, powers / powers.sum(-1, keepdims=True))


def drawn(*lead, t=3, s=4, d=3, size=2, seed=0, scale=1.5):
    """Queries, keys and values without a pattern."""
    rng = np.random.default_rng(seed)
    shapes = (*lead, t, d), (*lead, s, d), (*lead, s, size)
    return [rng.normal(size=shape) * scale for shape in shapes]


def some(*shape, seed=0):
    """A mask of which every row has something to see."""
    rng = np.random.default_rng(seed)
    mask = rng.random(shape) < 0.5
    mask[..., rng.integers(shape[-1])] = True
    return mask


BOARDS = [
    (*drawn(t=4, s=6, d=5, size=3, seed=seed), some(4, 6, seed=seed))
    for seed in (7, 8)
]
BOARDS += [
    (
        *drawn(t=3, s=4, d=2, seed=9),
        np.array([[1, 0, 1, 0], [0] * 4, [1] * 4], bool),
    ),
    (np.array([[1e5], [3e5]]), np.array([[1e4], [9e3]]), np.eye(2)),
    (
        np.array([[2.0]]),
        np.array([[-3e11], [-7e11], [-2e11]]),
        np.array([[1.0], [4.0], [9.0]]),
        np.array([[True, True, False]]),
    ),
]


def check(answer, q, k, v, *mask):
    """Compare, to five digits; say what a wrong shape comes from."""
    try:
        call = expect(answer.attention, q, k, v, *mask)
    except RaisedError as error:
        if q.ndim > 2 and isinstance(error.__cause__, ValueError):
            raise AnswerError(
                f"{error.called}\nIt raised {error.__cause__}\nLikely "
                "mistake: k.T turns all axes round; np.swapaxes(k, -1, -2) "
                "turns the last two."
            ) from error
        raise
    return call.returns(
        truth, mistakes=mistakes, boards=BOARDS, rtol=3e-5, atol=3e-5
    )


@points(1)
def test_two_keys(answer):
    q, k, v = (
        np.array([[0.0]]),
        np.array([[1.0], [2.0]]),
        np.array([[10.0], [20.0]]),
    )
    check(answer, q, k, v)
    check(answer, np.array([[1.0]]), k, v)


@points(2)
def test_scores_are_scaled_and_each_query_has_its_own_weights(answer):
    for t, s, d, size in (
        (3, 4, 3, 2),
        (1, 5, 7, 1),
        (4, 1, 2, 6),
        (3, 3, 3, 3),
    ):
        check(answer, *drawn(t=t, s=s, d=d, size=size, seed=t))
    check(answer, *map(np.asfortranarray, drawn(t=5, s=2, d=4)))
    check(answer, *(a.astype(np.float32) for a in drawn(d=5)))


@points(2)
def test_any_axes_before_the_last_two(answer):
    check(answer, *drawn(2))
    check(answer, *drawn(3, 2, t=2, s=3, d=4, size=5))
    check(answer, *drawn(2, 1, 3, t=1, s=2))
    check(answer, *drawn(4, t=4, s=4, d=4, size=4))
    check(answer, *drawn(2, 3, t=40, s=30, d=8, size=5))


@points(2)
def test_a_mask_hides_keys(answer):
    check(answer, *drawn(), some(3, 4))
    check(answer, *drawn(t=5, s=5), np.tri(5, dtype=bool))
    check(answer, *drawn(2, 3), some(3, 4, seed=1))
    check(answer, *drawn(2, 3), some(2, 3, 3, 4, seed=2))
    check(answer, *drawn(4, t=2, s=2), some(2, 2, seed=3))
    check(answer, *drawn(t=1, s=2, d=1, size=1), np.array([[False, True]]))


@points(1)
@given(st.integers(0, 999), st.booleans(), *[st.integers(1, 4)] * 4)
def test_any_shapes(answer, seed, masked, t, s, d, size):
    mask = (some(t, s, seed=seed),) if masked else ()
    check(answer, *drawn(t=t, s=s, d=d, size=size, seed=seed), *mask)


@points(2)
def test_a_query_that_may_see_nothing(answer):
    mask = some(3, 4)
    mask[1] = False
    for seed in (0, 1):
        call = expect(answer.attention, *drawn(seed=seed), mask)
        everything = drawn(seed=seed)[2].mean(axis=0)
        call.require(
            np.shape(call.value) != (3, 2)
            or not np.allclose(call.value[1], everything, atol=1e-4),
            f"Query 1 may see nothing.\nLikely mistake: {ALL_OF_THEM}",
        )
    check(answer, *drawn(), mask)
    check(answer, *drawn(2), mask)
    check(answer, *drawn(), np.zeros((3, 4), bool))
    check(answer, *drawn(t=1, s=1), np.array([[False]]))
    check(
        answer,
        *drawn(2, 3),
        np.random.default_rng(6).random((2, 3, 3, 4)) < 0.3,
    )


@points(2)
def test_large_scores(answer):
    """Each row breaks another mistake."""
    v = np.array([[1.0, -2.0], [0.5, 4.0], [3.0, 1.5]])
    for column in ([900, 901, 899.5], [-900, -901, -899.5], [1e6, -1e6, 3]):
        check(answer, np.array([[1.0]]), np.array([column]).T, v)
    q = np.array([[1.0], [-1.0], [1e-3], [1e10]])
    check(answer, q, np.array([[1000.0, 1001.0, 998.0]]).T, v)
    check(answer, q, np.array([[1e4, 2e4, 3e4]]).T, v, some(4, 3))
    low = np.array([[-2e12, -1e12, -3e12]]).T
    one = np.array([[1.0]])
    check(answer, one, low, v, np.array([[True, False, True]]))
    check(answer, one, low * 1e23, v, np.array([[True, False, True]]))
    check(answer, np.array([[1e9], [-1e9]]), low * 1e15, v)
