import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, points
from d2lcode.grading.checks import RaisedError

TRAINS = "normalisation with the training rows' statistics"
HINTS = [
    "`train.max(axis=0)` runs down the rows and gives one maximum for each "
    "column, an array of shape (d,).",
    "Take mean, max and min from `train` alone, and use these same numbers "
    "for `test` as well.",
    "`np.where(spread == 0, 1, spread)` replaces the zeros by ones before "
    "you divide.",
]

LEAK = (
    "you scaled the test rows by their own statistics. A test row must be "
    "treated the same whatever other test rows there are: use those of the "
    "training rows."
)
LEAK_MEAN = (
    "you subtracted the mean of the test rows from them; the span is rightly "
    "that of the training rows, and so should the mean be."
)
LEAK_SPAN = (
    "you divided the test rows by their own max − min; the mean is rightly "
    "that of the training rows, and so should the span be."
)
POOLED = (
    "you took the statistics over training and test rows together. The test "
    "rows must not have a say in them."
)
BY_STD = "you divided by the standard deviation; the task asks for max − min."
TO_ONE = (
    "you scaled to the range from −1 to 1, by minimum and maximum; the task "
    "subtracts the mean and divides by max − min."
)
NO_MEAN = "you subtracted the minimum; the task asks for the mean."
BY_ROW = (
    "you took the statistics of each row (axis=1), not of each column "
    "(axis=0)."
)
ALONG_ROWS = (
    "you took the statistics along axis=1, which gives one for each row; "
    "along axis=0 there is one for each column."
)
WHOLE = (
    "you took one mean, max and min of the whole array; each column has its "
    "own (axis=0)."
)

TRAIN = np.array([[0.0, 200.0], [10.0, 700.0], [5.0, 300.0], [3.0, 250.0]])
TEST = np.array([[20.0, 100.0], [4.0, 480.0]])
BOARDS = [
    (
        np.array([[1.0, -7.0, 0.5], [4.5, 2.0, 0.0], [9.0, 3.0, 0.1]]),
        np.array([[2.0, 5.5, 0.3], [7.0, -9.0, 0.9]]),
    )
]


def column_by_column(train, test):
    """The truth, from Python's own sum, max and min, a column at a time."""
    columns = []
    for known, new in zip(train.T.tolist(), test.T.tolist(), strict=True):
        mean = sum(known) / len(known)
        spread = (max(known) - min(known)) or 1.0
        columns.append([(v - mean) / spread for v in known + new])
    both = np.array(columns).T.reshape(-1, train.shape[1])
    return both[: len(train)], both[len(train) :]


def scaled(x, shift, spread):
    with np.errstate(all="ignore"):
        return (x - shift) / spread


def mistakes(train, test):
    """What each likely mistake would give."""
    both = np.vstack([train, test])
    mean, least, most = train.mean(0), train.min(0), train.max(0)
    spread = np.ptp(train, axis=0)
    known = scaled(train, mean, spread)

    def pair(shift, spread):
        return scaled(train, shift, spread), scaled(test, shift, spread)

    if not len(test):
        return {}
    return {
        LEAK: (known, scaled(test, test.mean(0), np.ptp(test, axis=0))),
        LEAK_MEAN: (known, scaled(test, test.mean(0), spread)),
        LEAK_SPAN: (known, scaled(test, mean, np.ptp(test, axis=0))),
        POOLED: pair(both.mean(0), np.ptp(both, axis=0)),
        BY_STD: pair(mean, train.std(0)),
        NO_MEAN: pair(least, spread),
        TO_ONE: pair((least + most) / 2, spread / 2),
        BY_ROW: tuple(
            scaled(x, x.mean(1, keepdims=True), np.ptp(x, 1, keepdims=True))
            for x in (train, test)
        ),
        WHOLE: pair(train.mean(), np.ptp(train)),
    }


