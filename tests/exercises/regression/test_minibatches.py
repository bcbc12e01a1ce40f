import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points, require

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
    x, y = numbered(n)
    rng = np.random.default_rng(seed)
    call = expect(answer.minibatches, x, y, batch_size, rng)
    call.require(call.value is not None, "It gave None: return or yield.")
    call.require(
        hasattr(call.value, "__iter__"),
        "The result cannot be looped over; return a list of pairs, or yield "
        "one pair after the other.",
    )
    return [pair_of(item) for item in call.value]


def pair_of(item):
    require(
        isinstance(item, tuple | list) and len(item) == 2,
        "Each batch should be a pair (x_batch, y_batch).",
    )
    x, y = item
    for name, part, width in (("x_batch", x, 3), ("y_batch", y, 1)):
        require(
            isinstance(part, np.ndarray)
            and part.ndim == 2
            and part.shape[1] == width,
            f"{name} should be an array with the columns of its source; it "
            f"has the shape {np.shape(part)}.",
        )
    return x, y


def order(batches):
    """Which rows came, in order."""
    return [int(row[0]) for x, _ in batches for row in x]


def check_cover(batches, n, batch_size):
    """Every row once, in batches of the right size."""
    came = order(batches)
    missing = sorted(set(range(n)) - set(came))
    short = n % batch_size
    if short and len(missing) == short and len(came) == n - short:
        raise AnswerError(
            f"Of {n} rows in batches of {batch_size}, {short} never came. "
            "Likely mistake: the last, shorter batch was dropped."
        )
    require(
        len(set(came)) == len(came),
        f"Of {n} rows, some came more than once. Likely mistake: they were "
        "drawn with putting back. Take a permutation of the rows.",
    )
    require(not missing, f"Of {n} rows, these never came: {missing}.")
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
    check_cover(deal(answer, 10, 4), 10, 4)


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


@points(1)
def test_each_epoch_has_an_order_of_its_own(answer):
    x, y = numbered(30)
    rng = np.random.default_rng(0)
    first, second = (
        order(list(answer.minibatches(x, y, 7, rng))) for _ in range(2)
    )
    require(
        first != second,
        "Two epochs with one generator came in the same order. Likely "
        "mistake: the seed is set inside the function, so that each call "
        "starts over. Draw from the `rng` that is passed.",
    )


@points(1)
def test_the_order_is_the_generators(answer):
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
    check_cover(deal(answer, n, batch_size), n, batch_size)


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    x, y = numbered(8)
    rng = np.random.default_rng(0)
    call = expect(answer.minibatches, x, y, 3, rng)
    list(call.value)
    call.leaves_inputs()
