from collections import Counter
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points, require
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import kind, show

TRAINS = "mini-batches, shuffling and epochs"
HINTS = [
    "`rng.permutation(len(x))` draws an order of the row numbers.",
    "`x[rows]` and `y[rows]` with the same array of row numbers keep the "
    "rows together.",
    "`for start in range(0, len(x), batch_size)` gives where each batch "
    "begins; a slice past the end is simply shorter.",
]


def numbered(n):
    """Rows that say which row they are: y is ten times the number in x."""
    x = np.arange(n, dtype=float).reshape(n, 1) * np.ones((1, 3))
    return x, 10.0 * np.arange(n, dtype=float).reshape(n, 1)


def deal(answer, n, batch_size, seed=0):
    """One epoch as a list of pairs, with the form of it checked."""
    return epoch(answer, n, batch_size, np.random.default_rng(seed))


def epoch(answer, n, batch_size, rng):
    """The same, from a generator that may be used again."""
    call = expect(answer.minibatches, *numbered(n), batch_size, rng)
    return pairs_of(call)


def pairs_of(call):
    call.require(call.value is not None, "It gave None: return or yield.")
    call.require(
        hasattr(call.value, "__iter__"),
        "The result cannot be looped over; return a list of pairs, or yield "
        "one pair after the other.",
    )
    if isinstance(call.value, tuple | list):
        check_outside(call)
    pairs = [pair_of(item) for item in listed(call)]
    check_own(pairs)
    return pairs


def listed(call):
    """All that comes; a generator may raise only now."""
    try:
        return list(call.value)
    except NotImplementedError:
        raise
    except Exception as error:
        raise RaisedError(call.called) from error


def check_own(pairs):
    """Batches that are collected must not change any more."""
    for a, b in pairwise(pairs):
        require(
            not any(map(np.shares_memory, a, b)),
            "Two batches are one and the same memory: the second was written "
            "over the first. A caller may keep the batches; make each an "
            "array of its own.",
        )


def check_outside(call):
    """What is no list of pairs may be one pair, or two lists."""
    parts = call.value
    call.require(
        not (len(parts) == 2 and all(is_array(p) for p in parts)),
        "It returned one pair of arrays. Is the return inside the loop? "
        "Return a list of pairs, or yield one after the other.",
    )
    lists = [p for p in parts if isinstance(p, list) and p]
    call.require(
        not len(parts) == len(lists) == 2
        or {np.shape(a)[-1:] for a in lists[0]} != {(3,)},
        "It returned a list of x batches and a list of y batches. Each x "
        "batch belongs in a pair with its y batch: zip puts them together.",
    )


def is_array(part):
    return isinstance(part, np.ndarray)


def pair_of(item):
    require(
        isinstance(item, tuple | list) and len(item) == 2,
        "Each batch should be a pair (x_batch, y_batch); one is "
        f"{kind(item)}.",
    )
    x, y = item
    for name, part, width in (("x_batch", x, 3), ("y_batch", y, 1)):
        require(is_array(part), f"{name} is {kind(part)}, and no array.")
        require(
            part.ndim == 2 and part.shape[1] == width,
            f"{name} should have the {width} columns of its source; it has "
            f"the shape {part.shape}.",
        )
    return x, y


def order(batches):
    """Which rows came, in order."""
    return [int(row[0]) for x, _ in batches for row in x]


def replaced(answer):
    """Tell drawing with replacement, by rows that this repeats elsewhere."""
    came = order(deal(answer, 25, 6, seed=1))
    return len(came) == 25 > len(set(came))


