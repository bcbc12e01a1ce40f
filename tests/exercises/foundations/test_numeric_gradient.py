import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from d2lcode.grading import expect, points

TRAINS = "checking a gradient by central differences"
HINTS = [
    "Start with `x = np.array(x, dtype=np.float64)`: a copy of your own, in "
    "which small nudges have room.",
    "`for index in np.ndindex(x.shape):` walks over the entries of an array "
    "of any shape, and `x[index]` is one entry.",
    "For each index take two copies, add the step to that entry of one, "
    "subtract it in the other, and divide the difference of f by 2 · step.",
]

ONE_SIDED = (
    "this is the one-sided difference, (f(x + h) − f(x)) / h. Nudge down as "
    "well as up."
)
BELOW = (
    "this is the one-sided difference, (f(x) − f(x − h)) / h. Nudge up as "
    "well as down."
)
NOT_HALVED = (
    "you divided by h. The two points are 2h apart, so divide by 2 · step."
)
SIGN = "the sign is turned round: above minus below, not below minus above."
UNDIVIDED = "this is the difference of f itself; divide it by 2 · step."
MULTIPLIED = (
    "/ 2 * step divides by 2 and then *multiplies* by step. Write "
    "/ (2 * step)."
)
OWN_STEP = (
    "the nudge was not the step that was passed. Use `step` in both places, "
    "not a number of your own."
)
SAME_POINT = (
    "every slope is 0, as if f had seen the same point twice. Is one of the "
    "two nudged down, and does the difference go into the result?"
)
NOT_TAKEN_BACK = (
    "earlier nudges were still there. Take each one back, or nudge a fresh "
    "copy, before you go on to the next entry."
)
ALL_AT_ONCE = (
    "you nudged all entries together. Each slope belongs to one entry: the "
    "others stay where they are."
)
ROWS = (
    "you nudged whole rows. An index of x has as many numbers as x has axes; "
    "np.ndindex gives them."
)
SUMMED = (
    "every entry holds the sum of all slopes. Put each into its own place, "
    "slopes[index] = …, without adding to the whole."
)
TRUNCATED = (
    "the nudge was cut to whole numbers: an array of integers stores 3.25 "
    "as 3 and 2.75 as 2. Make a float64 copy of x first."
)


def factors(shape):
    """A different factor for each entry, in turns above and below zero."""
    places = np.arange(np.prod(shape, dtype=int)).reshape(shape)
    return (1.0 + places % 7) * (-1.0) ** places


class Function:
    """A function that keeps what it is given, and has words for itself."""

    def __init__(self, words, compute, keep=5000):
        self.words, self.compute, self.keep = words, compute, keep
        self.seen = []

    def __call__(self, x):
        if len(self.seen) < self.keep:
            self.seen.append((x, np.array(x)))
        return float(self.compute(x))

    def __repr__(self):
        return self.words

    def __deepcopy__(self, memo):
        return self


def cubic():
    return Function(
        "the sum of x³, each with a factor of its own",
        lambda x: np.sum(factors(np.shape(x)) * x**3),
    )


def scaled(scale):
    return Function(
        f"{scale:g} times the sum of x³, each with a factor of its own",
        lambda x: scale * np.sum(factors(np.shape(x)) * x**3),
    )


def square():
    return Function("the sum of x²", lambda x: np.sum(x**2))


def mixed():
    """A function in which each slope depends on all entries."""
    return Function("the cube of the sum of x", lambda x: np.sum(x) ** 3)


def truth(x, h):
    """What the central difference of a cubic is: 3 x² + h², times a."""
    return np.asarray(factors(x.shape) * (3.0 * x.astype(float) ** 2 + h**2))