def call(answer, train, test):
    try:
        return expect(answer.normalise, train, test)
    except RaisedError as error:
        if "broadcast" not in str(error.__cause__):
            raise
        raise RaisedError(
            f"{error.called}\nThe shapes do not fit each other. Did you take "
            "the statistics along axis=1? That gives one for each row; along "
            "axis=0 there is one for each column."
        ) from error.__cause__


def check(answer, train, test, named=True):
    return call(answer, train, test).returns(
        column_by_column,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
        names=("train", "test"),
        rtol=1e-5,
        atol=1e-7,
    )


@points(1)
def test_a_column_by_hand(answer):
    """Of two rows alone, the deviation would be half of max − min."""
    train, test = np.array([[0.0], [10.0], [2.0]]), np.array([[20.0]])
    known = mistakes(train, test)
    along = train - train[:, 0], test - train[:, 0]
    with np.errstate(all="ignore"):
        broken = tuple(part / 0 for part in along)
    call(answer, train, test).returns(
        (np.array([[-0.4], [0.6], [-0.2]]), np.array([[1.6]])),
        mistakes={
            **{text: known[text] for text in (BY_STD, NO_MEAN, TO_ONE)},
            ALONG_ROWS: along,
            f"{ALONG_ROWS} And a constant row was divided by zero.": broken,
        },
        names=("train", "test"),
    )


@points(2)
def test_statistics_come_from_the_training_rows(answer):
    check(answer, TRAIN, TEST)


@points(1)
@given(
    arrays(float, (6, 3), elements=st.integers(-1000, 1000)),
    arrays(float, (2, 3), elements=st.integers(-1000, 1000)),
)
def test_any_columns(answer, train, test):
    spread = np.ptp(train, axis=0) == 0
    train[0, spread] += 1.0
    check(answer, train, test, named=False)


@points(1)
def test_a_constant_column_stays_finite(answer):
    train = np.array([[1.0, 7.0], [3.0, 7.0], [5.0, 7.0]])
    test = np.array([[2.0, 7.0], [2.0, 9.0]])
    naive = mistakes(train, test)
    call(answer, train, test).returns(
        column_by_column(train, test),
        mistakes={
            "you divided by max − min = 0 in the constant column. Divide by "
            "1 there.": (
                scaled(train, train.mean(0), np.ptp(train, axis=0)),
                scaled(test, train.mean(0), np.ptp(train, axis=0)),
            ),
            **naive,
        },
        names=("train", "test"),
    )
    # The mean of ten times 0.1 is not quite 0.1, and max − min is 0.
    train = np.column_stack([np.full(10, 0.1), np.arange(10.0)])
    check(answer, train, train[:3] + 1, named=False)


@points(1)
def test_a_narrow_column_is_not_constant(answer):
    """Spans far below 1 and far above it are divided by, too."""
    for span in (1e-7, 1e-12, 1e-20, 1e9):
        check(answer, TRAIN * [span, 1.0], TEST * [span, 1.0])
    # Far from zero; all of these numbers are exact, in float32, too.
    steps = np.array([[0.0], [5.0], [1.0], [2.0]])
    check(answer, 1024 + steps / 1024, 1024 + steps[:2] / 512)


@points(1)
def test_any_layout_and_any_number_of_rows(answer):
    rng = np.random.default_rng(3)
    check(answer, rng.normal(size=(3, 8)).T, rng.normal(size=(3, 5)).T)
    check(answer, TRAIN[:, :1], TEST[:1, :1])
    check(answer, TRAIN, TEST[:0], named=False)
    check(answer, TRAIN[:1], TEST, named=False)
    train = rng.normal(size=(4000, 2)) * [1.0, 50.0]
    train[3000:] += 5
    check(answer, train, train[:2500] + 1)


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    made = expect(answer.normalise, TRAIN.copy(), TEST.copy())
    made.require(
        isinstance(made.value, tuple | list) and len(made.value) == 2,
        "It should return two things: (train, test).",
    ).leaves_inputs()
