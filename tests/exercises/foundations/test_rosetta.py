import contextlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points, require
from d2lcode.grading.wording import with_article

TRAINS = "translating NumPy into a framework"
HINTS = [
    "Look for the row in the phrase book on the page, and keep to the "
    "column of your framework.",
    "Where the values are nearly right, look at the table of what behaves "
    "differently: std, median, max and repeat are in it.",
    "share_right: integers have to become float32 before the mean is taken. "
    "middle: sort, then take the mean of the values at (n - 1) // 2 and "
    "n // 2; for an odd number these are the same one.",
]

FIRST = "the axis of length one is missing, or too many: see keepdim."


def normal(*shape, seed=0):
    values = np.random.default_rng(seed).normal(size=shape)
    return values.astype(np.float32)


def check_all(answer, name, cases):
    """Compare one function with NumPy in each case.

    Args:
        answer: the reader's.
        name: of the function.
        cases: the arrays that go in, what NumPy gives, and what mistakes
            give; a mistake is named if it explains all cases that have it.
    """
    outcomes = [of(answer, name, arrays) for arrays, _, _ in cases]
    untrue = {
        text
        for (_, _, mistakes), got in zip(cases, outcomes, strict=True)
        for text in mistakes
        if not same(got, mistakes[text])
    }
    for arrays, right, mistakes in cases:
        known = {t: mistakes[t] for t in mistakes if t not in untrue}
        check(answer, name, arrays, right, known)


def of(answer, name, arrays):
    """Call a function, for what it gives and nothing else."""
    framework = answer.framework
    with contextlib.suppress(Exception):
        tensors = [framework.tensor(a.copy()) for a in arrays]
        return framework.array(getattr(answer, name)(*tensors))
    return None


def same(got, outcome):
    return np.shape(outcome) == np.shape(got) and np.allclose(
        np.array(got, float), outcome, rtol=1e-5, atol=1e-6, equal_nan=True
    )


def check(answer, name, arrays, right, mistakes=None, rest=()):
    """Compare one function with NumPy: kind, type, shape, values."""
    framework = answer.framework
    tensors = [framework.tensor(a.copy()) for a in arrays]
    call = expect(getattr(answer, name), *tensors, *rest)
    value = call.value
    called = f"{name} of {' and '.join(say(a) for a in arrays)}"
    require(
        isinstance(value, framework.TENSOR),
        f"{called} returned {no_tensor(value)}; expected was a "
        f"{answer.backend}.Tensor.",
    )
    got, right = framework.array(value), np.asarray(right)
    likely = likely_mistake(got, mistakes or {})
    require(
        got.shape == right.shape,
        f"{called} returned the shape {got.shape}; expected was "
        f"{right.shape}.{likely}",
    )
    require(
        got.dtype == np.float32,
        f"{called} returned numbers of type {got.dtype}; expected was "
        "float32.",
    )
    if not np.allclose(got, right, rtol=1e-5, atol=1e-6):
        raise AnswerError(
            f"{called} returned\n    {brief(got)}\nbut NumPy gives\n"
            f"    {brief(right)}{where(got, right)}{likely}"
        )
    for tensor, array in zip(call.args, arrays, strict=False):
        require(
            np.array_equal(framework.array(tensor), array),
            f"{name} changed the tensor that it was given. Assigning to "
            "x[…] does that, and so does a name that ends in _, or x -= in "
            "PyTorch. Make a new tensor.",
        )


def no_tensor(value):
    """Say what came back instead of a tensor."""
    if value is None:
        return "None (does every path end in a return?)"
    if isinstance(value, tuple) and len(value) == 2:
        return (
            "a pair, the values and their places, as max and sort along an "
            "axis do in PyTorch"
        )
    return with_article(type(value).__name__)


def likely_mistake(got, mistakes):
    found = [text for text in mistakes if same(got, mistakes[text])]
    return f"\nLikely mistake: {found[0]}" if len(found) == 1 else ""


def say(array):
    if array.size <= 8:
        return brief(array)
    return f"a tensor of shape {array.shape}"


def brief(array):
    if array.size > 24:
        return f"an array of shape {array.shape}"
    text = np.array2string(array, precision=4, separator=", ")
    return " ".join(text.split())


def where(got, right):
    """Of a large result, say where it first differs."""
    if right.size <= 24:
        return ""
    at = tuple(np.argwhere(~np.isclose(got, right, 1e-5, 1e-6))[0].tolist())
    return f"\nAt {list(at)} stands {got[at]:.4f}, not {right[at]:.4f}."


SIZES = [(2, 3), (3, 2), (4, 4), (1, 5), (5, 1)]


@points(1)
def test_column_means(answer):
    cases = []
    for n, d in SIZES:
        x = normal(n, d)
        mistakes = {
            FIRST: x.mean(axis=0),
            "these are the means of the rows.": x.mean(axis=1, keepdims=True),
        }
        right = x.mean(axis=0, keepdims=True)
        cases.append(([x], right, mistakes))
    check_all(answer, "column_means", cases)


@points(1)
def test_row_maxima(answer):
    cases = []
    for n, d in SIZES:
        x = normal(n, d) - 2
        mistakes = {
            "this is the greatest of each column.": x.max(axis=0),
            "these are the places of the greatest.": x.argmax(axis=1),
            "this is the least of each row.": x.min(axis=1),
            FIRST: x.max(axis=1, keepdims=True),
        }
        cases.append(([x], x.max(axis=1), mistakes))
    check_all(answer, "row_maxima", cases)