def mistakes(x, h):
    a, v = factors(x.shape), x.astype(float)
    right = np.asarray(truth(x, h))
    rows = right.sum(axis=-1, keepdims=True) if x.ndim else right
    known = {
        ONE_SIDED: a * (3 * v**2 + 3 * v * h + h**2),
        BELOW: a * (3 * v**2 - 3 * v * h + h**2),
        NOT_HALVED: 2 * right,
        SIGN: -right,
        UNDIVIDED: 2 * h * right,
        MULTIPLIED: h**2 * right,
        ALL_AT_ONCE: np.full(x.shape, right.sum()),
        ROWS: np.broadcast_to(rows, x.shape),
        SAME_POINT: np.zeros(x.shape),
    }
    if h >= 0.1:
        known[OWN_STEP] = truth(x, 1e-5)
    if x.dtype.kind in "iu":
        up, down = np.trunc(v + h), np.trunc(v - h)
        known[TRUNCATED] = a * (up**3 - down**3) / (2 * h)
    return known


def not_seen(f, x, step):
    """Name what f would have seen otherwise."""
    nudges = [np.abs(v - x) for _, v in f.seen if np.shape(v) == np.shape(x)]
    several = any(np.count_nonzero(n > step / 2) > 1 for n in nudges)
    as_passed = any(np.isclose(n, step, rtol=1e-3).any() for n in nudges)
    together = {ALL_AT_ONCE, ROWS}
    return (set() if several else together) | (
        {OWN_STEP} if as_passed else set()
    )


def likely(f, x, step, known):
    """Keep the mistakes that agree with what f has seen."""
    never = not_seen(f, x, step)
    if ALL_AT_ONCE in never:
        known = known | {SUMMED: known[ALL_AT_ONCE]}
    return {text: known[text] for text in known if text not in never}


def check(answer, x, step):
    f = cubic()
    call = expect(answer.numeric_gradient, f, x, step)
    return call.returns(
        truth(x, step),
        mistakes=lambda f, x, step: likely(f, x, step, mistakes(x, step)),
        rtol=1e-6,
        atol=1e-6,
    )


@points(1)
def test_a_parabola_by_hand(answer):
    x, f = np.array([3.0, -1.0]), square()
    call = expect(answer.numeric_gradient, f, x)
    mistakes = {
        NOT_HALVED: np.array([12.0, -4.0]),
        SIGN: np.array([-6.0, 2.0]),
        ALL_AT_ONCE: np.array([4.0, 4.0]),
        UNDIVIDED: np.array([1.2e-4, -4e-5]),
        MULTIPLIED: np.array([6e-10, -2e-10]),
        SAME_POINT: np.zeros(2),
    }
    call.returns(
        np.array([6.0, -2.0]),
        mistakes=likely(f, x, 1e-5, mistakes),
        rtol=1e-5,
        atol=0,
    )


@points(2)
def test_up_and_down_with_a_wide_step(answer):
    check(answer, np.array([[1.0, -2.0, 0.5], [3.0, 0.0, -1.5]]), 0.5)
    x, h = np.array([1.0, -2.0, 0.5]), 0.5
    left_behind = np.sum(x) - h * np.arange(3)
    expect(answer.numeric_gradient, mixed(), x, h).returns(
        np.full(3, 3 * np.sum(x) ** 2 + h**2),
        mistakes={NOT_TAKEN_BACK: 3 * left_behind**2 + h**2},
    )


@points(2)
@given(
    arrays(
        float,
        array_shapes(min_dims=0, max_dims=3, max_side=3),
        elements=st.integers(-8, 8).map(lambda v: v / 4),
    )
)
def test_any_shape(answer, x):
    check(answer, x, 0.25)


@points(1)
def test_nothing_in_it_and_transposed(answer):
    for shape in ((0, 2), (3, 0), (0,)):
        check(answer, np.zeros(shape), 0.25)
    x = np.array([[1.0, -2.0, 0.5], [3.0, 0.25, -1.5]])
    check(answer, x.T, 0.25)
    check(answer, np.asfortranarray(x), 0.25)
    check(answer, x[:, ::-2], 0.25)


