import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points
from d2lcode.grading.wording import kind

TRAINS = "causal masks, with a cache and with a window"
HINTS = [
    "Number the places of the text from 0. Which numbers have the queries, "
    "if they are the last ones?",
    "`np.arange(keys - queries, keys)[:, None] - np.arange(keys)` says how "
    "far back each key lies, for each query.",
    "A key may be seen if it lies at least 0 back, and less than `window`.",
]

FUTURE = "this is turned round: each place sees what comes after it."
NOT_ITSELF = "a place does not see itself; it should."
FROM_THE_START = (
    "the queries are taken for the first places of the text. They are the "
    "last ones: the first query is place keys − queries."
)
NO_WINDOW = "the window has not been used."
ONE_MORE = "the window is one too wide: the place itself counts."
ONE_LESS = "the window is one too narrow: the place itself counts."
BOTH_WAYS = "the window reaches forward as well; what is to come is hidden."
WRAPPED = (
    "where the window reaches past the beginning of the text, its start is "
    "negative, and a slice counts that from the end. Begin at 0 there."
)
HIDDEN = "this is True where a place may not look; it should be where it may."
ROLLED = (
    "rows and columns have changed places: each query has a row, each key a "
    "column."
)


def truth(queries, keys, window=None):
    """Place by place, as the task says it."""
    rows = np.zeros((queries, keys), bool)
    for i in range(queries):
        place = keys - queries + i
        first = 0 if window is None else max(0, place - window + 1)
        rows[i, first : place + 1] = True
    return rows


def mistakes(queries, keys, window=None):
    wide = keys if window is None else window
    place = np.arange(keys - queries, keys)[:, None]
    back = place - np.arange(keys)
    early = np.arange(queries)[:, None] - np.arange(keys)
    right = (back >= 0) & (back < wide)
    found = {
        FUTURE: (back <= 0) & (-back < wide),
        NOT_ITSELF: (back > 0) & (back < wide),
        FROM_THE_START: (early >= 0) & (early < wide),
        HIDDEN: ~right,
    }
    if window is not None:
        found |= {
            NO_WINDOW: back >= 0,
            ONE_MORE: (back >= 0) & (back <= wide),
            ONE_LESS: (back >= 0) & (back < wide - 1),
            BOTH_WAYS: abs(back) < wide,
            WRAPPED: wrapped(queries, keys, wide),
        }
    return found


def wrapped(queries, keys, window):
    rows = np.zeros((queries, keys), bool)
    for i, place in enumerate(range(keys - queries, keys)):
        rows[i, place - window + 1 : place + 1] = True
    return rows


BOARDS = [(4, 9, 3), (5, 5, 2), (3, 7, None), (6, 6, 40), (2, 9, 4)]


def check(answer, queries, keys, *window):
    call = expect(answer.causal_mask, queries, keys, *window)
    value = call.value
    if isinstance(value, np.ndarray) and value.shape == (queries, keys):
        call.require(
            value.dtype == bool,
            f"It returned an array of {value.dtype}; expected bool, True "
            "where a query may see a key.",
        )
    elif isinstance(value, np.ndarray) and value.shape == (keys, queries):
        call.fail(
            f"It returned an array of shape {value.shape}; expected "
            f"{(queries, keys)}.\nLikely mistake: {ROLLED}"
        )
    call.require(
        isinstance(value, np.ndarray),
        f"It returned {kind(value)}; expected a bool array.",
    )
    call.returns(truth, mistakes=mistakes, boards=BOARDS)


@points(2)
def test_every_place_asks(answer):
    for n in (3, 1, 2, 7):
        check(answer, n, n)
    check(answer, 4, 4, None)


@points(2)
def test_only_the_last_places_ask(answer):
    for queries, keys in ((1, 5), (2, 4), (3, 8), (1, 1)):
        check(answer, queries, keys)


@points(2)
def test_a_window(answer):
    for arguments in ((5, 5, 2), (2, 4, 2), (1, 9, 3), (4, 6, 1), (3, 3, 3)):
        check(answer, *arguments)


@points(1)
def test_a_window_larger_than_the_text(answer):
    for arguments in ((3, 3, 4), (2, 5, 5), (4, 7, 100), (1, 1, 2)):
        check(answer, *arguments)


@points(1)
@given(st.integers(1, 9), st.integers(0, 9), st.none() | st.integers(1, 12))
def test_any_numbers(answer, queries, more, window):
    check(answer, queries, queries + more, window)


@points(1)
def test_a_long_text(answer):
    check(answer, 300, 1100)
    check(answer, 700, 1300, 129)
    check(answer, 1, 70_000, 40_000)
