from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "steps, batches and epochs"
HINTS = [
    "Count one epoch first. Deal 10 rows in batches of 4 on paper: 4, 4, 2.",
    "`rows // batch_size` is the number of full batches, and `rows % "
    "batch_size` the number of rows that are left over.",
    "The short batch counts one more in each epoch, if rows are left over "
    "and they are not dropped.",
]

DROPPED = (
    "you left out the last, short batch. It counts as one update, unless "
    "drop_last is True."
)
KEPT = "you counted the short batch, which drop_last=True leaves out."
ONE_EPOCH = "these are the updates of one epoch; multiply by epochs."
ROWS_TOGETHER = (
    "you dealt the rows of all epochs in one go. Each epoch deals anew, and "
    "has its own short batch: round first, multiply then."
)
ONE_MORE = (
    "where the rows divide evenly there is no short batch, and nothing to "
    "add for it."
)
BY_ROW = "you counted rows; there is one update for each batch."
BY_EPOCH = "you counted epochs; there is one update for each batch."
AT_LEAST = (
    "with fewer rows than a batch holds, the only batch is a short one, and "
    "drop_last=True leaves that out as well: nothing is left."
)
FRACTION = (
    "The last batch is shorter, and still one whole update: divide with //, "
    "and look at what is left over."
)
FLOAT = (
    "Updates are counted in integers: math.ceil gives one, np.ceil a float."
)


def dealt(rows, batch_size, epochs, drop_last=False):
    """The truth, by dealing; of large numbers of rows, by fractions."""
    if rows > 10_000 * batch_size or epochs > 10_000:
        batches = Fraction(rows, batch_size)
        return epochs * (floor(batches) if drop_last else ceil(batches))
    count = 0
    for _ in range(epochs):
        left = rows
        while left >= batch_size:
            left -= batch_size
            count += 1
        if left and not drop_last:
            count += 1
    return count


def mistakes(rows, batch_size, epochs, drop_last=False):
    """What each likely mistake would give, where it shows."""
    right = dealt(rows, batch_size, epochs, drop_last)
    full = rows // batch_size
    found = {
        DROPPED: epochs * full,
        KEPT: epochs * -(-rows // batch_size),
        ONE_EPOCH: dealt(rows, batch_size, 1, drop_last),
        ROWS_TOGETHER: dealt(rows * epochs, batch_size, 1, drop_last),
        ONE_MORE: epochs * (full + 1),
        BY_ROW: rows * epochs,
        BY_EPOCH: epochs,
    }
    if drop_last:
        del found[DROPPED]
    else:
        del found[KEPT]
    if rows % batch_size:
        del found[ONE_MORE]
    return {t: value for t, value in found.items() if value != right}


# Each mistake makes something of its own of these, in both ways to deal.
BOARDS = [(37, 8, 3, False), (59, 7, 5, True), (44, 9, 4, True), (36, 6, 5)]


def check(answer, rows, batch_size, epochs, drop_last, named=True):
    given = rows, batch_size, epochs, drop_last
    call = expect(answer.updates, *given)
    if isinstance(call.value, float):
        told = f"It returned {call.value}. "
        call.require(call.value != dealt(*given), told + FLOAT)
        divided = call.value == epochs * rows / batch_size
        call.require(not divided, told + FRACTION)
    call.returns(
        dealt,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
    )


@points(1)
def test_the_housing_rows(answer):
    check(answer, 404, 10, 25, False)
    expect(answer.updates, 404, 10, 25).returns(
        1025, mistakes={"by default nothing is dropped.": 1000}
    )


@points(1)
def test_the_last_batch_is_dropped(answer):
    check(answer, 404, 10, 25, True)


@points(1)
def test_rows_that_divide_evenly(answer):
    check(answer, 60, 12, 7, False)
    check(answer, 60, 12, 7, True)


@points(1)
def test_fewer_rows_than_a_batch_holds(answer):
    check(answer, 5, 32, 3, False)
    expect(answer.updates, 5, 32, 3, True).returns(0, mistakes={AT_LEAST: 3})


@points(1)
def test_no_epoch_makes_no_update(answer):
    check(answer, 11, 4, 0, False)


@points(1)
def test_large_numbers_are_exact(answer):
    """A quotient of integers beyond 2**53 is no longer exact as a float."""
    check(answer, 10**17 + 1, 10, 3, False, named=False)
    check(answer, 10**17 + 9, 10, 3, True, named=False)
    check(answer, 3000, 1, 5, False, named=False)
    check(answer, 2, 2, 3000, True, named=False)
    check(answer, 10**17 + 1, 10**17, 2**53 + 1, False, named=False)
    check(answer, 10**17 + 9, 10, 2**53 + 1, True, named=False)
    expect(answer.updates, 404, 10, 25, drop_last=True).returns(1000)


@points(1)
@given(
    st.integers(1, 60), st.integers(1, 20), st.integers(0, 4), st.booleans()
)
def test_any_numbers(answer, rows, batch_size, epochs, drop_last):
    check(answer, rows, batch_size, epochs, drop_last, named=False)
