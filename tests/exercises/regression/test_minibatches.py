import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points, require
from d2lcode.grading.wording import kind

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
    return [pair_of(item) for item in call.value]


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


def check_cover(batches, n, batch_size, named=True):
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
    if named and missing:
        likely = (
            " Likely mistake: they were drawn with putting back. Take a "
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
