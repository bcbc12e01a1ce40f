from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points, require
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import with_article

TRAINS = "k-fold cross-validation"
HINTS = [
    "Shuffle the row numbers once: `order = rng.permutation(n)`.",
    "`np.array_split(order, k)` cuts them into k parts whose sizes differ by "
    "at most one.",
    "For part i, `valid = parts[i]`, and "
    "`train = np.concatenate(parts[:i] + parts[i + 1:])`.",
]


def pairs(answer, n, k, seed=0):
    """The pairs as lists of ints, with the form of them checked."""
    try:
        return pairs_of(answer, n, k, seed)
    except (RaisedError, ValueError) as error:
        refused = isinstance(error.__cause__ or error, ValueError)
        if k != n or not refused:
            raise
        raise AnswerError(
            f"kfold({n}, {k}, rng) raised a ValueError. As many parts as "
            "rows are allowed; each part is then one row."
        ) from None


def pairs_of(answer, n, k, seed):
    call = expect(answer.kfold, n, k, np.random.default_rng(seed))
    call.require(
        hasattr(call.value, "__iter__"),
        "The result cannot be looped over; return a list of pairs, or yield "
        "one pair after the other.",
    )
    return [pair_of(item) for item in list(call.value)]


def pair_of(item):
    require(
        isinstance(item, tuple | list) and len(item) == 2,
        "Each of the k results should be a pair (train, valid).",
    )
    for name, rows in zip(("train", "valid"), item, strict=True):
        require(
            isinstance(rows, np.ndarray)
            and rows.ndim == 1
            and rows.dtype.kind in "iu",
            f"{name} should be an array of row numbers, of shape (rows,) and "
            f"integer type; it is {describe(rows)}.",
        )
    return tuple(rows.tolist() for rows in item)


def describe(rows):
    if isinstance(rows, np.ndarray):
        return f"an array of shape {rows.shape} and type {rows.dtype}"
    return f"of type {type(rows).__name__}"


def check(found, n, k):
    """All that must hold of the parts, the commonest mistakes first."""
    said = f"{n} rows in {k} parts"
    number = f"{len(found)} pair{'s' * (len(found) != 1)}"
    require(len(found) == k, f"{said}: there came {number}, not {k}.")
    sizes = [len(valid) for _, valid in found]
    came = [row for _, valid in found for row in valid]
    missing = sorted(set(range(n)) - set(came))
    twice = sorted(row for row, often in Counter(came).items() if often > 1)
    strange = sorted(set(came) - set(range(n)))
    require(
        not strange,
        f"{said}: there are no rows {strange}; they run from 0 to {n - 1}.",
    )
    once = sorted(row for train, _ in found for row in train)
    require(
        k == 2 or not twice or once != list(range(n)),
        f"{said}: train and valid are exchanged. The pair is (train, valid), "
        "and most of the rows are for training.",
    )
    require(
        not twice,
        f"{said}: these rows are in more than one validation part: {twice}. "
        "Likely mistake: the parts overlap, or an order was drawn anew for "
        "each part. Shuffle once, then cut.",
    )
    likely = (
        " Likely mistake: each part has n // k rows, and the remainder was "
        "dropped."
    )
    require(
        not missing,
        f"{said}: never in a validation part came row numbers {missing}."
        + likely * (len(missing) == n % k),
    )
    require(
        max(sizes) - min(sizes) <= 1,
        f"{said}: the validation parts have sizes {sizes}, which differ by "
        "more than one. Spread the remainder over the parts.",
    )
    for train, valid in found:
        check_training(train, valid, n, said)


def check_training(train, valid, n, said):
    both = sorted(set(train) & set(valid))
    require(
        not both,
        f"{said}: the rows {both} are for training and for validation at "
        "once. A model must not be judged on what it was trained on.",
    )
    require(
        sorted(train) == sorted(set(range(n)) - set(valid)),
        f"{said}: train should hold every row that is not in valid, once; "
        f"for a valid of {len(valid)} rows it has {len(train)}.",
    )


@points(2)
def test_ten_rows_in_four_parts(answer):
    check(pairs(answer, 10, 4), 10, 4)


@points(1)
def test_parts_that_come_out_even(answer):
    check(pairs(answer, 12, 3), 12, 3)


@points(1)
@given(st.integers(2, 40), st.data())
def test_any_number_of_rows_and_parts(answer, n, draw):
    k = draw.draw(st.integers(2, n))
    check(pairs(answer, n, k), n, k)