@points(1)
def test_small_slopes_large_slopes_and_many(answer):
    x = np.array([0.5, -1.5, 0.25])
    for scale in (1e-12, 1e-9, 1e9):
        f = scaled(scale)
        call = expect(answer.numeric_gradient, f, x, step=0.25)
        call.returns(scale * truth(x, 0.25), rtol=1e-6, atol=0)
    x = np.random.default_rng(6).integers(-9, 9, 2500) / 4
    total = Function("the dot product of x with x", lambda v: v @ v, keep=0)
    call = expect(answer.numeric_gradient, total, x, 0.25)
    call.returns(2 * x, rtol=1e-5, atol=1e-9)


@points(1)
def test_integers(answer):
    check(answer, np.array([[1, 2], [-3, 4], [0, 5]]), 0.25)
    check(answer, np.array([0, 3, 128, 255], np.uint8), 0.25)
    check(answer, np.array([-128, 5, 127], np.int8), 0.25)
    check(answer, np.array([2.5, -0.5], np.float16), 0.25)


@points(1)
def test_everything_is_in_double_precision(answer):
    x = np.array([0.1, 0.2, 0.3], dtype=np.float32)
    f = cubic()
    call = expect(answer.numeric_gradient, f, x)
    types = {str(getattr(v, "dtype", type(v))) for v, _ in f.seen}
    call.require(
        types <= {"float64"},
        f"It called f with {', '.join(sorted(types))}; expected were arrays "
        "of float64. In seven digits, little is left of such a nudge.",
    )
    known = likely(f, x, 1e-5, mistakes(x, 1e-5))
    call.returns(truth(x, 1e-5), mistakes=known, rtol=1e-6, atol=0)
    call.require(
        call.value.dtype == np.float64,
        f"It returned numbers of type {call.value.dtype}; expected float64.",
    )


@points(1)
def test_the_step_is_small_unless_said_otherwise(answer):
    f = square()
    call = expect(answer.numeric_gradient, f, np.array([0.0]))
    seen = [float(v[0]) for _, v in f.seen]
    call.require(
        bool(seen)
        and np.allclose([min(seen), max(seen)], [-1e-5, 1e-5], 1e-9, 0),
        f"Without a step, it looked at {sorted(set(seen))} around 0; "
        "expected were 1e-05 up and 1e-05 down, as the starter says.",
    )


@points(1)
def test_one_entry_at_a_time(answer):
    x = np.array([[0.1, 0.2, 0.7], [1.3, -0.4, 0.6]])
    f = cubic()
    call = expect(answer.numeric_gradient, f, x, 0.001)
    shapes = {v.shape for _, v in f.seen}
    call.require(
        shapes == {(2, 3)},
        f"It called f with arrays of the shapes {sorted(shapes)}; expected "
        "was (2, 3), the shape of x, each time.",
    )
    nudges = [v - x for _, v in f.seen]
    moved = max(np.count_nonzero(d) for d in nudges)
    call.require(
        moved <= 1,
        f"In one call of f, {moved} entries differed from x; expected was "
        f"one. {why_moved(nudges)}",
    )


def why_moved(nudges):
    """Tell a rounding error from nudges that stayed or came together."""
    counts = [np.count_nonzero(np.abs(d) > 1e-9) for d in nudges]
    if max(counts) <= 1:
        return (
            "Was the last nudge taken back, exactly? Adding a step and "
            "subtracting it again leaves a rounding error."
        )
    if 1 in counts:
        return f"It seems that {NOT_TAKEN_BACK}"
    return (
        "Several entries were nudged together; each slope belongs to one "
        "entry, while the others stay where they are."
    )


@points(1)
def test_x_belongs_to_the_caller(answer):
    x = np.array([0.1, 0.7, 1.3])
    f = cubic()
    call = expect(answer.numeric_gradient, f, x, 0.001)
    call.leaves_inputs()
    theirs = call.args[1]
    call.require(
        not any(
            np.shares_memory(v, theirs) and not np.array_equal(then, x)
            for v, then in f.seen
        ),
        "While f ran, x itself was changed. Nudge a copy: f may look at x "
        "as well.",
    )
