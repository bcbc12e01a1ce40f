import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points, require
from d2lcode.grading.wording import kind, show

TRAINS = "sharding rows over processes, shuffled alike"
HINTS = [
    "First work out all the batches as if you were alone; the rank plays no "
    "part in that.",
    "`order[start:start + batch_size]` for start in `range(0, n, "
    "batch_size)` are the batches.",
    "`batch[rank::size]` takes every size-th row from row `rank` on.",
]

OWN_ORDER = (
    "Likely mistake: the order depends on the rank, so the processes do not "
    "speak of the same batch. Shuffle alike in all of them."
)
FIXED = "Likely mistake: the epoch plays no part in the order."
UNSHUFFLED = "Likely mistake: the rows are not shuffled."
EPOCH_CUT = (
    "Likely mistake: the whole epoch is dealt out, and each part then cut "
    "into batches. Cut the batches first, and deal each of them out."
)
REST = (
    "Likely mistake: the rows that do not divide evenly all go to one process."
)


def order_of(n, seed, epoch):
    return np.random.default_rng([seed, epoch]).permutation(n)


def batches_of(n, batch_size, seed, epoch):
    """The truth: which rows make up each step, in one process."""
    order = order_of(n, seed, epoch).tolist()
    return [order[at : at + batch_size] for at in range(0, n, batch_size)]


def shares(answer, n, batch_size, size, seed=5, epoch=2):
    """What each process gets, by rank, with its form checked."""
    return [
        rows_of(expect(answer.shard, n, batch_size, rank, size, seed, epoch))
        for rank in range(size)
    ]


def rows_of(call):
    call.require(call.value is not None, "It returned None.")
    call.require(
        isinstance(call.value, list | tuple),
        f"It returned {kind(call.value)}; expected was a list of arrays.",
    )
    for part in call.value:
        call.require(
            isinstance(part, np.ndarray) and part.ndim == 1,
            f"One of the list is {kind(part)}; expected was an array of one "
            "axis for each step.",
        )
        call.require(
            part.dtype.kind in "iu",
            f"One of the arrays is of {part.dtype}; row numbers are integers, "
            "where there are none of them too.",
        )
    return [part.tolist() for part in call.value]


def likely(parts, n, batch_size, size, seed, epoch):
    """The mistake that explains what all the processes got."""
    came = [
        sorted(r for part in parts for r in step(part, i))
        for i in range(len(parts[0]))
    ]
    for why, order in (
        (UNSHUFFLED, np.arange(n)),
        (FIXED, order_of(n, seed, 0)),
        (FIXED, np.random.default_rng(seed).permutation(n)),
    ):
        rows = order.tolist()
        cut = [rows[at : at + batch_size] for at in range(0, n, batch_size)]
        if came == [sorted(batch) for batch in cut]:
            return why
    every = sorted(row for part in parts for rows in part for row in rows)
    if every == list(range(n)):
        return EPOCH_CUT
    repeated = len(every) > len(set(every))
    return OWN_ORDER if repeated else ""


def step(part, number):
    return part[number] if number < len(part) else []


def check(answer, n, batch_size, size, seed=5, epoch=2):
    parts = shares(answer, n, batch_size, size, seed, epoch)
    truth = batches_of(n, batch_size, seed, epoch)
    what = f"{n} rows in batches of {batch_size} over {size} processes"
    for rank, part in enumerate(parts):
        require(
            len(part) == len(truth),
            f"{what} are {len(truth)} steps in each process; process {rank} "
            f"has {len(part)}. Every process needs all the steps, and an "
            "empty array where it gets no row.",
        )
    why = likely(parts, n, batch_size, size, seed, epoch)
    for number, batch in enumerate(truth):
        check_step([part[number] for part in parts], batch, what, number, why)


def check_step(mine, batch, what, number, why):
    """One step: the batch of one process, in shares as equal as can be."""
    came = [row for rows in mine for row in rows]
    twice = sorted({row for row in came if came.count(row) > 1})
    where = f"In step {number} of {what}"
    require(
        len(batch) > 500 or not twice,
        f"{where}, rows {show(twice)} come more than once. {why}",
    )
    require(
        sorted(came) == sorted(batch),
        f"{where}, the processes have the rows {show(sorted(came))}; those "
        f"of the batch are {show(sorted(batch))}. {why}",
    )
    sizes = [len(rows) for rows in mine]
    require(
        max(sizes) - min(sizes) <= 1,
        f"{where}, the processes get {sizes} rows; the shares should differ "
        f"by one at most. {REST}",
    )


@points(1)
def test_ten_rows_over_two_processes(answer):
    check(answer, 10, 4, 2)


@points(1)
def test_alone_it_is_the_whole_batch(answer):
    check(answer, 11, 3, 1)


@points(1)
def test_batches_that_do_not_divide(answer):
    check(answer, 22, 11, 4)
    check(answer, 25, 7, 3)


@points(1)
def test_fewer_rows_than_processes(answer):
    check(answer, 9, 4, 3)
    check(answer, 2, 5, 4)


@points(1)
def test_every_epoch_has_an_order_of_its_own(answer):
    for epoch in (0, 1, 2):
        check(answer, 24, 6, 3, seed=8, epoch=epoch)


@points(1)
def test_thousands_of_rows(answer):
    check(answer, 20_003, 600, 7)


@points(1)
@given(st.integers(1, 40), st.integers(1, 12), st.integers(1, 5))
def test_any_numbers(answer, n, batch_size, size):
    check(answer, n, batch_size, size)