def check_cover(batches, n, batch_size, named=True, replaced=False):
    """Every row once, in batches of the right size."""
    came = order(batches)
    missing = sorted(set(range(n)) - set(came))
    short = n % batch_size
    if short and len(missing) == short and len(came) == n - short:
        raise AnswerError(
            f"Of {n} rows in batches of {batch_size}, {short} never came."
            + " Likely mistake: the last, shorter batch was dropped." * named
        )
    likely = ""
    if replaced and missing:
        likely = (
            " Likely mistake: they were drawn with replacement. Take a "
            "permutation of the rows."
        )
    elif named and short and len(came) == n + batch_size - short:
        likely = (
            " Likely mistake: the last batch was filled up. It may be "
            "shorter than the others."
        )
    require(
        len(set(came)) == len(came),
        f"Of {n} rows, some came more than once.{likely}",
    )
    require(
        not missing,
        f"Of {n} rows, {len(missing)} never came: {show(missing)}.",
    )
    sizes = [len(x) for x, _ in batches]
    full = [batch_size] * (n // batch_size)
    right = full + [short] * (short > 0)
    require(
        sizes == right,
        f"{n} rows in batches of {batch_size} came as batches of {sizes}; "
        f"expected were {right}.",
    )


@points(1)
def test_ten_rows_in_batches_of_four(answer):
    check_cover(deal(answer, 10, 4), 10, 4, replaced=replaced(answer))


@points(1)
def test_x_stays_with_its_y(answer):
    for x, y in deal(answer, 12, 4):
        require(
            len(x) == len(y) and np.array_equal(10 * x[:, :1], y),
            "A row of x came with the y of another row. Likely mistake: x "
            "was shuffled and y was not, or each by an order of its own. "
            "Draw one order and use it for both.",
        )


@points(1)
def test_the_rows_are_shuffled(answer):
    came = order(deal(answer, 50, 10))
    require(
        came != sorted(came),
        "The 50 rows came in the order in which they were given. Shuffle "
        "them first.",
    )
    firsts = sorted(came[:10])
    require(
        firsts != list(range(firsts[0], firsts[0] + 10)),
        "The first batch has ten neighbouring rows. Likely mistake: the "
        "batches were shuffled, and not the rows.",
    )


SEEDS, OFTEN = 60, 30  # 5 are expected, and never above 20


@points(1)
def test_every_row_may_follow_every_other(answer):
    """Over many seeds, no row keeps its place, and no two keep together."""
    orders = [order(deal(answer, 12, 5, seed)) for seed in range(SEEDS)]
    placed = Counter(pair for came in orders for pair in enumerate(came))
    (place, row), often = placed.most_common(1)[0]
    require(
        often <= OFTEN,
        f"Of 12 rows, shuffled with {SEEDS} seeds, row {row} came as number "
        f"{place} (from 0) {often} times. Shuffle all the rows.",
    )
    follows = Counter(pair for came in orders for pair in pairwise(came))
    (a, b), often = follows.most_common(1)[0]
    require(
        often <= OFTEN,
        f"Of 12 rows, shuffled with {SEEDS} seeds, row {b} came right after "
        f"row {a} {often} times. Likely mistake: groups of rows were moved "
        "as a whole. Shuffle single rows.",
    )


@points(1)
def test_pictures_with_labels(answer):
    """x is (n, 2, 3) and float32, y is (n,) and holds whole numbers."""
    rows = np.arange(7)
    x = np.broadcast_to(rows[:, None, None], (7, 2, 3)).astype(np.float32)
    rng = np.random.default_rng(5)
    call = expect(answer.minibatches, x, 10 * rows, 3, rng)
    call.require(hasattr(call.value, "__iter__"), "Return a list, or yield.")
    pairs = listed(call)
    for item in pairs:
        check_like(call, item, x, rows)
    came = sorted(int(v) for _, y in pairs for v in y)
    call.require(
        came == (10 * rows).tolist(),
        f"The labels that came are, in order, {came}.",
    )


@points(1)
def test_texts_with_truth_values(answer):
    """Both have one axis, and neither holds numbers."""
    x, y = np.array(list("abcdefgh")), np.arange(8) % 3 == 0
    call = expect(answer.minibatches, x, y, 3, np.random.default_rng(6))
    call.require(hasattr(call.value, "__iter__"), "Return a list, or yield.")
    came = {}
    for a, b in listed(call):
        for name, part, source in (("x", a, x), ("y", b, y)):
            call.require(
                is_array(part)
                and part.ndim == 1
                and part.dtype == source.dtype,
                f"A batch of {name} should be an array of shape (rows,) and "
                f"type {source.dtype}, as {name} is; it is {kind(part)}"
                + (f" of type {part.dtype}." if is_array(part) else "."),
            )
        came |= dict(zip(a.tolist(), b.tolist(), strict=True))
    call.require(
        came == dict(zip(x.tolist(), y.tolist(), strict=True)),
        f"The rows that came, of x and y, are {show(came)}.",
    )


def check_like(call, item, x, y):
    call.require(
        isinstance(item, tuple | list) and len(item) == 2,
        "Each batch should be a pair (x_batch, y_batch).",
    )
    for name, part, source in zip(("x", "y"), item, (x, y), strict=True):
        call.require(
            is_array(part)
            and part.shape[1:] == source.shape[1:]
            and part.dtype == source.dtype,
            f"A batch of {name} should be an array of shape "
            f"(rows{', 2, 3' * (name == 'x')}) and type {source.dtype}, as "
            f"{name} is; it is {kind(part)}"
            + (f" of shape {part.shape}." if is_array(part) else "."),
        )
    firsts = item[0].reshape(len(item[0]), -1)
    call.require(
        len(item[0]) == len(item[1])
        and np.array_equal(firsts * 10, np.stack([item[1]] * 6, 1)),
        "A row of x came with the y of another row, or its numbers were "
        "moved.",
    )


@points(1)
def test_thousands_of_rows(answer):
    batches = deal(answer, 70_000, 60)
    check_cover(batches, 70_000, 60)
    latest = max(order(batches[:4]))
    require(
        latest >= 35_000,
        f"Of 70,000 rows, the first 240 that came are all from the first "
        f"{latest + 1}. Shuffle all the rows in one go, and not those of a "
        "block or buffer.",
    )
    require(
        all(np.array_equal(10 * x[:, :1], y) for x, y in batches),
        "Of 70,000 rows, some came with the y of another row.",
    )


@points(1)
def test_each_epoch_has_an_order_of_its_own(answer):
    rng = np.random.default_rng(0)
    first, second = (order(epoch(answer, 30, 7, rng)) for _ in range(2))
    require(
        first != sorted(first) or second != first,
        "Both epochs came in the order in which the rows were given.",
    )
    require(
        first != second,
        "Two epochs with one generator came in the same order. Likely "
        "mistake: the seed is set inside the function, so that each call "
        "starts over. Draw from the `rng` that is passed.",
    )


@points(1)
def test_the_order_comes_from_rng(answer):
    np.random.seed(0)
    runs = [order(deal(answer, 30, 7, seed=3)) for _ in range(2)]
    require(
        runs[0] == runs[1],
        "Two generators of the same seed gave different orders. Likely "
        "mistake: the order is drawn from NumPy's global generator "
        "(np.random.…) or from a new one. Draw from the `rng` that is "
        "passed.",
    )


@points(1)
@given(st.integers(1, 40), st.integers(1, 45))
def test_any_number_of_rows(answer, n, batch_size):
    check_cover(deal(answer, n, batch_size), n, batch_size, named=False)


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    x, y = numbered(8)
    rng = np.random.default_rng(0)
    call = expect(answer.minibatches, x, y, 3, rng)
    pairs_of(call)
    call.leaves_inputs()