@points(1)
def test_the_rows_are_shuffled(answer):
    found = pairs(answer, 60, 3)
    for _, valid in found:
        rows = sorted(valid)
        require(
            len(set(np.diff(rows).tolist())) > 1,
            "60 rows in 3 parts: a validation part holds the rows "
            f"{rows[0]}, {rows[1]}, {rows[2]}, … at even distances. Shuffle "
            "the rows before you cut; data often come sorted.",
        )


# Rows that do not divide evenly: what is left over is shuffled, too.
ROWS, SEEDS, OFTEN = 62, 60, 45  # about 20 are expected, never above 45


@points(1)
def test_every_row_may_come_beside_every_other(answer):
    """Over many seeds, no two rows keep together or apart."""
    places = np.zeros((SEEDS, ROWS), int)
    for seed in range(SEEDS):
        for part, (_, valid) in enumerate(pairs(answer, ROWS, 3, seed)):
            places[seed, valid] = part
    together = (places[:, :, None] == places[:, None, :]).sum(0)
    check_pairs(together > OFTEN, "in the same validation part")
    check_pairs(together == 0, "in different validation parts")
    for part in range(3):
        stuck = np.flatnonzero((places == part).sum(0) > OFTEN)
        require(
            not len(stuck),
            f"{ROWS} rows in 3 parts, shuffled with {SEEDS} seeds: row "
            f"{stuck[:1].tolist()} was in part {part} nearly every time. "
            "Shuffle all the rows, the first and the last as well.",
        )


def check_pairs(wrong, said):
    found = np.argwhere(np.triu(wrong, 1)).tolist()
    rows = " and ".join(map(str, found[0])) if found else ""
    require(
        not found,
        f"{ROWS} rows in 3 parts, with {SEEDS} seeds: rows {rows} were "
        f"{said} nearly every time. Likely mistake: groups of rows were "
        "moved as a whole. Shuffle single rows, as rng.permutation(n) does.",
    )


@points(1)
def test_many_rows(answer):
    found = pairs(answer, 40_000, 3)
    check(found, 40_000, 3)
    for _, valid in found:
        require(
            min(valid) < 10_000 and max(valid) >= 30_000,
            "40,000 rows in 3 parts: a validation part holds rows from "
            f"{min(valid)} to {max(valid)} only. Shuffle all the rows in one "
            "go, and not in blocks.",
        )
    check(pairs(answer, 1200, 150), 1200, 150)


@points(1)
def test_each_call_has_an_order_of_its_own(answer):
    rng = np.random.default_rng(0)
    first, second = (
        [sorted(pair_of(p)[1]) for p in answer.kfold(30, 3, rng)]
        for _ in range(2)
    )
    require(
        first != second,
        "Two calls with one generator gave the same parts. Likely mistake: "
        "the order is not drawn from the `rng` that is passed, or the seed "
        "is set inside the function.",
    )


@points(1)
def test_the_order_comes_from_the_generator(answer):
    runs = [pairs(answer, 30, 4, seed=3) for _ in range(2)]
    require(
        runs[0] == runs[1],
        "Two generators of the same seed gave different parts. Likely "
        "mistake: the order is drawn from NumPy's global generator "
        "(np.random.…) or from a new one. Draw from the `rng` that is "
        "passed.",
    )


def refuse(answer, n, k):
    said = f"kfold({n}, {k}, rng)"
    try:
        list(answer.kfold(n, k, np.random.default_rng(0)))
    except ValueError as error:
        require(
            str(k) in str(error),
            f"{said} raised a ValueError that says: {error}. It should say "
            f"which k it refuses, here {k}. Check k yourself, before "
            "anything else.",
        )
    except NotImplementedError:
        raise
    except Exception as error:
        raise AnswerError(
            f"{said} raised {with_article(type(error).__name__)}: {error}. "
            "Raise a ValueError that says what k was, before anything else."
        ) from None
    else:
        raise AnswerError(
            f"{said} raised no ValueError; k must be at least 2 and at most n."
        )


@points(1)
def test_a_k_that_makes_no_sense_is_refused(answer):
    for n, k in ((10, 1), (10, 0), (10, -3), (4, 5), (1, 2)):
        refuse(answer, n, k)
    for n, k in ((2, 2), (5, 5)):
        check(pairs(answer, n, k), n, k)
