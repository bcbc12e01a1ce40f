import contextlib
import sys
from unittest import mock

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import (
    AnswerError,
    close,
    expect,
    numeric_gradient,
    points,
    require,
)
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


def tensor(answer, array):
    """Make a tensor, turned if the array is: its rows lie apart."""
    if array.ndim == 2 and not array.flags.c_contiguous:
        return answer.framework.tensor(array.T.copy()).T
    return answer.framework.tensor(array.copy())


def of(answer, name, arrays):
    """Call a function, for what it gives and nothing else."""
    framework = answer.framework
    with contextlib.suppress(Exception):
        tensors = [tensor(answer, a) for a in arrays]
        return framework.array(getattr(answer, name)(*tensors))
    return None


def same(got, outcome):
    return np.shape(outcome) == np.shape(got) and np.allclose(
        np.array(got, float), outcome, rtol=1e-5, atol=1e-6, equal_nan=True
    )


def check(answer, name, arrays, right, mistakes=None, rest=()):
    """Compare one function with NumPy: kind, type, shape, values."""
    framework = answer.framework
    tensors = [tensor(answer, a) for a in arrays]
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
    for given_, array in zip(call.args, arrays, strict=False):
        require(
            np.array_equal(framework.array(given_), array),
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


SIZES = [(2, 3), (3, 2), (4, 4), (1, 5), (5, 1), (2000, 3)]


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
    # One row has no spread; the rest lie far from zero.
    for x in (normal(1, 3), normal(2000, 3) * 3 + 200, normal(3, 9).T * 4):
        check(answer, "spread", [x], x.astype(float).std(axis=0))


@points(1)
def test_stack_below(answer):
    cases = []
    for n, m, d in ((2, 3, 4), (1, 1, 2), (3, 3, 3), (900, 2, 5)):
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
    sizes = (2, 4, 5, 3), (1, 3, 3, 3), (3, 2, 6, 1), (40, 5, 5, 7)
    for n, h, w, c in sizes:
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


@points(1)
def test_one_hot_of_many(answer):
    labels = np.random.default_rng(0).integers(0, 300, 2000)
    right = (labels[:, None] == np.arange(300)).astype(np.float32)
    check(answer, "one_hot", [labels], right, rest=[300])
    check(answer, "one_hot", [labels[:1] * 0], np.ones((1, 1)), rest=[1])


@points(2)
def test_share_right(answer):
    rng = np.random.default_rng(0)
    cases = []
    for shape in ((10,), (3, 7), (1,), (2, 2, 5), (), (70, 50)):
        hits = np.array(rng.integers(0, 2, shape))
        hits[(0,) * hits.ndim] = 1
        hits = hits.T if hits.ndim == 2 else hits
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
    for shape in ((5,), (3, 4), (2, 3, 2), (4, 4), (1, 3), (2000,)):
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
    for n in (3, 1, 6, 2000):
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
    for n in (4, 5, 1, 2, 8, 9, 2000):
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
    for ties in ([2, 1, 2, 3], [5, 5, 1, 1, 1, 1], [-1e6, 0, 1e6, 1]):
        x = np.array(ties, np.float32)
        check(answer, "middle", [x], np.median(x))


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


FOLLOWED = {
    "column_means": lambda x: x.mean(axis=0, keepdims=True),
    "row_maxima": lambda x: x.max(axis=1),
    "spread": lambda x: x.std(axis=0),
    "stack_below": lambda a, b: np.concatenate([a, b]),
    "channels_first": lambda x: x.transpose(0, 3, 1, 2),
    "backwards": lambda x: x[::-1],
    "each_twice": lambda x: np.stack([x, x], axis=1).ravel(),
    "middle": np.median,
}


def followed_through(answer, name, arrays):
    """Call a function with tensors that autograd follows."""
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
    return tensors, value


def check_gradient(answer, name, arrays):
    """Compare what arrives at each tensor with the slope in NumPy."""
    framework, function = answer.framework, FOLLOWED[name]
    at = [a.astype(float) for a in arrays]
    right = function(*at)
    tensors, value = followed_through(answer, name, arrays)
    check(answer, name, arrays, right)
    share = np.array(normal(*right.shape, seed=9))
    framework.go_back((value * framework.tensor(share)).sum())
    for i, given_ in enumerate(tensors):

        def total(x, i=i):
            return np.sum(share * function(*at[:i], x, *at[i + 1 :]))

        grad = given_.grad
        found = 0 * at[i] if grad is None else framework.array(grad)
        slope = numeric_gradient(total, at[i])
        require(
            close(found.astype(float), slope, 1e-3, 1e-4),
            f"I multiplied what {name} returned by random numbers, summed it "
            "up and went back. At its argument arrived the gradient\n"
            f"    {brief(found)}\nbut the slope is\n    {brief(slope)}\n"
            "Is a part of the way cut out of the graph (.detach(), .data, "
            "no_grad)?",
        )


@points(1)
def test_gradients_pass_through(answer):
    x = normal(4, 3)
    check_gradient(answer, "stack_below", [x, normal(2, 3, seed=1)])
    check_gradient(answer, "channels_first", [normal(2, 3, 2, 4)])
    for name in ("column_means", "row_maxima", "spread", "backwards"):
        check_gradient(answer, name, [x])
    for name in ("each_twice", "middle"):
        check_gradient(answer, name, [x[0]])
        check_gradient(answer, name, [x[:, 1]])


THROUGH_NUMPY = (
    "{name} goes through NumPy. Stay within the framework: on a GPU that "
    "way is closed, or slow."
)
TAKEN_AWAY = (
    "{name} copies numbers of its argument to the CPU, into a tensor made "
    "there or into a list. Make the tensor where the argument is "
    "(device=x.device), and let no numbers leave the framework."
)


@points(1)
def test_whole_numbers_stay_on_their_device(answer):
    check_device(answer, "one_hot", [np.array([2, 0, 1, 2])], 3)
    check_device(answer, "share_right", [np.array([1, 0, 1, 1])])


@points(1)
def test_all_stay_on_their_device(answer):
    x, pixels = normal(4, 3), normal(2, 3, 2, 4)
    arrays = {name: [x] for name in FOLLOWED} | {
        "stack_below": [x, x],
        "channels_first": [pixels],
        "each_twice": [x[0]],
        "middle": [x[0]],
    }
    for name in FOLLOWED:
        check_device(answer, name, arrays[name])


def check_device(answer, name, arrays, *rest):
    """Look whether the numbers stay where they are."""
    tensors = [answer.framework.tensor(a) for a in arrays]
    value = expect(getattr(answer, name), *tensors, *rest).value
    if not isinstance(value, answer.framework.TENSOR):
        raise AnswerError(
            f"{name} returned {no_tensor(value)}, and no tensor."
        )
    look = elsewhere if answer.backend == "torch" else through_numpy
    require(not (why := look(answer, name, tensors, rest)), why)


def elsewhere(answer, name, tensors, rest):
    """Say what goes wrong on a device that holds shapes and no numbers."""
    try:
        there = [t.to("meta") for t in tensors]
        device = getattr(answer, name)(*there, *rest).device.type
    except Exception as error:
        if "numpy" in str(error):
            return THROUGH_NUMPY.format(name=name)
        if "out of meta" in str(error):
            return TAKEN_AWAY.format(name=name)
        if "device cpu" not in str(error):
            return ""  # such as .item(), which needs the numbers
        device = "cpu"
    if device == "meta":
        return ""
    return (
        f"I called {name} with a tensor on another device than the CPU. It "
        "makes a tensor of its own on the CPU, and the two do not fit "
        "together. Make it where the argument is: device=x.device."
    )


def through_numpy(answer, name, tensors, rest):
    """Say whether a tensor is turned into an array or list on the way."""
    asked = []
    with contextlib.ExitStack() as stack:
        for way in ("numpy", "__array__", "tolist"):
            stack.enter_context(watched(answer.framework.TENSOR, way, asked))
        getattr(answer, name)(*tensors, *rest)
    own = [way for way, file in asked if file == str(answer._path)]
    said = TAKEN_AWAY if "tolist" in own else THROUGH_NUMPY
    return said.format(name=name) if own else ""


def watched(kind, way, asked):
    """Note which file calls a method."""
    old = getattr(kind, way)

    def method(self, *args, **kwargs):
        asked.append((way, sys._getframe(1).f_code.co_filename))
        return old(self, *args, **kwargs)

    return mock.patch.object(kind, way, method)