@points(1)
def test_spread(answer):
    cases = []
    for n, d in ((3, 2), (4, 4), (2, 3)):
        x = normal(n, d) * 3
        mistakes = {
            "this is the spread of a sample, dividing by n − 1.": x.std(
                axis=0, ddof=1
            ),
            "this is the variance; take its root.": x.var(axis=0),
            "this is the spread of each row.": x.std(axis=1),
        }
        cases.append(([x], x.std(axis=0), mistakes))
    check_all(answer, "spread", cases)


@points(1)
def test_stack_below(answer):
    cases = []
    for n, m, d in ((2, 3, 4), (1, 1, 2), (3, 3, 3)):
        a, b = normal(n, d), normal(m, d, seed=1)
        mistakes = {"b stands above a.": np.concatenate([b, a])}
        if n == m:
            beside = np.concatenate([a, b], axis=1)
            mistakes["they stand side by side: the axis is 0."] = beside
        right = np.concatenate([a, b], axis=0)
        cases.append(([a, b], right, mistakes))
    check_all(answer, "stack_below", cases)


@points(1)
def test_channels_first(answer):
    cases = []
    for n, h, w, c in ((2, 4, 5, 3), (1, 3, 3, 3), (3, 2, 6, 1)):
        x = normal(n, h, w, c)
        mistakes = {
            "reshape reads the numbers in their old order, and mixes pixels "
            "and channels. Move the axes.": x.reshape(n, c, h, w),
            "height and width have changed places.": x.transpose(0, 3, 2, 1),
        }
        right = x.transpose(0, 3, 1, 2)
        cases.append(([x], right, mistakes))
    check_all(answer, "channels_first", cases)


@points(1)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=6), st.integers(5, 7))
def test_one_hot(answer, labels, k):
    labels = np.array(labels, dtype=np.int64)
    right = (labels[:, None] == np.arange(k)).astype(np.float32)
    check(answer, "one_hot", [labels], right, rest=[k])


@points(2)
def test_share_right(answer):
    rng = np.random.default_rng(0)
    cases = []
    for shape in ((10,), (7, 3), (1,), (2, 2, 5)):
        hits = rng.integers(0, 2, shape)
        hits.flat[0] = 1
        right = np.float32(hits.sum() / hits.size)
        late = "it was cut to an integer. Convert before you take the mean."
        mistakes = {
            "this is their number; divide by how many there are.": hits.sum()
        }
        if right < 1:
            mistakes[late] = np.floor(right)
        cases.append(([hits], right, mistakes))
    check_all(answer, "share_right", cases)


@points(1)
def test_backwards(answer):
    cases = []
    for shape in ((5,), (3, 4), (2, 3, 2), (4, 4)):
        x = normal(*shape)
        mistakes = {
            "the last axis runs backwards, not the first.": x[..., ::-1],
            "nothing has been turned round.": x,
        }
        cases.append(([x], x[::-1], mistakes))
    check_all(answer, "backwards", cases)


@points(1)
def test_each_twice(answer):
    cases = []
    for n in (3, 1, 6):
        x = normal(n)
        mistakes = {
            "the whole was repeated, which NumPy calls tile.": np.tile(x, 2)
        }
        right = np.stack([x, x], axis=1).ravel()
        cases.append(([x], right, mistakes))
    check_all(answer, "each_twice", cases)


@points(2)
def test_middle(answer):
    cases = []
    for n in (4, 5, 1, 2, 8, 9):
        x = normal(n, seed=n) * 10
        ordered = np.sort(x)
        half = (n - 1) // 2, n // 2
        mistakes = {
            "this is the lower of the two in the middle; take the mean of "
            "both.": ordered[half[0]],
            "this is the upper of the two in the middle; take the mean of "
            "both.": ordered[half[1]],
            "this is the mean of all.": x.mean(),
        }
        right = np.float32((ordered[half[0]] + ordered[half[1]]) / 2)
        cases.append(([x], right, mistakes))
    check_all(answer, "middle", cases)


def followed(answer, array):
    """A tensor that autograd follows."""
    tensor = answer.framework.tensor(array.copy())
    if answer.backend == "torch":
        return tensor.requires_grad_()
    tensor.stop_gradient = False
    return tensor


def is_followed(answer, value):
    if answer.backend == "torch":
        return bool(getattr(value, "requires_grad", False))
    return not getattr(value, "stop_gradient", True)


@points(1)
def test_gradients_pass_through(answer):
    x = normal(4, 3)
    tried = {
        "column_means": [x],
        "row_maxima": [x],
        "spread": [x],
        "stack_below": [x, x],
        "channels_first": [normal(2, 3, 2, 4)],
        "backwards": [x],
        "each_twice": [x[0]],
        "middle": [x[0]],
    }
    for name, arrays in tried.items():
        tensors = [followed(answer, a) for a in arrays]
        value = expect(getattr(answer, name), *tensors).value
        if not isinstance(value, answer.framework.TENSOR):
            raise AnswerError(
                f"{name} returned {no_tensor(value)}, and no tensor."
            )
        require(
            is_followed(answer, value),
            f"Autograd followed the tensor that went into {name}, and does "
            "not follow the result. Either the function leaves the framework "
            "(.numpy(), .detach() and .item() do), or it gives something "
            "that has no slope, such as a place (argmax).",
        )
